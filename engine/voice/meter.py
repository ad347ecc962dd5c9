"""What a loudness meter shows, after EBU R128 (EBU Tech 3341) and ITU-R BS.1770-5."""

import math
from dataclasses import dataclass

import numpy as np
import pyloudnorm
import soxr
from numpy.typing import NDArray

from engine.media.sound import loudness

STEP = 0.1
"""Seconds between two values of the meter."""
QUIETEST = -120.0
"""LUFS and dB below which a meter says nothing more."""

_MOMENTARY, _SHORT = 4, 30
_OFFSET = -0.691
_OVERSAMPLING = 4
_CHUNK_SECONDS = 10


@dataclass(frozen=True)
class Loudness:
    """The loudness of a sound.

    Attributes:
        momentary: LUFS of the 0.4 s before each step, float32 (steps,).
        short: LUFS of the 3 s before each step.
        integrated: LUFS of all of it, gated; None for silence and less than 0.4 s.
        true_peak: dBTP, of the signal at four times its rate; None for silence.
    """

    momentary: NDArray[np.float32]
    short: NDArray[np.float32]
    integrated: float | None
    true_peak: float | None


def measure(samples: NDArray[np.float32], rate: int) -> Loudness:
    """Measure float32 (samples, channels) in -1..1. The last, unfinished step counts as well."""
    clean = np.nan_to_num(samples)
    power = _step_power(clean, rate)
    whole = loudness(clean, rate)
    return Loudness(
        momentary=_levels(power, _MOMENTARY),
        short=_levels(power, _SHORT),
        # Measured as everywhere in the program: what was levelled to -16 must read -16 here.
        integrated=whole if math.isfinite(whole) else None,
        true_peak=_true_peak(clean, rate),
    )


def _step_power(samples: NDArray[np.float32], rate: int) -> NDArray[np.float64]:
    """Mean square of the K-weighted channels, added, for each step."""
    size = max(1, round(STEP * rate))
    starts = np.arange(0, len(samples), size)
    total = np.zeros(len(starts))
    # The filters of BS.1770 as pyloudnorm makes them for any rate, so that all figures agree with the integrated one.
    shelf = pyloudnorm.IIRfilter(4.0, 1 / np.sqrt(2), 1500.0, rate, "high_shelf")
    high_pass = pyloudnorm.IIRfilter(0.0, 0.5, 38.0, rate, "high_pass")
    for channel in range(samples.shape[1]):
        weighted = high_pass.apply_filter(shelf.apply_filter(samples[:, channel].astype(np.float64)))
        total += np.add.reduceat(np.square(weighted), starts) / size
    return total


def _levels(power: NDArray[np.float64], steps: int) -> NDArray[np.float32]:
    """LUFS over the last ``steps`` steps; before the sound there is silence."""
    summed = np.concatenate((np.zeros(steps), np.cumsum(power)))
    mean = np.maximum(summed[steps:] - summed[:-steps], 0.0) / steps
    levels = _OFFSET + 10 * np.log10(np.maximum(mean, 1e-15))
    return np.maximum(levels, QUIETEST).astype(np.float32)


def _true_peak(samples: NDArray[np.float32], rate: int) -> float | None:
    stream = soxr.ResampleStream(rate, rate * _OVERSAMPLING, samples.shape[1], dtype="float32", quality="HQ")
    size = _CHUNK_SECONDS * rate
    highest = float(np.abs(samples).max(initial=0.0))
    for start in range(0, len(samples), size):
        chunk = samples[start : start + size]
        finer = stream.resample_chunk(np.ascontiguousarray(chunk), last=start + size >= len(samples))
        highest = max(highest, float(np.abs(finer).max(initial=0.0)))
    return 20 * math.log10(highest) if highest > 10 ** (QUIETEST / 20) else None
