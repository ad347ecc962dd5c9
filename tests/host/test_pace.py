"""Rate and remaining time of a phase."""

import pytest

from engine.host.pace import Pace


class _Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_rate_is_steps_per_second() -> None:
    clock = _Clock()
    pace = Pace(clock)
    for step in range(21):
        pace.update("Rendering", step)
        clock.now += 0.1
    assert pace.rate == pytest.approx(10.0)
    assert pace.remaining(120) == pytest.approx(10.0)


def test_nothing_is_told_before_it_can_be_known() -> None:
    clock = _Clock()
    pace = Pace(clock)
    assert pace.rate is None
    pace.update("Rendering", 0)
    clock.now += 0.1
    pace.update("Rendering", 5)
    assert pace.rate is None
    assert pace.remaining(100) is None


def test_a_new_phase_starts_afresh() -> None:
    clock = _Clock()
    pace = Pace(clock)
    pace.update("Detecting", 0)
    clock.now += 2
    pace.update("Detecting", 100)
    assert pace.rate == pytest.approx(50)
    pace.update("Rendering", 0)
    assert pace.rate is None


def test_only_the_last_seconds_count() -> None:
    clock = _Clock()
    pace = Pace(clock)
    pace.update("Rendering", 0)
    for step in range(1, 41):
        clock.now += 1.0
        pace.update("Rendering", step if step <= 20 else 20 + (step - 20) * 5)
    assert pace.rate == pytest.approx(5.0)


def test_without_a_total_the_end_is_unknown() -> None:
    clock = _Clock()
    pace = Pace(clock)
    pace.update("Speaking", 0)
    clock.now += 1
    pace.update("Speaking", 2)
    assert pace.remaining(None) is None
