"""Styles for Wan models: all namings act alike, other families are refused, and strength 0 changes nothing."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.image import Lora
from engine.protocol.jobs.video import VideoJob
from engine.video.job import run
from tests.helpers.tiny_lora import write_lora
from tests.helpers.tiny_sdxl import tiny_pipeline
from tests.helpers.tiny_skyreels import transformer, write_wan_lora
from tests.video.conftest import IDS, shot, source
from tests.video.test_job import frames


def styled(job: VideoJob, store: Store) -> Any:
    return frames(run(job, SilentContext(), store=store)[0].path)


def refusal(path: Path, store: Store, tmp_path: Path, **fields: Any) -> PortraitsError:
    with pytest.raises(PortraitsError) as caught:
        run(shot(tmp_path / "a.apng", loras=(Lora(source=source(path)),), **fields), SilentContext(), store=store)
    assert caught.value.code is ErrorCode.BAD_MODEL
    return caught.value


def test_every_naming_acts_alike(store: Store, tmp_path: Path) -> None:
    plain = styled(shot(tmp_path / "plain.apng"), store)
    made = []
    for naming in ("diffusers", "original", "musubi"):
        path = write_wan_lora(tmp_path / f"{naming}.v1.safetensors", transformer(), naming=naming)  # type: ignore[arg-type]
        made.append(styled(shot(tmp_path / f"{naming}.apng", loras=(Lora(source=source(path)),)), store))
    assert np.abs(made[0].astype(int) - plain).max() > 3
    assert np.array_equal(made[0], made[1])
    assert np.array_equal(made[0], made[2])


def test_strength_counts_and_zero_is_the_model_alone(store: Store, tmp_path: Path) -> None:
    path = write_wan_lora(tmp_path / "ink.safetensors", transformer())
    plain = styled(shot(tmp_path / "plain.apng"), store)
    away = [
        np.abs(
            styled(
                shot(tmp_path / f"{strength}.apng", loras=(Lora(source=source(path), strength=strength),)), store
            ).astype(int)
            - plain
        ).mean()
        for strength in (0.0, 0.3, 1.0)
    ]
    assert away[0] == 0
    assert 0 < away[1] < away[2]
    # The model is not left styled.
    assert np.array_equal(styled(shot(tmp_path / "again.apng"), store), plain)


def test_two_halves_are_one_whole(store: Store, tmp_path: Path) -> None:
    path = write_wan_lora(tmp_path / "ink.safetensors", transformer())
    whole = styled(shot(tmp_path / "a.apng", loras=(Lora(source=source(path)),)), store)
    halves = tuple(Lora(source=source(path), strength=0.5, name=name) for name in ("one", "two"))
    assert np.abs(styled(shot(tmp_path / "b.apng", loras=halves), store).astype(int) - whole).max() <= 1


def test_a_style_for_words_works_from_a_picture_too(store: Store, picture: Path, tmp_path: Path) -> None:
    path = write_wan_lora(tmp_path / "ink.safetensors", transformer())
    job = shot(tmp_path / "a.apng", model=IDS["i2v"], image=source(picture))
    plain = styled(job, store)
    with_style = shot(tmp_path / "b.apng", model=IDS["i2v"], image=source(picture), loras=(Lora(source=source(path)),))
    assert not np.array_equal(styled(with_style, store), plain)


def test_styles_that_cannot_work_are_refused_with_words(store: Store, tmp_path: Path) -> None:
    other = write_lora(tmp_path / "portrait.safetensors", tiny_pipeline())
    assert "is a style for SDXL and does not work with a model of the kind Wan" in str(refusal(other, store, tmp_path))
    good = write_wan_lora(tmp_path / "good.safetensors", transformer())
    tensors = load_file(good)
    save_file({name: value * float("nan") for name, value in tensors.items()}, tmp_path / "nan.safetensors")
    assert "is damaged" in str(refusal(tmp_path / "nan.safetensors", store, tmp_path))
    idle = {name: value * (0 if "lora_B" in name else 1) for name, value in tensors.items()}
    save_file(idle, tmp_path / "idle.safetensors")
    assert "has no effect" in str(refusal(tmp_path / "idle.safetensors", store, tmp_path))
    wide = {name: torch.zeros(value.shape[0], 99) if "lora_A" in name else value for name, value in tensors.items()}
    save_file(wide, tmp_path / "wide.safetensors")
    assert "does not fit this model" in str(refusal(tmp_path / "wide.safetensors", store, tmp_path))
    # After all that the model works.
    assert styled(shot(tmp_path / "b.apng"), store).shape[0] == 9
