"""The real engine: a child process behind the interface of :class:`EngineBase`."""

import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Slot

from desktop.link.base import DownloadAction, EngineBase
from desktop.link.child import engine_command
from desktop.link.events import EngineState, EngineStatus, EngineStopped, SoundFrame
from desktop.link.thread import Ended, EngineThread, PreviewWaits, Replied, Starting, Timing
from desktop.link.words import explain
from engine.protocol.errors import Failure, not_text
from engine.protocol.jobs import AnyJob
from engine.protocol.messages import (
    Answer,
    Ask,
    Cancel,
    DevicesFound,
    Download,
    DownloadReport,
    JobCancelled,
    JobDone,
    JobFailed,
    JobStarted,
    Log,
    Note,
    Progress,
    Ready,
    Shutdown,
    Stats,
    Submit,
    Unload,
)
from engine.protocol.queries import AnyQuery

log = logging.getLogger(__name__)


class EngineLink(EngineBase):
    """Starts the engine process, keeps it alive, and speaks with it.

    Args:
        log_path: where the engine's output goes.
        settings: engine settings by name, sent with Hello.
        command: program and arguments; the installed engine when None.
        timing: how long to wait for what.
    """

    def __init__(
        self,
        log_path: Path,
        *,
        settings: dict[str, Any] | None = None,
        command: Sequence[str] | None = None,
        timing: Timing | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._log_path = log_path
        self._settings = dict(settings or {})
        self._command = list(command or engine_command())
        self._timing = timing or Timing()
        self._thread: EngineThread | None = None
        self._open_jobs: dict[str, None] = {}

    def configure(self, settings: dict[str, Any]) -> None:
        """Change the engine's settings; they count from its next start."""
        self._settings = dict(settings)
        if self._thread is not None:
            self._thread.settings = dict(settings)

    def start(self) -> None:
        if self._thread is not None:
            return
        self._thread = EngineThread(self._command, self._log_path, self._settings, self._timing, self)
        self._thread.setObjectName("engine link")
        self._thread.happened.connect(self._on_happened)
        self._thread.start()

    def shutdown(self) -> None:
        thread, self._thread = self._thread, None
        if thread is None:
            return
        thread.happened.disconnect(self._on_happened)
        thread.finish()
        thread.send(Shutdown())
        if not self.ready:
            thread.kill()
        if not thread.wait(round((self._timing.shutdown + 1) * 1000)):
            thread.kill()
            thread.wait()
        thread.deleteLater()
        self._open_jobs.clear()
        self._set_status(EngineStatus(state=EngineState.OFF))

    def restart(self) -> None:
        if self._thread is None:
            self.start()
        else:
            self._thread.kill()

    def stop_now(self) -> None:
        if self._thread is not None:
            self._thread.kill()

    def unload(self) -> None:
        self._send(Unload())

    def submit(self, job_id: str, job: AnyJob, preview_rate: float = 10.0) -> None:
        if not self.ready:
            raise RuntimeError("the engine is not ready")
        self._open_jobs[job_id] = None
        self._send(Submit(job_id=job_id, job=job, preview_rate=preview_rate))

    def cancel(self, job_id: str, keep_done: bool = False) -> None:
        self._send(Cancel(job_id=job_id, keep_done=keep_done))

    def download(self, model: str, action: DownloadAction, *, accept_licence: bool = False) -> None:
        self._send(Download(model=model, action=action, accept_licence=accept_licence))

    def _send_question(self, query_id: int, query: AnyQuery, channel: str) -> None:
        self._send(Ask(query_id=query_id, query=query, channel=channel))

    def _send(self, message: Ask | Cancel | Download | Submit | Unload) -> None:
        if self._thread is None:
            return
        try:
            self._thread.send(message)
        except UnicodeEncodeError as error:
            # Told from the event loop, like every other end: who asks does not know the number yet.
            QTimer.singleShot(0, self, partial(self._refuse, message, not_text(error).failure))

    def _refuse(self, message: Ask | Cancel | Download | Submit | Unload, failure: Failure) -> None:
        if isinstance(message, Ask):
            self._deliver(Answer(query_id=message.query_id, failure=failure))
        elif isinstance(message, Submit) and message.job_id in self._open_jobs:
            self._on_job_end(JobFailed(job_id=message.job_id, failure=failure))

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        match event:
            case PreviewWaits():
                frame = self._thread.take_preview() if self._thread is not None else None
                if frame is not None:
                    self.preview.emit(frame)
            case Progress():
                self.progress.emit(event)
            case Stats():
                self.stats.emit(event)
            case Log():
                self.logged.emit(event)
            case Replied():
                self._deliver(event.answer, event.payload)
            case DownloadReport():
                self.download_changed.emit(event.state)
            case SoundFrame():
                self.sounded.emit(event)
            case Note():
                self.noted.emit(event)
            case JobStarted():
                self.job_started.emit(event)
            case JobDone() | JobFailed() | JobCancelled():
                self._on_job_end(event)
            case Starting():
                self._set_status(EngineStatus(state=EngineState.STARTING))
            case Ready():
                self._on_ready(event)
            case DevicesFound():
                self._set_status(replace(self._status, devices=event.devices))
            case Ended():
                self._on_end(event)

    def _on_job_end(self, event: JobDone | JobFailed | JobCancelled) -> None:
        self._open_jobs.pop(event.job_id, None)
        if isinstance(event, JobDone):
            self.job_done.emit(event)
        elif isinstance(event, JobFailed):
            self.job_failed.emit(event)
        else:
            self.job_cancelled.emit(event)

    def _on_ready(self, event: Ready) -> None:
        self._set_status(
            EngineStatus(
                state=EngineState.READY,
                engine_version=event.engine_version,
                process_id=event.process_id,
                devices=event.devices,
            )
        )
        self._send_held_questions()

    def _on_end(self, event: Ended) -> None:
        jobs, self._open_jobs = tuple(self._open_jobs), {}
        words = explain(event.cause, event.end, had_job=bool(jobs), restarting=event.restarting)
        log.warning("engine ended: %s %s", event.cause.name, event.end.text if event.end else "")
        self._set_status(EngineStatus(state=EngineState.STARTING if event.restarting else EngineState.FAILED))
        self._fail_open_questions()
        self.stopped.emit(
            EngineStopped(
                cause=event.cause,
                what=words.what,
                safe=words.safe,
                todo=words.todo,
                job_ids=jobs,
                log_tail=event.log_tail,
                log_path=event.log_path,
                restarting=event.restarting,
            )
        )

    def _set_status(self, status: EngineStatus) -> None:
        if status != self._status:
            self._status = status
            self.status_changed.emit(status)
