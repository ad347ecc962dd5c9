"""Edits of a sound in memory. Each takes float32 (samples, channels) in -1..1 and returns new samples."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

_SILENCE = 10 ** (-55 / 20)
_WINDOW = 0.01
_KEEP_BEFORE, _KEEP_AFTER = 0.02, 0.06
_EDGE = 0.005
"""Seconds over which sound goes to silence and comes back, so that no click is heard."""


def silenced(samples: Samples, rate: int, spans: Sequence[tuple[float, float]]) -> Samples:
    """Silence parts, each given by its first and last second, with edges of 5 ms inside of them."""
    result = samples.copy()
    edge = round(_EDGE * rate)
    for start, end in spans:
        first, last = sorted(min(max(0, round(time * rate)), len(samples)) for time in (start, end))
        short = min(edge, (last - first) // 2)
        ramp = np.linspace(1.0, 0.0, short, dtype=np.float32)[:, np.newaxis]
        part = result[first:last]
        part[:short] *= ramp
        part[len(part) - short :] *= ramp[::-1]
        part[short : len(part) - short] = 0.0
    return result


def cut(samples: Samples, rate: int, start: float, end: float | None) -> Samples:
    """Keep what lies between two times in seconds, ``end`` None meaning the sound's own end."""
    last = len(samples) if end is None else min(len(samples), round(end * rate))
    return samples[min(round(start * rate), len(samples)) : last].copy()


def without_silent_ends(samples: Samples, rate: int) -> Samples:
    """Cut the silence (below -55 dBFS over 10 ms in every channel) off both ends; a little of it stays as breath."""
    size = max(1, round(_WINDOW * rate))
    starts = np.arange(0, len(samples), size)
    if len(starts) == 0:
        return samples.copy()
    power = np.add.reduceat(np.square(samples, dtype=np.float64).max(axis=1), starts) / size
    loud = np.flatnonzero(power > _SILENCE**2)
    if loud.size == 0:
        return samples[:0].copy()
    first = int(loud[0]) * size - round(_KEEP_BEFORE * rate)
    last = (int(loud[-1]) + 1) * size + round(_KEEP_AFTER * rate)
    return samples[max(0, first) : last].copy()


def faded(samples: Samples, rate: int, fade_in: float, fade_out: float) -> Samples:
    """Fade the ends over so many seconds, each by a quarter of a sine, at most over the whole sound."""
    result = samples.copy()
    for seconds, part in ((fade_in, result), (fade_out, result[::-1])):
        count = min(round(seconds * rate), len(result))
        part[:count] *= np.sin(np.linspace(0.0, np.pi / 2, count, dtype=np.float32))[:, np.newaxis]
    return result
