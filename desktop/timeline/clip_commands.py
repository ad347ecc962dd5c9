"""Commands that cut, move and lay clips."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import partial

from desktop.timeline.bench import Bench, Handlers, each
from desktop.widgets.words import tr
from engine.project.clips import SoundClip, StillClip
from engine.project.edit.morphs import join_with_morph
from engine.project.edit.move import move
from engine.project.edit.placing import MORPH
from engine.project.edit.remove import close_gap, lift, ripple_delete
from engine.project.edit.split import join, split
from engine.project.edit.timing import fit_to_voice, lay_to_markers
from engine.project.edit.trim import Edge, ripple_trim, roll, slip, trim
from engine.project.schema import Project


class ClipCommands:
    """Works on the chosen clips and on those at the playhead."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def handlers(self) -> Handlers:
        """Return what each command does."""
        frame = self._bench.frame
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
            "timeline.morph": self.morph,
            "timeline.fit_voice": self.fit_to_voice,
            "timeline.beat": self.lay_to_markers,
        }

    def split(self) -> None:
        """Split at the playhead: the chosen clips that are there, else every clip."""
        time = self._bench.playhead.time
        ids = [clip.id for _, clip in self._bench.clips() if clip.start < time < clip.end]
        if not self._bench.do(tr("Split clips"), lambda p: split(p, time, ids or None)):
            self._bench.said.emit(tr("There is nothing to split at the playhead. Morphs and cross-fades stay whole."))

    def trim_to_playhead(self, edge: Edge, ripple: bool) -> None:
        """Trim the clips under the playhead to it; with ripple what follows moves along."""
        time = self._bench.playhead.time
        here = self._bench.under_playhead()
        if not here:
            self._bench.said.emit(tr("No clip lies at the playhead."))
            return
        if ripple:
            # One clip decides: with several the film would be cut several times.
            clip = next((clip for track, clip in here if track.kind == "picture"), here[0][1])
            every = self._bench.ripple_all
            self._bench.do(tr("Ripple trim"), lambda p: ripple_trim(p, clip.id, edge, time, all_tracks=every))
            if edge == "start":
                self._bench.playhead.go_to(clip.start)
            return
        ids = [clip.id for _, clip in here]
        self._bench.do(tr("Trim clips"), lambda p: each(p, ids, lambda q, clip_id: trim(q, clip_id, edge, time)))

    def roll_to_playhead(self) -> None:
        """Roll the cut nearest to the playhead on the target track to it."""
        track, time = self._bench.target(), self._bench.playhead.time
        pairs = list(zip(track.clips, track.clips[1:], strict=False)) if track is not None else []
        meeting = [pair for pair in pairs if pair[1].start <= pair[0].end]
        if not meeting:
            self._bench.said.emit(tr("There is no cut on this track."))
            return
        left, right = min(meeting, key=lambda pair: abs((pair[0].end + pair[1].start) / 2 - time))
        self._bench.do(tr("Roll cut"), lambda p: roll(p, left.id, right.id, time))

    def slip(self, by: Fraction) -> None:
        """Slip the chosen movies and sounds."""
        ids = [clip.id for _, clip in self._bench.clips()]
        self._bench.do(tr("Slip clips"), lambda p: each(p, ids, lambda q, clip_id: slip(q, clip_id, by)), merge="slip")

    def nudge(self, by: Fraction, rows: int) -> None:
        """Move the chosen clips by a frame or a track."""
        ids = self._bench.selection.ids
        if ids:
            self._bench.do(tr("Move clips"), lambda p: move(p, ids, by=by, rows=rows), merge="" if rows else "nudge")

    def close_gap(self) -> None:
        """Close the gap at the playhead on the target track."""
        track, time = self._bench.target(), self._bench.playhead.time
        if track is not None:
            self._bench.do(tr("Close gap"), lambda p: close_gap(p, track.id, time))

    def morph(self) -> None:
        """Put morphs between the chosen neighbouring stills."""
        found = self._bench.clips()
        rows = {track.id: [clip.id for each, clip in found if each.id == track.id] for track, _ in found}

        def edit(project: Project) -> Project:
            for track_id, ids in rows.items():
                project = join_with_morph(project, track_id, ids, length=MORPH)
            return project

        if rows:
            self._bench.do(tr("Morph between stills"), edit)
        else:
            self._bench.said.emit(tr("Choose two stills that are neighbours."))

    def fit_to_voice(self) -> None:
        """Let the chosen still stand as long as the chosen voice, or the one that is heard there."""
        found = [clip for _, clip in self._bench.clips()]
        stills = [clip.id for clip in found if isinstance(clip, StillClip)]
        voice = next((clip.id for clip in found if isinstance(clip, SoundClip)), "")
        if stills:
            self._bench.do(
                tr("Fit still to voice"),
                lambda p: each(p, stills, lambda q, clip_id: fit_to_voice(q, clip_id, voice)),
            )
        else:
            self._bench.said.emit(tr("Choose a still, and perhaps a voice."))

    def lay_to_markers(self) -> None:
        """Lay the chosen stills to the beat of the markers."""
        ids = [clip.id for _, clip in self._bench.clips() if isinstance(clip, StillClip)]
        if ids:
            self._bench.do(tr("Lay to markers"), lambda p: lay_to_markers(p, ids))
        else:
            self._bench.said.emit(tr("Choose a row of stills."))

    def _ripple_delete(self, project: Project, ids: Iterable[str]) -> Project:
        return ripple_delete(project, tuple(ids), all_tracks=self._bench.ripple_all)

    def _chosen(self, label: str, edit: Callable[[Project, tuple[str, ...]], Project]) -> Callable[[], None]:
        def run() -> None:
            ids = self._bench.selection.ids
            if ids:
                self._bench.do(label, lambda project: edit(project, ids))
            else:
                self._bench.said.emit(tr("No clip is chosen."))

        return run
