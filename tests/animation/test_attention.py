"""MV-DiT attends as shots do: with the fastest exact attention that is there, in all its parts."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers.models.attention_dispatch import attention_backend

from engine.animation import models as animation_models
from engine.animation.job import run
from engine.animation.motion_memory import MotionMemory
from engine.media.movie_reader import MovieReader
from engine.protocol.context import SilentContext
from engine.protocol.jobs.encode import EncodeSettings
from tests.animation import test_mvdit7b as small
from tests.animation.helpers import asked
from tests.helpers.attention import ON_PROCESSOR, watched_attention
from tests.helpers.motion import distance, golden, golden_names


def frames(path: str) -> Any:
    with MovieReader(Path(path)) as reader:
        return np.stack([frame for _, frame in reader.frames()]).astype(int)


@torch.no_grad()
@pytest.mark.parametrize("backend", ON_PROCESSOR)
def test_the_7b_gives_the_published_numbers_with_every_attention(backend: str) -> None:
    reference = golden(golden_names("dit7b_*")[0])
    model: Any = small.model_of(reference)
    image, rotary = small.tables(reference)
    motion = MotionMemory(reference["in.motion_emb"], rotary)
    with watched_attention() as held, attention_backend(backend):
        found = model(reference["in.hidden_states"], reference["in.timestep"], image, motion)
    assert distance(found, reference["out.sample"]) < 1e-4
    assert held == [backend == "_native_math"] * (2 * len(model.transformer_blocks))


@pytest.mark.parametrize("variant", ["7b", "17b"])
def test_an_animation_uses_the_attention_that_is_chosen(
    variant: str, inputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lossless = EncodeSettings(codec="apng")
    given: dict[str, Any] = {"model": variant, "frames": 13, "steps": 1, "encode": lossless}
    (plain,) = run(asked(inputs, output=str(inputs / "plain.apng"), **given), SilentContext())
    chosen: list[tuple[Any, ...]] = []

    def choose(wanted: str, device: Any, number_format: str, *, masked: bool, note: Any) -> str:
        chosen.append((wanted, device.kind, number_format, masked))
        return "_native_math"

    monkeypatch.setattr(animation_models, "attention_for", choose)
    with watched_attention() as held:
        (made,) = run(asked(inputs, output=str(inputs / "made.apng"), **given), SilentContext())
    assert chosen == [("auto", "cpu", "float32", False)]
    assert any(held)
    assert np.abs(frames(made.path) - frames(plain.path)).max() <= 2
