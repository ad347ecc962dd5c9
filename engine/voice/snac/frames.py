"""A frame of codes, 85 ms of sound, and its spread over the three levels of the codec."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Frame = tuple[int, ...]
"""Seven codes 0..4095 in the order of time: the coarse one, then for each half a middle one and its two fine ones."""

Levels = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]
"""Codes of n frames: shapes (n,), (2n,), (4n,), values 0..4095."""

CODES_IN_FRAME = 7
_LEVELS = ((0,), (1, 4), (2, 3, 5, 6))


def levels_of(frames: Iterable[Frame]) -> Levels:
    """Spread frames over the three levels, the coarsest first."""
    codes = np.array(list(frames), np.int64).reshape(-1, CODES_IN_FRAME)
    first, second, third = (np.ascontiguousarray(codes[:, positions]).reshape(-1) for positions in _LEVELS)
    return first, second, third
