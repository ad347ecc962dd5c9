"""The thread that owns the engine process: starts it, reads what it says, notices its end, starts the next."""

import threading
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtGui import QImage

from desktop.link.child import Child, End, end_of, new_key
from desktop.link.events import PreviewFrame, SoundFrame, StopCause
from desktop.link.outbox import Outbox
from desktop.link.rendezvous import Rendezvous
from engine.protocol.frames import GarbledConnection, receive
from engine.protocol.messages import (
    PROTOCOL_VERSION,
    Answer,
    Hello,
    Message,
    Preview,
    Ready,
    SoundPreview,
    Submit,
    ToWindow,
)

_TICK = 0.25
_FRUITLESS_LIVES = 3


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """How long the link waits, in seconds."""

    start: float = 60.0
    """From the start of the process to Ready; a cold disk and a virus scanner take their time."""
    silence: float = 30.0
    """Without a message before the engine counts as hung; its heart beats once a second."""
    shutdown: float = 3.0
    short_life: float = 5.0
    """Several lives in a row shorter than this, without a job, mean that starting again does not help."""


class Starting(msgspec.Struct, frozen=True):
    """A process is being started."""


class Ended(msgspec.Struct, frozen=True):
    """A process is gone."""

    cause: StopCause
    end: End | None
    log_tail: str
    log_path: str
    restarting: bool


class Replied(msgspec.Struct, frozen=True):
    """An answer with its byte frames."""

    answer: Answer
    payload: tuple[bytes, ...]


class PreviewWaits(msgspec.Struct, frozen=True):
    """A preview lies ready; :meth:`EngineThread.take_preview` returns the newest."""


