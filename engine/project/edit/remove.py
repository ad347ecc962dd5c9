"""Taking clips away: leaving a hole, or closing it."""

from collections.abc import Collection, Sequence
from fractions import Fraction

from msgspec.structs import replace

from engine.project.clips import AnyClip, MorphClip, StillClip
from engine.project.edit.arrange import follow
from engine.project.edit.find import chosen_tracks, find_track, refuse, with_clips, with_tracks
from engine.project.edit.morphs import anchors_of, with_morphs
from engine.project.schema import Project

Span = tuple[Fraction, Fraction]


def lift(project: Project, clip_ids: Collection[str]) -> Project:
    """Remove clips and leave their time empty. Morphs that lose a still go with it."""
    gone, tracks = set(clip_ids), []
    for track in chosen_tracks(project, gone):
        kept = [clip for clip in track.clips if clip.id not in gone]
        anchors = anchors_of(track.clips)
        morphs = [clip for clip in kept if isinstance(clip, MorphClip) and not gone.intersection(anchors[clip.id])]
        hard = [clip for clip in kept if not isinstance(clip, MorphClip)]
        tracks.append(replace(track, clips=with_morphs(hard, morphs, anchors)))
    return with_tracks(project, tracks)


def ripple_delete(project: Project, clip_ids: Collection[str], *, all_tracks: bool = False) -> Project:
    """Remove clips and close their time on their tracks; the order of the others stays.

    When a still between two morphs goes, the morph before it then leads to the still that follows.

    Args:
        project: the project.
        clip_ids: the clips to remove.
        all_tracks: let the other tracks close the same times as far as their own clips leave room.
    """
    gone = set(clip_ids)
    changed = {}
    spans: list[Span] = []
    for track in chosen_tracks(project, gone):
        kept = _kept(track.clips, gone)
        free = _freed(track.clips, kept)
        spans += free
        moved = [replace(clip, start=clip.start - _before(free, clip.start)) for clip in kept]
        hard = [clip for clip in moved if not isinstance(clip, MorphClip)]
        morphs = [clip for clip in moved if isinstance(clip, MorphClip)]
        changed[track.id] = replace(track, clips=with_morphs(hard, morphs, anchors_of(kept)))
    if all_tracks:
        for track in project.timeline.tracks:
            if track.id not in changed and not track.locked:
                clips = track.clips
                for start, end in sorted(spans, reverse=True):
                    clips = follow(clips, end, start - end, anchors_of(clips))
                changed[track.id] = replace(track, clips=clips)
    return with_tracks(project, changed.values())


def close_gap(project: Project, track_id: str, time: Fraction) -> Project:
    """Close the empty time of a track around ``time``: what follows moves up.

    Raises:
        PortraitsError: USAGE when there is no gap at that time or nothing follows it.
    """
    track = find_track(project, track_id)
    before = max((clip.end for clip in track.clips if clip.start <= time), default=Fraction(0))
    after = min((clip.start for clip in track.clips if clip.start > time), default=None)
    if before > time or after is None or after <= before:
        refuse("There is no gap at this place.", "Point at empty room between two clips.")
    return with_clips(project, track, follow(track.clips, after, before - after, anchors_of(track.clips)))


def _kept(clips: Sequence[AnyClip], gone: set[str]) -> list[AnyClip]:
    """Return the clips that stay, with one morph at most between two stills and none elsewhere."""
    kept: list[AnyClip] = []
    morph: MorphClip | None = None
    for clip in clips:
        if isinstance(clip, MorphClip):
            morph = morph or (clip if clip.id not in gone else None)
        elif clip.id not in gone:
            if morph is not None and kept and isinstance(kept[-1], StillClip) and isinstance(clip, StillClip):
                kept.append(morph)
            morph = None
            kept.append(clip)
    return kept


def _freed(clips: Sequence[AnyClip], kept: Sequence[AnyClip]) -> list[Span]:
    """Return the times that the removed clips covered and no kept clip covers."""
    staying = {clip.id for clip in kept}
    free = [(clip.start, clip.end) for clip in clips if clip.id not in staying]
    for clip in kept:
        free = [piece for span in free for piece in _outside(span, clip)]
    return free


def _outside(span: Span, clip: AnyClip) -> list[Span]:
    start, end = span
    pieces = [(start, min(end, clip.start)), (max(start, clip.end), end)]
    return [piece for piece in pieces if piece[0] < piece[1]]


def _before(spans: list[Span], time: Fraction) -> Fraction:
    """Return how much freed time lies before a time; two removed clips that cross-faded count once."""
    total, reached = Fraction(0), Fraction(0)
    for start, end in sorted(spans):
        start, end = max(start, reached), min(end, time)
        if start < end:
            total += end - start
            reached = end
    return total
