"""A take that is not what it should be is noticed."""

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.voice.maya1.checks import WORDS, Fault, Outcome, find_fault
from engine.voice.snac.codec import SAMPLE_RATE

TEXT = "A sentence of three seconds, more or less."


def tone(seconds: float, level: float = 0.2) -> NDArray[np.float32]:
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return (level * np.sin(2 * np.pi * 220 * time)).astype(np.float32)


@pytest.mark.parametrize(
    ("outcome", "fault"),
    [
        (Outcome(tone(3), 35, stopped=True), Fault.NONE),
        (Outcome(tone(3), 35, stopped=False), Fault.UNFINISHED),
        (Outcome(tone(3, 0.001), 35, stopped=True), Fault.SILENT),
        (Outcome(np.clip(tone(3, 5), -1, 1), 35, stopped=True), Fault.CLIPPED),
        (Outcome(tone(14), 164, stopped=True), Fault.TOO_LONG),
        (Outcome(np.zeros(0, np.float32), 0, stopped=True), Fault.NO_SPEECH),
        (Outcome(tone(3), 35, stopped=True, mismatches=36), Fault.MISALIGNED),
        (Outcome(tone(3), 35, stopped=True, mismatches=3), Fault.NONE),
    ],
)
def test_faults(outcome: Outcome, fault: Fault) -> None:
    assert find_fault(outcome, TEXT) is fault


def test_tags_take_their_time() -> None:
    long = Outcome(tone(14), 164, stopped=True)
    assert find_fault(long, f"<laugh> {TEXT}") is Fault.NONE


def test_every_fault_has_words() -> None:
    assert set(WORDS) == set(Fault) - {Fault.NONE}
