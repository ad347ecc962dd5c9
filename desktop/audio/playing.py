"""Plays takes: one at a time, a part of one, round and round, or all lines with their gaps."""

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.viewer.player import Player

_TICK_MS = 30


class FilePlayer(Protocol):
    """What plays a file; times are milliseconds. :class:`desktop.viewer.player.Player` is one."""

    @property
    def problem(self) -> Any: ...
    @property
    def playing(self) -> bool: ...
    def load(self, path: str) -> bool: ...
    def unload(self) -> None: ...
    def toggle(self) -> None: ...
    def pause(self) -> None: ...
    def seek(self, position: int) -> None: ...
    def position(self) -> int: ...
    def duration(self) -> int: ...


class Sounding(NamedTuple):
    """A take in a row: the line it belongs to, its file, its length, and the silence behind it in seconds."""

    block_id: str
    path: str
    duration: float
    gap: float = 0.0


class TakePlayer(QObject):
    """Moves through sounds and says where it is."""

    moved = Signal(object, object)
    """args: str block id, float seconds of its sound."""

    state_changed = Signal(object)
    """arg: str, the block that plays now, "" for none."""

    problem = Signal(object)
    """arg: str, why a file cannot be played."""

    def __init__(self, parent: QObject | None = None, *, player: FilePlayer | None = None) -> None:
        super().__init__(parent)
        self._player: FilePlayer = player if player is not None else Player(self)
        self._player.problem.connect(self._on_problem)
        self._row: list[Sounding] = []
        self._now: Sounding | None = None
        self._span = (0.0, 0.0)
        self._begun = False
        self.loop = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._next)

    @property
    def block_id(self) -> str:
        """The line that plays, "" for none."""
        return self._now.block_id if self._now is not None else ""

    def play(self, sounding: Sounding, start: float = 0.0, end: float | None = None) -> None:
        """Play a sound, or a part of it given by its first and last second."""
        self.stop()
        self._begin(sounding, start, end)

    def seek(self, time: float) -> None:
        """Go on from another second of the sound that plays."""
        if self._now is not None and self._begun:
            self._span = (self._span[0], self._span[1] if time < self._span[1] else self._now.duration)
            self._player.seek(round(time * 1000))

    def play_row(self, row: Sequence[Sounding]) -> None:
        """Play sounds one after the other, with their gaps."""
        self.stop()
        self._row = list(row)
        self._next()

    def stop(self) -> None:
        """Be silent."""
        self._row = []
        self._pause.stop()
        self._end()

    def _next(self) -> None:
        if self._row:
            self._begin(self._row.pop(0), 0.0, None)

    def _begin(self, sounding: Sounding, start: float, end: float | None) -> None:
        if not self._player.load(sounding.path):
            self._row = []
            return
        self._now = sounding
        self._span = (start, sounding.duration if end is None else min(end, sounding.duration))
        self._begun = False
        self._player.toggle()
        self._timer.start()
        self.state_changed.emit(sounding.block_id)
        self.moved.emit(sounding.block_id, start)

    def tick(self) -> None:
        """Look where the sound is."""
        if self._now is None:
            return
        if not self._begun:
            # A seek counts only once the file is open.
            self._begun = self._player.duration() > 0
            if self._begun and self._span[0] > 0:
                self._player.seek(round(self._span[0] * 1000))
            return
        place = self._player.position() / 1000
        ended = not self._player.playing or place >= self._span[1]
        if not ended:
            self.moved.emit(self._now.block_id, place)
        elif self.loop and not self._row:
            self._player.seek(round(self._span[0] * 1000))
            if not self._player.playing:
                self._player.toggle()
        else:
            gap = self._now.gap
            self._end()
            if self._row:
                self._pause.start(round(gap * 1000))

    def _end(self) -> None:
        if self._now is None:
            return
        self._timer.stop()
        self._player.pause()
        self._now = None
        self.state_changed.emit("")

    def _on_problem(self, words: object) -> None:
        self.stop()
        self.problem.emit(words)
