"""Waveforms for drawing: the lowest and highest sample of every stretch, at every zoom."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

FINEST = 256
"""Samples in one stretch of the finest level."""
_FACTOR = 4


class Peaks(NamedTuple):
    """One zoom level.

    Attributes:
        samples: how many samples one entry covers.
        low: float32 (entries, channels), the lowest sample of each stretch.
        high: float32 (entries, channels), the highest.
    """

    samples: int
    low: NDArray[np.float32]
    high: NDArray[np.float32]


def waveform_peaks(samples: NDArray[np.float32], finest: int = FINEST) -> list[Peaks]:
    """Make a pyramid of peaks from (n, channels) samples.

    Level 0 has one entry for ``finest`` samples; each further one covers four times as many, down to one entry. The
    last entry of a level may cover fewer samples. No samples give no levels.
    """
    if len(samples) == 0:
        return []
    low = _reduced(samples, finest, np.minimum)
    high = _reduced(samples, finest, np.maximum)
    levels = [Peaks(finest, low, high)]
    while len(low) > 1:
        low, high = _reduced(low, _FACTOR, np.minimum), _reduced(high, _FACTOR, np.maximum)
        levels.append(Peaks(levels[-1].samples * _FACTOR, low, high))
    return levels


def _reduced(values: NDArray[np.float32], count: int, function: np.ufunc) -> NDArray[np.float32]:
    """Apply ``function`` over every ``count`` rows."""
    starts = np.arange(0, len(values), count)
    return np.asarray(function.reduceat(values, starts, axis=0), dtype=np.float32)
