"""Sample rate and channel changes."""

import numpy as np
import soxr
from numpy.typing import NDArray


def resample(samples: NDArray[np.float32], rate: int, wanted: int) -> NDArray[np.float32]:
    """Change the sample rate with soxr's "HQ" filter; (n, channels) to (round(n * wanted / rate), channels).

    The result starts at the same instant: soxr takes its filter's delay out.
    """
    if rate == wanted:
        return np.ascontiguousarray(samples, dtype=np.float32)
    if len(samples) == 0:
        return np.zeros((0, samples.shape[1]), dtype=np.float32)
    return np.asarray(soxr.resample(samples, rate, wanted, quality="HQ"), dtype=np.float32)


def with_channels(samples: NDArray[np.float32], wanted: int) -> NDArray[np.float32]:
    """Bring (n, 1 or 2) to ``wanted`` channels: mono goes to both sides at full level, stereo to mono as the mean."""
    channels = samples.shape[1]
    if channels == wanted:
        return samples
    if wanted == 1:
        return np.asarray(samples.mean(axis=1, keepdims=True), dtype=np.float32)
    return np.repeat(samples, 2, axis=1)
