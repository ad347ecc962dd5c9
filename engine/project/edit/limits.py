"""How far a clip's ends may go: its file has a beginning and an end, and every clip shows a frame at least."""

from fractions import Fraction

from engine.project.clips import AnyClip, MovieClip, SoundClip
from engine.project.edit import frames
from engine.project.fields import MAX_SECONDS
from engine.project.media import MediaItem
from engine.project.schema import Project


def source_length(item: MediaItem) -> Fraction | None:
    """Return how long a movie or sound is, in seconds, to the sample or microsecond; None when that is not known."""
    if item.info.duration <= 0:
        return None
    if item.info.kind == "sound" and item.info.sample_rate > 0:
        return Fraction(max(1, round(item.info.duration * item.info.sample_rate)), item.info.sample_rate)
    return Fraction(item.info.duration).limit_denominator(10**6)


def earliest_start(clip: AnyClip, fps: Fraction) -> Fraction:
    """Return the earliest time at which a clip's beginning can be drawn out to, on the frame grid."""
    if not isinstance(clip, MovieClip | SoundClip):
        return Fraction(0)
    possible = max(Fraction(0), clip.start - clip.in_point / clip.speed)
    return min(clip.start, frames.at_or_after(possible, fps))


def latest_end(clip: AnyClip, project: Project) -> Fraction:
    """Return the latest time at which a clip can end: where its file does, for a picture track on the next frame."""
    if not isinstance(clip, MovieClip | SoundClip):
        return MAX_SECONDS
    item = project.media_by_id().get(clip.media)
    length = source_length(item) if item is not None else None
    if length is None:
        return MAX_SECONDS
    end = clip.start + (length - clip.in_point) / clip.speed
    if isinstance(clip, MovieClip):
        end = frames.at_or_after(end, project.settings.fps)
    return min(MAX_SECONDS, max(end, clip.end))
