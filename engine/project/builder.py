"""Laying a film out: pictures with morphs between them, a voice, a title. Each function returns a new project."""

import math
from collections.abc import Sequence
from fractions import Fraction

import msgspec

from engine.project.clips import AnyClip, MorphClip, StillClip, TitleClip, VoiceClip
from engine.project.fields import new_id
from engine.project.schema import Project
from engine.project.timeline import Timeline, Track
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.morph import MorphSettings


def lay_morphs(
    project: Project,
    pictures: Sequence[str],
    *,
    hold: Fraction,
    morph: Fraction,
    settings: MorphSettings = MorphSettings(),  # noqa: B008 - frozen
    start: Fraction = Fraction(0),
    until: Fraction = Fraction(0),
    track_name: str = "Pictures",
) -> Project:
    """Add a track on which pictures stand and become one another.

    Lengths are laid on whole frames, so that every still is seen for a frame at least and N pictures with holds of one
    frame and morphs of M frames give N + (N - 1) * M frames.

    Args:
        project: the project that has the pictures as media items.
        pictures: ids of the media items, in order; the same picture may come again.
        hold: how long each picture stands, in seconds; at least one frame is used.
        morph: how long each morph takes, in seconds; under half a frame the pictures follow each other without one.
        settings: the same for every morph.
        start: where the first picture starts, in seconds.
        until: the last picture stands at least up to this time (the end of a voice).
        track_name: the name of the new track.

    Returns:
        The project with a new top track.

    Raises:
        PortraitsError: USAGE without pictures or when an id is no picture of the project.
    """
    items = project.media_by_id()
    if not pictures or any(each not in items or items[each].info.kind != "picture" for each in pictures):
        raise PortraitsError(ErrorCode.USAGE, "There are no pictures to lay out.", "Choose pictures of the project.")
    fps = project.settings.fps
    held = max(1, round(hold * fps)) / fps
    moving = round(morph * fps) / fps
    clips: list[AnyClip] = []
    time = round(start * fps) / fps
    for index, picture in enumerate(pictures):
        last = index == len(pictures) - 1
        duration = max(held, Fraction(math.ceil((until - time) * fps)) / fps) if last else held
        clips.append(StillClip(id=new_id(), start=time, duration=duration, media=picture, name=items[picture].name))
        time += duration
        if not last and moving > 0:
            clips.append(MorphClip(id=new_id(), start=time, duration=moving, settings=settings))
            time += moving
    return _with_track(project, Track(id=new_id(), kind="picture", name=track_name, clips=tuple(clips)))


def lay_voice(
    project: Project, voice: str, *, start: Fraction = Fraction(0), gain_db: float = 0.0, track_name: str = "Voice"
) -> Project:
    """Add a sound track with a whole voice at ``start`` (seconds).

    Args:
        project: the project that has the voice as a media item.
        voice: id of the item; its ``info.duration`` is the clip's length, to the sample when the rate is known.

    Raises:
        PortraitsError: USAGE when the id is no sound of the project.
    """
    item = project.media_by_id().get(voice)
    if item is None or item.info.kind != "sound" or item.info.duration <= 0:
        raise PortraitsError(ErrorCode.USAGE, "There is no voice to lay out.", "Choose a voice of the project.")
    rate = item.info.sample_rate or 48_000
    duration = Fraction(max(1, round(item.info.duration * rate)), rate)
    clip = VoiceClip(id=new_id(), start=start, duration=duration, media=voice, name=item.name, gain_db=gain_db)
    return _with_track(project, Track(id=new_id(), kind="sound", name=track_name, clips=(clip,)))


def lay_title(
    project: Project,
    text: str,
    *,
    start: Fraction,
    duration: Fraction,
    fade: Fraction = Fraction(1, 2),
    size: float = 0.08,
    track_name: str = "Titles",
) -> Project:
    """Add a top track with a title that fades in and out over ``fade`` seconds (less when it is too short for that)."""
    ends = min(fade, duration / 2)
    clip = TitleClip(
        id=new_id(), start=start, duration=duration, fade_in=ends, fade_out=ends, text=text, size=size, name=text[:40]
    )
    return _with_track(project, Track(id=new_id(), kind="picture", name=track_name, clips=(clip,)))


def _with_track(project: Project, track: Track) -> Project:
    """Add a track: pictures on top of all, sounds below all, as the rows of the timeline lie."""
    tracks = project.timeline.tracks
    laid: tuple[Track, ...] = (track, *tracks) if track.kind == "picture" else (*tracks, track)
    timeline: Timeline = msgspec.structs.replace(project.timeline, tracks=laid)
    return msgspec.structs.replace(project, timeline=timeline)
