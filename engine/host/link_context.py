"""What a job sees of the window: progress, notes and previews go there, cancelling comes from there."""

import threading
import time
from collections.abc import Callable

from engine.host.outbox import Outbox
from engine.host.pace import Pace
from engine.protocol.errors import Cancelled
from engine.protocol.messages import Note, Preview, Progress, SoundPreview

_PROGRESS_INTERVAL = 0.05
_SOUND_INTERVAL = 0.1


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
        self._next_sound = 0.0
        self._sound = bytearray()
        self._sound_rate = 0
        self._sound_sent = 0
        self._cancelled = threading.Event()
        self._keep_done = False
        self._stopped_early = False

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

    def preview(self, rgb: bytes, width: int, height: int, places: tuple[int, ...] = ()) -> None:
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
        self._outbox.put(Preview(job_id=self._job_id, width=width, height=height, places=places), (bytes(rgb),))

    @property
    def listens(self) -> bool:
        return True

    def sound(self, pcm: bytes, rate: int) -> None:
        """Send sound at once, or together with what follows within a tenth of a second."""
        with self._lock:
            if rate != self._sound_rate:
                self._send_sound()
                self._sound_rate, self._sound_sent = rate, 0
            self._sound += pcm
            now = self._clock()
            if now >= self._next_sound:
                self._next_sound = now + _SOUND_INTERVAL
                self._send_sound()

    def flush(self) -> None:
        """Send what was held back; call it when the job has ended."""
        with self._lock:
            self._send_sound()

    def _send_sound(self) -> None:
        if self._sound:
            message = SoundPreview(job_id=self._job_id, rate=self._sound_rate, start=self._sound_sent)
            self._sound_sent += len(self._sound) // 2
            self._outbox.put(message, (bytes(self._sound),))
            self._sound.clear()

    def check_cancelled(self) -> None:
        if self._cancelled.is_set():
            self._stopped_early = True
            raise Cancelled

    @property
    def keep_done(self) -> bool:
        return self._keep_done

    @property
    def stopped_early(self) -> bool:
        """True when the job was told that it is cancelled; what it then returns are finished parts."""
        return self._stopped_early

    def cancel(self, keep_done: bool = False) -> None:
        """Let the job end at its next step, with its finished parts if asked; the newest wish counts."""
        self._keep_done = keep_done
        self._cancelled.set()
