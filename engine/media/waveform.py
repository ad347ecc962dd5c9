"""Waveforms for drawing: the lowest and highest sample of every stretch."""

import numpy as np
from numpy.typing import NDArray


def waveform(samples: NDArray[np.float32], buckets: int) -> NDArray[np.float32]:
    """Return the lowest and highest sample of stretches of equal length, over all channels.

    Args:
        samples: float32 (n, channels) in -1..1, at least one.
        buckets: how many stretches; more than samples show the same sample several times.

    Returns:
        float32 (buckets, 2).
    """
    starts = np.arange(buckets) * len(samples) // buckets
    low = np.minimum.reduceat(samples.min(axis=1), starts)
    high = np.maximum.reduceat(samples.max(axis=1), starts)
    return np.stack((low, high), axis=1).astype(np.float32)
