"""Takes: other results of the same recipe that a clip can show in its place.

A clip that was placed from a line of the script has the id of its line (see :mod:`engine.project.edit.script_place`),
and both show the same take.
"""

from collections.abc import Collection, Sequence
from fractions import Fraction
from itertools import pairwise

from msgspec.structs import replace

from engine.project.clips import AnyClip, MorphClip, MovieClip, PlacedClip, SoundClip
from engine.project.edit import frames
from engine.project.edit.find import find, refuse, with_clips
from engine.project.edit.limits import source_length
from engine.project.edit.morphs import anchors_of, with_morphs
from engine.project.edit.parts import clamped_fades
from engine.project.edit.script import add_take
from engine.project.media import MediaItem
from engine.project.schema import Project
from engine.project.script_times import gap_of


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

    The clip keeps its start. It becomes shorter where the new file ends sooner, and never longer. Where it was placed
    from a line of the script, the line chooses that take too, and a clip that plays the whole of its sound goes on to
    do so, as in :func:`show_line`.

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
    if project.script.block(clip_id) is not None and isinstance(clip, SoundClip):
        project = add_take(project, clip_id, item)
        if _plays_all(project, clip):
            return show_line(project, clip_id)
    takes = tuple(dict.fromkeys((*(clip.takes or (clip.media,)), media_id)))
    changed = _within(replace(clip, media=media_id, takes=takes), item, project.settings.fps)
    clips = [changed if each.id == clip_id else each for each in track.clips]
    hard = [each for each in clips if not isinstance(each, MorphClip)]
    morphs = [each for each in clips if isinstance(each, MorphClip)]
    return with_clips(project, track, with_morphs(hard, morphs, anchors_of(track.clips)))


def show_line(project: Project, block_id: str) -> Project:
    """Let the clip that was placed from a line of the script show the take that is chosen for the line.

    The clip keeps its start. One that plays the whole of its take plays the whole of the new one, and the lines behind
    it on its track move back as far as that needs. One that was trimmed or divided was made for its take: it is only
    offered the new one. Nothing happens while the line is not placed or not spoken, nor on a locked track.
    """
    block = project.script.block(block_id)
    item = project.media_by_id().get(block.take) if block is not None and block.take is not None else None
    if block is None or item is None:
        return project
    for track in project.timeline.tracks:
        for at, clip in enumerate(track.clips):
            if clip.id == block_id and isinstance(clip, SoundClip) and not track.locked:
                if not _plays_all(project, clip):
                    offered = replace(clip, takes=tuple(dict.fromkeys((*block.takes, clip.media))))
                    return with_clips(project, track, (*track.clips[:at], offered, *track.clips[at + 1 :]))
                shown = replace(clip, media=item.id, takes=block.takes)
                whole = _lasting(shown, (source_length(item) or clip.duration * clip.speed) / clip.speed)
                return with_clips(project, track, _with_room(project, track.clips, at, whole))
    return project


def _plays_all(project: Project, clip: SoundClip) -> bool:
    item = project.media_by_id().get(clip.media)
    return item is not None and clip.in_point == 0 and clip.duration * clip.speed == source_length(item)


def _lasting(clip: SoundClip, duration: Fraction) -> SoundClip:
    return replace(clip, duration=duration, **clamped_fades(clip, duration))


def _with_room(project: Project, clips: Sequence[AnyClip], at: int, changed: SoundClip) -> list[AnyClip]:
    """Return the clips with ``changed`` in the place of the one at ``at``.

    The lines behind it move back as far as it needs, the pause of the script between them where one was. Where a clip
    that is no line lies in the way, nothing moves and ``changed`` ends before the next clip.
    """
    script = project.script
    laid: list[AnyClip] = [*clips[:at], changed]
    for before, clip in pairwise(clips[at:]):
        block = script.block(before.id)
        pause = gap_of(script, block) if block is not None else Fraction(0)
        earliest = laid[-1].end + min(pause, max(Fraction(0), clip.start - before.end))
        if clip.start >= earliest:
            return [*laid, *clips[len(laid) :]]
        if script.block(clip.id) is None:
            room = max(clips[at].duration, clips[at + 1].start - changed.start)
            return [*clips[:at], _lasting(changed, min(changed.duration, room)), *clips[at + 1 :]]
        laid.append(replace(clip, start=earliest))
    return laid


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
