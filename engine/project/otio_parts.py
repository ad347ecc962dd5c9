"""Small questions to the parts of an OpenTimelineIO film."""

from fractions import Fraction
from typing import Any, TypeVar

import msgspec
import opentimelineio as otio

from engine.project.otio_out import KEY
from engine.protocol.values import decode_hook

T = TypeVar("T")


def own_metadata(part: Any) -> dict[str, Any]:
    """Return what we wrote into the metadata of a part of a timeline; nothing for parts of others."""
    found = part.metadata.get(KEY)
    plain = _builtins(found)
    return plain if isinstance(plain, dict) else {}


def _builtins(value: Any) -> Any:
    """Return metadata of OpenTimelineIO as plain dictionaries and lists."""
    if hasattr(value, "items"):
        return {str(key): _builtins(inner) for key, inner in value.items()}
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    return [_builtins(inner) for inner in value]


def converted(plain: Any, wanted: type[T]) -> T | None:
    """Return metadata of ours as its struct, None when it is damaged or from another version."""
    if plain is None:
        return None
    try:
        return msgspec.convert(plain, wanted, dec_hook=decode_hook)
    except (msgspec.ValidationError, ValueError, TypeError):
        return None


def rate_of(timeline: otio.schema.Timeline) -> Fraction:
    """Return the frame rate of a film of another program; broadcast rates come as 24000/1001 and the like."""
    for clip in timeline.find_clips():
        if clip.source_range is not None and 1 <= clip.source_range.duration.rate <= 240:
            rate = clip.source_range.duration.rate
            exact = Fraction(round(rate * 1001), 1001)
            return Fraction(round(rate)) if abs(rate - round(rate)) < 1e-4 else exact
    return Fraction(24)


def is_track(part: object) -> bool:
    """Whether a part of a stack is a track."""
    return isinstance(part, otio.schema.Track)


def is_dissolve(part: object) -> bool:
    """Whether a neighbour of a clip is a dissolve."""
    dissolve = otio.schema.TransitionTypes.SMPTE_Dissolve
    return isinstance(part, otio.schema.Transition) and part.transition_type == dissolve
