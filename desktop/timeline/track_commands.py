"""Commands for tracks."""

from functools import partial
from typing import Literal

from desktop.timeline.bench import Bench, Handlers
from desktop.widgets.words import tr
from engine.project.edit import tracks


class TrackCommands:
    """Works on the target track: that of the chosen clips, else the one pressed last."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def handlers(self) -> Handlers:
        """Return what each command does."""
        return {
            "timeline.mute": partial(self.switch, "muted"),
            "timeline.solo": partial(self.switch, "solo"),
            "timeline.hide": partial(self.switch, "hidden"),
            "timeline.lock": partial(self.switch, "locked"),
            "timeline.add_picture_track": partial(self.add_track, "picture"),
            "timeline.add_sound_track": partial(self.add_track, "sound"),
            "timeline.remove_track": self.remove_track,
            "timeline.track_up": partial(self.move_track, -1),
            "timeline.track_down": partial(self.move_track, 1),
        }

    def switch(self, name: tracks.Switch, track_id: str = "") -> None:
        """Mute, solo, hide or lock the target track, or take that back."""
        found = self._bench.project.timeline.tracks
        track = next((each for each in found if each.id == track_id), None) or self._bench.target()
        if track is None:
            return
        on = not getattr(track, name)
        labels = {
            "muted": tr("Mute track"),
            "solo": tr("Hear this track only"),
            "hidden": tr("Hide track"),
            "locked": tr("Lock track"),
        }
        self._bench.do(labels[name], lambda p: tracks.set_switch(p, track.id, name, on))

    def add_track(self, kind: Literal["picture", "sound"]) -> None:
        """Add an empty track."""
        self._bench.do(tr("Add track"), lambda p: tracks.add_track(p, kind))

    def remove_track(self) -> None:
        """Remove the target track with its clips."""
        track = self._bench.target()
        if track is not None:
            self._bench.do(tr("Remove track"), lambda p: tracks.remove_track(p, track.id))

    def move_track(self, by: int) -> None:
        """Move the target track up or down."""
        track = self._bench.target()
        if track is not None:
            self._bench.do(tr("Move track"), lambda p: tracks.move_track(p, track.id, by))

    def rename_track(self, track_id: str, name: str) -> None:
        """Name a track."""
        self._bench.do(tr("Rename track"), lambda p: tracks.rename_track(p, track_id, name))
