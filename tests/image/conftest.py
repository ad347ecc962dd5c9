"""Tiny models and styles on disk, built once, and a store that finds them as it finds the real ones."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.image.faces import Rgba
from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.project.landmarks import Landmarks
from tests.helpers.tiny_lora import write_lora
from tests.helpers.tiny_sdxl import build_sdxl, tiny_pipeline


@pytest.fixture(scope="session", autouse=True)
def _one_thread() -> Iterator[None]:
    """The tiny networks are slower on several threads, which wait for each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a tiny SDXL Turbo."""
    folder = tmp_path_factory.mktemp("models")
    build_sdxl(folder / "sdxl-turbo")
    return folder


@pytest.fixture(scope="session")
def bare(models: Path) -> Any:
    """The same model as diffusers alone loads it."""
    from diffusers import StableDiffusionXLPipeline

    pipeline = StableDiffusionXLPipeline.from_pretrained(models / "sdxl-turbo", local_files_only=True, variant="fp16")
    pipeline.set_progress_bar_config(disable=True)
    return pipeline


@pytest.fixture(scope="session")
def loras(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two styles, one of them with a dot in its name."""
    folder, pipeline = tmp_path_factory.mktemp("loras"), tiny_pipeline()
    write_lora(folder / "ink.v1.5.safetensors", pipeline, seed=1)
    write_lora(folder / "grain.safetensors", pipeline, seed=2)
    return folder


@pytest.fixture
def store(models: Path, tmp_path: Path) -> Store:
    return Store(tmp_path / "store", added=[models], offline=True)


@pytest.fixture(scope="module", autouse=True)
def _models_stay_loaded() -> Iterator[None]:
    """As in an engine that serves a window."""
    kept_models.set_budget(2**40)
    yield
    kept_models.set_budget(0)


def face(
    width: int, height: int, *, turn: float = 0.0, scale: float = 0.5, at: tuple[float, float] = (0.5, 0.5)
) -> Landmarks:
    """Landmarks of a schematic face: a disc of points, its nose tip moved sideways by ``turn`` of its half width."""
    radius = scale * min(width, height) / 2
    centre = np.array([at[0] * width, at[1] * height])
    angles = np.arange(478) * 2.399963
    distance = np.sqrt(np.arange(478) / 478) * radius
    points = centre + np.stack([np.cos(angles), np.sin(angles)], axis=1) * distance[:, None]
    for index, place in {
        1: (turn, 0.1),
        234: (-1, 0),
        454: (1, 0),
        33: (-0.4, -0.2),
        263: (0.4, -0.2),
        152: (0, 1),
        10: (0, -1),
    }.items():
        points[index] = centre + np.array(place) * radius
    return Landmarks(
        detector="test",
        detector_version="1",
        width=width,
        height=height,
        points=tuple((float(x), float(y)) for x, y in points),
    )


class ScriptedFaces:
    """A face finder that answers from a list, then always with one frontal face."""

    def __init__(self, *answers: list[Landmarks] | None) -> None:
        self._answers = list(answers)
        self.asked: list[Rgba] = []

    def __call__(self, rgba: Rgba) -> list[Landmarks]:
        self.asked.append(rgba)
        answer = self._answers.pop(0) if self._answers else None
        return [face(rgba.shape[1], rgba.shape[0])] if answer is None else answer
