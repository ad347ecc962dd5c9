"""Waiting for the network without losing the ear for the person: blocking calls run in a thread of their own."""

import queue
import threading
import time
from collections.abc import Callable, Generator, Iterator
from typing import TypeVar

T = TypeVar("T")

_EAR = 0.1
"""Seconds between two looks at whether the person cancelled."""
_AHEAD = 8
"""Blocks that may wait to be written."""


def pause(seconds: float, check: Callable[[], None]) -> None:
    """Wait, calling ``check`` ten times a second; it raises when the person cancelled."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        check()
        time.sleep(min(left, _EAR))


def interruptible(work: Callable[[], T], check: Callable[[], None]) -> T:
    """Return what ``work`` returns, or raise what it raises; ``check`` is called meanwhile.

    When ``check`` raises, the work is left to end by its own time limit and its result is dropped.
    """
    return next(stream(lambda: iter((work(),)), check))


def stream(produce: Callable[[], Iterator[T]], check: Callable[[], None]) -> Generator[T, None, None]:
    """Yield what ``produce`` yields, made in a thread of its own; ``check`` is called ten times a second.

    When the consumer stops early, the thread ends with its next item, whose value is dropped.
    """
    items: queue.Queue[tuple[str, T | BaseException | None]] = queue.Queue(_AHEAD)
    stopped = threading.Event()

    def put(kind: str, value: "T | BaseException | None") -> None:
        while not stopped.is_set():
            try:
                items.put((kind, value), timeout=_EAR)
            except queue.Full:
                continue
            return

    def run() -> None:
        try:
            for item in produce():
                put("item", item)
                if stopped.is_set():
                    return
        except BaseException as error:  # handed to the consumer, whatever it is
            put("error", error)
        else:
            put("end", None)

    threading.Thread(target=run, name="portraits-network", daemon=True).start()
    try:
        while True:
            check()
            try:
                kind, value = items.get(timeout=_EAR)
            except queue.Empty:
                continue
            if kind == "item":
                yield value  # type: ignore[misc]
            elif isinstance(value, BaseException):
                raise value
            else:
                return
    finally:
        stopped.set()
