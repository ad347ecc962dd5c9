"""A part of a clip: what is left when its beginning or its end is cut away."""

from fractions import Fraction
from math import ceil

from msgspec.structs import replace

from engine.project.clips import (
    AnyClip,
    FadingClip,
    Keyframe,
    Keyframes,
    Keys,
    MovieClip,
    PictureClip,
    SoundClip,
)
from engine.project.keyframes import value_at

_MOST_BAKED = 400


def part(clip: AnyClip, start: Fraction, end: Fraction, fps: Fraction) -> AnyClip:
    """Return the part of a clip from ``start`` to ``end``, which lie inside it; every frame of it looks as before.

    An end that was cut has no fade; the other one keeps its own.
    """
    result = clip
    if start > clip.start:
        result = _without_fade(_from(result, start, fps), "fade_in")
    if end < clip.end:
        result = _until(_without_fade(result, "fade_out"), end, fps)
    return result


def with_span(clip: AnyClip, start: Fraction, end: Fraction, fps: Fraction) -> AnyClip:
    """Return a clip that was trimmed or drawn out to ``start``..``end``: what stands at a time stays at that time.

    Fades keep their lengths as far as the clip is long enough for them.
    """
    moved = _from(clip, start, fps) if start != clip.start else clip
    return _resized(moved, end - start)


def clamped_fades(clip: AnyClip, duration: Fraction) -> dict[str, Fraction]:
    """Return the fades that a clip of ``duration`` keeps: both are shortened alike when they are too long for it."""
    if not isinstance(clip, FadingClip):
        return {}
    together = clip.fade_in + clip.fade_out
    if together <= duration:
        return {"fade_in": clip.fade_in, "fade_out": clip.fade_out}
    first = (clip.fade_in * duration / together).limit_denominator(10**6)
    return {"fade_in": min(first, duration), "fade_out": max(Fraction(0), duration - first)}


def keys_from(keys: Keys, offset: Fraction, fps: Fraction) -> Keys:
    """Return keyframes for a clip that begins ``offset`` seconds later (earlier when negative)."""
    if not keys or offset <= 0:
        return tuple(replace(key, time=key.time - offset) for key in keys)
    later = tuple(replace(key, time=key.time - offset) for key in keys if key.time >= offset)
    earlier = [key for key in keys if key.time < offset]
    if not earlier or (later and later[0].time == 0):
        return later
    if not later:
        return (Keyframe(time=Fraction(0), value=keys[-1].value),)
    first, second = earlier[-1], keys[len(earlier)]
    return (*_between(keys, first, offset, second.time, offset, fps), *later)


def keys_until(keys: Keys, length: Fraction, fps: Fraction) -> Keys:
    """Return keyframes that say the same up to ``length`` and nothing of what comes after it."""
    kept = tuple(key for key in keys if key.time <= length)
    if len(kept) == len(keys) or not keys:
        return keys
    if not kept:
        return (Keyframe(time=Fraction(0), value=keys[0].value),)
    last = kept[-1]
    if last.time == length:
        return (*kept[:-1], replace(last, curve="linear"))
    baked = _between(keys, last, last.time, length, Fraction(0), fps)
    return (*kept[:-1], *baked, Keyframe(time=length, value=value_at(keys, 0.0, length)))


def _between(
    keys: Keys, first: Keyframe, start: Fraction, end: Fraction, offset: Fraction, fps: Fraction
) -> list[Keyframe]:
    """Return keyframes for the times from ``start`` to ``end`` of one segment, without one at its end.

    A part of an eased curve is none of the curves we have, so it becomes straight lines from frame to frame.
    """
    if first.curve in ("linear", "hold"):
        return [Keyframe(time=start - offset, value=value_at(keys, 0.0, start), curve=first.curve)]
    count = max(1, min(_MOST_BAKED, ceil((end - start) * fps)))
    step = max(1 / fps, (end - start) / count)
    times = [start + index * step for index in range(count) if start + index * step < end]
    return [Keyframe(time=time - offset, value=value_at(keys, 0.0, time)) for time in times]


def _from(clip: AnyClip, start: Fraction, fps: Fraction) -> AnyClip:
    offset = start - clip.start
    duration = clip.duration - offset
    if isinstance(clip, MovieClip | SoundClip):
        clip = replace(clip, in_point=max(Fraction(0), clip.in_point + offset * clip.speed))
    if isinstance(clip, PictureClip):
        clip = replace(clip, keyframes=map_keys(clip.keyframes, offset, fps))
    if duration <= 0:
        # Drawn out beyond its old end on the other side; the new length is set by the caller.
        return replace(clip, start=start, **clamped_fades(clip, clip.duration))
    return replace(clip, start=start, duration=duration, **clamped_fades(clip, duration))


def map_keys(keyframes: Keyframes, offset: Fraction, fps: Fraction) -> Keyframes:
    """Return a clip's keyframes for a beginning ``offset`` seconds later."""
    return Keyframes(**{name: keys_from(getattr(keyframes, name), offset, fps) for name in keyframes.__struct_fields__})


def cut_keys(keyframes: Keyframes, length: Fraction, fps: Fraction) -> Keyframes:
    """Return a clip's keyframes for an end after ``length`` seconds."""
    return Keyframes(
        **{name: keys_until(getattr(keyframes, name), length, fps) for name in keyframes.__struct_fields__}
    )


def _until(clip: AnyClip, end: Fraction, fps: Fraction) -> AnyClip:
    duration = end - clip.start
    if isinstance(clip, PictureClip):
        clip = replace(clip, keyframes=cut_keys(clip.keyframes, duration, fps))
    return _resized(clip, duration)


def _resized(clip: AnyClip, duration: Fraction) -> AnyClip:
    return replace(clip, duration=duration, **clamped_fades(clip, duration))


def _without_fade(clip: AnyClip, side: str) -> AnyClip:
    return replace(clip, **{side: Fraction(0)}) if isinstance(clip, FadingClip) else clip
