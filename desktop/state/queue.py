"""The queue: gives one waiting job after the other to the engine, and writes down how each ended."""

import time
from collections.abc import Callable, Iterable
from typing import Any
from uuid import uuid4

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from desktop.link.base import EngineBase
from desktop.link.events import EngineState, EngineStatus, EngineStopped, StopCause
from desktop.state.queue_entry import NOWHERE, Destination, JobState, LiveJob, PauseReason, QueueEntry
from desktop.state.queue_list import QueueList
from desktop.state.queue_live import LiveRecorder
from desktop.state.queue_store import QueueStore
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.jobs import AnyJob
from engine.protocol.messages import JobCancelled, JobDone, JobFailed

_CLEAN = "clean_end"
_PAUSED = "paused"


class JobQueue(QueueList):
    """Owns the order and state of all jobs, gives one after the other to the engine, and writes each change first.

    A job is marked as running on the disk before the engine hears of it. What runs when the window or the engine goes
    away becomes ``interrupted`` and runs again only when a person says so.

    Args:
        engine: where jobs run.
        store: where they are kept.
        clock: Unix seconds; tests pass their own.
    """

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
        super().__init__(store, parent)
        self._engine = engine
        self._clock = clock
        self._running = ""
        self._closed = False
        self._live = LiveRecorder(engine, self)
        self._live.progressed.connect(self.progressed)
        self._live.previewed.connect(self.previewed)
        self.preview_rate = 10.0
        self._pause = self._load()
        engine.status_changed.connect(self._on_status)
        engine.stopped.connect(self._on_stopped)
        engine.job_done.connect(self._on_done)
        engine.job_failed.connect(self._on_failed)
        engine.job_cancelled.connect(self._on_cancelled)

    # What there is

    def running(self) -> QueueEntry | None:
        return self._entries.get(self._running)

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

    def add(
        self,
        job: AnyJob,
        *,
        title: str,
        project: str = "",
        thumbnail: str = "",
        destination: Destination = NOWHERE,
        now: bool = False,
    ) -> QueueEntry:
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
            destination=destination,
            created=self._clock(),
            by_person=now or after_crash,
        )
        self._append(entry)
        if now:
            self._put_first(entry.job_id)
        self._start_next()
        return self._entries[entry.job_id]

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
            return self.add(
                job,
                title=entry.title,
                project=entry.project,
                thumbnail=entry.thumbnail,
                destination=entry.destination,
            )
        if not entry.state.ended:
            return entry
        if self._write(entry.waiting_again(job), expected=entry.state):
            self._put_first(job_id)
            self._start_next()
        return self._entries[job_id]

    def restore(self, entries: Iterable[QueueEntry]) -> None:
        """Put entries back that were removed, at the end."""
        for entry in entries:
            self._append(entry)
        self._start_next()

    def pause(self) -> None:
        """Start nothing by itself until :meth:`resume`; what runs goes on."""
        self._set_pause(PauseReason.BY_PERSON)

    def resume(self) -> None:
        """Go on with the waiting jobs."""
        self._set_pause(PauseReason.NONE)
        self._start_next()

    def toggle_pause(self) -> None:
        """Let the waiting jobs wait, or go on."""
        if self.paused:
            self.resume()
        else:
            self.pause()

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

    def _set_pause(self, reason: PauseReason) -> None:
        if reason is self._pause:
            return
        self._pause = reason
        self._store.set_fact(_PAUSED, reason.value)
        self.pause_changed.emit(reason)


def _closed_while_running() -> Failure:
    return _interrupted("The window was closed while this job ran.")


def _window_went_away() -> Failure:
    return _interrupted("Portraits ended unexpectedly while this job ran.")


def _interrupted(what: str) -> Failure:
    safe = "Its recipe is kept."
    todo = "Run it again when you want its result."
    return Failure(code=ErrorCode.INTERNAL, what=what, safe=safe, todo=todo)
