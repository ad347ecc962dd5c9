"""Plays the frames of the open motion at its own speed."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desktop.motion.session import MotionSession

_TICK_MS = 15


class Playback(QObject):
    """Moves the session's frame along by the clock; a slow computer leaves frames out rather than slowing down."""

    playing_changed = Signal(object)
    """arg: bool."""

    def __init__(self, session: MotionSession) -> None:
        super().__init__(session)
        self._session = session
        self.loops = True
        self._clock = QElapsedTimer()
        self._start = 0
        self._shown = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        session.opened.connect(self.pause)

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    def toggle(self) -> None:
        """Play from the shown frame on, or stay there."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        take = self._session.take
        if take is None or len(take) < 2:
            return
        if self._session.frame >= len(take) - 1:
            self._session.go_to(0)
        self._begin()
        self._timer.start()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        if self.playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    def step(self, frames: int) -> None:
        """Pause, and go some frames on or back."""
        self.pause()
        self._session.go_to(self._session.frame + frames)

    def advance(self, milliseconds: int) -> None:
        """Show what belongs to a time since the beginning of the playing."""
        take = self._session.take
        if take is None or not len(take):
            self.pause()
            return
        frame = self._start + int(milliseconds / 1000 * float(take.fps))
        if frame >= len(take) and not self.loops:
            self._session.go_to(len(take) - 1)
            self.pause()
            return
        self._shown = frame % len(take)
        self._session.go_to(self._shown)

    def _begin(self) -> None:
        self._start = self._shown = self._session.frame
        self._clock.start()

    def _tick(self) -> None:
        if self._session.frame != self._shown:
            # The person has gone somewhere else meanwhile: on from there.
            self._begin()
        self.advance(self._clock.elapsed())
