"""Recording from the microphone into a WAV file.

sounddevice (PortAudio) is imported with the first recording: a computer without it must not keep the window closed.
"""

import contextlib
import logging
import threading
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.audio.mini_wave import LivePeaks
from desktop.widgets.engine_words import system_reason
from desktop.widgets.words import tr

log = logging.getLogger(__name__)

RATE = 48_000
LONGEST_SECONDS = 3600
_TICK_MS = 50

OpenStream = Callable[[Callable[..., None]], Any]


def open_microphone(heard: Callable[..., None]) -> Any:
    """Open the usual microphone, mono, 16 bit, 48 kHz. Raises OSError or PortAudioError when there is none."""
    import sounddevice

    return sounddevice.RawInputStream(samplerate=RATE, channels=1, dtype="int16", callback=heard)


class Recorder(QObject):
    """Writes what the microphone hears. The sound comes in a thread of PortAudio; everything else happens here.

    Args:
        open_stream: opens a stream that calls ``callback(data, frames, time, status)``; tests pass their own.
    """

    started = Signal()
    stopped = Signal(object)
    """arg: Path of the file, or None when nothing was heard."""

    level = Signal(object)
    """arg: LivePeaks of what was heard so far."""

    problem = Signal(object)
    """arg: str, why nothing can be recorded, as a sentence."""

    def __init__(self, parent: QObject | None = None, *, open_stream: OpenStream = open_microphone) -> None:
        super().__init__(parent)
        self._open = open_stream
        self._stream: Any = None
        self._file: wave.Wave_write | None = None
        self._path = Path()
        self._lock = threading.Lock()
        self._waiting = bytearray()
        self.peaks = LivePeaks()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._write)

    @property
    def recording(self) -> bool:
        return self._stream is not None

    def start(self, path: Path) -> bool:
        """Begin to record into a file that is written while one speaks; return False when that cannot be done."""
        if self.recording:
            return False
        try:
            stream = self._open(self._heard)
        except Exception as error:  # PortAudioError, or whatever a driver throws
            log.warning("no microphone: %s", error)
            self.problem.emit(tr("No microphone was found. Connect one, or allow Portraits to use it, and try again."))
            return False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = wave.open(str(path), "wb")  # noqa: SIM115 - open as long as one records
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            stream.start()
        except Exception as error:
            log.warning("not recorded: %s", error)
            stream.close()
            _remove(path)
            self.problem.emit(tr("The recording could not be started: {reason}.", reason=str(error)[:100].rstrip(".")))
            return False
        self._stream, self._file, self._path = stream, file, path
        self._waiting.clear()
        self.peaks = LivePeaks()
        self._timer.start()
        self.started.emit()
        return True

    def stop(self) -> None:
        """End the recording; ``stopped`` follows at once."""
        if not self.recording:
            return
        self._timer.stop()
        stream, self._stream = self._stream, None
        try:
            stream.stop()
        except Exception as error:  # the microphone was unplugged
            log.warning("the recording ended: %s", error)
        stream.close()
        self._take()
        if self._close_file() and self.peaks.seconds:
            self.stopped.emit(self._path)
        else:
            _remove(self._path)
            self.stopped.emit(None)

    def _close_file(self) -> bool:
        """Write the length into the header; return False when the disk does not take it."""
        file, self._file = self._file, None
        try:
            if file is not None:
                file.close()
        except OSError as error:
            self._say_unwritable(error)
            return False
        return True

    def _heard(self, data: Any, _frames: int, _time: Any, _status: Any) -> None:
        with self._lock:
            self._waiting += bytes(data)

    def _write(self) -> None:
        if not self._take():
            # What lies on the disk is kept.
            self.stop()
            return
        self.level.emit(self.peaks)
        if self.peaks.seconds >= LONGEST_SECONDS:
            self.problem.emit(tr("The recording was ended after an hour."))
            self.stop()

    def _take(self) -> bool:
        """Write what has come; return False when the disk does not take it."""
        with self._lock:
            data = bytes(self._waiting[: len(self._waiting) // 2 * 2])
            del self._waiting[: len(data)]
        if data and self._file is not None:
            try:
                self._file.writeframesraw(data)
            except OSError as error:
                self._say_unwritable(error)
                return False
            self.peaks.add(data, RATE)
        return True

    def _say_unwritable(self, error: OSError) -> None:
        self.problem.emit(tr("The recording cannot be written: {reason}.", reason=system_reason(error)))


def _remove(path: Path) -> None:
    """Remove what was begun; what cannot be removed does not lie in the project."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
