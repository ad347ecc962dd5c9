"""What the running job tells about itself, gathered for those who look later."""

import time
from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from desktop.link.base import EngineBase
from desktop.link.events import PreviewFrame
from desktop.state.queue_entry import LiveJob, PhaseTime
from engine.protocol.messages import Note, Progress, Stats

_MAX_MEMORY_SAMPLES = 3600
_MAX_NOTES = 200
_MAX_PHASES = 200
_MAX_TILES = 100
_TILE = 256


class LiveRecorder(QObject):
    """Gathers progress, previews, notes and memory of one job at a time. What concerns another job is left out.

    Args:
        engine: tells them.
        clock: monotonic seconds; tests pass their own.
    """

    progressed = Signal(object)  # arg: Progress
    previewed = Signal(object)  # arg: PreviewFrame

    def __init__(self, engine: EngineBase, parent: QObject, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._job: LiveJob | None = None
        self._began = 0.0
        self._phase_began = 0.0
        engine.progress.connect(self._on_progress)
        engine.preview.connect(self._on_preview)
        engine.noted.connect(self._on_note)
        engine.stats.connect(self._on_stats)

    def job(self, job_id: str) -> LiveJob | None:
        """Return what is known of a job, or None when it does not run."""
        if self._job is None or self._job.job_id != job_id:
            return None
        return replace(self._job, phases=self._phases_now(self._job))

    def begin(self, job_id: str) -> None:
        """A job starts."""
        self._job = LiveJob(job_id=job_id)
        self._began = self._clock()

    def end(self) -> tuple[str, ...]:
        """The job has ended; return its notes."""
        job, self._job = self._job, None
        return () if job is None else job.notes

    @Slot(object)
    def _on_progress(self, message: Progress) -> None:
        job = self._job
        if job is None or job.job_id != message.job_id:
            return
        phases = job.phases
        if not phases or phases[-1].phase != message.phase:
            phases = (*self._phases_now(job), PhaseTime(message.phase, 0.0))[-_MAX_PHASES:]
            self._phase_began = self._clock()
        self._job = replace(job, progress=message, phases=phases)
        self.progressed.emit(message)

    @Slot(object)
    def _on_preview(self, frame: PreviewFrame) -> None:
        if self._job is None or self._job.job_id != frame.job_id:
            return
        job = replace(self._job, image=frame.image)
        if frame.places:
            small = {place: _small(image) for place, image in frame.tiles().items()}
            tiles = {place: image for place, image in job.tiles.items() if place not in small} | small
            newest = list(tiles)[-_MAX_TILES:]
            job = replace(job, tiles={place: tiles[place] for place in newest}, at=frame.places)
        self._job = job
        self.previewed.emit(frame)

    @Slot(object)
    def _on_note(self, message: Note) -> None:
        if self._job is not None and self._job.job_id == message.job_id:
            self._job = replace(self._job, notes=(*self._job.notes, message.text)[-_MAX_NOTES:])

    @Slot(object)
    def _on_stats(self, message: Stats) -> None:
        if self._job is None:
            return
        used = message.memory if message.device_memory_used is None else message.device_memory_used
        sample = (self._clock() - self._began, used)
        self._job = replace(self._job, memory=(*self._job.memory, sample)[-_MAX_MEMORY_SAMPLES:])

    def _phases_now(self, job: LiveJob) -> tuple[PhaseTime, ...]:
        if not job.phases:
            return ()
        return (*job.phases[:-1], PhaseTime(job.phases[-1].phase, self._clock() - self._phase_began))


def _small(image: QImage) -> QImage:
    """Return a preview as large as a cell shows it; many of them are kept."""
    if max(image.width(), image.height()) <= _TILE:
        return image
    return image.scaled(_TILE, _TILE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
