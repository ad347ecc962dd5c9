"""Cutting clips in two, and joining what belongs together."""

from collections.abc import Collection, Sequence
from fractions import Fraction

from msgspec.structs import replace

from engine.project.clips import (
    AnyClip,
    FadingClip,
    Keyframe,
    Keyframes,
    Keys,
    MorphClip,
    MovieClip,
    PictureClip,
    PlacedClip,
    SoundClip,
)
from engine.project.edit import frames
from engine.project.edit.find import chosen_tracks, refuse, with_tracks
from engine.project.edit.parts import keys_until, part
from engine.project.fields import new_id
from engine.project.schema import Project


def split(project: Project, at: Fraction, clip_ids: Collection[str] | None = None) -> Project:
    """Cut clips in two at a time; the film stays as it is, but that a fade which is cut ends at the cut.

    A morph is not cut, because it lives between two stills; nor is a cross-fade. Where nothing can be cut the project
    stays as it is.

    Args:
        project: the project.
        at: seconds; rounded to a frame.
        clip_ids: which clips; None for every clip at that time on tracks that are not locked.
    """
    fps = project.settings.fps
    time = frames.nearest(at, fps)
    tracks = (
        [track for track in project.timeline.tracks if not track.locked]
        if clip_ids is None
        else chosen_tracks(project, clip_ids)
    )
    changed = []
    for track in tracks:
        clips: list[AnyClip] = []
        for clip in track.clips:
            wanted = clip_ids is None or clip.id in clip_ids
            clips += _halves(clip, time, fps) if wanted and _can_cut(clip, time, track.clips) else [clip]
        changed.append(replace(track, clips=tuple(clips)))
    return with_tracks(project, changed)


def join(project: Project, clip_ids: Collection[str]) -> Project:
    """Join neighbours into one clip where the later one goes on with what the earlier one shows, as after a split.

    Raises:
        PortraitsError: USAGE when no two of the clips belong together so.
    """
    wanted, changed, joined = set(clip_ids), [], 0
    fps = project.settings.fps
    for track in chosen_tracks(project, wanted):
        clips: list[AnyClip] = []
        for clip in track.clips:
            if clips and {clips[-1].id, clip.id} <= wanted and _goes_on(clips[-1], clip):
                wanted.add(clips[-1].id)
                clips[-1] = _together(clips[-1], clip, fps)
                joined += 1
            else:
                clips.append(clip)
        changed.append(replace(track, clips=tuple(clips)))
    if not joined:
        refuse("These clips do not belong together.", "Join neighbours that show the same file without a break.")
    return with_tracks(project, changed)


def _can_cut(clip: AnyClip, time: Fraction, clips: Sequence[AnyClip]) -> bool:
    if isinstance(clip, MorphClip) or not clip.start < time < clip.end:
        return False
    fading = [other for other in clips if other.id != clip.id and other.start < clip.end and other.end > clip.start]
    return not any(other.start <= time <= other.end for other in fading)


def _halves(clip: AnyClip, time: Fraction, fps: Fraction) -> list[AnyClip]:
    if isinstance(clip, FadingClip) and (time < clip.start + clip.fade_in or time > clip.end - clip.fade_out):
        clip = replace(
            clip,
            fade_in=min(clip.fade_in, time - clip.start),
            fade_out=min(clip.fade_out, clip.end - time),
        )
    first = part(clip, clip.start, time, fps)
    second = part(clip, time, clip.end, fps)
    return [first, replace(second, id=new_id())]


def _goes_on(first: AnyClip, second: AnyClip) -> bool:
    if type(first) is not type(second) or first.end != second.start or isinstance(first, MorphClip):
        return False
    if isinstance(first, MovieClip | SoundClip):
        assert isinstance(second, MovieClip | SoundClip)
        if second.in_point != first.in_point + first.duration * first.speed:
            return False
    return _essence(first) == _essence(second)


def _essence(clip: AnyClip) -> AnyClip:
    """Return a clip without what may differ between two halves of one."""
    plain = clip
    if isinstance(plain, FadingClip):
        plain = replace(plain, fade_in=Fraction(0), fade_out=Fraction(0))
    plain = replace(plain, id="x", start=Fraction(0), duration=Fraction(1))
    if isinstance(plain, PictureClip):
        plain = replace(plain, keyframes=Keyframes())
    if isinstance(plain, PlacedClip | SoundClip):
        plain = replace(plain, takes=())
    return replace(plain, in_point=Fraction(0)) if isinstance(plain, MovieClip | SoundClip) else plain


def _together(first: AnyClip, second: AnyClip, fps: Fraction) -> AnyClip:
    result: AnyClip = replace(first, duration=first.duration + second.duration)
    if isinstance(result, FadingClip):
        assert isinstance(second, FadingClip)
        result = replace(result, fade_out=second.fade_out)
    if isinstance(result, PictureClip):
        assert isinstance(first, PictureClip)
        assert isinstance(second, PictureClip)
        names = Keyframes.__struct_fields__
        keys = {}
        for name in names:
            before, after = getattr(first.keyframes, name), getattr(second.keyframes, name)
            keys[name] = _joined_keys(before, after, getattr(first, name), first.duration, fps)
        result = replace(result, keyframes=Keyframes(**keys))
    return result


def _joined_keys(first: Keys, second: Keys, own: float, offset: Fraction, fps: Fraction) -> Keys:
    """Return the keyframes of both clips on one time axis; ``own`` is the value of the one that has none."""
    if not first and not second:
        return ()
    start = Keyframe(time=Fraction(0), value=own, curve="hold")
    earlier = keys_until(first, offset, fps) if first else (start,)
    earlier = tuple(key for key in earlier if key.time < offset) or (start,)
    later = second or (Keyframe(time=Fraction(0), value=own),)
    if later[0].time > 0:
        later = (Keyframe(time=Fraction(0), value=later[0].value), *later)
    moved = tuple(replace(key, time=key.time + offset) for key in later)
    last = earlier[-1]
    if last.curve != "hold" and first and first[-1].time <= last.time:
        # After its last keyframe the first clip held its value.
        earlier = (*earlier[:-1], replace(last, curve="hold"))
    return (*earlier, *moved)
