"""Speech brought to a wanted loudness."""

import math

import numpy as np
from numpy.typing import NDArray

from engine.media.sound import loudness

_CEILING = 10 ** (-1 / 20)


def levelled(samples: NDArray[np.float32], rate: int, target: float) -> tuple[NDArray[np.float32], str]:
    """Amplify ``samples`` to ``target`` LUFS (ITU-R BS.1770), never beyond a sample peak of -1 dBFS.

    Returns:
        The levelled samples, and a sentence about why the target was missed, or an empty string.
    """
    measured = loudness(samples, rate)
    if not math.isfinite(measured):
        return samples, "The sound is too short or too quiet to measure its loudness; it was left as it is."
    gain = 10 ** ((target - measured) / 20)
    peak = float(np.abs(samples).max())
    limited = min(gain, _CEILING / peak) if peak > 0 else gain
    note = ""
    if limited < gain * 0.97:
        reached = measured + 20 * math.log10(limited)
        note = f"The sound was levelled to {reached:.1f} instead of {target:g} LUFS: louder would have clipped it."
    return (samples * np.float32(limited)).astype(np.float32), note
