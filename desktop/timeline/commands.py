"""The commands of the timeline: what its menu, its shortcuts and the palette run."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import partial
from typing import Literal

import msgspec
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.state.document import Document
from desktop.timeline.pointer import TimelineCanvas
from desktop.timeline.selection import ClipSelection, Playhead
from desktop.widgets.words import counted, tr
from engine.project.clips import AnyClip, MorphClip, SoundClip, StillClip
from engine.project.edit import frames, markers, takes, tracks, values
from engine.project.edit.copying import Copied, copy, paste
from engine.project.edit.morphs import join_with_morph
from engine.project.edit.move import move
from engine.project.edit.placing import MORPH, add_title
from engine.project.edit.remove import close_gap, lift, ripple_delete
from engine.project.edit.split import join, split
from engine.project.edit.timing import fit_to_voice, lay_to_markers
from engine.project.edit.trim import Edge, ripple_trim, roll, slip, trim
from engine.project.schema import Project
from engine.project.timeline import Track
from engine.protocol.errors import PortraitsError
from engine.protocol.values import from_json, to_json

MIME = "application/x-portraits-clips"
_MOST_PASTED = 64 * 2**20

Edit = Callable[[Project], Project]


class TimelineCommands(QObject):
    """Edits the document on behalf of the timeline.

    Args:
        document: what is edited, through its undo stack.
        selection: the chosen clips.
        playhead: where it stands.
        canvas: zoom and tools.
    """

    said = Signal(object)
    """arg: str, why something could not be done, or what was done."""

    inspector_wanted = Signal()
    marker_wanted = Signal(object)
    """arg: id of the marker to name."""

    title_wanted = Signal()
    edit_wanted = Signal(object)
    """arg: id of the clip whose landmarks, script or settings are to be opened."""

    take_wanted = Signal(object)
    """arg: tuple of ids of clips that want a new take."""

    def __init__(
        self, document: Document, selection: ClipSelection, playhead: Playhead, canvas: TimelineCanvas
    ) -> None:
        super().__init__(canvas)
        self._document = document
        self._selection = selection
        self._playhead = playhead
        self._canvas = canvas
        self.ripple_all = False

    # Doing

    def do(self, label: str, edit: Edit, merge: str = "") -> bool:
        """Do an edit so that it can be undone; say why when it cannot be done."""
        try:
            return self._document.apply(label, edit, merge=merge)
        except PortraitsError as error:
            self.said.emit(" ".join(part for part in (error.failure.what, error.failure.todo) if part))
            return False

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each command of the timeline does."""
        frame = self._frame
        return {
            "timeline.split": self.split,
            "timeline.join": self._chosen(tr("Join clips"), join),
            "timeline.lift": self._chosen(tr("Lift clips"), lift),
            "timeline.ripple_delete": self._chosen(tr("Ripple delete"), self._ripple_delete),
            "timeline.close_gap": self.close_gap,
            "timeline.trim_start": partial(self.trim_to_playhead, "start", True),
            "timeline.trim_end": partial(self.trim_to_playhead, "end", True),
            "timeline.plain_trim_start": partial(self.trim_to_playhead, "start", False),
            "timeline.plain_trim_end": partial(self.trim_to_playhead, "end", False),
            "timeline.roll": self.roll_to_playhead,
            "timeline.slip_back": lambda: self.slip(-frame()),
            "timeline.slip_forward": lambda: self.slip(frame()),
            "timeline.earlier": lambda: self.nudge(-frame(), 0),
            "timeline.later": lambda: self.nudge(frame(), 0),
            "timeline.up": lambda: self.nudge(Fraction(0), -1),
            "timeline.down": lambda: self.nudge(Fraction(0), 1),
            "timeline.cut": self.cut,
            "timeline.copy": self.copy,
            "timeline.paste": partial(self.paste, "overwrite"),
            "timeline.paste_insert": partial(self.paste, "insert"),
            "timeline.select_all": self.select_all,
            "timeline.select_track": self.select_track,
            "timeline.fade_in": partial(self.fade, "in"),
            "timeline.fade_out": partial(self.fade, "out"),
            "timeline.louder": partial(self.gain, 1.0),
            "timeline.quieter": partial(self.gain, -1.0),
            "timeline.clip_values": self._inspect,
            "timeline.morph": self.morph,
            "timeline.fit_voice": self.fit_to_voice,
            "timeline.beat": self.lay_to_markers,
            "timeline.title": self.title_wanted.emit,
            "timeline.marker": self.marker,
            "timeline.remove_marker": self.remove_marker,
            "timeline.previous_marker": partial(self.go_to_marker, False),
            "timeline.next_marker": partial(self.go_to_marker, True),
            "timeline.previous_take": partial(self.step_take, -1),
            "timeline.next_take": partial(self.step_take, 1),
            "timeline.new_take": self.new_take,
            "timeline.edit": self.edit,
            "timeline.in": lambda: self.do(tr("Set in point"), lambda p: markers.set_in(p, self._playhead.time)),
            "timeline.out": lambda: self.do(
                tr("Set out point"), lambda p: markers.set_out(p, self._playhead.time + frame())
            ),
            "timeline.clear_in": lambda: self.do(tr("Clear in point"), markers.clear_in),
            "timeline.clear_out": lambda: self.do(tr("Clear out point"), markers.clear_out),
            "timeline.previous_cut": partial(self.go_to_cut, False),
            "timeline.next_cut": partial(self.go_to_cut, True),
            "timeline.mute": partial(self.switch, "muted"),
            "timeline.solo": partial(self.switch, "solo"),
            "timeline.hide": partial(self.switch, "hidden"),
            "timeline.lock": partial(self.switch, "locked"),
            "timeline.add_picture_track": partial(self.add_track, "picture"),
            "timeline.add_sound_track": partial(self.add_track, "sound"),
            "timeline.remove_track": self.remove_track,
            "timeline.track_up": partial(self.move_track, -1),
            "timeline.track_down": partial(self.move_track, 1),
            "timeline.zoom_in": partial(self._canvas.zoom_by, 1.4),
            "timeline.zoom_out": partial(self._canvas.zoom_by, 1 / 1.4),
            "timeline.fit": self._canvas.zoom_to_fit,
        }

    # What is chosen

    @property
    def project(self) -> Project:
        return self._document.project

    def clips(self) -> list[tuple[Track, AnyClip]]:
        """Return the chosen clips with their tracks, by track and time."""
        return [
            (track, clip)
            for track in self.project.timeline.tracks
            for clip in track.clips
            if clip.id in self._selection
        ]

    def target(self) -> Track | None:
        """Return the track that track commands mean: that of the chosen clips, else the one pressed last."""
        chosen = self.clips()
        wanted = chosen[0][0].id if chosen else self._canvas.target_track
        found = self.project.timeline.tracks
        return next((track for track in found if track.id == wanted), found[0] if found else None)

    def under_playhead(self) -> list[tuple[Track, AnyClip]]:
        """Return the chosen clips at the playhead, else all clips there on tracks that are not locked."""
        time = self._playhead.time
        here = [
            (track, clip)
            for track in self.project.timeline.tracks
            for clip in track.clips
            if clip.start <= time < clip.end and not track.locked
        ]
        chosen = [pair for pair in here if pair[1].id in self._selection]
        return chosen or here

    # Edits

    def split(self) -> None:
        """Split at the playhead: the chosen clips that are there, else every clip."""
        time = self._playhead.time
        ids = [clip.id for _, clip in self.clips() if clip.start < time < clip.end]
        if not self.do(tr("Split clips"), lambda p: split(p, time, ids or None)):
            self.said.emit(tr("There is nothing to split at the playhead. Morphs and cross-fades stay whole."))

    def trim_to_playhead(self, edge: Edge, ripple: bool) -> None:
        """Trim the clips under the playhead to it; with ripple what follows moves along."""
        time = self._playhead.time
        here = self.under_playhead()
        if not here:
            self.said.emit(tr("No clip lies at the playhead."))
            return
        if ripple:
            # One clip decides: with several the film would be cut several times.
            clip = next((clip for track, clip in here if track.kind == "picture"), here[0][1])
            every = self.ripple_all
            self.do(tr("Ripple trim"), lambda p: ripple_trim(p, clip.id, edge, time, all_tracks=every))
            if edge == "start":
                self._playhead.go_to(clip.start)
            return
        ids = [clip.id for _, clip in here]
        self.do(tr("Trim clips"), lambda p: _each(p, ids, lambda q, clip_id: trim(q, clip_id, edge, time)))

    def roll_to_playhead(self) -> None:
        """Roll the cut nearest to the playhead on the target track to it."""
        track, time = self.target(), self._playhead.time
        pairs = list(zip(track.clips, track.clips[1:], strict=False)) if track is not None else []
        meeting = [pair for pair in pairs if pair[1].start <= pair[0].end]
        if not meeting:
            self.said.emit(tr("There is no cut on this track."))
            return
        left, right = min(meeting, key=lambda pair: abs((pair[0].end + pair[1].start) / 2 - time))
        self.do(tr("Roll cut"), lambda p: roll(p, left.id, right.id, time))

    def slip(self, by: Fraction) -> None:
        """Slip the chosen movies and sounds."""
        ids = [clip.id for _, clip in self.clips()]
        self.do(tr("Slip clips"), lambda p: _each(p, ids, lambda q, clip_id: slip(q, clip_id, by)), merge="slip")

    def nudge(self, by: Fraction, rows: int) -> None:
        """Move the chosen clips by a frame or a track."""
        ids = self._selection.ids
        if ids:
            self.do(tr("Move clips"), lambda p: move(p, ids, by=by, rows=rows), merge="" if rows else "nudge")

    def close_gap(self) -> None:
        """Close the gap at the playhead on the target track."""
        track, time = self.target(), self._playhead.time
        if track is not None:
            self.do(tr("Close gap"), lambda p: close_gap(p, track.id, time))

    def morph(self) -> None:
        """Put morphs between the chosen neighbouring stills."""
        found = self.clips()
        rows = {track.id: [clip.id for each, clip in found if each.id == track.id] for track, _ in found}

        def edit(project: Project) -> Project:
            for track_id, ids in rows.items():
                project = join_with_morph(project, track_id, ids, length=MORPH)
            return project

        if rows:
            self.do(tr("Morph between stills"), edit)
        else:
            self.said.emit(tr("Choose two stills that are neighbours."))

    def fit_to_voice(self) -> None:
        """Let the chosen still stand as long as the chosen voice, or the one that is heard there."""
        found = [clip for _, clip in self.clips()]
        stills = [clip.id for clip in found if isinstance(clip, StillClip)]
        voice = next((clip.id for clip in found if isinstance(clip, SoundClip)), "")
        if stills:
            self.do(
                tr("Fit still to voice"),
                lambda p: _each(p, stills, lambda q, clip_id: fit_to_voice(q, clip_id, voice)),
            )
        else:
            self.said.emit(tr("Choose a still, and perhaps a voice."))

    def lay_to_markers(self) -> None:
        """Lay the chosen stills to the beat of the markers."""
        ids = [clip.id for _, clip in self.clips() if isinstance(clip, StillClip)]
        if ids:
            self.do(tr("Lay to markers"), lambda p: lay_to_markers(p, ids))
        else:
            self.said.emit(tr("Choose a row of stills."))

    def fade(self, side: Literal["in", "out"]) -> None:
        """Let the fades of the clips under the playhead reach to it."""
        time = self._playhead.time
        here = [clip for _, clip in self.under_playhead() if not isinstance(clip, MorphClip)]

        def edit(project: Project) -> Project:
            for clip in here:
                length = time - clip.start if side == "in" else clip.end - time
                wanted = {"fade_in": length} if side == "in" else {"fade_out": length}
                project = values.set_fades(project, (clip.id,), **wanted)
            return project

        if here:
            self.do(tr("Change fade"), edit)

    def gain(self, by: float) -> None:
        """Make the chosen clips louder or quieter by so many dB."""
        ids = [clip.id for _, clip in self.clips() if hasattr(clip, "gain_db")]

        def edit(project: Project) -> Project:
            for track in project.timeline.tracks:
                for clip in track.clips:
                    if clip.id in ids:
                        level = min(max(getattr(clip, "gain_db", 0.0) + by, -60.0), 24.0)
                        project = values.set_values(project, (clip.id,), gain_db=level)
            return project

        if ids:
            self.do(tr("Change gain"), edit, merge="gain")

    def step_take(self, by: int) -> None:
        """Show the next or previous take of the chosen clips."""
        ids = self._selection.ids
        if not ids or not self.do(tr("Change take"), lambda p: takes.step_take(p, ids, by)):
            self.said.emit(tr("The chosen clips have no other takes."))

    def new_take(self) -> None:
        """Make the chosen clips again with the next seed."""
        if self._selection.ids:
            self.take_wanted.emit(self._selection.ids)

    def edit(self) -> None:
        """Open what made the chosen clip: landmarks and curves, the script, the settings."""
        chosen = self._selection.ids or tuple(clip.id for _, clip in self.under_playhead())
        if chosen:
            self.edit_wanted.emit(chosen[0])

    def add_title(self, text: str) -> None:
        """Add a title at the playhead."""
        time = self._playhead.time
        self.do(tr("Add title"), lambda p: add_title(p, text, at=time))

    def _inspect(self) -> None:
        if self._selection.ids:
            self.inspector_wanted.emit()
        else:
            self.said.emit(tr("Choose a clip to change its values."))

    # Copying

    def copy(self) -> bool:
        """Put the chosen clips on the clipboard."""
        try:
            copied = copy(self.project, self._selection.ids)
        except PortraitsError as error:
            self.said.emit(f"{error.failure.what} {error.failure.todo}")
            return False
        data = QMimeData()
        data.setData(MIME, to_json(copied))
        QGuiApplication.clipboard().setMimeData(data)
        count = sum(len(row.clips) for row in copied.rows)
        self.said.emit(counted(count, "{n} clip copied.", "{n} clips copied."))
        return True

    def cut(self) -> None:
        """Copy the chosen clips and lift them."""
        ids = self._selection.ids
        if self.copy():
            self.do(tr("Cut clips"), lambda p: lift(p, ids))

    def paste(self, landing: Literal["overwrite", "insert"]) -> None:
        """Paste at the playhead."""
        data = QGuiApplication.clipboard().mimeData()
        raw = bytes(data.data(MIME).data()) if data is not None and data.hasFormat(MIME) else b""
        if not raw or len(raw) > _MOST_PASTED:
            self.said.emit(tr("There are no clips on the clipboard."))
            return
        try:
            copied = from_json(raw, Copied)
        except (msgspec.DecodeError, RecursionError):
            self.said.emit(tr("What is on the clipboard cannot be used."))
            return
        time = self._playhead.time
        new_ids: list[str] = []

        def edit(project: Project) -> Project:
            result, ids = paste(project, copied, at=time, landing=landing)
            new_ids.extend(ids)
            return result

        if self.do(tr("Paste clips"), edit):
            self._selection.choose(new_ids)

    def select_all(self) -> None:
        """Choose every clip that is not locked."""
        self._selection.choose(
            clip.id for track in self.project.timeline.tracks if not track.locked for clip in track.clips
        )

    def select_track(self) -> None:
        """Choose every clip of the target track."""
        track = self.target()
        if track is not None and not track.locked:
            self._selection.choose(clip.id for clip in track.clips)

    # Markers and going places

    def marker(self) -> None:
        """Set a marker at the playhead; where one is, name it."""
        time = self._playhead.time
        if not self.do(tr("Set marker"), lambda p: markers.add_marker(p, time)):
            found = next((each for each in self.project.timeline.markers if each.time == time), None)
            if found is not None:
                self.marker_wanted.emit(found.id)

    def remove_marker(self) -> None:
        """Remove the marker at the playhead."""
        time = self._playhead.time
        found = next((each for each in self.project.timeline.markers if each.time == time), None)
        if found is None:
            self.said.emit(tr("There is no marker at the playhead."))
        else:
            self.do(tr("Remove marker"), lambda p: markers.remove_marker(p, found.id))

    def go_to_marker(self, forward: bool) -> None:
        """Go to the next or previous marker."""
        found = markers.neighbour(self.project, self._playhead.time, forward=forward)
        if found is not None:
            self._playhead.go_to(found.time)

    def go_to_cut(self, forward: bool) -> None:
        """Go to the next or previous edge of a clip."""
        fps, now = self.project.settings.fps, self._playhead.time
        edges = {
            frames.nearest(edge, fps)
            for track in self.project.timeline.tracks
            for clip in track.clips
            for edge in (clip.start, clip.end)
        }
        ahead = [edge for edge in edges if (edge > now if forward else edge < now)]
        if ahead:
            self._playhead.go_to(min(ahead) if forward else max(ahead))

    # Tracks

    def switch(self, name: tracks.Switch, track_id: str = "") -> None:
        """Mute, solo, hide or lock the target track, or take that back."""
        track = next((each for each in self.project.timeline.tracks if each.id == track_id), None) or self.target()
        if track is None:
            return
        on = not getattr(track, name)
        labels = {
            "muted": tr("Mute track"),
            "solo": tr("Hear this track only"),
            "hidden": tr("Hide track"),
            "locked": tr("Lock track"),
        }
        self.do(labels[name], lambda p: tracks.set_switch(p, track.id, name, on))

    def add_track(self, kind: Literal["picture", "sound"]) -> None:
        """Add an empty track."""
        self.do(tr("Add track"), lambda p: tracks.add_track(p, kind))

    def remove_track(self) -> None:
        """Remove the target track with its clips."""
        track = self.target()
        if track is not None:
            self.do(tr("Remove track"), lambda p: tracks.remove_track(p, track.id))

    def move_track(self, by: int) -> None:
        """Move the target track up or down."""
        track = self.target()
        if track is not None:
            self.do(tr("Move track"), lambda p: tracks.move_track(p, track.id, by))

    def rename_track(self, track_id: str, name: str) -> None:
        """Name a track."""
        self.do(tr("Rename track"), lambda p: tracks.rename_track(p, track_id, name))

    def _ripple_delete(self, project: Project, ids: Iterable[str]) -> Project:
        return ripple_delete(project, tuple(ids), all_tracks=self.ripple_all)

    def _chosen(self, label: str, edit: Callable[[Project, tuple[str, ...]], Project]) -> Callable[[], None]:
        def run() -> None:
            ids = self._selection.ids
            if ids:
                self.do(label, lambda project: edit(project, ids))
            else:
                self.said.emit(tr("No clip is chosen."))

        return run

    def _frame(self) -> Fraction:
        return frames.one(self.project.settings.fps)


def _each(project: Project, ids: Iterable[str], edit: Callable[[Project, str], Project]) -> Project:
    for clip_id in ids:
        project = edit(project, clip_id)
    return project
