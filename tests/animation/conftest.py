"""Tiny models in the model store, and one thread: for networks so small it is faster, and the numbers stay the same."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.animation.motion_file import write_motion
from engine.media.pictures import write_picture
from engine.models.settings import StoreSettings, settings_file, write_settings
from tests.helpers.media import gradient
from tests.helpers.motion import dance
from tests.helpers.tiny_mtvcrafter import tiny_store


@pytest.fixture(autouse=True, scope="package")
def _one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


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
