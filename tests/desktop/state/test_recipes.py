"""Jobs out of recipes, and the seeds of next takes."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.state.gallery_item import facts_of, stack_key
from desktop.state.recipes import job_of_item, job_of_plain, next_take, with_folders
from engine.project.media import MediaItem, StoredInfo
from engine.project.schema import Project
from engine.protocol.jobs import ImageJob, MorphJob, VoiceJob
from engine.protocol.jobs.base import Job, Source
from engine.protocol.jobs.image import Lora
from engine.protocol.recipe import Recipe, from_text, recipe_of, to_text

_FOLDER = Path("/nowhere media")


def _item(identifier: str, job: Job | None = None, *, sha: str = "0", **fields: Any) -> MediaItem:
    recipe = None if job is None else recipe_of(job, app_version="1", inputs=fields.pop("inputs", {}))
    return MediaItem(
        id=identifier,
        kind="picture",
        path=f"{sha * 64}.png",
        sha256=sha * 64,
        size=1,
        info=StoredInfo(kind="picture", width=8, height=8),
        recipe=recipe,
        **fields,
    )


def _image(seed: int, **fields: Any) -> ImageJob:
    return ImageJob(prompt="a fisherman", output="/out", seed=seed, **fields)


def test_a_recipe_gives_its_job_back() -> None:
    job = _image(3, width=640)
    assert job_of_plain(recipe_of(job, app_version="1", inputs={}).job) == job


@pytest.mark.parametrize("plain", ["", [], {}, {"kind": "hologram"}, {"kind": "image"}, {"kind": "image", "prompt": 1}])
def test_what_is_no_job_known_here_gives_none(plain: object) -> None:
    assert job_of_plain(plain) is None


def test_a_moved_input_is_found_in_the_project_by_its_bytes(tmp_path: Path) -> None:
    face = _item("face", sha="a")
    (tmp_path / face.path).write_bytes(b"")
    job = MorphJob(inputs=(Source(path="/gone/anna.png"), Source(path="/gone/x.png")), output="/out/x.mp4")
    morph = _item("morph", job, sha="b", inputs={"anna.png": "a" * 64})
    found = job_of_item(morph, Project(media=(face, morph)), tmp_path)
    assert isinstance(found, MorphJob)
    assert [source.path for source in found.inputs] == [str(tmp_path / face.path), "/gone/x.png"]


def test_the_next_take_counts_on_from_the_newest_seed_of_its_stack() -> None:
    first, second = _item("1", _image(5), sha="a"), _item("2", _image(9), sha="b")
    other = _item("3", replace(_image(70), prompt="a baker"), sha="c")
    project = Project(media=(first, second, other))
    found = next_take(first, project, _FOLDER)
    assert isinstance(found, ImageJob)
    assert (found.seed, found.prompt) == (10, "a fisherman")


def test_seeds_of_jobs_that_wait_are_taken() -> None:
    first = _item("1", _image(5))
    waiting = [_image(6), replace(_image(7), output="/elsewhere"), replace(_image(90), prompt="a baker")]
    found = next_take(first, Project(media=(first,)), _FOLDER, waiting)
    assert isinstance(found, ImageJob)
    assert found.seed == 8


def test_without_a_seed_there_is_no_next_take() -> None:
    morph = _item("1", MorphJob(inputs=(Source(path="a"), Source(path="b")), output="x.mp4"))
    brought = _item("2", sha="b")
    unknown = replace(_item("3", sha="c"), recipe=Recipe(job={"kind": "hologram", "seed": 3}))
    project = Project(media=(morph, brought, unknown))
    assert [next_take(item, project, _FOLDER) for item in project.media] == [None, None, None]


@given(st.integers(0, 2**53 - 1), st.integers(0, 2**53 - 1))
def test_jobs_that_differ_by_seed_and_output_only_are_one_stack(first: int, second: int) -> None:
    def key(job: Job) -> str:
        return stack_key(recipe_of(job, app_version="1", inputs={}).job)

    assert key(_image(first)) == key(replace(_image(second), output="/elsewhere"))
    assert key(_image(first)) != key(replace(_image(first), prompt="a baker"))
    assert key(VoiceJob(text="Hello.", output="a.wav", seed=first)) != key(_image(first))


def test_the_facts_name_styles_by_themselves() -> None:
    styles = (Lora(source=Source(path="/loras/ink.safetensors")), Lora(source=Source(path="x"), name="oil"))
    assert facts_of(_item("1", _image(3, loras=styles))).styles == ("ink", "oil")


def test_folders_that_a_file_must_not_tell_come_back_from_the_job() -> None:
    job = _image(3, loras=(Lora(source=Source(path="/loras/ink.safetensors")),), source=Source(path="/in/start.png"))
    told = from_text(to_text(recipe_of(job, app_version="1", inputs={})), "x.png")
    assert told.job["loras"][0]["source"]["path"] == "ink.safetensors"
    filled = with_folders(told, job)
    assert filled.job["loras"][0]["source"]["path"] == "/loras/ink.safetensors"
    assert filled.job["source"]["path"] == "/in/start.png"
