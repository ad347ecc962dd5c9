"""Animations with the tiny models."""

from pathlib import Path
from typing import Any

from engine.media.movie_reader import MovieReader
from engine.protocol.jobs.animate import AnimateJob
from engine.protocol.jobs.base import Source


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
