"""Waiting for something to become true, with a limit that only a broken program reaches."""

import time
from collections.abc import Callable

LIMIT = 30.0


def wait_until(condition: Callable[[], object], what: str, seconds: float = LIMIT) -> None:
    """Wait until a condition holds.

    Raises:
        AssertionError: it does not hold in time; the text names it.
    """
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds:g} s in vain: {what}"
        time.sleep(0.005)
