"""Tiny models and styles on disk, built once, and a store that finds them as it finds the real ones."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.models.loaded import kept_models
from engine.models.store import Store
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
