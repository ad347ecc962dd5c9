"""Bad and odd requests: refused with words, or corrected and said, before anything is loaded."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.jobs.video import VideoJob
from engine.video.files import find_model
from engine.video.job import run
from engine.video.request import prepared
from tests.video.conftest import IDS, shot, source


def refusal(job: VideoJob, store: Store) -> PortraitsError:
    with pytest.raises(PortraitsError) as caught:
        run(job, SilentContext(), store=store)
    return caught.value


@pytest.mark.parametrize("frames", [0, -3, 100_000])
def test_impossible_lengths_are_refused(frames: int, store: Store, tmp_path: Path) -> None:
    error = refusal(replace(shot(tmp_path / "a.apng"), num_frames=frames), store)
    assert error.code is ErrorCode.USAGE
    assert "num_frames" in str(error)


@pytest.mark.parametrize(("asked", "legal"), [(1, 5), (2, 5), (4, 5), (7, 9), (8, 9), (10, 9), (11, 13)])
def test_odd_lengths_are_corrected_and_said(asked: int, legal: int, store: Store, tmp_path: Path) -> None:
    context = SilentContext()
    request = prepared(shot(tmp_path / "a.apng", num_frames=asked), context, store)
    assert request.job.frames == legal
    assert any(note.startswith(f"{asked} became {legal} frames") for note in context.notes)


def test_odd_sizes_are_corrected_and_said(store: Store, tmp_path: Path) -> None:
    context = SilentContext()
    request = prepared(shot(tmp_path / "a.apng", width=51, height=39), context, store)
    assert request.job.frame == (48, 32)
    assert "51 x 39 became 48 x 32 pixels: sides must be multiples of 16." in context.notes


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"prompt": " \n"}, "The prompt is empty."),
        ({"width": 8}, "width"),
        ({"width": 9000}, "width"),
        ({"steps": 0}, "steps"),
        ({"guidance_scale": 200.0}, "guidance_scale"),
        ({"seed": -1}, "seed"),
        ({"fps": 0}, "0 frames per second"),
        ({"overlap_noise": 400}, "overlap_noise"),
        ({"model": "no-such-model"}, "No model is called"),
        ({"model": "sdxl-turbo"}, "does not make shots"),
        ({"model": "some/repository"}, "was not found"),
    ],
)
def test_impossible_settings_are_refused(fields: dict[str, Any], words: str, store: Store, tmp_path: Path) -> None:
    error = refusal(replace(shot(tmp_path / "a.apng"), **fields), store)
    assert words in str(error)
    assert error.failure.todo


def test_what_does_not_go_together_is_refused(store: Store, picture: Path, movie: Path, tmp_path: Path) -> None:
    job = shot(tmp_path / "a.apng", model=IDS["df"])
    first, last = source(picture), source(movie)
    assert "no start picture" in str(refusal(replace(job, last_image=first), store))
    assert "not both" in str(refusal(replace(job, image=first, movie=last), store))
    assert "Asynchronous" in str(refusal(replace(job, image=first, asynchronous=True), store))


@pytest.mark.parametrize(
    ("model", "fields", "words"),
    [
        ("t2v", {"image": True}, "makes no shots from a picture"),
        ("t2v", {"movie": True}, "cannot let a movie go on"),
        ("t2v", {"asynchronous": True}, "cannot denoise asynchronously"),
        ("i2v", {}, "makes no shots from words alone"),
        ("i2v", {"image": True, "last_image": True}, "makes no shots between two pictures"),
        ("flf2v", {"image": True}, "makes no shots from a picture"),
    ],
)
def test_a_model_that_cannot_do_it_is_named_with_those_that_can(
    model: Any, fields: dict[str, Any], words: str, store: Store, picture: Path, movie: Path, tmp_path: Path
) -> None:
    paths = {"image": picture, "last_image": picture, "movie": movie}
    given = {name: source(paths[name]) if name in paths else value for name, value in fields.items()}
    error = refusal(shot(tmp_path / "a.apng", model=IDS[model], **given), store)
    assert words in error.failure.what
    assert "skyreels-v2-" in error.failure.todo


def test_a_missing_model_is_named_with_how_to_get_it(tmp_path: Path) -> None:
    empty = Store(tmp_path / "empty", offline=True)
    error = refusal(shot(tmp_path / "a.apng"), empty)
    assert error.code is ErrorCode.MODEL_MISSING
    assert f"portraits-engine models download {IDS['t2v']}" in error.failure.todo


def test_missing_and_broken_inputs_are_named(store: Store, tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n nothing")
    for path in (tmp_path / "gone.png", broken):
        error = refusal(shot(tmp_path / "a.apng", model=IDS["i2v"], image=source(path)), store)
        assert path.name in error.failure.what
        error = refusal(shot(tmp_path / "a.apng", model=IDS["df"], movie=source(path)), store)
        assert path.name in error.failure.what


def test_a_picture_of_another_shape_is_fitted_and_said(store: Store, picture: Path, tmp_path: Path) -> None:
    for fit, words in (("cover", "its edges were cut off"), ("contain", "filled with a blurred copy")):
        context = SilentContext()
        job = shot(tmp_path / "a.apng", model=IDS["i2v"], image=source(picture), width=32, height=48, fit=fit)
        request = prepared(job, context, store)
        assert request.inputs.first is not None
        assert request.inputs.first.shape == (1, 48, 32, 3)
        assert any(words in note for note in context.notes)


def test_an_output_that_cannot_be_is_refused_before_the_work(store: Store, tmp_path: Path) -> None:
    assert refusal(shot(tmp_path / "gone" / "a.apng"), store).code is ErrorCode.CANNOT_WRITE
    wrong = shot(tmp_path / "a.apng", encode=EncodeSettings(codec="prores"))
    assert "cannot hold ProRes" in str(refusal(wrong, store))
    assert "Quality" in str(refusal(shot(tmp_path / "a.apng", encode=EncodeSettings(codec="apng", quality=50)), store))


def test_without_ftfy_it_is_said_before_the_work(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ftfy", None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "ftfy" else object())
    assert "ftfy" in str(refusal(shot(tmp_path / "a.apng"), store))


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda folder: (folder / "model_index.json").write_text("{"), "cannot be read"),
        (lambda folder: (folder / "model_index.json").write_text('{"_class_name": "FluxPipeline"}'), "FluxPipeline"),
        (
            lambda folder: (folder / "model_index.json").write_text(
                json.dumps({"_class_name": "SkyReelsV2Pipeline", "vae": ["my_code", "Vae"]})
            ),
            "code of its own",
        ),
        (lambda folder: (folder / "transformer" / "config.json").unlink(), "config.json cannot be read"),
        (lambda folder: (folder / "transformer" / "config.json").write_text("{}"), "lacks"),
        (lambda folder: next((folder / "transformer").glob("*.safetensors")).unlink(), "not complete"),
        (lambda folder: next((folder / "vae").glob("*.safetensors")).write_bytes(b"cut"), "cannot be loaded"),
    ],
)
def test_broken_models_are_named(damage: Any, words: str, models: Path, store: Store, tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "SkyReels-broken"
    shutil.copytree(next(models.glob("*T2V*")), folder)
    damage(folder)
    error = refusal(shot(tmp_path / "a.apng", model=str(folder)), store)
    assert error.code in (ErrorCode.BAD_MODEL, ErrorCode.MODEL_MISSING)
    assert words in str(error)


def test_models_are_told_apart(models: Path, store: Store) -> None:
    tasks = {kind: find_model(IDS[kind], store).tasks for kind in IDS}
    assert tasks == {
        "t2v": ("words",),
        "i2v": ("picture",),
        "flf2v": ("first_last",),
        "df": ("words", "picture", "first_last", "extend"),
    }
    by_repository = find_model("Skywork/SkyReels-V2-DF-1.3B-540P-Diffusers", store)
    assert by_repository.path == find_model(IDS["df"], store).path


def test_trouble_ahead_is_said(store: Store, tmp_path: Path) -> None:
    context = SilentContext()
    job = shot(
        tmp_path / "a.apng", num_frames=201, width=1280, height=720, window_prompts=("b", "c"), guidance_scale=1.0
    )
    prepared(job, context, store)
    told = " ".join(context.notes)
    for words in (
        "was trained on 97 frames",
        "was trained on 960 x 544 pixels",
        "2 of the prompts were not used",
        "The negative prompt is not used",
    ):
        assert words in told
