"""The values of clips: gain, fades, speed, fit, opacity, place and scale, words, and curves of morphs."""

from collections.abc import Collection
from fractions import Fraction
from typing import Any

import msgspec
from msgspec.structs import replace

from engine.project.clips import FASTEST, SLOWEST, AnyClip, FadingClip, MorphClip, MovieClip, SoundClip
from engine.project.edit import frames
from engine.project.edit.find import change_clips, find, refuse, with_clips
from engine.project.edit.morphs import anchors_of, with_morphs
from engine.project.edit.overlap import is_sound
from engine.project.edit.parts import clamped_fades, map_keys
from engine.project.schema import Project
from engine.protocol.values import decode_hook, encode_hook

PLAIN_VALUES = frozenset(
    (
        *("name", "recipe", "gain_db", "with_sound", "opacity", "x", "y", "scale", "fit", "edges"),
        *("text", "size", "colour", "shadow", "align", "place", "font"),
        *("settings", "first_landmarks", "second_landmarks"),
    )
)
"""Fields that can be set without touching a clip's place in time."""


def set_values(project: Project, clip_ids: Collection[str], **values: Any) -> Project:
    """Set fields of clips; a clip that has no such field keeps what it has.

    Args:
        project: the project.
        clip_ids: which clips.
        **values: fields of :data:`PLAIN_VALUES`.

    Raises:
        PortraitsError: USAGE when a field is unknown or a value is out of its range, with the range.
    """
    unknown = set(values) - PLAIN_VALUES
    if unknown:
        refuse(f"Clips have no value {min(unknown)!r} that can be set.")

    def change(clip: AnyClip) -> AnyClip:
        known = {name: value for name, value in values.items() if name in clip.__struct_fields__}
        return checked(replace(clip, **known)) if known else clip

    return change_clips(project, clip_ids, change)


def set_fades(
    project: Project, clip_ids: Collection[str], *, fade_in: Fraction | None = None, fade_out: Fraction | None = None
) -> Project:
    """Set fades in seconds, on the frame grid; each is limited to what the other one leaves of the clip."""
    fps = project.settings.fps

    def change(clip: AnyClip) -> AnyClip:
        if not isinstance(clip, FadingClip):
            return clip
        first = clip.fade_in if fade_in is None else max(Fraction(0), frames.nearest(fade_in, fps))
        last = clip.fade_out if fade_out is None else max(Fraction(0), frames.nearest(fade_out, fps))
        if fade_in is not None:
            first = min(first, clip.duration - (last if fade_out is None else 0))
        last = min(last, clip.duration - first)
        return replace(clip, fade_in=first, fade_out=last)

    return change_clips(project, clip_ids, change)


def set_speed(project: Project, clip_id: str, speed: Fraction) -> Project:
    """Play a movie or sound at another speed; the same part of its file is shown, and what follows moves along.

    Args:
        project: the project.
        clip_id: which clip.
        speed: 1/20 to 20 times its own speed.

    Raises:
        PortraitsError: USAGE for clips without a speed, a speed out of range, or cross-fades that leave no room.
    """
    track, clip = find(project, clip_id)
    fps = project.settings.fps
    if not isinstance(clip, MovieClip | SoundClip):
        refuse("Only movies and sounds have a speed.", "Make a still longer or shorter instead.")
    if not SLOWEST <= speed <= FASTEST:
        refuse(f"A speed of {float(speed):g} is not possible.", f"Choose {float(SLOWEST):g} to {float(FASTEST):g}.")
    duration = max(frames.one(fps), frames.nearest(clip.duration * clip.speed / speed, fps))
    changed = replace(clip, speed=speed, duration=duration, **clamped_fades(clip, duration))
    if isinstance(changed, MovieClip):
        changed = replace(changed, keyframes=_stretched(changed, clip.speed / speed))
    change = duration - clip.duration
    index = track.clips.index(clip)
    if any(other.start + change <= clip.start for other in track.clips[index + 1 :]):
        refuse("The cross-fades beside it leave no room for this.", "Shorten the cross-fades first.")
    later = [replace(other, start=other.start + change) for other in track.clips[index + 1 :]]
    clips = [*track.clips[:index], changed, *later]
    hard = [each for each in clips if not isinstance(each, MorphClip)]
    if not is_sound(hard):
        refuse("The cross-fades beside it leave no room for this.", "Shorten the cross-fades first.")
    morphs = [each for each in clips if isinstance(each, MorphClip)]
    return with_clips(project, track, with_morphs(hard, morphs, anchors_of(track.clips)))


def checked(clip: AnyClip) -> AnyClip:
    """Return the clip after its bounds were checked, which ``replace`` does not do.

    Raises:
        PortraitsError: USAGE with the field and its range.
    """
    try:
        plain = msgspec.to_builtins(clip, enc_hook=encode_hook)
        return msgspec.convert(plain, type(clip), dec_hook=decode_hook)
    except (msgspec.ValidationError, ValueError) as error:
        refuse(f"This value is not possible: {error}.", "Choose another value.")


def _stretched(clip: MovieClip, factor: Fraction) -> Any:
    keyframes = map_keys(clip.keyframes, Fraction(0), Fraction(1))
    return replace(
        keyframes,
        **{
            name: tuple(replace(key, time=key.time * factor) for key in getattr(keyframes, name))
            for name in keyframes.__struct_fields__
        },
    )
