"""The level of a mixed sound: loudness as asked for, and no overs when it is played or encoded."""

import numpy as np
from scipy.signal import resample_poly

from engine.film.mixer import Samples
from engine.media.sound import loudness

CEILING_DB = -1.0
"""Highest true peak in dB of full scale: what EBU R128 leaves for lossy encoders."""

_OVERSAMPLING = 4
_BLOCK = 48_000
_MARGIN = 256
_LOUD = 0.25
"""Between samples a wave can rise far above them, but not from a quarter of full scale to the ceiling."""


def true_peak(samples: Samples) -> float:
    """Return the largest absolute value of the wave, also between the samples (ITU-R BS.1770-4, annex 2).

    Args:
        samples: float32 (n, channels).
    """
    highest = float(np.abs(samples).max(initial=0.0))
    for begin in range(0, len(samples), _BLOCK):
        block = samples[max(0, begin - _MARGIN) : begin + _BLOCK + _MARGIN]
        if np.abs(block).max(initial=0.0) > _LOUD:
            highest = max(highest, float(np.abs(resample_poly(block, _OVERSAMPLING, 1, axis=0)).max(initial=0.0)))
    return highest


def levelled(samples: Samples, rate: int, target: float | None) -> tuple[Samples, list[str]]:
    """Bring a mix to a loudness, and below the ceiling.

    The whole sound is turned up or down by one factor, so that the balance of the tracks stays as it was mixed; nothing
    is limited or compressed. Sounds below the ceiling and without a target are returned as they are.

    Args:
        samples: float32 (n, channels).
        rate: samples per second.
        target: loudness in LUFS, or None.

    Returns:
        The sound, and sentences for the person about what was done.
    """
    notes: list[str] = []
    gain = 1.0
    measured = loudness(samples, rate) if target is not None else float("-inf")
    if target is not None and np.isfinite(measured):
        gain = 10 ** ((target - measured) / 20)
    elif target is not None:
        notes.append("The sound is too short or too quiet to bring it to a loudness; it was left as it is.")
    ceiling = 10 ** (CEILING_DB / 20)
    highest = true_peak(samples) * gain
    if highest > ceiling:
        down = ceiling / highest
        gain *= down
        less = -20 * np.log10(down)
        done = (
            f"The whole sound was turned down by {less:.1f} dB"
            if target is None
            else f"The loudness is {target - less:.1f} instead of {target:g} LUFS"
        )
        notes.append(f"{done}, so that its peaks stay at {CEILING_DB:g} dB.")
    return (samples if gain == 1.0 else samples * np.float32(gain)), notes
