import json

import pytest

from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.film import FilmJob
from engine.protocol.jobs.morph import MorphJob
from engine.protocol.recipe import MAX_RECIPE_BYTES, Recipe, from_text, recipe_of, to_text

JOB = FilmJob(project=Source(path="/home/anna/films/a.portraits", sha256="0" * 64), output="C:\\Users\\anna\\a.mp4")


def test_a_recipe_holds_the_whole_job() -> None:
    recipe = recipe_of(JOB, app_version="0.1.0", inputs={"/home/anna/b.png": "a" * 64}, parents=["b" * 64])
    assert recipe.job["kind"] == "film"
    assert recipe.job["start"] == "0"
    assert recipe.job["encode"]["codec"] == "h264"
    assert recipe.job["project"]["path"] == "/home/anna/films/a.portraits"
    assert (recipe.inputs[0].name, recipe.parents) == ("b.png", ("b" * 64,))


def test_a_recipe_is_the_same_after_it_was_stored() -> None:
    job = MorphJob(inputs=(Source(path="a.png"), Source(path="b.png")), output="a.mp4", pair_frames=(3,))
    recipe = recipe_of(job, app_version="0.1.0", inputs={})
    assert from_text(to_text(recipe), "a.mp4") == recipe


def test_an_embedded_recipe_comes_back_and_tells_no_folders() -> None:
    recipe = recipe_of(JOB, app_version="0.1.0", inputs={"/home/anna/b.png": "a" * 64})
    text = to_text(recipe)
    assert "anna" not in text
    again = from_text(text, "a.mp4")
    assert again.job["project"] == {"path": "a.portraits", "sha256": "0" * 64}
    assert again.job["output"] == "a.mp4"
    assert (again.inputs, again.app_version) == (recipe.inputs, recipe.app_version)


def test_a_job_kind_of_tomorrow_is_kept() -> None:
    recipe = Recipe(job={"kind": "hologram", "depth": [1, {"a": None}]})
    assert from_text(to_text(recipe), "x") == recipe


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        b"\xff\xff",
        '{"job": {}}',
        '{"job": {"kind": 3}}',
        '{"job": {"kind": "a"}, "more": 1}',
        '{"version": 2, "job": {"kind": "a"}}',
        '{"job": {"kind": "a"}, "parents": ["zz"]}',
        '{"job": {"kind": ' + "[" * 50_000,
        json.dumps({"job": {"kind": "a", "text": "x" * MAX_RECIPE_BYTES}}),
    ],
)
def test_bad_recipes_are_refused(text: str | bytes) -> None:
    with pytest.raises(PortraitsError) as caught:
        from_text(text, "film.mp4")
    assert caught.value.code is ErrorCode.BAD_INPUT
    assert '"film.mp4"' in caught.value.failure.what
