"""Is a spoken sentence what it should be? What is found here is tried again with another seed."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from engine.voice.maya1.script import seconds_expected
from engine.voice.snac.codec import SAMPLE_RATE

_SILENT = 10 ** (-50 / 20)
_FULL_SCALE = 0.99
_CLIPPED_SHARE = 0.005
_LONGEST_FACTOR = 3.0
_SPARE_SECONDS = 3.0


class Fault(IntEnum):
    """What can be wrong with a take, the worst last."""

    NONE = 0
    MISALIGNED = 1
    TOO_LONG = 2
    UNFINISHED = 3
    CLIPPED = 4
    SILENT = 5
    NO_SPEECH = 6


WORDS = {
    Fault.MISALIGNED: "lost its order",
    Fault.TOO_LONG: "became far longer than its text",
    Fault.UNFINISHED: "did not come to its end within the allowed length",
    Fault.CLIPPED: "is distorted",
    Fault.SILENT: "came out silent",
    Fault.NO_SPEECH: "came out without any speech",
}


@dataclass(frozen=True)
class Outcome:
    """What generating one sentence gave.

    Attributes:
        samples: float32 (n,) in -1..1 at 24 kHz.
        frames: whole frames of codes.
        stopped: it ended by itself.
        mismatches: ids that stood at a wrong position.
    """

    samples: NDArray[np.float32]
    frames: int
    stopped: bool
    mismatches: int = 0


def find_fault(outcome: Outcome, spoken: str) -> Fault:
    """Return the worst that is wrong with a take of the sentence ``spoken``."""
    samples = outcome.samples
    if outcome.frames == 0 or samples.size == 0:
        return Fault.NO_SPEECH
    if float(np.sqrt(np.mean(np.square(samples, dtype=np.float64)))) < _SILENT:
        return Fault.SILENT
    if float(np.mean(np.abs(samples) > _FULL_SCALE)) > _CLIPPED_SHARE:
        return Fault.CLIPPED
    if not outcome.stopped:
        return Fault.UNFINISHED
    if samples.size / SAMPLE_RATE > _LONGEST_FACTOR * seconds_expected(spoken) + _SPARE_SECONDS:
        return Fault.TOO_LONG
    return Fault.MISALIGNED if outcome.mismatches > outcome.frames else Fault.NONE
