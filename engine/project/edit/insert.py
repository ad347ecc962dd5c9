"""Inserting clips: what follows moves on to make room."""

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from engine.project.clips import AnyClip, MorphClip, SoundClip, StillClip
from engine.project.edit import frames
from engine.project.edit.arrange import follow, shifted
from engine.project.edit.find import find_track, refuse, with_tracks
from engine.project.edit.morphs import anchors_of, with_morphs
from engine.project.schema import Project
from engine.project.timeline import Track


def insert(
    project: Project, track_id: str, clips: Sequence[AnyClip], *, at: Fraction, all_tracks: bool = False
) -> Project:
    """Insert clips at the cut nearest to ``at`` and move what follows on this track.

    A cut is an edge of a clip that lies in no other clip; no clip is split. On free room the clips land at ``at``
    itself. A morph at the cut leads to or from the inserted still; it goes, and its time with it, where no still came.

    Args:
        project: the project.
        track_id: where.
        clips: what to insert; their starts count from 0.
        at: seconds; rounded to a frame.
        all_tracks: let what follows on the other tracks move by the same time.

    Raises:
        PortraitsError: USAGE when the track is locked or of another kind.
    """
    track, fps = find_track(project, track_id), project.settings.fps
    if not clips:
        return project
    if any(_is_sound(clip) != (track.kind == "sound") for clip in clips):
        refuse("There is no track of that kind there.", "Drop pictures on a picture track and sounds on a sound track.")
    place = nearest_cut(track, frames.nearest(max(Fraction(0), at), fps))
    resting, place, gone = _without_loose_morph(track, clips, place)
    length = frames.at_or_after(max(clip.end for clip in clips), fps)
    room = _room(resting, place)
    needed = length - gone if room is None else max(Fraction(0), length - room)
    landed = [replace(clip, start=clip.start + place) for clip in clips]
    anchors = anchors_of(track.clips) | anchors_of(clips)
    moved = [*shifted(resting, place, needed), *landed]
    hard = sorted((clip for clip in moved if not isinstance(clip, MorphClip)), key=lambda clip: clip.start)
    laid = with_morphs(hard, [clip for clip in moved if isinstance(clip, MorphClip)], anchors)
    changed = [replace(track, clips=laid)]
    if all_tracks and needed > 0:
        changed += [
            replace(other, clips=follow(other.clips, place, needed, anchors_of(other.clips)))
            for other in project.timeline.tracks
            if other.id != track.id and not other.locked
        ]
    return with_tracks(project, changed)


def nearest_cut(track: Track, time: Fraction) -> Fraction:
    """Return the place nearest to ``time`` at which something can be inserted without splitting a clip."""
    solid = [clip for clip in track.clips if clip.start < time < clip.end]
    if not solid:
        return time
    edges = {edge for clip in track.clips for edge in (clip.start, clip.end)}
    free = [edge for edge in edges if not any(clip.start < edge < clip.end for clip in track.clips)]
    return min(free, key=lambda edge: (abs(edge - time), edge))


def _without_loose_morph(
    track: Track, clips: Sequence[AnyClip], place: Fraction
) -> tuple[list[AnyClip], Fraction, Fraction]:
    """Take out a morph that begins or ends at the cut when no still is inserted beside it.

    Returns:
        The clips that stay, the place, and how much time the morph gives back behind it.
    """
    ordered = sorted(clips, key=lambda clip: clip.start)
    resting = list(track.clips)
    for clip in track.clips:
        if isinstance(clip, MorphClip) and clip.start == place and not isinstance(ordered[-1], StillClip):
            resting.remove(clip)
            return resting, place, clip.duration
        if isinstance(clip, MorphClip) and clip.end == place and not isinstance(ordered[0], StillClip):
            resting.remove(clip)
            return resting, clip.start, clip.duration
    return resting, place, Fraction(0)


def _room(clips: Sequence[AnyClip], place: Fraction) -> Fraction | None:
    """Return the free time from ``place`` on, None when clips meet or a morph joins them there."""
    if any(isinstance(clip, MorphClip) and place in (clip.start, clip.end) for clip in clips):
        return None
    following = min((clip.start for clip in clips if clip.start >= place), default=None)
    if following is None:
        return Fraction(10**9)
    return following - place if following > place else None


def _is_sound(clip: AnyClip) -> bool:
    return isinstance(clip, SoundClip)
