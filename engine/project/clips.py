"""The clips of a timeline, one struct per kind."""

from fractions import Fraction
from itertools import pairwise
from typing import Annotated, Literal

import msgspec

from engine.project.fields import MAX_SECONDS, Colour, Id, Name, Text, check_duration, check_fraction, check_time
from engine.project.landmarks import Landmarks
from engine.protocol.jobs.morph import MorphSettings
from engine.protocol.recipe import Recipe

Interpolation = Literal["linear", "smoothstep", "ease_in", "ease_out", "hold"]
Fit = Literal["cover", "contain"]
Edges = Annotated[str, msgspec.Meta(pattern=r"\A(none|blur|#[0-9A-Fa-f]{6})\Z", title="Edges")]
Takes = Annotated[tuple[Id, ...], msgspec.Meta(max_length=1000, title="Takes")]
GainDb = Annotated[float, msgspec.Meta(ge=-60, le=24, title="Gain", extra_json_schema={"unit": "dB"})]
Opacity = Annotated[float, msgspec.Meta(ge=0, le=1, title="Opacity")]
Shift = Annotated[float, msgspec.Meta(ge=-10, le=10)]
Scale = Annotated[float, msgspec.Meta(ge=0.01, le=20, title="Scale")]

SLOWEST, FASTEST = Fraction(1, 20), Fraction(20)


class Keyframe(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A value at a time of the clip (seconds from its start); ``curve`` leads to the next keyframe."""

    time: Fraction
    value: Annotated[float, msgspec.Meta(ge=-360, le=360)]
    curve: Interpolation = "linear"

    def __post_init__(self) -> None:
        check_time("time", self.time)


Keys = Annotated[tuple[Keyframe, ...], msgspec.Meta(max_length=2000)]


class Keyframes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Values that change over a clip, by rising time. A property without keyframes keeps the clip's own value."""

    opacity: Keys = ()
    x: Keys = ()
    y: Keys = ()
    scale: Keys = ()

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            keys: tuple[Keyframe, ...] = getattr(self, name)
            if any(later.time <= earlier.time for earlier, later in pairwise(keys)):
                raise ValueError(f"the keyframes of `{name}` are not in the order of their times")
        _check_values("opacity", self.opacity, 0, 1)
        _check_values("x", self.x, -10, 10)
        _check_values("y", self.y, -10, 10)
        _check_values("scale", self.scale, 0.01, 20)


def _check_values(name: str, keys: tuple[Keyframe, ...], low: float, high: float) -> None:
    if any(not low <= key.value <= high for key in keys):
        raise ValueError(f"a keyframe of `{name}` lies outside {low:g} to {high:g}")


class Clip(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", forbid_unknown_fields=True, omit_defaults=True):
    """A thing on a track. It covers the times from ``start`` up to, and without, ``start + duration`` (seconds).

    ``recipe`` says how the clip was made where its media item does not (the line of a script that a voice clip speaks).
    """

    id: Id
    start: Fraction
    duration: Fraction
    name: Name = ""
    recipe: Recipe | None = None

    def __post_init__(self) -> None:
        check_time("start", self.start)
        check_duration("duration", self.duration)
        if self.end > MAX_SECONDS:
            raise ValueError("the clip ends too late")

    @property
    def end(self) -> Fraction:
        """The first time after the clip, in seconds."""
        return self.start + self.duration


class FadingClip(Clip, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A clip whose ends may fade. ``fade_in`` and ``fade_out`` are lengths in seconds."""

    fade_in: Fraction = Fraction(0)
    fade_out: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        super().__post_init__()
        check_time("fade_in", self.fade_in)
        check_time("fade_out", self.fade_out)
        if self.fade_in + self.fade_out > self.duration:
            raise ValueError("the fades of a clip are longer than the clip")


class PictureClip(FadingClip, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A clip that is seen. ``x`` and ``y`` move its middle by parts of the frame's width and height."""

    opacity: Opacity = 1.0
    x: Shift = 0.0
    y: Shift = 0.0
    scale: Scale = 1.0
    keyframes: Keyframes = Keyframes()


class PlacedClip(PictureClip, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A media item in the frame: ``cover`` fills the frame and cuts, ``contain`` shows all of it.

    ``edges`` says what fills the frame beside a contained picture: a blurred copy of it, a colour, or none, so that
    the tracks below and the background show. ``takes`` are the media items this clip may show, its own among them.
    """

    media: Id
    takes: Takes = ()
    fit: Fit = "cover"
    edges: Edges = "blur"


class StillClip(PlacedClip, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag="still"):
    """A picture that stands for the clip's length."""


class MovieClip(PlacedClip, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag="movie"):
    """A movie from ``in_point`` (seconds of the movie) on, at ``speed`` times its own speed, with its sound."""

    in_point: Fraction = Fraction(0)
    speed: Fraction = Fraction(1)
    gain_db: GainDb = 0.0
    with_sound: bool = True

    def __post_init__(self) -> None:
        super().__post_init__()
        check_time("in_point", self.in_point)
        check_fraction("speed", self.speed, SLOWEST, FASTEST)


class ShotClip(MovieClip, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag="shot"):
    """A movie that was made from words or from a picture."""


class AnimationClip(
    MovieClip, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag="animation"
):
    """A person's picture moved by a motion."""


class MorphClip(Clip, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag="morph"):
    """The moving change from the still that ends where this clip starts to the still that starts where it ends.

    Its pictures are those of the two stills, as they are placed in the frame. Landmarks come from the media items
    unless this morph has its own.
    """

    settings: MorphSettings = MorphSettings()
    first_landmarks: Landmarks | None = None
    second_landmarks: Landmarks | None = None


class TitleClip(PictureClip, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag="title"):
    """Words in the frame.

    ``size`` is the height of a line as a part of the frame's shorter side, ``font`` the file name of a font of the
    system or empty, ``shadow`` a soft rim that keeps words readable on any picture.
    """

    text: Text
    size: Annotated[float, msgspec.Meta(ge=0.01, le=0.5, title="Size")] = 0.08
    colour: Colour = "#FFFFFF"
    shadow: bool = True
    align: Literal["left", "centre", "right"] = "centre"
    place: Literal["top", "middle", "bottom"] = "bottom"
    font: Name = ""


class SoundClip(FadingClip, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag="sound"):
    """A sound, or the sound of a movie, from ``in_point`` (seconds of the file) on, at ``speed`` times its speed."""

    media: Id
    takes: Takes = ()
    in_point: Fraction = Fraction(0)
    speed: Fraction = Fraction(1)
    gain_db: GainDb = 0.0

    def __post_init__(self) -> None:
        super().__post_init__()
        check_time("in_point", self.in_point)
        check_fraction("speed", self.speed, SLOWEST, FASTEST)


class VoiceClip(SoundClip, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag="voice"):
    """Spoken sound made from a script."""


class MusicClip(SoundClip, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag="music"):
    """Music."""


AnyPictureClip = StillClip | MovieClip | ShotClip | AnimationClip | MorphClip | TitleClip
AnySoundClip = SoundClip | VoiceClip | MusicClip
AnyClip = AnyPictureClip | AnySoundClip
