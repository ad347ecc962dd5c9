"""How a file was made, as the window asks it of the engine."""

from pathlib import Path

import numpy as np
import pytest

from engine.host.answers import answer
from engine.host.made_with import settings_read
from engine.media.pictures import write_picture
from engine.media.sound import write_sound
from engine.models.store import Store
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs import AnyJob, GridJob, ImageJob
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.image import Lora
from engine.protocol.queries import ReadSettings, SettingsRead
from engine.protocol.recipe import recipe_of, to_text

A1111 = (
    "a calm man <lora:gone:0.8>\nSteps: 4, Sampler: Euler a, CFG scale: 1, Seed: 7, Size: 512x640, Model: unheard_of"
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store", added=[], offline=True)


def _picture(folder: Path, **texts: str) -> Path:
    path = folder / "made.png"
    write_picture(path, np.full((8, 8, 4), 255, np.uint8), overwrite=True, text=texts)
    return path


def _recipe(job: AnyJob) -> dict[str, str]:
    return {"portraits.recipe": to_text(recipe_of(job, app_version="1", inputs={}))}


def test_a_picture_of_another_program_gives_a_job_and_what_is_not_here(tmp_path: Path, store: Store) -> None:
    read = settings_read(_picture(tmp_path, parameters=A1111), store)
    job = read.job
    assert isinstance(job, ImageJob)
    assert (job.steps, job.seed, job.width, job.height) == (4, 7, 512, 640)
    assert job.output == str(tmp_path)
    assert read.origin == "AUTOMATIC1111"
    assert [note for note in read.notes if "gone" in note] == ["The style “gone” is not here and was left out."]
    assert any("unheard_of" in note for note in read.notes)


@pytest.mark.parametrize("name", ["sdxl-turbo", "stabilityai/sdxl-turbo"])
def test_a_model_that_can_be_brought_is_kept_although_it_is_not_here(name: str, tmp_path: Path, store: Store) -> None:
    text = f"a calm man\nSteps: 4, Seed: 7, Size: 512x640, Model: {name}"
    read = settings_read(_picture(tmp_path, parameters=text), store)
    assert isinstance(read.job, ImageJob)
    assert read.job.model == "sdxl-turbo"
    assert read.notes == ()


def test_a_style_of_our_own_picture_is_found_by_its_name_or_left_out(tmp_path: Path) -> None:
    added = tmp_path / "styles"
    added.mkdir()
    (added / "ink.safetensors").write_bytes(b"x")
    loras = tuple(Lora(source=Source(path=f"/elsewhere/{name}.safetensors")) for name in ("ink", "gone"))
    picture = _picture(tmp_path, **_recipe(ImageJob(prompt="older", loras=loras, output="/elsewhere")))
    read = settings_read(picture, Store(tmp_path / "store", added=[added], offline=True))
    assert isinstance(read.job, ImageJob)
    assert [lora.source.path for lora in read.job.loras] == [str(added / "ink.safetensors")]
    assert read.notes == ("The style “gone.safetensors” is not here and was left out.",)


def test_our_own_picture_finds_its_start_picture_beside_itself(tmp_path: Path, store: Store) -> None:
    start = tmp_path / "start.png"
    job = ImageJob(prompt="older", source=Source(path="/elsewhere/start.png"), output="/elsewhere")
    picture = _picture(tmp_path, **_recipe(job))
    without = settings_read(picture, store)
    assert isinstance(without.job, ImageJob)
    assert without.job.source is None
    assert without.notes == ("The start picture “start.png” is not here and was left out.",)
    start.write_bytes(picture.read_bytes())
    found = settings_read(picture, store)
    assert isinstance(found.job, ImageJob)
    assert found.job.source is not None
    assert found.job.source.path == str(start)
    assert found.notes == ()


def test_other_kinds_of_jobs_come_back_as_they_were(tmp_path: Path, store: Store) -> None:
    job = GridJob(prompt="a face", seeds=(3, 4), output="grid")
    read = settings_read(_picture(tmp_path, **_recipe(job)), store)
    assert read == SettingsRead(job=job, origin="Portraits")


def test_a_file_that_does_not_tell_gives_no_job(tmp_path: Path) -> None:
    sound = tmp_path / "sound.wav"
    write_sound(sound, np.zeros((100, 1), np.float32), 24_000)
    for path in (_picture(tmp_path), sound):
        reply, payload = answer(ReadSettings(path=str(path)))
        assert (reply, payload) == (SettingsRead(job=None), ())


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError, match=r"gone\.png"):
        answer(ReadSettings(path=str(tmp_path / "gone.png")))
