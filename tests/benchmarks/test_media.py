"""What writing and reading a movie costs beside the codec itself."""

import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.media.colour import is_opaque, yuv420_bt709
from engine.media.movie_reader import MovieReader
from engine.media.movie_writer import MovieWriter
from engine.media.pictures import fit_picture, read_picture
from engine.protocol.jobs.encode import EncodeSettings
from resources import path as resource
from tests.helpers.media import psnr

SIDE, ROUNDS = 1024, 4


@pytest.fixture(scope="module")
def frames() -> list[NDArray[np.uint8]]:
    """A cross-fade of two sample portraits, 24 frames of 1024 x 1024."""
    pictures = sorted((resource("samples") / "portraits").glob("*.jpg"))[:2]
    first, second = (fit_picture(read_picture(path), SIDE, SIDE).astype(np.float32) for path in pictures)
    return [(first * (1 - k / 23) + second * (k / 23)).astype(np.uint8) for k in range(24)]


def _seconds(work: Callable[[], None]) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.benchmark
def test_the_writer_against_the_encoder_alone(frames: list[NDArray[np.uint8]], tmp_path: Path) -> None:
    ready = [yuv420_bt709(frame) for frame in frames]

    def encode() -> None:
        with av.open(str(tmp_path / "alone.mp4"), "w") as container:
            stream = container.add_stream("libx264", rate=24, options={"preset": "veryfast", "crf": "18"})
            stream.width, stream.height, stream.pix_fmt = SIDE, SIDE, "yuv420p"
            for number in range(ROUNDS * len(ready)):
                frame = ready[number % len(ready)]
                frame.pts, frame.time_base = number, Fraction(1, 24)
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))

    def write() -> None:
        path, fps = tmp_path / "whole.mp4", Fraction(24)
        with MovieWriter(path, width=SIDE, height=SIDE, fps=fps, encode=EncodeSettings(), overwrite=True) as movie:
            for number in range(ROUNDS * len(frames)):
                movie.write(frames[number % len(frames)])

    alone, whole = _seconds(encode), _seconds(write)
    count = ROUNDS * len(frames)
    print(f"\nencoder alone {count / alone:.0f} frames/s, MovieWriter {count / whole:.0f}: {alone / whole:.0%}")

    def convert() -> None:
        for frame in frames:
            is_opaque(frame)
            yuv420_bt709(frame)

    print(f"of it conversion: {_seconds(convert) / len(frames) / (alone / count):.0%} of the encoder's time")
    with MovieReader(tmp_path / "whole.mp4") as movie:
        back = [frame for _, frame in movie.frames()]
    assert len(back) == count
    worst = min(psnr(frame, frames[number % len(frames)]) for number, frame in enumerate(back))
    print(f"decoded again: at least {worst:.1f} dB")
    assert worst > 38
