"""Plays the film's sound and says how much of it was heard: the clock that pictures follow.

QtMultimedia is imported when something is played first, as :mod:`desktop.viewer.player` does and for the same reasons.
"""

import logging
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QElapsedTimer, QObject

if TYPE_CHECKING:
    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioSink

log = logging.getLogger(__name__)

_RATE, _BYTES = 48_000, 4
_BUFFER_SECONDS = 0.2


class Clock(Protocol):
    """Seconds since something was started."""

    def start(self) -> bool:
        """Begin at 0; return False when there is nothing to begin with."""

    def stop(self) -> None: ...

    def seconds(self) -> float: ...


class PlainClock:
    """The computer's clock, for silent films and other speeds."""

    def __init__(self) -> None:
        self._timer = QElapsedTimer()

    def start(self) -> bool:
        self._timer.start()
        return True

    def stop(self) -> None:
        self._timer.invalidate()

    def seconds(self) -> float:
        return self._timer.nsecsElapsed() / 1e9 if self._timer.isValid() else 0.0


class SoundOutput(QObject):
    """The computer's sound, as a clock: it stands still while no sound has come."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sink: QAudioSink | None = None
        self._device: QIODevice | None = None
        self._waiting = bytearray()
        self._volume = 0.7

    def start(self) -> bool:
        """Begin to play what is fed; return False when there is no sound device."""
        self.stop()
        sink = self._make()
        if sink is None:
            return False
        self._sink = sink
        self._device = sink.start()
        return self._device is not None

    def stop(self) -> None:
        """Stop at once and forget what waits."""
        self._waiting.clear()
        self._device = None
        if self._sink is not None:
            self._sink.stop()
            self._sink.deleteLater()
            self._sink = None

    def seconds(self) -> float:
        return self._sink.processedUSecs() / 1e6 if self._sink is not None else 0.0

    def feed(self, data: bytes) -> None:
        """Add sound to what is played: int16, stereo, 48 kHz."""
        self._waiting += data

    def waiting(self) -> float:
        """Return how many seconds wait to be played."""
        return len(self._waiting) / _BYTES / _RATE

    def pump(self) -> None:
        """Hand over as much as there is room for; call it often."""
        if self._sink is None or self._device is None or not self._waiting:
            return
        room = self._sink.bytesFree() // _BYTES * _BYTES
        if room > 0:
            written = self._device.write(bytes(self._waiting[:room]))
            del self._waiting[: max(0, written)]

    def set_volume(self, volume: float) -> None:
        """Set the volume, 0..1."""
        self._volume = volume
        if self._sink is not None:
            self._sink.setVolume(volume)

    def _make(self) -> "QAudioSink | None":
        try:
            from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices
        except ImportError as error:
            log.warning("no sound: %s", error)
            return None
        device = QMediaDevices.defaultAudioOutput()
        wanted = QAudioFormat()
        wanted.setSampleRate(_RATE)
        wanted.setChannelCount(2)
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if device.isNull() or not device.isFormatSupported(wanted):
            return None
        sink = QAudioSink(device, wanted, self)
        sink.setBufferSize(round(_BUFFER_SECONDS * _RATE) * _BYTES)
        sink.setVolume(self._volume)
        return sink
