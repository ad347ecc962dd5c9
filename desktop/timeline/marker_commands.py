"""Markers, the range, and going from one place to the next."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.timeline.bench import Bench, Handlers
from desktop.widgets.words import tr
from engine.project.edit import frames, markers
from engine.project.timeline import Marker


class MarkerCommands(QObject):
    """Works at the playhead."""

    marker_wanted = Signal(object)
    """arg: id of the marker to name and colour."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench

    def handlers(self) -> Handlers:
        """Return what each command does."""
        bench = self._bench
        return {
            "timeline.marker": self.marker,
            "timeline.name_marker": self.name_marker,
            "timeline.move_marker": self.move_marker,
            "timeline.remove_marker": self.remove_marker,
            "timeline.previous_marker": partial(self.go_to_marker, False),
            "timeline.next_marker": partial(self.go_to_marker, True),
            "timeline.in": lambda: bench.do(tr("Set in point"), lambda p: markers.set_in(p, bench.playhead.time)),
            "timeline.out": lambda: bench.do(
                tr("Set out point"), lambda p: markers.set_out(p, bench.playhead.time + bench.frame())
            ),
            "timeline.clear_in": lambda: bench.do(tr("Clear in point"), markers.clear_in),
            "timeline.clear_out": lambda: bench.do(tr("Clear out point"), markers.clear_out),
            "timeline.previous_cut": partial(self.go_to_cut, False),
            "timeline.next_cut": partial(self.go_to_cut, True),
        }

    def marker(self) -> None:
        """Set a marker at the playhead; where one is, name it."""
        time = self._bench.playhead.time
        if not self._bench.do(tr("Set marker"), lambda p: markers.add_marker(p, time)):
            self.name_marker()

    def name_marker(self) -> None:
        """Name and colour the marker at the playhead."""
        found = self._here()
        if found is None:
            self._bench.said.emit(tr("There is no marker at the playhead."))
        else:
            self.marker_wanted.emit(found.id)

    def move_marker(self) -> None:
        """Move the marker that is nearest to the playhead to it."""
        time, found = self._bench.playhead.time, self._bench.project.timeline.markers
        nearest = min(found, key=lambda marker: abs(marker.time - time), default=None)
        if nearest is None:
            self._bench.said.emit(tr("There is no marker on the timeline."))
        else:
            self._bench.do(tr("Move marker"), lambda p: markers.change_marker(p, nearest.id, at=time))

    def remove_marker(self) -> None:
        """Remove the marker at the playhead."""
        found = self._here()
        if found is None:
            self._bench.said.emit(tr("There is no marker at the playhead."))
        else:
            self._bench.do(tr("Remove marker"), lambda p: markers.remove_marker(p, found.id))

    def _here(self) -> Marker | None:
        time = self._bench.playhead.time
        return next((each for each in self._bench.project.timeline.markers if each.time == time), None)

    def go_to_marker(self, forward: bool) -> None:
        """Go to the next or previous marker."""
        found = markers.neighbour(self._bench.project, self._bench.playhead.time, forward=forward)
        if found is not None:
            self._bench.playhead.go_to(found.time)

    def go_to_cut(self, forward: bool) -> None:
        """Go to the next or previous edge of a clip."""
        fps, now = self._bench.project.settings.fps, self._bench.playhead.time
        edges = {
            frames.nearest(edge, fps)
            for track in self._bench.project.timeline.tracks
            for clip in track.clips
            for edge in (clip.start, clip.end)
        }
        ahead = [edge for edge in edges if (edge > now if forward else edge < now)]
        if ahead:
            self._bench.playhead.go_to(min(ahead) if forward else max(ahead))
