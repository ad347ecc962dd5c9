"""Pictures from the command line and from Python, with the store that a person has."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.api import generate_headshot
from engine.host import pictures as host_pictures
from engine.image import studio
from engine.media.pictures import read_picture
from engine.media.probe import RECIPE_KEY, read_metadata
from engine.models.settings import StoreSettings, write_settings
from engine.project.store import load
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.fields import fields_of
from engine.protocol.jobs import GridJob, ImageJob, SeriesJob
from tests.helpers.cli import CommandLine
from tests.helpers.scripted_faces import ScriptedFaces


@pytest.fixture(autouse=True)
def _own_store(models: Path, loras: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTRAITS_HOME", str(tmp_path / "home"))
    write_settings(StoreSettings(added=(str(models), str(loras)), offline=True))


SMALL = ("--width", 64, "--height", 64, "--steps", 1)


def job_in(path: Path) -> dict[str, Any]:
    job: dict[str, Any] = json.loads(read_metadata(path)[RECIPE_KEY])["job"]
    return job


def test_pictures_with_a_style(cli: CommandLine, loras: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    result = cli(
        *("image", "a {young|old} man", "--output", folder, "--num-images", 2, "--seed", 5, *SMALL),
        *("--lora", f"{loras / 'grain.safetensors'}:0.8", "--lora", "ink.v1.5.safetensors"),
    )
    assert result.status == 0, result.err
    files = sorted(folder.iterdir())
    assert [job_in(file)["prompt"] for file in files] == ["a young man", "a old man"]
    assert [lora["strength"] for lora in job_in(files[0])["loras"]] == [0.8, 1.0]
    assert all(str(file) in result.out for file in files)
    assert result.out.count("64 x 64") == 2


def test_without_a_seed_every_run_is_new(cli: CommandLine, tmp_path: Path) -> None:
    for _ in range(2):
        assert cli("image", "a", "--output", tmp_path / "out", *SMALL).status == 0
    seeds = {job_in(file)["seed"] for file in (tmp_path / "out").iterdir()}
    assert len(seeds) == 2


def test_settings_are_taken_over_from_a_picture(cli: CommandLine, loras: Path, tmp_path: Path) -> None:
    first = tmp_path / "first"
    made = cli("image", "a man", "--output", first, "--seed", 3, *SMALL, "--lora", f"{loras / 'grain.safetensors'}:0.5")
    assert made.status == 0, made.err
    (original,) = first.iterdir()
    assert cli("image", "--like", original, "--output", tmp_path / "same").status == 0
    (same,) = (tmp_path / "same").iterdir()
    assert np.array_equal(read_picture(same), read_picture(original))
    assert cli("image", "a woman", "--like", original, "--output", tmp_path / "other").status == 0
    (other,) = (tmp_path / "other").iterdir()
    assert job_in(other)["prompt"] == "a woman"
    assert job_in(other)["seed"] == 3
    plain = tmp_path / "plain.png"
    from PIL import Image

    Image.new("RGB", (8, 8)).save(plain)
    told = cli("image", "--like", plain, "--output", tmp_path / "none")
    assert told.status == 1
    assert "does not tell how it was made" in told.err


def test_a_grid_and_a_series(cli: CommandLine, loras: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host_pictures.Faces, "__call__", ScriptedFaces().__call__)
    grid = cli(
        *("grid", "a man", "--output", tmp_path / "grid", "--row-seed", 1, "--column-strength", 0.5, *SMALL),
        *("--lora", loras / "grain.safetensors"),
    )
    assert grid.status == 0, grid.err
    assert len(list((tmp_path / "grid").iterdir())) == 1
    project = tmp_path / "ages.portraits"
    series = cli(
        "series", "a {variation} man", "--variation", "young", "--variation", "old", "--output", project, *SMALL
    )
    assert series.status == 0, series.err
    assert len(load(project).media) == 2


def test_the_real_face_detector_is_handed_over(cli: CommandLine, tmp_path: Path) -> None:
    """Noise of a tiny model has no face: everything is set aside, and that is said."""
    project = tmp_path / "ages.portraits"
    result = cli("series", "a man", "--variation", "young", "--retries", 0, "--seed", 1, "--output", project, *SMALL)
    assert result.status == 1
    assert "None of the 1 variations" in result.err
    assert not project.exists()


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("", *SMALL), 2, "The prompt is empty"),
        (("a", "--steps", 0), 2, "--steps"),
        (("a", "--model", "no-such"), 2, "No model is called"),
        (("a", "--lora", "missing.safetensors"), 1, "missing.safetensors"),
    ],
)
def test_errors_are_one_line(
    arguments: tuple[object, ...], status: int, words: str, cli: CommandLine, tmp_path: Path
) -> None:
    result = cli("image", *arguments, "--output", tmp_path / "out")
    assert result.status == status
    assert words in result.err
    assert len(result.err.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("name", "kind"), [("image", ImageJob), ("grid", GridJob), ("series", SeriesJob)])
def test_every_field_is_in_the_help(name: str, kind: Any, cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    shown = cli(name, "--help")
    assert shown.status == 0
    for field in fields_of(kind):
        assert field.title in shown.out


def test_the_function_of_the_original_scripts(loras: Path, tmp_path: Path) -> None:
    made = generate_headshot(
        "a man",
        num_images=2,
        lora_path=loras / "ink.v1.5.safetensors",
        lora_scale=0.7,
        width=64,
        height=64,
        guidance_scale=-100,
        seed=1,
        output_dir=tmp_path / "out",
    )
    assert [path.stem.rpartition("_")[2] for path in made] == ["1", "2"]
    job = job_in(made[0])
    assert (job["steps"], job["guidance_scale"], job["loras"][0]["strength"]) == (2, 0.0, 0.7)
    assert "drawing" in studio.loaded()[0].pipeline.get_list_adapters()["unet"]
    other = generate_headshot(
        "a man", lora_path=loras / "grain.safetensors", width=64, height=64, seed=1, output_dir=tmp_path / "out"
    )
    assert not np.array_equal(read_picture(other[0]), read_picture(made[0]))
    with pytest.raises(PortraitsError) as error:
        generate_headshot("a man", lora_path=tmp_path / "gone.safetensors", output_dir=tmp_path)
    assert error.value.code is ErrorCode.MISSING_INPUT
