"""The series: one prompt, several variations, checked faces, a project with morphs."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from engine.image.series_job import prompt_of, run
from engine.media.probe import RECIPE_KEY, read_metadata
from engine.models.store import Store
from engine.project.clips import MorphClip, StillClip
from engine.project.store import load
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.series import SeriesJob
from tests.helpers.cancelling import CancelledAt
from tests.helpers.scripted_faces import ScriptedFaces, face

SIZE: dict[str, Any] = {"width": 64, "height": 64, "steps": 1}


def series(folder: Path, **fields: Any) -> SeriesJob:
    settings: dict[str, Any] = {
        "prompt": "portrait of a {variation} man",
        "variations": ("young", "old", "laughing"),
        "seed": 10,
        "output": str(folder / "ages.portraits"),
        **SIZE,
        **fields,
    }
    return SeriesJob(**settings)


def recipe(path: str) -> str:
    return read_metadata(Path(path))[RECIPE_KEY]


def test_a_series_becomes_a_project_with_morphs(store: Store, tmp_path: Path) -> None:
    finder = ScriptedFaces()
    first, *portraits = run(series(tmp_path), SilentContext(), faces=finder, store=store)
    project = load(Path(first.path))
    assert [item.name for item in project.media] == [Path(each.path).name for each in portraits]
    assert all(item.landmarks is not None and item.recipe is not None for item in project.media)
    clips = project.timeline.tracks[0].clips
    assert [type(clip) for clip in clips] == [StillClip, MorphClip, StillClip, MorphClip, StillClip]
    assert project.timeline.duration == Fraction(7)
    assert (project.settings.width, project.settings.height) == (64, 64)
    prompts = [item.recipe.job["prompt"] for item in project.media if item.recipe is not None]
    assert prompts == ["portrait of a young man", "portrait of a old man", "portrait of a laughing man"]
    assert {item.recipe.job["seed"] for item in project.media if item.recipe is not None} == {10}


def test_pictures_without_one_frontal_face_are_made_again_with_the_next_seed(store: Store, tmp_path: Path) -> None:
    turned = [face(64, 64, turn=0.9)]
    finder = ScriptedFaces(None, [], None, turned, None)
    context = SilentContext()
    _, *portraits = run(series(tmp_path), context, faces=finder, store=store)
    assert [Path(each.path).stem.rpartition("_")[2].partition("-")[0] for each in portraits] == ["10", "12", "10"]
    assert "portrait of a old man" in recipe(portraits[1].path)
    aside = sorted(path.stem.rpartition("_")[2] for path in (tmp_path / "ages portraits" / "set aside").iterdir())
    assert aside == ["10", "11"]
    assert context.notes == [
        "“old” (seed 10) has no face; it is made again with the next seed.",
        "“old” (seed 11) has a face that is turned away; it is made again with the next seed.",
    ]


def test_after_three_more_tries_a_variation_is_left_out(store: Store, tmp_path: Path) -> None:
    nothing: list[Any] = []
    finder = ScriptedFaces(None, nothing, None, nothing, nothing, nothing)
    context = SilentContext()
    first, *portraits = run(series(tmp_path), context, faces=finder, store=store)
    assert len(finder.asked) == 6
    assert len(portraits) == 2
    assert context.notes[-1] == "“old” (seed 13) has no face; it was left out."
    assert len(load(Path(first.path)).timeline.tracks[0].clips) == 3


def test_no_face_at_all_writes_no_project(store: Store, tmp_path: Path) -> None:
    finder = ScriptedFaces(*([],) * 3)
    with pytest.raises(PortraitsError) as error:
        run(series(tmp_path, retries=0), SilentContext(), faces=finder, store=store)
    assert error.value.code is ErrorCode.NO_FACE
    assert not (tmp_path / "ages.portraits").exists()
    assert len(list((tmp_path / "ages portraits" / "set aside").iterdir())) == 3


def test_cancelling_makes_a_project_of_the_finished_portraits_when_they_are_wanted(
    store: Store, tmp_path: Path
) -> None:
    job = series(tmp_path, batch_size=1, steps=2)
    first, *portraits = run(job, CancelledAt(2.5, keep_done=True), faces=ScriptedFaces(), store=store)
    assert len(portraits) == len(load(Path(first.path)).media) == 2
    for wish, step in ((False, 2), (True, 0)):
        with pytest.raises(Cancelled):
            run(series(tmp_path, overwrite=True), CancelledAt(step, keep_done=wish), faces=ScriptedFaces(), store=store)


def test_projects_are_not_replaced_unasked(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "ages.portraits"
    path.write_text("mine", "utf-8")
    with pytest.raises(PortraitsError) as error:
        run(series(tmp_path), SilentContext(), faces=ScriptedFaces(), store=store)
    assert error.value.code is ErrorCode.OUTPUT_EXISTS
    assert path.read_text("utf-8") == "mine"
    first, *_ = run(series(tmp_path, overwrite=True), SilentContext(), faces=ScriptedFaces(), store=store)
    assert len(load(Path(first.path)).media) == 3


@pytest.mark.parametrize(
    ("change", "finder", "words"),
    [({"output": "film.mp4"}, ScriptedFaces(), "not the name of a project"), ({}, None, "needs the face detector")],
)
def test_what_cannot_be_done_is_said_first(
    change: dict[str, Any], finder: Any, words: str, store: Store, tmp_path: Path
) -> None:
    with pytest.raises(PortraitsError, match=words):
        run(series(tmp_path, **change), SilentContext(), faces=finder, store=store)
    assert list(tmp_path.iterdir()) == []


def test_variations_take_their_place_or_are_added() -> None:
    assert prompt_of("a {variation} man", "sad") == "a sad man"
    assert prompt_of("a man ", "sad") == "a man, sad"
    assert prompt_of("", "a sad man") == "a sad man"
