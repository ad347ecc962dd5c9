"""How fast a phase goes and how long it will take."""

import time
from collections import deque
from collections.abc import Callable

_WINDOW = 8.0
_MIN_SPAN = 0.5


class Pace:
    """Rate of one phase over its last seconds.

    Args:
        clock: monotonic seconds; tests pass their own.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._phase = ""
        self._samples: deque[tuple[float, float]] = deque()

    def update(self, phase: str, step: float) -> None:
        """Record that a phase has reached a step. A new phase, or a step back, starts afresh."""
        now = self._clock()
        if phase != self._phase or (self._samples and step < self._samples[-1][1]):
            self._phase = phase
            self._samples.clear()
        self._samples.append((now, step))
        while len(self._samples) > 2 and now - self._samples[1][0] > _WINDOW:
            self._samples.popleft()

    @property
    def rate(self) -> float | None:
        """Steps per second, or None while the phase is too young to tell."""
        if len(self._samples) < 2:
            return None
        (first_time, first_step), (last_time, last_step) = self._samples[0], self._samples[-1]
        span = last_time - first_time
        if span < _MIN_SPAN or last_step <= first_step:
            return None
        return (last_step - first_step) / span

    def remaining(self, total: float | None) -> float | None:
        """Seconds until the phase reaches ``total``, or None when that cannot be told."""
        rate = self.rate
        if rate is None or total is None:
            return None
        return max(0.0, total - self._samples[-1][1]) / rate
