"""How far a download is, and pausing it."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from engine.models.catalog import Entry
from engine.protocol.context import JobContext
from engine.protocol.errors import Failure
from engine.protocol.models import DownloadPhase, DownloadState

_RATE_WINDOW = 5.0
_REPORT_EVERY = 0.1
_PHASES = {"downloading": "Downloading {model}", "checking": "Checking {model}", "paused": "Paused: {model}"}


class DownloadControl:
    """Pauses a download from another thread. Cancelling goes through the job context."""

    def __init__(self) -> None:
        self._running = threading.Event()
        self._running.set()

    @property
    def paused(self) -> bool:
        """True between :meth:`pause` and :meth:`resume`."""
        return not self._running.is_set()

    def pause(self) -> None:
        """Close the connection and keep what has arrived."""
        self._running.clear()

    def resume(self) -> None:
        """Go on where the download stopped."""
        self._running.set()

    def wait(self, seconds: float) -> bool:
        """Wait for :meth:`resume`; True when it came."""
        return self._running.wait(seconds)


@dataclass
class DownloadProgress:
    """Counts bytes, and tells them not more often than ten times a second."""

    entry: Entry
    context: JobContext
    on_state: Callable[[DownloadState], None] | None
    total: int = 0
    done: int = 0
    file: str = ""
    _told: float = 0.0
    _untold: bool = False
    _seen: deque[tuple[float, int]] = field(default_factory=deque)

    def add(self, count: int) -> None:
        self.done += count
        now = time.monotonic()
        self._seen.append((now, self.done))
        while now - self._seen[0][0] > _RATE_WINDOW:
            self._seen.popleft()
        self._untold = True
        self.tick()

    def tick(self) -> None:
        """Tell bytes that were not told yet; called while waiting, too, so that the last ones before a stall show."""
        now = time.monotonic()
        if self._untold and now - self._told >= _REPORT_EVERY:
            self._told, self._untold = now, False
            self.tell("downloading")

    def tell(self, phase: DownloadPhase, failure: Failure | None = None) -> None:
        rate = self._rate()
        if phase in _PHASES:
            words = _PHASES[phase].format(model=self.entry.title)
            total = round(self.total / 1e6, 1) if self.total else None
            self.context.progress(words, round(self.done / 1e6, 1), total, "MB")
        if self.on_state is not None:
            left = None if not rate or phase != "downloading" else max(self.total - self.done, 0) / rate
            self.on_state(
                DownloadState(
                    model=self.entry.id,
                    phase=phase,
                    done=self.done,
                    total=self.total,
                    file=self.file,
                    rate=rate if phase == "downloading" else None,
                    remaining=left,
                    failure=failure,
                )
            )

    def _rate(self) -> float | None:
        if len(self._seen) < 2 or self._seen[-1][0] - self._seen[0][0] < 0.5:
            return None
        (start, first), (end, last) = self._seen[0], self._seen[-1]
        return max(last - first, 0) / (end - start)
