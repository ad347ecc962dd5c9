"""What a job sees of the window: progress, notes and previews go there, cancelling comes from there."""

import threading
import time
from collections.abc import Callable

from engine.host.outbox import Outbox
from engine.host.pace import Pace
from engine.protocol.errors import Cancelled
from engine.protocol.messages import Note, Preview, Progress

_PROGRESS_INTERVAL = 0.05


class LinkContext:
    """The :class:`engine.protocol.context.JobContext` of a job that the window submitted.

    Args:
        job_id: which job speaks.
        outbox: where it speaks to.
        preview_rate: previews per second at most, 0 for none.
        clock: monotonic seconds; tests pass their own.
    """

    def __init__(
        self, job_id: str, outbox: Outbox, preview_rate: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._job_id = job_id
        self._outbox = outbox
        self._preview_interval = 1.0 / preview_rate if preview_rate > 0 else float("inf")
        self._clock = clock
        self._pace = Pace(clock)
        self._lock = threading.Lock()
        self._phase = ""
        self._next_progress = 0.0
        self._next_preview = 0.0 if preview_rate > 0 else float("inf")
        self._cancelled = threading.Event()

    def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
        with self._lock:
            self._pace.update(phase, step)
            now = self._clock()
            last = total is not None and step >= total
            if phase == self._phase and now < self._next_progress and not last:
                return
            self._phase = phase
            self._next_progress = now + _PROGRESS_INTERVAL
            message = Progress(
                job_id=self._job_id,
                phase=phase,
                step=float(step),
                total=None if total is None else float(total),
                unit=unit,
                rate=self._pace.rate,
                remaining=self._pace.remaining(total),
            )
        self._outbox.put(message)

    def note(self, text: str) -> None:
        self._outbox.put(Note(job_id=self._job_id, text=text))

    def preview_due(self) -> bool:
        return self._clock() >= self._next_preview

    def preview(self, rgb: bytes, width: int, height: int) -> None:
        """Send a picture if one is due; newest wins on the way.

        Raises:
            ValueError: the number of bytes is not ``width * height * 3``.
        """
        if len(rgb) != width * height * 3:
            raise ValueError(f"a preview of {width} x {height} needs {width * height * 3} bytes, got {len(rgb)}")
        with self._lock:
            now = self._clock()
            if now < self._next_preview:
                return
            self._next_preview = now + self._preview_interval
        self._outbox.put(Preview(job_id=self._job_id, width=width, height=height), (bytes(rgb),))

    def check_cancelled(self) -> None:
        if self._cancelled.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Let the job end at its next step."""
        self._cancelled.set()
