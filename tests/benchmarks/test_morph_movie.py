# ruff: noqa: T201 - benchmarks print what they measured
"""Six pictures to a film of 480 frames, everything included, against the encoder alone on ready frames.

Run with ``pytest -m benchmark -s tests/benchmarks/test_morph_movie.py``.
"""

import time
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

import resources
from engine.media.movie_writer import MovieWriter
from engine.morph.job import run
from engine.protocol.context import SilentContext
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.jobs.morph import MorphJob, MorphSettings

FRAMES = 480
ROUNDS = 3


def job(folder: Path, name: str, settings: MorphSettings) -> MorphJob:
    return MorphJob(
        inputs=(Source(path=str(resources.path("samples", "portraits"))),),
        output=str(folder / name),
        pair_frames=(95, 95, 95, 95, 94),
        settings=settings,
        overwrite=True,
    )


def encoder_alone(folder: Path, frames: list[np.ndarray]) -> float:
    start = time.perf_counter()
    with MovieWriter(
        folder / "alone.mp4", width=1024, height=1024, fps=Fraction(24), encode=EncodeSettings(), overwrite=True
    ) as writer:
        for frame in frames:
            writer.write(frame)
    return time.perf_counter() - start


@pytest.mark.benchmark
def test_pictures_to_film(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.media.movie_reader import MovieReader

    monkeypatch.setattr("engine.morph.inputs.cache_folder", lambda: None)  # detection is part of the work
    kinds = {"person and background": MorphSettings(), "one layer": MorphSettings(separation="none")}
    times: dict[str, list[float]] = {name: [] for name in kinds}
    alone: dict[str, list[float]] = {name: [] for name in kinds}
    for name, settings in kinds.items():
        run(job(tmp_path, f"{name}.mp4", settings), SilentContext())  # compiles, imports
    for name, settings in kinds.items():
        with MovieReader(tmp_path / f"{name}.mp4") as movie:
            frames = [rgba for _, rgba in movie.frames()]
        assert len(frames) == FRAMES
        for _ in range(ROUNDS):
            alone[name].append(encoder_alone(tmp_path, frames))
            start = time.perf_counter()
            run(job(tmp_path, f"{name}.mp4", settings), SilentContext())
            times[name].append(time.perf_counter() - start)
        del frames
    for name in kinds:
        encoder, whole = FRAMES / min(alone[name]), FRAMES / min(times[name])
        print(
            f"\n{name}: pictures to film {whole:.1f} frames/s, encoder alone {encoder:.1f} frames/s, "
            f"{whole / encoder:.0%} (at least 70 %)",
            end="",
        )
    print()
