"""Plays movies and sounds; frames come as images, so that the canvas draws them like pictures.

QtMultimedia is imported with the first file that is played: it costs a fifth of the start, and a computer without a
sound system must not keep the window from opening.
"""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoFrame, QVideoSink

log = logging.getLogger(__name__)


class Player(QObject):
    """One file at a time. Times are milliseconds."""

    frame = Signal(object)
    """arg: QImage, the newest frame."""

    position_changed = Signal(object)
    """arg: int, milliseconds."""

    state_changed = Signal(object)
    """arg: bool, whether it plays."""

    duration_changed = Signal(object)
    """arg: int, milliseconds."""

    problem = Signal(object)
    """arg: str, why a file cannot be played, as a sentence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player: QMediaPlayer | None = None
        self._sink: QVideoSink | None = None
        self._output: QAudioOutput | None = None
        self._volume = 0.7
        self._loop = False

    def _make(self) -> "QMediaPlayer | None":
        if self._player is not None:
            return self._player
        try:
            from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer, QVideoSink
        except ImportError as error:
            log.warning("no playback: %s", error)
            return None
        player = QMediaPlayer(self)
        self._sink = QVideoSink(self)
        player.setVideoSink(self._sink)
        if not QMediaDevices.defaultAudioOutput().isNull():
            self._output = QAudioOutput(self)
            self._output.setVolume(self._volume)
            player.setAudioOutput(self._output)
        self._sink.videoFrameChanged.connect(self._on_frame)
        player.positionChanged.connect(self._on_position)
        player.durationChanged.connect(self._on_duration)
        player.playbackStateChanged.connect(self._on_state)
        player.errorOccurred.connect(self._on_error)
        self._player = player
        self.set_loop(self._loop)
        return player

    def load(self, path: str) -> bool:
        """Open a file and show its first frame; return False when nothing can be played here."""
        player = self._make()
        if player is None:
            self.problem.emit(self.tr("Playing needs QtMultimedia, which is not installed here."))
            return False
        player.setSource(QUrl.fromLocalFile(path))
        player.pause()
        return True

    def unload(self) -> None:
        """Let go of the file."""
        if self._player is not None:
            self._player.stop()
            self._player.setSource(QUrl())

    @property
    def playing(self) -> bool:
        if self._player is None:
            return False
        return self._player.playbackState() == self._player.PlaybackState.PlayingState

    def toggle(self) -> None:
        """Play or pause."""
        if self._player is not None:
            if self.playing:
                self._player.pause()
            else:
                self._player.play()

    def pause(self) -> None:
        if self._player is not None:
            self._player.pause()

    def seek(self, position: int) -> None:
        """Go to a time in milliseconds."""
        if self._player is not None:
            self._player.setPosition(max(0, min(position, self._player.duration())))

    def position(self) -> int:
        return self._player.position() if self._player is not None else 0

    def duration(self) -> int:
        return self._player.duration() if self._player is not None else 0

    def set_volume(self, volume: float) -> None:
        """Set the volume, 0..1."""
        self._volume = volume
        if self._output is not None:
            self._output.setVolume(volume)

    def set_loop(self, loop: bool) -> None:
        """Begin again at the end, or stop there."""
        self._loop = loop
        if self._player is not None:
            self._player.setLoops(self._player.Loops.Infinite if loop else 1)

    def _on_frame(self, video_frame: "QVideoFrame") -> None:
        image: QImage = video_frame.toImage()
        if not image.isNull():
            self.frame.emit(image)

    def _on_position(self, position: int) -> None:
        self.position_changed.emit(position)

    def _on_duration(self, duration: int) -> None:
        self.duration_changed.emit(duration)

    def _on_state(self, _state: object) -> None:
        self.state_changed.emit(self.playing)

    def _on_error(self, _error: object, text: str) -> None:
        log.warning("playback failed: %s", text)
        self.problem.emit(self.tr("This file cannot be played here."))
