"""Six pictures to a film of 480 frames, everything included, against the encoder alone on ready frames.

Run with ``pytest -m benchmark -s tests/benchmarks/test_morph_movie.py``.
"""

import time
from collections.abc import Callable
from fractions import Fraction
from functools import partial
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


def encode(folder: Path, frames: list[np.ndarray]) -> None:
    with MovieWriter(
        folder / "alone.mp4", width=1024, height=1024, fps=Fraction(24), encode=EncodeSettings(), overwrite=True
    ) as writer:
        for frame in frames:
            writer.write(frame)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return seconds on the clock and seconds of all cores."""
    clock, cores = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - cores


@pytest.mark.benchmark
def test_pictures_to_film(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.media.movie_reader import MovieReader

    monkeypatch.setattr("engine.morph.inputs.landmark_cache_folder", lambda: None)  # detection is part of the work
    kinds = {"person and background": MorphSettings(), "one layer": MorphSettings(separation="none")}
    whole: dict[str, list[tuple[float, float]]] = {name: [] for name in kinds}
    alone: dict[str, list[tuple[float, float]]] = {name: [] for name in kinds}
    for name, settings in kinds.items():
        run(job(tmp_path, f"{name}.mp4", settings), SilentContext())  # compiles, imports
    for name, settings in kinds.items():
        with MovieReader(tmp_path / f"{name}.mp4") as movie:
            frames = [rgba for _, rgba in movie.frames()]
        assert len(frames) == FRAMES
        for _ in range(ROUNDS):
            alone[name].append(timed(partial(encode, tmp_path, frames)))
            whole[name].append(timed(partial(run, job(tmp_path, f"{name}.mp4", settings), SilentContext())))
        del frames
    for name in kinds:
        clock_alone, cores_alone = (min(times) for times in zip(*alone[name], strict=True))
        clock, cores = (min(times) for times in zip(*whole[name], strict=True))
        print(
            f"\n{name}: pictures to film {FRAMES / clock:.1f} frames/s, encoder alone {FRAMES / clock_alone:.1f} "
            f"frames/s: {clock_alone / clock:.0%} (at least 70 %); by core seconds, which other load disturbs less, "
            f"{cores:.1f} s against {cores_alone:.1f} s: {cores_alone / cores:.0%}",
            end="",
        )
    print()
