"""Speech brought to a wanted loudness."""

import math

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import minimum_filter1d, uniform_filter1d

from engine.media.sound import loudness, peak

_CEILING_DB = -1.0
_MOST_LIMITING_DB = 9.0
"""Peaks are pressed down by at most this; more would be heard."""
_LOOK_AHEAD = 0.005
_TOLERANCE_DB = 0.3


def levelled(samples: NDArray[np.float32], rate: int, target: float) -> tuple[NDArray[np.float32], str]:
    """Amplify ``samples`` (n, channels) to ``target`` LUFS (ITU-R BS.1770) with no sample above -1 dBFS.

    Peaks that would go beyond are limited softly, by at most 9 dB.

    Returns:
        The levelled samples, and a sentence about why the target was missed, or an empty string.
    """
    measured = loudness(samples, rate)
    if not math.isfinite(measured):
        return samples, "The sound is too short or too quiet to measure its loudness; it was left as it is."
    most = _CEILING_DB + _MOST_LIMITING_DB - 20 * math.log10(max(peak(samples), 1e-6))
    gain = min(target - measured, most)
    result = limited(samples * _factor(gain), rate)
    # Limiting takes a little loudness away, which is made up for once.
    gain = min(gain + target - loudness(result, rate), most)
    result = limited(samples * _factor(gain), rate)
    reached = loudness(result, rate)
    if target - reached <= _TOLERANCE_DB:
        return result, ""
    return result, f"The sound was levelled to {reached:.1f} instead of {target:g} LUFS: louder would distort it."


def limited(samples: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    """Press peaks above -1 dBFS down, beginning 5 ms before them and letting go 5 ms after; quieter sound is untouched.

    The gain is the smallest one needed within 10 ms, smoothed over the same time: so it never exceeds what a sample
    needs, and changes without a step.
    """
    ceiling = _factor(_CEILING_DB)
    loudest = np.abs(samples).max(axis=1, initial=0.0)
    if float(loudest.max(initial=0.0)) <= ceiling:
        return samples.astype(np.float32)
    needed = np.minimum(1.0, ceiling / np.maximum(loudest, 1e-9))
    width = 2 * round(_LOOK_AHEAD * rate) + 1
    gain = uniform_filter1d(minimum_filter1d(needed, width), width)
    pressed: NDArray[np.float32] = np.clip(samples * gain[:, np.newaxis], -ceiling, ceiling).astype(np.float32)
    return pressed


def _factor(decibels: float) -> float:
    return float(10 ** (decibels / 20))
