"""Keyframes of opacity, place and scale."""

from fractions import Fraction
from typing import Literal

from msgspec.structs import replace

from engine.project.clips import Interpolation, Keyframe, Keys, PictureClip
from engine.project.edit import frames
from engine.project.edit.find import change_clips, find, refuse
from engine.project.edit.values import checked
from engine.project.keyframes import value_at
from engine.project.schema import Project

Property = Literal["opacity", "x", "y", "scale"]
PROPERTIES: tuple[Property, ...] = ("opacity", "x", "y", "scale")


def set_key(
    project: Project,
    clip_id: str,
    name: Property,
    at: Fraction,
    value: float | None = None,
    curve: Interpolation | None = None,
) -> Project:
    """Set a keyframe, or change the one that is there.

    Args:
        project: the project.
        clip_id: a clip that is seen, not a morph.
        name: which value.
        at: time of the timeline in seconds, inside the clip; rounded to a frame.
        value: the value; None keeps what the clip has at that time.
        curve: how it goes on to the next keyframe; None keeps it, and is straight for a new keyframe.

    Raises:
        PortraitsError: USAGE when the clip has no keyframes, or the time or value is out of range.
    """
    clip = _picture(project, clip_id)
    time = frames.nearest(at, project.settings.fps) - clip.start
    if not 0 <= time <= clip.duration:
        refuse("A keyframe must lie inside its clip.", "Move the playhead onto the clip.")
    keys: Keys = getattr(clip.keyframes, name)
    old = next((key for key in keys if key.time == time), None)
    wanted = value if value is not None else value_at(keys, getattr(clip, name), time)
    made = Keyframe(time=time, value=wanted, curve=curve or (old.curve if old else "linear"))
    kept = tuple(sorted((*(key for key in keys if key.time != time), made), key=lambda key: key.time))
    return _with_keys(project, clip, name, kept)


def move_key(project: Project, clip_id: str, name: Property, at: Fraction, to: Fraction) -> Project:
    """Move a keyframe to another time of the timeline; one that is there already is replaced."""
    clip = _picture(project, clip_id)
    fps = project.settings.fps
    keys: Keys = getattr(clip.keyframes, name)
    old = _key_at(keys, frames.nearest(at, fps) - clip.start)
    time = min(max(frames.nearest(to, fps) - clip.start, Fraction(0)), clip.duration)
    kept = [key for key in keys if key is not old and key.time != time]
    laid = tuple(sorted((*kept, replace(old, time=time)), key=lambda key: key.time))
    return _with_keys(project, clip, name, laid)


def remove_key(project: Project, clip_id: str, name: Property, at: Fraction) -> Project:
    """Remove a keyframe. The last one leaves its value to the clip."""
    clip = _picture(project, clip_id)
    keys: Keys = getattr(clip.keyframes, name)
    old = _key_at(keys, frames.nearest(at, project.settings.fps) - clip.start)
    kept = tuple(key for key in keys if key is not old)
    if not kept:
        project = change_clips(project, (clip_id,), lambda each: replace(each, **{name: old.value}))
        clip = _picture(project, clip_id)
    return _with_keys(project, clip, name, kept)


def _picture(project: Project, clip_id: str) -> PictureClip:
    clip = find(project, clip_id).clip
    if not isinstance(clip, PictureClip):
        refuse("This clip has no keyframes.", "Choose a still, a movie or a title.")
    return clip


def _key_at(keys: Keys, time: Fraction) -> Keyframe:
    found = next((key for key in keys if key.time == time), None)
    return found if found is not None else refuse("There is no keyframe at this time.")


def _with_keys(project: Project, clip: PictureClip, name: Property, keys: Keys) -> Project:
    try:
        changed = replace(clip, keyframes=replace(clip.keyframes, **{name: keys}))
    except ValueError as error:
        refuse(f"This value is not possible: {error}.", "Choose another value.")
    return change_clips(project, (clip.id,), lambda _: checked(changed))  # type: ignore[arg-type]