class EngineThread(QThread):
    """Owns one engine process after the other until :meth:`finish`.

    ``happened`` carries Starting, Ended, Replied, PreviewWaits, and the engine's own messages. Previews are kept here,
    newest only, so that a busy window never meets a row of old ones.
    """

    happened = Signal(object)

    def __init__(
        self,
        command: Sequence[str],
        log_path: Path,
        settings: dict[str, Any],
        timing: Timing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self._command = command
        self._log_path = log_path
        self._timing = timing
        self._lock = threading.Lock()
        self._child: Child | None = None
        self._outbox: Outbox | None = None
        self._preview: PreviewFrame | None = None
        self._asked_to_end = False
        self._worked = False
        self._finishing = threading.Event()
        self._wake = threading.Event()

    # Called from the window's thread

    def send(self, message: Message) -> None:
        """Send a message to the engine, if there is one.

        Raises:
            UnicodeEncodeError: a text of the message has no encoding; nothing was sent.
        """
        with self._lock:
            if self._outbox is not None:
                self._worked = self._worked or isinstance(message, Submit)
                self._outbox.put(message)

    def kill(self) -> None:
        """End the process at once; a fresh one follows unless :meth:`finish` was called."""
        with self._lock:
            self._asked_to_end = True
            if self._child is not None:
                self._child.kill()
        self._wake.set()

    def finish(self) -> None:
        """Start no further process; the thread ends with the present one."""
        self._finishing.set()
        self._wake.set()

    def take_preview(self) -> PreviewFrame | None:
        """Return the newest preview once."""
        with self._lock:
            frame, self._preview = self._preview, None
        return frame

    # The thread itself

    def run(self) -> None:
        fruitless = 0
        while not self._finishing.is_set():
            began = time.monotonic()
            self.happened.emit(Starting())
            cause, end, tail = self._live()
            asked = cause is StopCause.ASKED
            short = time.monotonic() - began < self._timing.short_life
            fruitless = fruitless + 1 if short and not self._worked and not asked else 0
            hopeless = cause is StopCause.OTHER_VERSION or fruitless >= _FRUITLESS_LIVES
            self._wake.clear()
            restarting = not hopeless and not self._finishing.is_set()
            self.happened.emit(Ended(cause, end, tail, str(self._log_path), restarting))
            if not restarting and not self._finishing.is_set():
                self._wake.wait()
                fruitless = 0

    def _live(self) -> tuple[StopCause, End | None, str]:
        """Run one process from its start to its end."""
        key = new_key()
        self._worked = False
        meeting = None
        try:
            meeting = Rendezvous(key)
            with self._lock:
                self._asked_to_end = False
                child = self._child = Child(self._command, meeting.address, key, self._log_path)
        except OSError as error:
            if meeting is not None:
                meeting.close()
            return StopCause.COULD_NOT_START, None, str(error)
        connection = self._meet(meeting, child)
        meeting.close()
        cause: StopCause | None = StopCause.COULD_NOT_START
        outbox = None
        if connection is not None:
            outbox = Outbox(connection)
            cause = self._converse(connection, outbox)
        if self._finishing.is_set():
            child.wait(self._timing.shutdown)
        if cause is not None:
            child.kill()
        status = child.reap()
        # Only now: a sender stuck in a full pipe is freed by the end of the process.
        if outbox is not None and connection is not None:
            outbox.close()
            connection.close()
        return self._verdict(cause, end_of(status)), end_of(status), child.log_tail()

    def _verdict(self, cause: StopCause | None, end: End) -> StopCause:
        with self._lock:
            asked = self._asked_to_end or self._finishing.is_set()
            self._child = None
            self._preview = None
        if asked:
            return StopCause.ASKED
        if cause is None:
            return StopCause.KILLED if end.killed else StopCause.CRASHED
        return cause

    def _meet(self, meeting: Rendezvous, child: Child) -> Connection | None:
        """Wait for the process to connect; None when it ended, took too long, or is not wanted any more."""
        deadline = time.monotonic() + self._timing.start
        while child.running and time.monotonic() < deadline and not self._finishing.is_set():
            connection = meeting.wait(0.05)
            if connection is not None:
                return connection
        return None

    def _converse(self, connection: Connection, outbox: Outbox) -> StopCause | None:
        """Talk until the connection ends; None means that the process is ending or was ended by itself."""
        outbox.put(Hello(protocol_version=PROTOCOL_VERSION, settings=self.settings))
        try:
            return self._read(connection, outbox)
        except GarbledConnection:
            return StopCause.GARBLED
        except (EOFError, OSError):
            return None
        finally:
            with self._lock:
                self._outbox = None

    def _read(self, connection: Connection, outbox: Outbox) -> StopCause:
        patience = self._timing.start
        silent_ticks = 0
        while True:
            # Ticks are counted instead of seconds: a computer that slept was not silent.
            if not connection.poll(_TICK):
                silent_ticks += 1
                if silent_ticks * _TICK >= patience:
                    return StopCause.SILENT
                continue
            silent_ticks = 0
            message, payload = receive(connection, ToWindow)
            if isinstance(message, Ready):
                if message.protocol_version != PROTOCOL_VERSION:
                    return StopCause.OTHER_VERSION
                patience = self._timing.silence
                with self._lock:
                    self._outbox = outbox
            self._pass_on(message, payload)

    def _pass_on(self, message: Any, payload: list[bytes]) -> None:
        if isinstance(message, Preview):
            self._keep_preview(message, payload)
        elif isinstance(message, SoundPreview):
            if len(payload) != 1 or len(payload[0]) % 2:
                raise GarbledConnection("Sound has the wrong number of bytes.")
            self.happened.emit(SoundFrame(message.job_id, message.rate, message.start, payload[0]))
        elif isinstance(message, Answer):
            self.happened.emit(Replied(message, tuple(payload)))
        else:
            self.happened.emit(message)

    def _keep_preview(self, message: Preview, payload: list[bytes]) -> None:
        width, height = message.width, message.height
        if len(payload) != 1 or len(payload[0]) != width * height * 3:
            raise GarbledConnection("A preview has the wrong number of bytes.")
        # Converted here and not in the window's thread: RGB32 paints without further conversion.
        image = QImage(payload[0], width, height, width * 3, QImage.Format.Format_RGB888)
        frame = PreviewFrame(message.job_id, image.convertToFormat(QImage.Format.Format_RGB32), message.places)
        with self._lock:
            announced = self._preview is not None
            self._preview = frame
        if not announced:
            self.happened.emit(PreviewWaits())
