"""An engine without a process: tests say what happens, and look at what was asked of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from desktop.link.base import DownloadAction, EngineBase
from desktop.link.events import EngineState, EngineStatus, EngineStopped, PreviewFrame, SoundFrame, StopCause
from engine.protocol.devices import Device, DeviceReport
from engine.protocol.errors import Failure
from engine.protocol.jobs import AnyJob
from engine.protocol.jobs.base import Artifact
from engine.protocol.messages import (
    Answer,
    JobCancelled,
    JobDone,
    JobFailed,
    JobStarted,
    Note,
    Progress,
)
from engine.protocol.models import DownloadState
from engine.protocol.queries import AnyQuery, AnyReply, Query

AutoReply = Callable[[AnyQuery], tuple[AnyReply, tuple[bytes, ...]]]

_GIB = 2**30
A_PROCESSOR = DeviceReport(
    devices=(Device(id="cpu", kind="cpu", name="Test processor", memory_total=16 * _GIB, memory_free=12 * _GIB),),
    chosen="cpu",
    cores=8,
    memory_total=16 * _GIB,
    memory_free=12 * _GIB,
)


class FakeLink(EngineBase):
    """A scripted engine.

    Attributes:
        submitted: (job id, job) in the order of arrival.
        cancelled: (job id, keep_done) in the order of arrival.
        asked: (query id, query) in the order of arrival.
        downloads: (model, action, accept_licence) in the order of arrival.
        calls: names of the other requests ("start", "shutdown", "restart", "stop_now", "unload").
        auto_reply: answers by kind of question, given from the event loop.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.submitted: list[tuple[str, AnyJob]] = []
        self.cancelled: list[tuple[str, bool]] = []
        self.asked: list[tuple[int, AnyQuery]] = []
        self.downloads: list[tuple[str, DownloadAction, bool]] = []
        self.calls: list[str] = []
        self.auto_reply: dict[type[Query], AutoReply] = {}
        self._open_jobs: list[str] = []

    # What the window asks

    def start(self) -> None:
        self.calls.append("start")
        self._set_status(EngineStatus(state=EngineState.STARTING))

    def shutdown(self) -> None:
        self.calls.append("shutdown")
        self._set_status(EngineStatus(state=EngineState.OFF))

    def restart(self) -> None:
        self.calls.append("restart")
        self.die(StopCause.ASKED)

    def stop_now(self) -> None:
        self.calls.append("stop_now")
        self.die(StopCause.ASKED)

    def unload(self) -> None:
        self.calls.append("unload")

    def submit(self, job_id: str, job: AnyJob, preview_rate: float = 10.0) -> None:
        if not self.ready:
            raise RuntimeError("the engine is not ready")
        self.submitted.append((job_id, job))
        self._open_jobs.append(job_id)

    def cancel(self, job_id: str, keep_done: bool = False) -> None:
        self.cancelled.append((job_id, keep_done))

    def download(self, model: str, action: DownloadAction, *, accept_licence: bool = False) -> None:
        self.downloads.append((model, action, accept_licence))

    def _send_question(self, query_id: int, query: AnyQuery, channel: str) -> None:
        self.asked.append((query_id, query))
        if type(query) in self.auto_reply:
            # As with the real engine, the answer comes after `ask` has returned.
            QTimer.singleShot(0, self, partial(self._reply_by_itself, query_id, query))

    def _reply_by_itself(self, query_id: int, query: AnyQuery) -> None:
        reply, payload = self.auto_reply[type(query)](query)
        self.reply(query_id, reply, *payload)

    # What the test lets happen

    def become_ready(self, devices: DeviceReport | None = None) -> None:
        """The engine has started."""
        report = devices or A_PROCESSOR
        self._set_status(EngineStatus(state=EngineState.READY, engine_version="0.0.0", process_id=1, devices=report))
        self._send_held_questions()

    def reply(self, query_id: int, reply: AnyReply, *payload: bytes) -> None:
        """Answer a question."""
        self._deliver(Answer(query_id=query_id, reply=reply, payload_frames=len(payload)), payload)

    def refuse(self, query_id: int, failure: Failure) -> None:
        """Answer a question with a failure."""
        self._deliver(Answer(query_id=query_id, failure=failure))

    def say_download(self, state: DownloadState) -> None:
        self.download_changed.emit(state)

    def say_started(self, job_id: str) -> None:
        self.job_started.emit(JobStarted(job_id=job_id))

    def say_progress(
        self,
        job_id: str,
        phase: str,
        step: float,
        total: float | None = None,
        unit: str = "",
        *,
        rate: float | None = None,
        remaining: float | None = None,
    ) -> None:
        message = Progress(
            job_id=job_id, phase=phase, step=step, total=total, unit=unit, rate=rate, remaining=remaining
        )
        self.progress.emit(message)

    def say_preview(self, job_id: str, image: QImage, places: tuple[int, ...] = ()) -> None:
        self.preview.emit(PreviewFrame(job_id, image, places))

    def say_sound(self, job_id: str, pcm: bytes, rate: int = 24_000, start: int = 0) -> None:
        self.sounded.emit(SoundFrame(job_id, rate, start, pcm))

    def say_note(self, job_id: str, text: str) -> None:
        self.noted.emit(Note(job_id=job_id, text=text))

    def say_done(self, job_id: str, artifacts: tuple[Artifact, ...] = (), seconds: float = 1.0) -> None:
        self._close(job_id)
        self.job_done.emit(JobDone(job_id=job_id, artifacts=artifacts, seconds=seconds))

    def say_failed(self, job_id: str, failure: Failure, retry: AnyJob | None = None, log_tail: str = "") -> None:
        self._close(job_id)
        self.job_failed.emit(JobFailed(job_id=job_id, failure=failure, retry=retry, log_tail=log_tail))

    def say_cancelled(self, job_id: str, artifacts: tuple[Artifact, ...] = ()) -> None:
        self._close(job_id)
        self.job_cancelled.emit(JobCancelled(job_id=job_id, artifacts=artifacts))

    def die(self, cause: StopCause = StopCause.CRASHED, *, restarting: bool = True, log_tail: str = "") -> None:
        """The engine process ends; call :meth:`become_ready` for the fresh one."""
        open_jobs, self._open_jobs = tuple(self._open_jobs), []
        self._set_status(EngineStatus(state=EngineState.STARTING if restarting else EngineState.FAILED))
        self._fail_open_questions()
        self.stopped.emit(
            EngineStopped(
                cause=cause,
                what="The engine stopped.",
                job_ids=open_jobs,
                log_tail=log_tail,
                restarting=restarting,
            )
        )

    def _close(self, job_id: str) -> None:
        if job_id in self._open_jobs:
            self._open_jobs.remove(job_id)

    def _set_status(self, status: EngineStatus) -> None:
        if status != self._status:
            self._status = status
            self.status_changed.emit(status)
