"""Changes to a project's landmarks, each as a function from one project to the next."""

from itertools import pairwise

from msgspec.structs import replace

from engine.project.clips import MorphClip, StillClip
from engine.project.landmarks import Landmarks
from engine.project.media import MediaItem
from engine.project.schema import Project


def set_landmarks(project: Project, *, item_id: str, landmarks: Landmarks | None) -> Project:
    """Keep the landmarks of a picture, for every later morph of it; None has them detected again."""
    media = tuple(
        replace(item, landmarks=landmarks) if item.id == item_id and item.kind == "picture" else item
        for item in project.media
    )
    return project if media == project.media else replace(project, media=media)


def set_morph_landmarks(project: Project, *, clip_id: str, second: bool, landmarks: Landmarks | None) -> Project:
    """Change the landmarks that one morph has for itself."""
    field = "second_landmarks" if second else "first_landmarks"
    tracks = tuple(
        replace(
            track,
            clips=tuple(replace(clip, **{field: landmarks}) if clip.id == clip_id else clip for clip in track.clips),
        )
        if any(clip.id == clip_id and isinstance(clip, MorphClip) for clip in track.clips)
        else track
        for track in project.timeline.tracks
    )
    if tracks == project.timeline.tracks:
        return project
    return replace(project, timeline=replace(project.timeline, tracks=tracks))


def picture(project: Project, item_id: str) -> MediaItem | None:
    """Return a picture of the project, or None."""
    item = project.media_by_id().get(item_id)
    return item if item is not None and item.kind == "picture" else None


def morph_of(project: Project, clip_id: str) -> tuple[MorphClip, str, str] | None:
    """Return a morph of the timeline and the ids of its two pictures, or None when there is no such morph."""
    for track in project.timeline.tracks:
        for before, (clip, after) in zip(track.clips, pairwise(track.clips[1:]), strict=False):
            if clip.id == clip_id and isinstance(clip, MorphClip):
                if isinstance(before, StillClip) and isinstance(after, StillClip):
                    return clip, before.media, after.media
                return None
    return None
