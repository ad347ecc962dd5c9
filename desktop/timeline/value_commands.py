"""Commands that change what clips are: fades, gain, takes, and what made them."""

from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Signal

from desktop.timeline.bench import Bench, Handlers
from desktop.widgets.words import tr
from engine.project.clips import MorphClip
from engine.project.edit import takes, values
from engine.project.edit.placing import add_title
from engine.project.schema import Project


class ValueCommands(QObject):
    """Works on the chosen clips and on those at the playhead."""

    inspector_wanted = Signal()
    title_wanted = Signal()

    edit_wanted = Signal(object)
    """arg: id of the clip whose landmarks, script or settings are to be opened."""

    take_wanted = Signal(object)
    """arg: tuple of ids of clips that want a new take."""

    again_wanted = Signal(object)
    """arg: tuple of ids of clips that are to be made again with the same seed."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench

    def handlers(self) -> Handlers:
        """Return what each command does."""
        return {
            "timeline.fade_in": partial(self.fade, "in"),
            "timeline.fade_out": partial(self.fade, "out"),
            "timeline.louder": partial(self.gain, 1.0),
            "timeline.quieter": partial(self.gain, -1.0),
            "timeline.clip_values": self.inspect,
            "timeline.title": self.title_wanted.emit,
            "timeline.previous_take": partial(self.step_take, -1),
            "timeline.next_take": partial(self.step_take, 1),
            "timeline.new_take": self.new_take,
            "timeline.again": self.make_again,
            "timeline.edit": self.edit,
        }

    def fade(self, side: Literal["in", "out"]) -> None:
        """Let the fades of the clips under the playhead reach to it."""
        time = self._bench.playhead.time
        here = [clip for _, clip in self._bench.under_playhead() if not isinstance(clip, MorphClip)]

        def edit(project: Project) -> Project:
            for clip in here:
                length = time - clip.start if side == "in" else clip.end - time
                wanted = {"fade_in": length} if side == "in" else {"fade_out": length}
                project = values.set_fades(project, (clip.id,), **wanted)
            return project

        if here:
            self._bench.do(tr("Change fade"), edit)

    def gain(self, by: float) -> None:
        """Make the chosen clips louder or quieter by so many dB."""
        ids = [clip.id for _, clip in self._bench.clips() if hasattr(clip, "gain_db")]

        def edit(project: Project) -> Project:
            for track in project.timeline.tracks:
                for clip in track.clips:
                    if clip.id in ids:
                        level = min(max(getattr(clip, "gain_db", 0.0) + by, -60.0), 24.0)
                        project = values.set_values(project, (clip.id,), gain_db=level)
            return project

        if ids:
            self._bench.do(tr("Change gain"), edit, merge="gain")

    def step_take(self, by: int) -> None:
        """Show the next or previous take of the chosen clips."""
        ids = self._bench.selection.ids
        if not ids or not self._bench.do(tr("Change take"), lambda p: takes.step_take(p, ids, by)):
            self._bench.said.emit(tr("The chosen clips have no other takes."))

    def new_take(self) -> None:
        """Make the chosen clips again with the next seed."""
        if self._bench.selection.ids:
            self.take_wanted.emit(self._bench.selection.ids)

    def edit(self) -> None:
        """Open what made the chosen clip: landmarks and curves, the script, the settings."""
        chosen = self._bench.selection.ids or tuple(clip.id for _, clip in self._bench.under_playhead())
        if chosen:
            self.edit_wanted.emit(chosen[0])

    def add_title(self, text: str) -> None:
        """Add a title at the playhead."""
        time = self._bench.playhead.time
        self._bench.do(tr("Add title"), lambda p: add_title(p, text, at=time))

    def make_again(self) -> None:
        """Run the recipes of the chosen clips again as they are: for files that are missing, or a better model."""
        if self._bench.selection.ids:
            self.again_wanted.emit(self._bench.selection.ids)
        else:
            self._bench.said.emit(tr("No clip is chosen."))

    def inspect(self) -> None:
        """Open the values of the chosen clips."""
        if self._bench.selection.ids:
            self.inspector_wanted.emit()
        else:
            self._bench.said.emit(tr("Choose a clip to change its values."))
