"""Shares the rows of a frame out among worker threads.

OpenCV and our compiled loops release Python's lock, so threads work side by side. OpenCV's own threads are switched off
for that time: strips that fit the cache, one thread each, are faster than its splitting of every single call.
"""

import itertools
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import cv2

STRIP_ROWS = 64

Work = Callable[[int, int], None]
"""Takes the first row of a strip and the one after its last."""

_lock = threading.Lock()
_users = 0
_threads_before = 0


@contextmanager
def opencv_on_one_thread() -> Iterator[None]:
    """Let every OpenCV call run in the thread that makes it, while at least one such block is open."""
    global _users, _threads_before
    with _lock:
        if _users == 0:
            _threads_before = cv2.getNumThreads()
            cv2.setNumThreads(1)
        _users += 1
    try:
        yield
    finally:
        with _lock:
            _users -= 1
            if _users == 0:
                cv2.setNumThreads(_threads_before)


class StripWorkers:
    """Worker threads that live as long as this object.

    Args:
        threads: how many, the caller's among them; 0 takes one for each core, at most 8.
    """

    def __init__(self, threads: int = 0) -> None:
        self.threads = threads or min(os.cpu_count() or 1, 8)
        self._pool = ThreadPoolExecutor(self.threads - 1, "morph-strip") if self.threads > 1 else None

    def run(self, height: int, work: Work) -> None:
        """Call ``work`` once for each strip of a frame; the first error is raised when all have stopped."""
        tops = itertools.count(0, STRIP_ROWS)  # next() is atomic under Python's lock

        def take_strips() -> None:
            while (top := next(tops)) < height:
                work(top, min(top + STRIP_ROWS, height))

        with opencv_on_one_thread():
            helpers = [self._pool.submit(take_strips) for _ in range(self.threads - 1)] if self._pool else []
            try:
                take_strips()
            finally:
                for helper in helpers:
                    helper.result()

    def close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown()
