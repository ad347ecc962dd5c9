"""Moving clips in time and between tracks."""

from collections.abc import Collection
from fractions import Fraction

from msgspec.structs import replace

from engine.project.clips import AnyClip, MorphClip
from engine.project.edit import frames
from engine.project.edit.arrange import Landing, arrange
from engine.project.edit.find import chosen_tracks, find, refuse, unlocked, with_tracks
from engine.project.edit.insert import insert
from engine.project.edit.morphs import anchors_of
from engine.project.edit.remove import ripple_delete
from engine.project.edit.trim import slide_morph
from engine.project.fields import MAX_SECONDS
from engine.project.schema import Project
from engine.project.timeline import Track


def move(
    project: Project, clip_ids: Collection[str], *, by: Fraction, rows: int = 0, landing: Landing = "overlap"
) -> Project:
    """Move clips together.

    Nothing moves before 0. A morph goes where its two stills go; a morph that is chosen alone slides between them,
    which makes one still longer and the other shorter.

    Args:
        project: the project.
        clip_ids: the clips; they keep their distances.
        by: seconds, rounded to frames; negative is earlier.
        rows: how many tracks down (up when negative).
        landing: how they land; with "insert" what they leave is closed, and what follows their new place moves on.

    Raises:
        PortraitsError: USAGE when a track on the way is locked, of another kind, or not there.
    """
    fps = project.settings.fps
    chosen = set(clip_ids)
    tracks = chosen_tracks(project, chosen)
    moving = [clip for track in tracks for clip in track.clips if clip.id in chosen]
    step = _limited(moving, frames.nearest(by, fps), fps)
    if len(moving) == 1 and isinstance(moving[0], MorphClip):
        return slide_morph(project, moving[0].id, by=step)
    if step == 0 and rows == 0:
        return project
    if landing == "insert":
        return _reorder(project, chosen, step, rows)
    for track in tracks:
        anchors = anchors_of(track.clips)
        chosen |= {morph for morph, (before, after) in anchors.items() if before in chosen and after in chosen}
    return _land(project, tracks, chosen, step, rows, landing)


def _land(
    project: Project, tracks: list[Track], chosen: set[str], step: Fraction, rows: int, landing: Landing
) -> Project:
    fps, laid = project.settings.fps, {track.id: track for track in project.timeline.tracks}
    anchors = {morph: ends for track in tracks for morph, ends in anchors_of(track.clips).items()}
    order = [track.id for track in project.timeline.tracks]
    for track in tracks:
        staying = [clip for clip in track.clips if clip.id not in chosen]
        laid[track.id] = replace(track, clips=arrange(staying, (), anchors, fps))
    for track in tracks:
        target = order.index(track.id) + rows
        if not 0 <= target < len(order) or laid[order[target]].kind != track.kind:
            refuse("There is no track of that kind there.", "Add a track first.")
        onto = unlocked(laid[order[target]])
        landed = [replace(clip, start=clip.start + step) for clip in track.clips if clip.id in chosen]
        resting = track.clips if rows == 0 else onto.clips
        known = anchors | anchors_of(onto.clips)
        clips = arrange(
            [clip for clip in resting if clip.id not in chosen], landed, known, fps, cross_fade=landing == "overlap"
        )
        laid[onto.id] = replace(onto, clips=clips)
    return with_tracks(project, laid.values())


def _reorder(project: Project, chosen: set[str], step: Fraction, rows: int) -> Project:
    """Take clips out, close the gap, and insert them where they were dropped."""
    found = [find(project, clip_id) for clip_id in chosen]
    if len({track.id for track, _ in found}) > 1:
        refuse("Clips of several tracks cannot be inserted at once.", "Choose clips of one track.")
    track = found[0].track
    order = [each.id for each in project.timeline.tracks]
    target = order.index(track.id) + rows
    if not 0 <= target < len(order):
        refuse("There is no track there.", "Add a track first.")
    clips = sorted((clip for _, clip in found), key=lambda clip: clip.start)
    place = clips[0].start + step
    # What was before the drop and has gone no longer takes time there.
    gone = sum((clip.duration for clip in clips if rows == 0 and clip.end <= place), Fraction(0))
    base = clips[0].start
    packed = [replace(clip, start=clip.start - base) for clip in clips]
    without = ripple_delete(project, chosen) if len(track.clips) > len(chosen) else _emptied(project, track)
    return insert(without, order[target], packed, at=max(Fraction(0), place - gone))


def _emptied(project: Project, track: Track) -> Project:
    return with_tracks(project, (replace(track, clips=()),))


def _limited(moving: list[AnyClip], step: Fraction, fps: Fraction) -> Fraction:
    earliest, latest = min(clip.start for clip in moving), max(clip.end for clip in moving)
    low = -frames.at_or_before(earliest, fps)
    high = frames.at_or_before(MAX_SECONDS - latest, fps)
    return min(max(step, low), high)
