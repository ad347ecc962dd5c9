"""Takes: other results of the same recipe that a clip can show in its place."""

from collections.abc import Collection
from fractions import Fraction

from msgspec.structs import replace

from engine.project.clips import AnyClip, MorphClip, MovieClip, PlacedClip, SoundClip
from engine.project.edit import frames
from engine.project.edit.find import find, refuse, with_clips
from engine.project.edit.limits import source_length
from engine.project.edit.morphs import anchors_of, with_morphs
from engine.project.edit.parts import clamped_fades
from engine.project.media import MediaItem
from engine.project.schema import Project


def takes_of(project: Project, clip: AnyClip) -> tuple[str, ...]:
    """Return the media items a clip may show: its own takes, then what the gallery knows as takes of the same stack."""
    if not isinstance(clip, PlacedClip | SoundClip):
        return ()
    items = project.media_by_id()
    own = items.get(clip.media)
    first = own.take_of or own.id if own is not None else clip.media
    stack = [item.id for item in project.media if first in (item.id, item.take_of) and not item.rejected]
    return tuple(dict.fromkeys((*(clip.takes or (clip.media,)), *stack)))


def show_take(project: Project, clip_id: str, media_id: str) -> Project:
    """Show another result in a clip's place.

    The clip keeps its start. It becomes shorter where the new file ends sooner, and never longer.

    Raises:
        PortraitsError: USAGE when the file is not in the project or of another kind.
    """
    track, clip = find(project, clip_id)
    item = project.media_by_id().get(media_id)
    if not isinstance(clip, PlacedClip | SoundClip) or item is None:
        refuse("This clip has no takes.", "Make a new take first.")
    old = project.media_by_id()[clip.media]
    if item.info.kind != old.info.kind:
        refuse(f'"{item.name or item.id}" is a {item.info.kind}, not a {old.info.kind}.', "Choose another take.")
    takes = tuple(dict.fromkeys((*(clip.takes or (clip.media,)), media_id)))
    changed = _within(replace(clip, media=media_id, takes=takes), item, project.settings.fps)
    clips = [changed if each.id == clip_id else each for each in track.clips]
    hard = [each for each in clips if not isinstance(each, MorphClip)]
    morphs = [each for each in clips if isinstance(each, MorphClip)]
    return with_clips(project, track, with_morphs(hard, morphs, anchors_of(track.clips)))


def step_take(project: Project, clip_ids: Collection[str], by: int) -> Project:
    """Show the next (1) or previous (-1) take in each clip; after the last one comes the first."""
    for clip_id in clip_ids:
        clip = find(project, clip_id).clip
        takes = takes_of(project, clip)
        if isinstance(clip, PlacedClip | SoundClip) and len(takes) > 1:
            project = show_take(project, clip_id, takes[(takes.index(clip.media) + by) % len(takes)])
    return project


def show_new_take(project: Project, old_media: str, new_media: str, clip_ids: Collection[str] = ()) -> Project:
    """Show a new result in every clip that shows the old one, or in those of ``clip_ids`` only.

    Clips on locked tracks keep what they show.
    """
    for track in project.timeline.tracks:
        for clip in track.clips:
            shows = isinstance(clip, PlacedClip | SoundClip) and clip.media == old_media
            if shows and not track.locked and (not clip_ids or clip.id in clip_ids):
                project = show_take(project, clip.id, new_media)
    return project


def _within(clip: PlacedClip | SoundClip, item: MediaItem, fps: Fraction) -> AnyClip:
    """Return the clip no longer than its file: first its in point gives way, then its end."""
    length = source_length(item)
    if not isinstance(clip, MovieClip | SoundClip) or length is None:
        return clip  # type: ignore[return-value]
    point = min(clip.in_point, max(Fraction(0), length - clip.duration * clip.speed))
    longest = (length - point) / clip.speed
    if isinstance(clip, MovieClip):
        longest = max(frames.one(fps), frames.at_or_after(longest, fps))
    duration = min(clip.duration, longest)
    return replace(clip, in_point=point, duration=duration, **clamped_fades(clip, duration))
