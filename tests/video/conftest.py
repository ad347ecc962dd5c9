"""Tiny SkyReels-V2 models on disk, built once, and a store that finds them as it finds the real ones."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.media.movie_writer import MovieWriter
from engine.media.pictures import write_picture
from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.jobs.video import VideoJob
from tests.helpers.tiny_skyreels import Kind, build_skyreels, pipeline

NAMES: dict[Kind, str] = {
    "t2v": "SkyReels-V2-T2V-14B-540P-Diffusers",
    "i2v": "SkyReels-V2-I2V-1.3B-540P-Diffusers",
    "flf2v": "SkyReels-V2-FLF2V-1.3B-540P-Diffusers",
    "df": "SkyReels-V2-DF-1.3B-540P-Diffusers",
}
IDS: dict[Kind, str] = {
    "t2v": "skyreels-v2-t2v-14b-540p",
    "i2v": "skyreels-v2-i2v-1.3b-540p",
    "flf2v": "skyreels-v2-flf2v-1.3b-540p",
    "df": "skyreels-v2-df-1.3b-540p",
}
WIDTH, HEIGHT = 48, 32


@pytest.fixture(scope="session", autouse=True)
def _one_thread() -> Iterator[None]:
    """The tiny networks are slower on several threads, which wait for each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module", autouse=True)
def _models_stay_loaded() -> Iterator[None]:
    """As in an engine that serves a window."""
    kept_models.set_budget(2**40)
    yield
    kept_models.set_budget(0)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTRAITS_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a tiny model of each kind, under the published names."""
    folder = tmp_path_factory.mktemp("models")
    for kind, name in NAMES.items():
        build_skyreels(folder / name, kind)
    return folder


@pytest.fixture(scope="session")
def bare() -> dict[Kind, Any]:
    """The same models as diffusers alone runs them."""
    return {kind: pipeline(kind) for kind in NAMES}


@pytest.fixture
def store(models: Path, tmp_path: Path) -> Store:
    return Store(tmp_path / "store", added=[models], offline=True)


@pytest.fixture(scope="session")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture of the shot's size."""
    path = tmp_path_factory.mktemp("pictures") / "face.png"
    write_picture(path, noisy(1, WIDTH, HEIGHT)[0], overwrite=False, text=None)
    return path


@pytest.fixture(scope="session")
def movie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lossless movie of 21 frames at 24 per second."""
    path = tmp_path_factory.mktemp("movies") / "before.apng"
    settings = {"width": WIDTH, "height": HEIGHT, "fps": Fraction(24), "encode": EncodeSettings(codec="apng")}
    with MovieWriter(path, **settings) as writer:
        for frame in noisy(21, WIDTH, HEIGHT):
            writer.write(frame)
    return path


def noisy(count: int, width: int, height: int) -> Any:
    """Opaque random frames, uint8 (count, height, width, 4)."""
    frames = np.random.default_rng(5).integers(0, 256, (count, height, width, 4), np.uint8)
    frames[..., 3] = 255
    return frames


class Listener(SilentContext):
    """Keeps what it hears; wants every preview; may cancel."""

    def __init__(self, cancel_at: float | None = None, *, keep: bool = False) -> None:
        super().__init__()
        self.steps: list[tuple[str, float, float | None]] = []
        self.previews: list[tuple[int, int]] = []
        self.cancel_at, self.keep = cancel_at, keep

    @property
    def keep_done(self) -> bool:
        return self.keep

    def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
        self.steps.append((phase, step, total))

    def preview_due(self) -> bool:
        return True

    def preview(self, rgb: bytes, width: int, height: int, places: tuple[int, ...] = ()) -> None:
        assert len(rgb) == 3 * width * height
        self.previews.append((width, height))

    def check_cancelled(self) -> None:
        reached = max((step for phase, step, _ in self.steps if phase == "Denoising"), default=0.0)
        if self.cancel_at is not None and reached >= self.cancel_at:
            raise Cancelled


def shot(output: Path, **fields: Any) -> VideoJob:
    """A job of a few tiny frames in three steps."""
    settings: dict[str, Any] = {
        "prompt": "a man",
        "model": IDS["t2v"],
        "width": WIDTH,
        "height": HEIGHT,
        "num_frames": 9,
        "steps": 3,
        "precision": "float32",
        "seed": 7,
        "encode": EncodeSettings(codec="apng"),
        "output": str(output),
    }
    return VideoJob(**settings | fields)


def source(path: Path) -> Source:
    return Source(path=str(path))
