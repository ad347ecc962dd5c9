"""Copying clips and pasting them, also into another project that has the same media."""

from collections.abc import Collection
from fractions import Fraction
from typing import Annotated

import msgspec
from msgspec.structs import replace

from engine.project.clips import AnyClip, MorphClip, PlacedClip, SoundClip
from engine.project.edit import frames
from engine.project.edit.arrange import Landing, arrange
from engine.project.edit.find import refuse, unlocked, with_timeline
from engine.project.edit.insert import insert
from engine.project.edit.morphs import anchors_of, with_morphs
from engine.project.fields import new_id
from engine.project.schema import Project
from engine.project.timeline import Track


class CopiedRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The copied clips of one track. ``row`` counts tracks downwards from the topmost copied one."""

    row: Annotated[int, msgspec.Meta(ge=0, le=500)]
    kind: str
    clips: Annotated[tuple[AnyClip, ...], msgspec.Meta(min_length=1, max_length=50_000)]


class Copied(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Clips on the clipboard; their starts count from that of the first of them."""

    rows: Annotated[tuple[CopiedRow, ...], msgspec.Meta(min_length=1, max_length=500)]
    top: str = ""
    """Id of the topmost copied track, where the clips go back to when that is still there."""


def copy(project: Project, clip_ids: Collection[str]) -> Copied:
    """Copy clips, with the morphs whose stills are both copied. A morph alone is not copied.

    Raises:
        PortraitsError: USAGE when nothing can be copied.
    """
    wanted = set(clip_ids)
    rows: list[tuple[int, Track, tuple[AnyClip, ...]]] = []
    for index, track in enumerate(project.timeline.tracks):
        anchors = anchors_of(track.clips)
        chosen = wanted | {morph for morph, ends in anchors.items() if wanted.issuperset(ends)}
        clips = [clip for clip in track.clips if clip.id in chosen]
        hard = [clip for clip in clips if not isinstance(clip, MorphClip)]
        kept = with_morphs(hard, [clip for clip in clips if isinstance(clip, MorphClip)], anchors)
        if kept:
            rows.append((index, track, kept))
    if not rows:
        refuse("There is no clip to copy.", "Choose clips on the timeline.")
    base = min(clip.start for _, _, clips in rows for clip in clips)
    first = rows[0][0]
    return Copied(
        top=rows[0][1].id,
        rows=tuple(
            CopiedRow(
                row=index - first,
                kind=track.kind,
                clips=tuple(replace(clip, start=clip.start - base) for clip in clips),
            )
            for index, track, clips in rows
        ),
    )


def paste(
    project: Project, copied: Copied, *, at: Fraction, track_id: str | None = None, landing: Landing = "overwrite"
) -> tuple[Project, tuple[str, ...]]:
    """Paste clips at a time.

    Args:
        project: where to; every media item the clips show must be in it.
        copied: what to paste.
        at: seconds; rounded to a frame.
        track_id: the track for the topmost row; None is the track it was copied from.
        landing: how the clips land.

    Returns:
        The project and the ids of the new clips.

    Raises:
        PortraitsError: USAGE when a medium is not in the project or a track is missing, locked or of another kind.
    """
    media, fps = project.media_by_id(), project.settings.fps
    used = [clip.media for row in copied.rows for clip in row.clips if isinstance(clip, PlacedClip | SoundClip)]
    if any(each not in media for each in used):
        refuse("The copied clips show files that are not in this project.", "Add those files to the gallery first.")
    tracks = list(project.timeline.tracks)
    order = [track.id for track in tracks]
    wanted = track_id or copied.top
    top = order.index(wanted) if wanted in order else 0
    start = frames.nearest(max(Fraction(0), at), fps)
    made: list[str] = []
    for row in copied.rows:
        index = top + row.row
        if index >= len(tracks) or tracks[index].kind != row.kind:
            refuse("There is no track of that kind there.", "Choose another track, or add one.")
        track = unlocked(tracks[index])
        fresh = tuple(_renamed(clip, media) for clip in row.clips)
        made += [clip.id for clip in fresh]
        if landing == "insert":
            project = insert(project, track.id, fresh, at=start)
            tracks = list(project.timeline.tracks)
            continue
        landed = [replace(clip, start=clip.start + start) for clip in fresh]
        known = anchors_of(track.clips) | anchors_of(fresh)
        laid = arrange(track.clips, landed, known, fps, cross_fade=landing == "overlap")
        tracks[index] = replace(track, clips=laid)
        project = with_timeline(project, replace(project.timeline, tracks=tuple(tracks)))
    present = {clip.id for track in project.timeline.tracks for clip in track.clips}
    return project, tuple(clip_id for clip_id in made if clip_id in present)


def _renamed(clip: AnyClip, media: Collection[str]) -> AnyClip:
    """Return a copy with an id of its own and without takes that the project does not have."""
    if isinstance(clip, PlacedClip | SoundClip):
        return replace(clip, id=new_id(), takes=tuple(take for take in clip.takes if take in media))
    return replace(clip, id=new_id())
