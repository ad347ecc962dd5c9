"""Tracks, markers and the in/out range."""

from fractions import Fraction
from typing import Annotated, Literal

import msgspec

from engine.project.clips import AnyClip
from engine.project.fields import Colour, Id, Name, check_time


class Track(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A row of the timeline. ``clips`` are in the order of their starts.

    ``hidden`` takes the pictures of a picture track out of the film, ``muted`` its sound. When any track is ``solo``,
    only the tracks that are solo are heard. ``locked`` keeps a track from being edited and changes nothing in the film.
    """

    id: Id
    kind: Literal["picture", "sound"]
    name: Name = ""
    clips: Annotated[tuple[AnyClip, ...], msgspec.Meta(max_length=50_000)] = ()
    muted: bool = False
    solo: bool = False
    hidden: bool = False
    locked: bool = False


class Marker(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A named place in time."""

    id: Id
    time: Fraction
    name: Name = ""
    colour: Colour = "#3DB8AE"

    def __post_init__(self) -> None:
        check_time("time", self.time)


class Range(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The part of the film between the in point and, without it, the out point (seconds)."""

    start: Fraction
    end: Fraction

    def __post_init__(self) -> None:
        check_time("start", self.start)
        check_time("end", self.end)
        if self.end <= self.start:
            raise ValueError("the out point must lie after the in point")


class Timeline(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The film. The first track is the top row; an upper picture track covers the ones below it."""

    tracks: Annotated[tuple[Track, ...], msgspec.Meta(max_length=500)] = ()
    markers: Annotated[tuple[Marker, ...], msgspec.Meta(max_length=20_000)] = ()
    in_out: Range | None = None

    @property
    def duration(self) -> Fraction:
        """The end of the last clip in seconds, whatever is muted or hidden; 0 without clips."""
        return max((clip.end for track in self.tracks for clip in track.clips), default=Fraction(0))
