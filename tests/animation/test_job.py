"""Pictures and motions become movies: tiny models in the published layouts, through the model store, to the end."""

import hashlib
import shutil
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from engine.animation import job as animate_job
from engine.animation.job import run
from engine.animation.motion import make_motion
from engine.animation.motion_file import write_motion
from engine.media.movie_reader import MovieReader
from engine.media.pictures import write_picture
from engine.media.probe import read_metadata
from engine.models.settings import StoreSettings, settings_file, write_settings
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.animate import AnimateJob, ModelPaths
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.encode import EncodeSettings
from tests.helpers.media import gradient
from tests.helpers.motion import CancelledContext, RecordingContext, dance
from tests.helpers.tiny_mtvcrafter import tiny_lora, tiny_store


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The tiny models, added to the model store."""
    folder = tiny_store(tmp_path_factory.mktemp("models"))
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    write_settings(StoreSettings(added=(str(folder),), offline=True))
    yield folder
    settings_file().unlink()


@pytest.fixture
def inputs(tmp_path: Path, models: Path) -> Path:
    write_picture(tmp_path / "anna.png", gradient(96, 80), overwrite=False, text=None)
    write_motion(tmp_path / "dance.motion.npz", dance(49))
    return tmp_path


def asked(folder: Path, **more: Any) -> AnimateJob:
    given: dict[str, Any] = {
        "reference": Source(path=str(folder / "anna.png")),
        "motion": Source(path=str(folder / "dance.motion.npz")),
        "output": str(folder / "made.mp4"),
        "side": 64,
        "steps": 2,
        "device": "cpu",
        "precision": "float32",
    }
    return AnimateJob(**given | more)


def frames_of(path: Path) -> list[Any]:
    with MovieReader(path) as reader:
        return [rgba for _, rgba in reader.frames()]


@pytest.mark.parametrize("model", ["7b", "17b"])
def test_one_clip_is_made(inputs: Path, models: Path, model: Any) -> None:
    context = RecordingContext()
    (movie,) = run(
        asked(inputs, model=model, models=ModelPaths(tokenizer=str(models / "MTVCrafter" / "4DMoT"))), context
    )
    assert (movie.media.width, movie.media.height) == (64, 64)
    assert movie.media.frames == 49
    assert movie.media.fps == 20
    denoising = [step for phase, step, _ in context.steps if phase == "Denoising"]
    assert denoising == [0, 1, 2]
    assert context.previews[0] == (256, 256), "there is a picture before the clip is decoded"
    assert not any(name.name.startswith(".") for name in inputs.iterdir())
    recipe = read_metadata(Path(movie.path))["portraits.recipe"]
    assert '"kind":"animate"' in recipe
    assert str(inputs) not in recipe
    assert str(models) not in recipe


@pytest.mark.parametrize("model", ["7b", "17b"])
def test_three_clips_go_on_from_each_other(inputs: Path, model: Any) -> None:
    write_motion(inputs / "long.motion.npz", dance(92))
    context = RecordingContext()
    (movie,) = run(asked(inputs, model=model, motion=Source(path=str(inputs / "long.motion.npz")), steps=1), context)
    assert movie.media.frames == 92
    assert any("3 clips" in note for note in context.notes)
    assert [step for phase, step, _ in context.steps if phase == "Denoising"] == [0, 1, 1, 2, 2, 3]
    assert len(frames_of(Path(movie.path))) == 92


@pytest.mark.parametrize("model", ["7b", "17b"])
def test_the_same_seed_gives_the_same_movie_and_another_seed_another(inputs: Path, model: Any) -> None:
    def pictures(name: str, seed: int) -> Any:
        lossless = EncodeSettings(codec="apng")
        job = asked(inputs, model=model, seed=seed, output=str(inputs / name), frames=13, steps=1, encode=lossless)
        run(job, SilentContext())
        return np.stack(frames_of(inputs / name))

    first = pictures("a.apng", 1)
    np.testing.assert_array_equal(first, pictures("b.apng", 1))
    assert (first != pictures("c.apng", 2)).any()


def test_the_motion_moves_the_picture(inputs: Path) -> None:
    write_motion(inputs / "wave.motion.npz", dance(49, kind="wave"))

    def pictures(motion: str, strength: float) -> Any:
        name = inputs / f"{motion}-{strength}.apng"
        source = Source(path=str(inputs / f"{motion}.motion.npz"))
        more = {"motion_strength": strength, "encode": EncodeSettings(codec="apng")}
        run(asked(inputs, model="17b", motion=source, output=str(name), steps=1, frames=13, **more), SilentContext())
        return np.stack(frames_of(name))

    assert (pictures("dance", 1.0) != pictures("wave", 1.0)).any()
    np.testing.assert_array_equal(pictures("dance", 0.0), pictures("wave", 0.0))


def test_panels_stand_side_by_side(inputs: Path) -> None:
    (drive,) = run(asked(inputs, output=str(inputs / "drive.mp4"), frames=13, steps=1), SilentContext())
    (movie,) = run(asked(inputs, panels=True, frames=13, steps=1, driving=(Source(path=drive.path),)), SilentContext())
    assert (movie.media.width, movie.media.height) == (320, 64)
    assert movie.media.frames == 13
    row = frames_of(Path(movie.path))[5][..., :3].astype(int)
    reference, driving, before, after, result = (row[:, start : start + 64] for start in range(0, 320, 64))
    assert np.abs(reference - gradient(80, 80)[::5, ::5, :3].repeat(4, 0).repeat(4, 1)).mean() < 25
    assert driving.any()
    assert 0 < (before.max(axis=2) > 60).mean() < 0.3
    assert not (before == after).all()
    assert result.std() > 0


def test_a_lora_needs_ten_steps_and_no_guidance(inputs: Path) -> None:
    lora = tiny_lora(inputs / "fusion.safetensors")
    job = asked(inputs, model="17b", steps=None, lora=(Source(path=str(lora)),), frames=13)
    settings = animate_job._settings(job)
    assert (settings.steps, settings.guidance, settings.guided) == (10, 1.0, False)
    plain = animate_job._settings(asked(inputs, model="17b", steps=None))
    assert (plain.steps, plain.guidance) == (50, 6.0)
    assert animate_job._settings(asked(inputs, model="7b", steps=None)).guidance == 3.0
    (movie,) = run(job, SilentContext())
    assert movie.media.frames == 13


@pytest.mark.parametrize("more", [{"both_halves": False}, {"clip_image": "reference"}, {"offload": "fp8"}])
def test_other_ways_to_run_the_17b(inputs: Path, more: dict[str, Any]) -> None:
    write_motion(inputs / "dance.motion.npz", dance(60), overwrite=True)
    (movie,) = run(asked(inputs, model="17b", steps=1, **more), SilentContext())
    assert movie.media.frames == 60


@pytest.mark.parametrize(("width", "height"), [(64, 64), (800, 20), (20, 800)])
def test_references_of_every_shape(inputs: Path, width: int, height: int) -> None:
    picture = gradient(width, height)
    picture[: height // 2, :, 3] = 0
    write_picture(inputs / "odd.png", picture, overwrite=False, text=None)
    context = SilentContext()
    (movie,) = run(
        asked(inputs, model="17b", reference=Source(path=str(inputs / "odd.png")), frames=8, steps=1), context
    )
    assert movie.media.frames == 8
    assert any("white" in note for note in context.notes)
    assert any("narrow" in note for note in context.notes) == (width != height)


def test_gaps_are_filled_and_told_or_refused(inputs: Path) -> None:
    joints = dance(20).joints.copy()
    joints[4:6] = np.nan
    write_motion(inputs / "gaps.motion.npz", make_motion(joints))
    gaps = Source(path=str(inputs / "gaps.motion.npz"))
    context = SilentContext()
    run(asked(inputs, motion=gaps, steps=1), context)
    assert any("2 frames" in note for note in context.notes)
    with pytest.raises(PortraitsError, match="without a person"):
        run(asked(inputs, motion=gaps, clean=False, output=str(inputs / "b.mp4")), SilentContext())


@pytest.mark.parametrize("frames", [0, 1, 7])
def test_motions_that_are_too_short_are_refused(inputs: Path, frames: int) -> None:
    write_motion(inputs / "short.motion.npz", make_motion(dance(8).joints[:frames]))
    with pytest.raises(PortraitsError) as error:
        run(asked(inputs, motion=Source(path=str(inputs / "short.motion.npz"))), SilentContext())
    assert error.value.code is ErrorCode.BAD_INPUT
    assert not (inputs / "made.mp4").exists()


def test_a_motion_at_another_frame_rate_keeps_its_speed(inputs: Path) -> None:
    write_motion(inputs / "fast.motion.npz", dance(31, fps=Fraction(30)))
    (movie,) = run(asked(inputs, motion=Source(path=str(inputs / "fast.motion.npz")), steps=1), SilentContext())
    assert movie.media.frames == 21


def paths(models: Path, **more: str) -> ModelPaths:
    return ModelPaths(**{"tokenizer": str(models / "MTVCrafter" / "4DMoT"), **more})


def test_a_checkpoint_of_the_other_variant_is_told(inputs: Path, models: Path) -> None:
    wan, cog = models / "MTVCrafter" / "MV-DiT" / "Wan-2-1", models / "MTVCrafter" / "MV-DiT" / "CogVideoX"
    for model, folder, name in (("7b", wan, "MV-DiT-17B"), ("17b", cog, "MV-DiT-7B")):
        with pytest.raises(PortraitsError, match=f"holds {name}") as error:
            run(asked(inputs, model=model, models=paths(models, transformer=str(folder))), SilentContext())
        assert error.value.code is ErrorCode.BAD_MODEL
    with pytest.raises(PortraitsError, match="the motion tokenizer"):
        run(asked(inputs, models=paths(models, transformer=str(models / "MTVCrafter" / "4DMoT"))), SilentContext())
    assert not (inputs / "made.mp4").exists()


@pytest.mark.parametrize("model", ["7b", "17b"])
def test_missing_and_unexpected_weights_are_named(inputs: Path, models: Path, model: Any) -> None:
    source = models / "MTVCrafter" / "MV-DiT" / ("CogVideoX" if model == "7b" else "Wan-2-1")
    folder = inputs / "broken"
    shutil.copytree(source, folder)
    file = max(folder.glob("*.safetensors"))
    state = load_file(file)
    gone = max(state)
    del state[gone]
    save_file(state | {"something.else": torch.zeros(2)}, file)
    with pytest.raises(PortraitsError, match=r"1 missing .*1 unexpected .*something\.else") as error:
        run(asked(inputs, model=model, models=paths(models, transformer=str(folder))), SilentContext())
    assert error.value.code is ErrorCode.BAD_MODEL
    file.write_bytes(file.read_bytes()[:100])
    with pytest.raises(PortraitsError) as error:
        run(asked(inputs, model=model, models=paths(models, transformer=str(folder))), SilentContext())
    assert error.value.code is ErrorCode.BAD_MODEL
    file.unlink()
    with pytest.raises(PortraitsError) as error:
        run(asked(inputs, model=model, models=paths(models, transformer=str(folder))), SilentContext())
    assert error.value.code is ErrorCode.MODEL_MISSING


def test_a_lora_for_another_family_is_refused(inputs: Path) -> None:
    save_file(
        {"lora_unet_down.lora_up.weight": torch.ones(4, 2), "lora_unet_down.lora_down.weight": torch.ones(2, 4)},
        inputs / "sdxl.safetensors",
    )
    job = asked(inputs, model="17b", lora=(Source(path=str(inputs / "sdxl.safetensors")),))
    with pytest.raises(PortraitsError, match="none of its names fits"):
        run(job, SilentContext())
    with pytest.raises(PortraitsError, match="takes no LoRA"):
        run(asked(inputs, model="7b", lora=job.lora), SilentContext())


def test_models_that_are_not_there_are_told(inputs: Path, models: Path) -> None:
    write_settings(StoreSettings(offline=True))
    try:
        with pytest.raises(PortraitsError) as error:
            run(asked(inputs), SilentContext())
    finally:
        write_settings(StoreSettings(added=(str(models),), offline=True))
    assert error.value.code is ErrorCode.MODEL_MISSING
    assert "download" in str(error.value).lower()


def test_out_of_memory_names_the_next_smaller_setting(inputs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr("engine.animation.mvdit7b.MVDiT7B.forward", full)
    with pytest.raises(PortraitsError, match="group") as error:
        run(asked(inputs), SilentContext())
    assert error.value.code is ErrorCode.OUT_OF_MEMORY
    assert not (inputs / "made.mp4").exists()


def test_a_cancelled_job_leaves_nothing(inputs: Path) -> None:
    before = sorted(inputs.iterdir())
    with pytest.raises(Cancelled):
        run(asked(inputs, steps=20), CancelledContext(8))
    assert sorted(inputs.iterdir()) == before


def test_a_movie_that_is_there_is_not_replaced(inputs: Path) -> None:
    (inputs / "made.mp4").write_bytes(b"mine")
    with pytest.raises(PortraitsError) as error:
        run(asked(inputs), SilentContext())
    assert error.value.code is ErrorCode.OUTPUT_EXISTS
    assert (inputs / "made.mp4").read_bytes() == b"mine"


def test_a_picture_sequence_is_told_by_its_first_picture(inputs: Path) -> None:
    folder = inputs / "frames"
    (first,) = run(
        asked(inputs, output=str(folder), frames=9, steps=1, encode=EncodeSettings(codec="png")), SilentContext()
    )
    assert first.path == str(folder / "frame-000001.png")
    assert first.media.kind == "picture"
    assert len(list(folder.glob("*.png"))) == 9
    assert first.sha256 == hashlib.sha256(Path(first.path).read_bytes()).hexdigest()
