"""Plays sound while the engine makes it.

sounddevice (PortAudio) is imported with the first sound. A computer without loudspeakers is no obstacle.
"""

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.widgets.words import tr

log = logging.getLogger(__name__)

_FIRST_HOLD, _LONGEST_HOLD = 0.25, 8.0
_MOST_WAITING = 15 * 60
_TICK_MS = 50

OpenStream = Callable[[int, Callable[..., None]], Any]


def open_loudspeaker(rate: int, fill: Callable[..., None]) -> Any:
    """Open the usual output, mono, 16 bit. Raises OSError or PortAudioError when there is none."""
    import sounddevice

    return sounddevice.RawOutputStream(samplerate=rate, channels=1, dtype="int16", callback=fill)


class LivePlayer(QObject):
    """Plays mono 16-bit sound as it comes in.

    It begins when a quarter of a second is there. When the sound comes slower than it is heard and runs out, it waits
    for twice as much the next time, so that slow making gives few long pauses rather than many short ones.

    Args:
        open_stream: opens a stream that asks ``callback(out, frames, time, status)`` for sound; tests pass their own.
    """

    problem = Signal(object)
    """arg: str, once: why nothing is heard."""

    playing_changed = Signal(object)
    """arg: bool."""

    def __init__(self, parent: QObject | None = None, *, open_stream: OpenStream = open_loudspeaker) -> None:
        super().__init__(parent)
        self._open = open_stream
        self._stream: Any = None
        self._rate = 0
        self._silent = False
        self._lock = threading.Lock()
        self._waiting = bytearray()
        self._holding = True
        self._hold = _FIRST_HOLD
        self._more = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def playing(self) -> bool:
        return self._stream is not None

    def add(self, pcm: bytes, rate: int) -> None:
        """Add sound that follows on what was added before."""
        if self._silent or not pcm:
            return
        if self._stream is not None and rate != self._rate:
            self.stop()
        with self._lock:
            room = _MOST_WAITING * rate * 2 - len(self._waiting)
            self._waiting += pcm[: max(0, room)]
            self._more = True
        if self._stream is None:
            self._start(rate)

    def end(self) -> None:
        """Say that no more comes; what waits is played to its end."""
        with self._lock:
            self._more = False
            self._holding = False

    def stop(self) -> None:
        """Be silent at once."""
        stream, self._stream = self._stream, None
        self._timer.stop()
        with self._lock:
            self._waiting.clear()
            self._holding, self._hold, self._more = True, _FIRST_HOLD, False
        if stream is not None:
            try:
                stream.abort()
                stream.close()
            except Exception as error:  # the output was unplugged
                log.warning("the output ended: %s", error)
            self.playing_changed.emit(False)

    def _start(self, rate: int) -> None:
        self._rate = rate
        try:
            stream = self._open(rate, self._fill)
            stream.start()
        except Exception as error:  # PortAudioError, or whatever a driver throws
            log.warning("no loudspeaker: %s", error)
            self._silent = True
            self._waiting.clear()
            self.problem.emit(tr("No sound output was found, so voices are made silently."))
            return
        self._stream = stream
        self._timer.start()
        self.playing_changed.emit(True)

    def _fill(self, out: Any, frames: int, _time: Any, _status: Any) -> None:
        """Called in PortAudio's thread: fill a buffer of ``frames`` samples of two bytes."""
        size = frames * 2
        with self._lock:
            if self._holding and len(self._waiting) >= self._hold * self._rate * 2:
                self._holding = False
            data = b"" if self._holding else bytes(self._waiting[:size])
            del self._waiting[: len(data)]
            if not self._holding and len(data) < size and self._more:
                self._holding = True
                self._hold = min(self._hold * 2, _LONGEST_HOLD)
        out[: len(data)] = data
        out[len(data) : size] = bytes(size - len(data))

    def _look(self) -> None:
        with self._lock:
            over = not self._more and not self._waiting
        if over:
            self.stop()
