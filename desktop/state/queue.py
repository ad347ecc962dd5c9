"""The queue: what waits, runs and has ended; starts the next job when it may."""

import time
from collections.abc import Callable, Iterable
from typing import Any
from uuid import uuid4

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from desktop.link.base import EngineBase
from desktop.link.events import EngineState, EngineStatus, EngineStopped, StopCause
from desktop.state.queue_entry import JobState, LiveJob, PauseReason, QueueEntry
from desktop.state.queue_live import LiveRecorder
from desktop.state.queue_store import QueueStore
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.jobs import AnyJob
from engine.protocol.messages import JobCancelled, JobDone, JobFailed

_CLEAN = "clean_end"
_PAUSED = "paused"
_NEEDS_PERSON = (JobState.FAILED, JobState.INTERRUPTED)


class JobQueue(QObject):
    """Owns the order and state of all jobs, gives one after the other to the engine, and writes each change first.

    A job is marked as running on the disk before the engine hears of it. What runs when the window or the engine goes
    away becomes ``interrupted`` and runs again only when a person says so.

    Args:
        engine: where jobs run.
        store: where they are kept.
        clock: Unix seconds; tests pass their own.
    """

    added = Signal(object)  # arg: QueueEntry
    changed = Signal(object)  # arg: QueueEntry
    removed = Signal(object)  # arg: job id
    reordered = Signal(object)  # arg: tuple of all job ids in their order
    pause_changed = Signal(object)  # arg: PauseReason
    progressed = Signal(object)  # arg: Progress of the running job
    previewed = Signal(object)  # arg: PreviewFrame of the running job
    ended = Signal(object)  # arg: QueueEntry in its last state

    def __init__(
        self,
        engine: EngineBase,
        store: QueueStore,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._store = store
        self._clock = clock
        self._entries: dict[str, QueueEntry] = {}
        self._running = ""
        self._closed = False
        self._live = LiveRecorder()
        self.preview_rate = 10.0
        self._pause = self._load()
        engine.status_changed.connect(self._on_status)
        engine.stopped.connect(self._on_stopped)
        engine.job_done.connect(self._on_done)
        engine.job_failed.connect(self._on_failed)
        engine.job_cancelled.connect(self._on_cancelled)
        engine.progress.connect(self._on_progress)
        engine.preview.connect(self._on_preview)
        engine.noted.connect(self._on_note)
        engine.stats.connect(self._on_stats)

    # What there is

    def entries(self) -> tuple[QueueEntry, ...]:
        """Return all entries in their order."""
        return tuple(self._entries.values())

    def entry(self, job_id: str) -> QueueEntry | None:
        return self._entries.get(job_id)

    def running(self) -> QueueEntry | None:
        return self._entries.get(self._running)

    def waiting(self) -> tuple[QueueEntry, ...]:
        return tuple(entry for entry in self._entries.values() if entry.state is JobState.QUEUED)

    def needs_person(self) -> tuple[QueueEntry, ...]:
        """Return what failed or was interrupted."""
        return tuple(entry for entry in self._entries.values() if entry.state in _NEEDS_PERSON)

    def finished(self) -> tuple[QueueEntry, ...]:
        return tuple(e for e in self._entries.values() if e.state in (JobState.DONE, JobState.CANCELLED))

    def live(self, job_id: str) -> LiveJob | None:
        """Return progress, preview and phases of the running job."""
        return self._live.job(job_id)

    @property
    def pause_reason(self) -> PauseReason:
        return self._pause

    @property
    def paused(self) -> bool:
        return self._pause is not PauseReason.NONE

    # What a person does

    def add(self, job: AnyJob, *, title: str, project: str = "", thumbnail: str = "", now: bool = False) -> QueueEntry:
        """Put a job at the end; with ``now`` it runs next, even while the queue is paused.

        While the queue waits after a crash, every job that is added counts as started by a person.
        """
        after_crash = self.paused and self._pause is not PauseReason.BY_PERSON
        entry = QueueEntry(
            job_id=uuid4().hex,
            job=job,
            title=title,
            project=project,
            thumbnail=thumbnail,
            created=self._clock(),
            by_person=now or after_crash,
        )
        self._store.append(entry)
        self._entries[entry.job_id] = entry
        self.added.emit(entry)
        if now:
            self._put_first(entry.job_id)
        self._start_next()
        return self._entries[entry.job_id]

    def edit(self, job_id: str, job: AnyJob, title: str | None = None) -> bool:
        """Change a waiting job; return False when it does not wait any more."""
        entry = self._entries[job_id]
        title = entry.title if title is None else title
        return self._write(entry, expected=JobState.QUEUED, job=job, title=title)

    def move(self, job_id: str, before: str | None) -> None:
        """Move an entry before another one, or to the end."""
        if job_id == before:
            return
        order = [key for key in self._entries if key != job_id]
        order.insert(len(order) if before is None else order.index(before), job_id)
        self._reorder(order)

    def start_now(self, job_id: str) -> None:
        """Let a waiting job run next, even while the queue is paused."""
        if self._write(self._entries[job_id], expected=JobState.QUEUED, by_person=True):
            self._put_first(job_id)
            self._start_next()

    def cancel(self, job_id: str, keep_done: bool = False) -> None:
        """Cancel a waiting job, or ask the running one to stop at its next step."""
        entry = self._entries[job_id]
        if entry.state is JobState.RUNNING:
            self._engine.cancel(job_id, keep_done)
        else:
            self._end(entry, JobState.CANCELLED, expected=JobState.QUEUED)

    def stop_now(self) -> None:
        """End the running job wherever it is, together with the engine; a fresh engine goes on with the queue."""
        self._engine.stop_now()

    def retry(self, job_id: str, less_memory: bool = False) -> QueueEntry:
        """Let an ended job wait again, with its next smaller setting if asked; a job that is done is added anew."""
        entry = self._entries[job_id]
        job = entry.retry if less_memory and entry.retry is not None else entry.job
        if entry.state is JobState.DONE:
            return self.add(job, title=entry.title, project=entry.project, thumbnail=entry.thumbnail)
        if not entry.state.ended:
            return entry
        fresh = replace(
            entry,
            job=job,
            state=JobState.QUEUED,
            by_person=True,
            started=0.0,
            finished=0.0,
            failure=None,
            retry=None,
            log_tail="",
            artifacts=(),
            notes=(),
        )
        if self._store.replace(fresh, expected=entry.state):
            self._show(fresh)
            self._put_first(job_id)
            self._start_next()
        return self._entries[job_id]

    def remove(self, job_id: str) -> QueueEntry | None:
        """Take an entry out of the list and return it; the running one stays."""
        if job_id == self._running or job_id not in self._entries:
            return None
        self._store.remove([job_id])
        entry = self._entries.pop(job_id)
        self.removed.emit(job_id)
        return entry

    def clear_finished(self) -> tuple[QueueEntry, ...]:
        """Take out what is done or cancelled, and return it; result files stay where they are."""
        gone = self.finished()
        self._store.remove([entry.job_id for entry in gone])
        for entry in gone:
            del self._entries[entry.job_id]
            self.removed.emit(entry.job_id)
        return gone

    def restore(self, entries: Iterable[QueueEntry]) -> None:
        """Put entries back that were removed, at the end."""
        for entry in entries:
            self._store.append(entry)
            self._entries[entry.job_id] = entry
            self.added.emit(entry)
        self._start_next()

    def pause(self) -> None:
        """Start nothing by itself until :meth:`resume`; what runs goes on."""
        self._set_pause(PauseReason.BY_PERSON)

    def resume(self) -> None:
        """Go on with the waiting jobs."""
        self._set_pause(PauseReason.NONE)
        self._start_next()

    def close(self) -> None:
        """The window closes: what runs is written down as interrupted. Call before the engine is shut down."""
        running = self.running()
        if running is not None:
            self._end(running, JobState.INTERRUPTED, failure=_closed_while_running(), emit=False)
        self._running = ""
        self._store.set_fact(_CLEAN, "yes")
        self._store.close()
        self._closed = True

    # What happens

    def _load(self) -> PauseReason:
        crashed = self._store.fact(_CLEAN, "yes") != "yes"
        self._store.set_fact(_CLEAN, "no")
        for entry in self._store.entries():
            loaded = entry
            if entry.state is JobState.RUNNING:
                loaded = replace(entry, state=JobState.INTERRUPTED, failure=_window_went_away(), finished=self._clock())
            elif entry.by_person and entry.state is JobState.QUEUED:
                loaded = replace(entry, by_person=False)
            if loaded is not entry:
                self._store.replace(loaded, expected=entry.state)
            self._entries[loaded.job_id] = loaded
        if crashed and self.waiting():
            return PauseReason.LAST_SESSION_CRASHED
        return PauseReason(self._store.fact(_PAUSED))

    def _start_next(self) -> None:
        if self._closed or self._running or not self._engine.ready:
            return
        entry = next((e for e in self._entries.values() if self._may_start(e)), None)
        if entry is None:
            return
        # Written first: whatever ends this process from here on, the job is not started a second time by itself.
        if not self._write(entry, expected=JobState.QUEUED, state=JobState.RUNNING, started=self._clock()):
            return
        self._running = entry.job_id
        self._live.begin(entry.job_id)
        self._engine.submit(entry.job_id, entry.job, self.preview_rate)

    def _may_start(self, entry: QueueEntry) -> bool:
        if entry.state is not JobState.QUEUED or entry.waits_for_person:
            return False
        return entry.by_person or not self.paused

    @Slot(object)
    def _on_status(self, status: EngineStatus) -> None:
        if status.state is EngineState.READY:
            self._start_next()

    @Slot(object)
    def _on_stopped(self, event: EngineStopped) -> None:
        running = self.running()
        if running is None:
            return
        failure = Failure(code=ErrorCode.INTERNAL, what=event.what, safe=event.safe, todo=event.todo)
        if event.cause is StopCause.ASKED:
            self._end(running, JobState.CANCELLED)
            return
        if self.waiting() and not self.paused:
            self._set_pause(PauseReason.ENGINE_STOPPED)
        self._end(running, JobState.INTERRUPTED, failure=failure, log_tail=event.log_tail, kills=running.kills + 1)

    @Slot(object)
    def _on_done(self, event: JobDone) -> None:
        entry = self._if_running(event.job_id)
        if entry is not None:
            self._end(entry, JobState.DONE, artifacts=event.artifacts)

    @Slot(object)
    def _on_failed(self, event: JobFailed) -> None:
        entry = self._if_running(event.job_id)
        if entry is not None:
            self._end(entry, JobState.FAILED, failure=event.failure, log_tail=event.log_tail, retry=event.retry)

    @Slot(object)
    def _on_cancelled(self, event: JobCancelled) -> None:
        entry = self._if_running(event.job_id)
        if entry is not None:
            self._end(entry, JobState.CANCELLED, artifacts=event.artifacts)

    @Slot(object)
    def _on_progress(self, message: Any) -> None:
        if self._live.progress(message):
            self.progressed.emit(message)

    @Slot(object)
    def _on_preview(self, frame: Any) -> None:
        if self._live.preview(frame):
            self.previewed.emit(frame)

    @Slot(object)
    def _on_note(self, message: Any) -> None:
        self._live.note(message)

    @Slot(object)
    def _on_stats(self, message: Any) -> None:
        self._live.stats(message)

    def _if_running(self, job_id: str) -> QueueEntry | None:
        """Return the running entry; messages about any other job are too late to matter."""
        return self._entries.get(job_id) if job_id == self._running else None

    def _end(
        self,
        entry: QueueEntry,
        state: JobState,
        *,
        expected: JobState = JobState.RUNNING,
        emit: bool = True,
        **fields: Any,
    ) -> None:
        if entry.job_id == self._running:
            fields["notes"] = self._live.end()
            self._running = ""
        fields.update(state=state, finished=self._clock(), by_person=False)
        if not self._write(entry, expected=expected, emit=emit, **fields) or not emit:
            return
        self.ended.emit(self._entries[entry.job_id])
        self._start_next()

    def _write(self, entry: QueueEntry, *, expected: JobState, emit: bool = True, **fields: Any) -> bool:
        """Write changed fields if the entry is still in the expected state."""
        changed = replace(entry, **fields)
        if not self._store.replace(changed, expected=expected):
            return False
        self._show(changed, emit=emit)
        return True

    def _show(self, entry: QueueEntry, *, emit: bool = True) -> None:
        self._entries[entry.job_id] = entry
        if emit:
            self.changed.emit(entry)

    def _put_first(self, job_id: str) -> None:
        """Put a waiting job before all other waiting ones."""
        first = next((entry.job_id for entry in self.waiting()), job_id)
        self.move(job_id, before=first)

    def _reorder(self, order: list[str]) -> None:
        self._store.set_order(order)
        self._entries = {job_id: self._entries[job_id] for job_id in order}
        self.reordered.emit(tuple(order))

    def _set_pause(self, reason: PauseReason) -> None:
        if reason is self._pause:
            return
        self._pause = reason
        self._store.set_fact(_PAUSED, reason.value)
        self.pause_changed.emit(reason)


def _closed_while_running() -> Failure:
    translate = QCoreApplication.translate
    return Failure(
        code=ErrorCode.INTERNAL,
        what=translate("JobQueue", "The window was closed while this job ran."),
        safe=translate("JobQueue", "Its recipe is kept."),
        todo=translate("JobQueue", "Run it again when you want its result."),
    )


def _window_went_away() -> Failure:
    translate = QCoreApplication.translate
    return Failure(
        code=ErrorCode.INTERNAL,
        what=translate("JobQueue", "Portraits ended unexpectedly while this job ran."),
        safe=translate("JobQueue", "Its recipe is kept."),
        todo=translate("JobQueue", "Run it again when you want its result."),
    )
