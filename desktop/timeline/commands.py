"""The commands of the timeline: what its menu, its shortcuts and the palette run."""

from functools import partial

from desktop.timeline.bench import Bench, Handlers
from desktop.timeline.clip_commands import ClipCommands
from desktop.timeline.clipboard import Clipboard
from desktop.timeline.marker_commands import MarkerCommands
from desktop.timeline.track_commands import TrackCommands
from desktop.timeline.value_commands import ValueCommands


class TimelineCommands:
    """All of them, by subject.

    Args:
        bench: what they work with.
    """

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self.clips, self.values, self.clipboard = ClipCommands(bench), ValueCommands(bench), Clipboard(bench)
        self.markers, self.tracks = MarkerCommands(bench), TrackCommands(bench)

    def handlers(self) -> Handlers:
        """Return what each command of the timeline does."""
        canvas = self._bench.canvas
        made: Handlers = {
            "timeline.zoom_in": partial(canvas.zoom_by, 1.4),
            "timeline.zoom_out": partial(canvas.zoom_by, 1 / 1.4),
            "timeline.fit": canvas.zoom_to_fit,
        }
        for part in (self.clips, self.values, self.clipboard, self.markers, self.tracks):
            made |= part.handlers()
        return made
