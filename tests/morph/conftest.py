"""Sample portraits, read and searched once, and a cache of their own for tests."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

import resources
from engine.media.pictures import read_picture, resize_picture
from engine.morph.landmarks import FaceDetector
from engine.morph.picture import Frame, PreparedPicture, prepare_picture
from engine.morph.strips import StripWorkers
from engine.project.landmarks import Landmarks

SIDE = 320


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.morph.inputs.landmark_cache_folder", lambda: tmp_path / "landmark-cache")


def sample_path(number: int) -> Path:
    return resources.path("samples", "portraits", f"portrait-{number}.jpg")


@pytest.fixture(scope="session")
def detector() -> Iterator[FaceDetector]:
    with FaceDetector() as found:
        yield found


@pytest.fixture(scope="session")
def workers() -> Iterator[StripWorkers]:
    found = StripWorkers(2)
    yield found
    found.close()


@pytest.fixture(scope="session")
def portraits(detector: FaceDetector) -> list[tuple[NDArray[np.uint8], Landmarks]]:
    """Samples 1 to 4 at 320 x 320 with their landmarks."""
    found = []
    for number in range(1, 5):
        large = read_picture(sample_path(number))
        (landmarks,) = detector.detect(large)
        found.append((resize_picture(large, SIDE, SIDE), landmarks.scaled_to(SIDE, SIDE)))
    return found


@pytest.fixture(scope="session")
def prepared(portraits: list[tuple[NDArray[np.uint8], Landmarks]]) -> list[PreparedPicture]:
    """The same, in a frame of their size, aligned to the first, person and background apart."""
    frame = Frame(SIDE, SIDE)
    found: list[PreparedPicture] = []
    for number, (rgba, landmarks) in enumerate(portraits, 1):
        first = found[0].points if found else None
        found.append(prepare_picture(rgba, landmarks, frame, name=f"portrait-{number}.jpg", align_to=first))
    return found
