"""What every command of the timeline works with: the document, what is chosen, and where the playhead stands."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from PySide6.QtCore import QObject, Signal

from desktop.state.document import Document
from desktop.state.telling import apply_or_say
from desktop.timeline.pointer import TimelineCanvas
from desktop.timeline.selection import ClipSelection, Playhead
from engine.project.clips import AnyClip
from engine.project.edit import frames
from engine.project.schema import Project
from engine.project.timeline import Track

Edit = Callable[[Project], Project]
Handlers = dict[str, Callable[[], object]]


class Bench(QObject):
    """Edits the document on behalf of the commands.

    Args:
        document: what is edited, through its undo stack.
        selection: the chosen clips.
        playhead: where it stands.
        canvas: zoom, tools, and the track pressed last.
    """

    said = Signal(object)
    """arg: str, why something could not be done, or what was done."""

    def __init__(
        self, document: Document, selection: ClipSelection, playhead: Playhead, canvas: TimelineCanvas
    ) -> None:
        super().__init__(canvas)
        self._document = document
        self.selection, self.playhead, self.canvas = selection, playhead, canvas
        self.ripple_all = False

    def do(self, label: str, edit: Edit, merge: str = "") -> bool:
        """Do an edit so that it can be undone; say why when it cannot be done."""
        return apply_or_say(self._document, label, edit, self.said.emit, merge=merge)

    @property
    def project(self) -> Project:
        return self._document.project

    def frame(self) -> Fraction:
        """Return the length of one frame in seconds."""
        return frames.one(self.project.settings.fps)

    def clips(self) -> list[tuple[Track, AnyClip]]:
        """Return the chosen clips with their tracks, by track and time."""
        return [
            (track, clip) for track in self.project.timeline.tracks for clip in track.clips if clip.id in self.selection
        ]

    def target(self) -> Track | None:
        """Return the track that track commands mean: that of the chosen clips, else the one pressed last."""
        chosen = self.clips()
        wanted = chosen[0][0].id if chosen else self.canvas.target_track
        found = self.project.timeline.tracks
        return next((track for track in found if track.id == wanted), found[0] if found else None)

    def under_playhead(self) -> list[tuple[Track, AnyClip]]:
        """Return the chosen clips at the playhead, else all clips there on tracks that are not locked."""
        time = self.playhead.time
        here = [
            (track, clip)
            for track in self.project.timeline.tracks
            for clip in track.clips
            if clip.start <= time < clip.end and not track.locked
        ]
        chosen = [pair for pair in here if pair[1].id in self.selection]
        return chosen or here


def each(project: Project, ids: Iterable[str], edit: Callable[[Project, str], Project]) -> Project:
    """Do an edit for one clip after the other."""
    for clip_id in ids:
        project = edit(project, clip_id)
    return project
