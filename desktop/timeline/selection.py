"""What is chosen on the timeline, and where the playhead stands: shared by canvas, list twin and viewer."""

from collections.abc import Iterable
from fractions import Fraction

from PySide6.QtCore import QObject, Signal

from engine.project.schema import Project


class ClipSelection(QObject):
    """The ids of the chosen clips, in the order in which they were chosen."""

    changed = Signal(object)
    """arg: tuple of ids."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._set: frozenset[str] = frozenset()

    @property
    def ids(self) -> tuple[str, ...]:
        return self._ids

    def __contains__(self, clip_id: object) -> bool:
        return clip_id in self._set

    def choose(self, ids: Iterable[str]) -> None:
        """Choose these clips and no others."""
        wanted = tuple(dict.fromkeys(ids))
        if wanted != self._ids:
            self._ids, self._set = wanted, frozenset(wanted)
            self.changed.emit(wanted)

    def toggle(self, clip_id: str) -> None:
        """Add a clip, or take it out."""
        if clip_id in self._set:
            self.choose(each for each in self._ids if each != clip_id)
        else:
            self.choose((*self._ids, clip_id))

    def keep_only(self, project: Project) -> None:
        """Forget what is not on the timeline any more, or on a locked track."""
        free = {clip.id for track in project.timeline.tracks if not track.locked for clip in track.clips}
        self.choose(each for each in self._ids if each in free)


class Playhead(QObject):
    """A time of the film, on a frame."""

    moved = Signal(object)
    """arg: Fraction, seconds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._time = Fraction(0)

    @property
    def time(self) -> Fraction:
        return self._time

    def go_to(self, time: Fraction) -> None:
        """Stand at a time of the frame grid, 0 or later."""
        wanted = max(Fraction(0), time)
        if wanted != self._time:
            self._time = wanted
            self.moved.emit(wanted)
