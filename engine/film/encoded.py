"""One frame as a file would hold it: encoded with the settings of an export and read back."""

import tempfile
import time
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import numpy as np

from engine.film.blend import Rgba
from engine.media.movie_reader import MovieReader
from engine.media.movie_writer import MovieWriter
from engine.media.pictures import read_picture
from engine.protocol.jobs.encode import EncodeSettings


class EncodedFrame(NamedTuple):
    """The frame as it comes back, and what it takes on average with its neighbours: bytes of the file, and seconds."""

    rgba: Rgba
    size: int
    seconds: float


def encode_frame(frames: list[Rgba], shown: int, fps: Fraction, suffix: str, encode: EncodeSettings) -> EncodedFrame:
    """Encode some frames that follow each other and return one of them as the file shows it.

    Args:
        frames: uint8 (height, width, 4); the neighbours give an encoder that looks at changes its due.
        shown: which of them to return.
        fps: frames per second.
        suffix: of the file, which decides its container; "" writes single pictures.
        encode: the settings.

    Raises:
        PortraitsError: the settings do not fit the file, or the encoder does not work here.
    """
    height, width = frames[0].shape[:2]
    with tempfile.TemporaryDirectory(prefix="portraits-frame-") as folder:
        path = Path(folder, f"frame{suffix}")
        seconds = _written(path, frames, fps, encode)
        if len(frames) > 1:
            # Opening an encoder and closing a file take longer than a frame, and an export does both once.
            alone = _written(path.with_stem("alone"), frames[:1], fps, encode)
            seconds = max(0.0, seconds - alone) / (len(frames) - 1)
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        size = sum(file.stat().st_size for file in files) // len(frames)
        if path.is_dir():
            rgba = read_picture(files[shown])
        else:
            with MovieReader(path) as reader:
                rgba = reader.frame_at((Fraction(shown) + Fraction(1, 2)) / fps)
        # An odd size was padded by a pixel on the way.
        return EncodedFrame(np.ascontiguousarray(rgba[:height, :width]), size, seconds)


def _written(path: Path, frames: list[Rgba], fps: Fraction, encode: EncodeSettings) -> float:
    """Write frames to a file and return how many seconds that took."""
    height, width = frames[0].shape[:2]
    begun = time.perf_counter()
    with MovieWriter(path, width=width, height=height, fps=fps, encode=encode) as writer:
        for frame in frames:
            writer.write(frame)
    return time.perf_counter() - begun
