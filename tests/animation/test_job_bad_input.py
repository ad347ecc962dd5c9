"""Animations that cannot be made: bad motions, wrong weights, no memory; nothing is left under the movie's name."""

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from engine.animation.job import run
from engine.animation.motion import make_motion
from engine.animation.motion_file import write_motion
from engine.models.settings import StoreSettings, write_settings
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.animate import ModelPaths
from engine.protocol.jobs.base import Source
from tests.animation.helpers import asked
from tests.helpers.motion import CancelledContext, dance


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


def test_a_motion_that_would_never_count_is_refused(inputs: Path) -> None:
    with pytest.raises(PortraitsError, match="never count"):
        run(asked(inputs, motion_start=0.6, motion_end=0.5), SilentContext())


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
