"""A timeline in the few words that old exchange formats have: clips with a file, gaps, cuts and dissolves.

Final Cut's XML and EDL know no recipes, curves or sample-exact times. A morph becomes a dissolve between its two
stills, a title is left out, and what begins between two frames begins on the nearer one; the notes say so.
"""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import opentimelineio as otio

from engine.project.clips import AnyClip, MorphClip, MovieClip, PlacedClip, SoundClip, StillClip, TitleClip
from engine.project.folder import media_folder
from engine.project.media import MediaItem
from engine.project.schema import Project
from engine.project.timeline import Track

_STILL_SECONDS = 60
"""What a still picture is said to last, beside its own clip: other programs want a length of every file."""


@dataclass
class _Piece:
    """A clip from one cut to the next, with its parts in the dissolves at both ends; times in frames."""

    clip: AnyClip
    begin: int
    end: int
    before: int = 0
    after: int = 0


def plain_timeline(project: Project, project_path: Path) -> tuple[otio.schema.Timeline, tuple[str, ...]]:
    """Return a film for formats that know little, and what they cannot say.

    Args:
        project: the film.
        project_path: where it lies, which says where its media is; files are named by their whole path.
    """
    made = otio.schema.Timeline(project.title or project_path.stem)
    made.global_start_time = otio.opentime.RationalTime(0, float(project.settings.fps))
    writer = _PlainWriter(project, media_folder(project_path))
    for track in reversed(project.timeline.tracks):
        made.tracks.append(writer.track(track))
    return made, tuple(dict.fromkeys(writer.notes))


class _PlainWriter:
    def __init__(self, project: Project, media: Path) -> None:
        self._fps, self._media = project.settings.fps, media
        self._items = project.media_by_id()
        self.notes: list[str] = []

    def track(self, track: Track) -> otio.schema.Track:
        kind = otio.schema.TrackKind.Video if track.kind == "picture" else otio.schema.TrackKind.Audio
        made = otio.schema.Track(track.name, kind=kind)
        reached = 0
        for piece in self._pieces(track.clips):
            if piece.begin > reached:
                made.append(otio.schema.Gap(duration=self._time(piece.begin - reached)))
            if piece.before:
                made.append(self._dissolve(piece))
            made.append(self._clip(piece))
            reached = piece.end
        return made

    def _pieces(self, clips: tuple[AnyClip, ...]) -> list[_Piece]:
        pieces: list[_Piece] = []
        joined = 0
        """Half of a morph, in frames, that the still after it takes over."""
        for clip in clips:
            if isinstance(clip, MorphClip):
                self.notes.append("Morphs became dissolves; render them as movies to take them along.")
                length = self._frame(clip.end) - self._frame(clip.start)
                joined = length - length // 2
                pieces[-1].end += length // 2
                pieces[-1].after = joined
                continue
            if isinstance(clip, TitleClip):
                self.notes.append("Titles were left out.")
                continue
            piece = _Piece(clip, self._frame(clip.start), self._frame(clip.end))
            if joined:
                piece.begin -= joined
                piece.before, joined = pieces[-1].end - self._frame(pieces[-1].clip.end), 0
            elif pieces and piece.begin < pieces[-1].end:
                shared = pieces[-1].end - piece.begin
                pieces[-1].end -= shared - shared // 2
                piece.begin += shared // 2
                piece.before, pieces[-1].after = shared // 2, shared - shared // 2
            if piece.end > piece.begin:
                pieces.append(piece)
        return pieces

    def _dissolve(self, piece: _Piece) -> otio.schema.Transition:
        # A dissolve lies over the end of the clip before and the beginning of this one.
        return otio.schema.Transition(
            name="Cross Dissolve",
            transition_type=otio.schema.TransitionTypes.SMPTE_Dissolve,
            in_offset=self._time(piece.before),
            out_offset=self._time(piece.before),
        )

    def _clip(self, piece: _Piece) -> otio.schema.Clip:
        clip = piece.clip
        assert isinstance(clip, PlacedClip | SoundClip)
        item = self._items[clip.media]
        point = self._point(clip, piece)
        length = piece.end - piece.begin
        if isinstance(clip, MovieClip | SoundClip) and clip.speed != 1:
            self.notes.append(f'The speed of "{clip.name or item.name}" became its own; change it again there.')
        file = self._media.joinpath(*item.path.split("/"))
        span = otio.opentime.TimeRange(self._time(0), self._time(max(self._length(clip, item), point + length)))
        reference = otio.schema.ExternalReference(file.absolute().as_uri(), span)
        reference.name = file.name
        return otio.schema.Clip(
            clip.name or item.name or file.name,
            media_reference=reference,
            source_range=otio.opentime.TimeRange(self._time(point), self._time(length)),
        )

    def _point(self, clip: AnyClip, piece: _Piece) -> int:
        """Return the first frame of the file that is shown."""
        if isinstance(clip, MovieClip | SoundClip):
            return max(0, self._frame(clip.in_point) + piece.begin - self._frame(clip.start))
        return piece.before + piece.after

    def _length(self, clip: AnyClip, item: MediaItem) -> int:
        if isinstance(clip, StillClip):
            return round(_STILL_SECONDS * self._fps)
        return int(Fraction(item.info.duration).limit_denominator(10**6) * self._fps)

    def _frame(self, seconds: Fraction) -> int:
        return round(seconds * self._fps)

    def _time(self, frames: int) -> otio.opentime.RationalTime:
        return otio.opentime.RationalTime(frames, float(self._fps))
