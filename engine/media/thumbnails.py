"""Small pictures of pictures and movies, for lists and clips."""

from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.media.fit import resize_picture
from engine.media.movie_reader import MovieReader
from engine.media.picture_reader import read_picture
from engine.media.probe import probe
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

LARGEST_SIDE = 4096


def thumbnail(path: Path, side: int = 256, at: Fraction = Fraction(0)) -> NDArray[np.uint8]:
    """Return a small RGBA picture of a picture, or of the frame that a movie shows at ``at`` seconds.

    Args:
        path: picture or movie.
        side: the longer side of the result in pixels, 1..4096; a smaller original is not enlarged.
        at: for movies.

    Raises:
        PortraitsError: as reading the file; BAD_INPUT for a sound.
    """
    if not 1 <= side <= LARGEST_SIDE:
        raise ValueError(f"side must be 1..{LARGEST_SIDE}, not {side}")
    kind = probe(path).kind
    if kind == "picture":
        return shrunk(read_picture(path, at_least=side), side)
    if kind == "sound":
        raise PortraitsError(ErrorCode.BAD_INPUT, f"{quoted(path)} has no picture.", "Show its waveform instead.")
    with MovieReader(path) as movie:
        return shrunk(movie.frame_at(at), side)


def shrunk(rgba: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """Bring the longer side down to ``side`` pixels; smaller pictures stay as they are."""
    height, width = rgba.shape[:2]
    scale = side / max(width, height)
    if scale >= 1:
        return rgba
    return resize_picture(rgba, max(1, round(width * scale)), max(1, round(height * scale)))
