"""Questions about the film in the window: its frames, its sound, how it is encoded."""

from fractions import Fraction
from typing import Annotated

import msgspec

from engine.protocol.jobs.encode import EncoderKind, EncodeSettings, VideoCodec
from engine.protocol.queries.base import Query, Reply, Side

FilmName = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class ShowFilm(Query, frozen=True, kw_only=True, tag="show_film"):
    """Hand over a film as it stands in the window, saved or not; FilmFrame and FilmSound mean it by its name."""

    film: FilmName
    path: str
    """Where its project lies or will lie; its media is beside that."""
    project: Annotated[bytes, msgspec.Meta(max_length=15 * 2**20)]
    """The project as the JSON of its file."""


class FilmShown(Reply, frozen=True, kw_only=True, tag="film_shown"):
    """The film was taken over."""

    film: FilmName
    has_sound: bool


class FilmFrame(Query, frozen=True, kw_only=True, tag="film_frame"):
    """A frame of the film at a size; the reply is a PictureReply. At the film's own size it is what is exported."""

    film: FilmName
    frame: Annotated[int, msgspec.Meta(ge=0, le=10**9)]
    width: Side
    height: Side
    subtitles: bool = False
    draft: bool = False
    """While the film plays or is scrubbed: long movies come from their proxies, where they have some."""


class FilmLoudness(Query, frozen=True, kw_only=True, tag="film_loudness"):
    """How loud the film is from one second to another, as it is mixed."""

    film: FilmName
    start: Fraction
    end: Fraction


class FilmLoudnessReply(Reply, frozen=True, kw_only=True, tag="film_loudness"):
    """``integrated`` in LUFS and ``true_peak`` in dBTP (EBU R128); None for silence."""

    integrated: float | None
    true_peak: float | None


class FilmSound(Query, frozen=True, kw_only=True, tag="film_sound"):
    """Mixed sound of the film at 48 kHz, stereo, from a time in seconds on."""

    film: FilmName
    start: Fraction
    samples: Annotated[int, msgspec.Meta(ge=1, le=60 * 48_000)]


class SoundReply(Reply, frozen=True, kw_only=True, tag="sound"):
    """One byte frame follows: int16 little endian, (samples, 2)."""

    samples: int


class EncodedFrame(Query, frozen=True, kw_only=True, tag="encoded_frame"):
    """A frame of the film as a file would show it, encoded with these settings."""

    film: FilmName
    frame: Annotated[int, msgspec.Meta(ge=0, le=10**9)]
    width: Side
    height: Side
    suffix: Annotated[str, msgspec.Meta(pattern=r"\A(\.[a-z0-9]{1,5})?\Z")]
    """Of the file: it decides the container; "" is a folder of single pictures."""
    encode: EncodeSettings
    subtitles: bool = False
    caption_size: Annotated[float, msgspec.Meta(ge=0.02, le=0.12)] = 0.045


class EncodedFrameReply(Reply, frozen=True, kw_only=True, tag="encoded_frame"):
    """One byte frame of ``width * height * 4`` RGBA bytes follows; ``size`` is what it takes in the file, in bytes."""

    width: int
    height: int
    size: int
    seconds: float = 0.0
    """How long a frame took to be made and encoded."""


class ListEncoders(Query, frozen=True, kw_only=True, tag="list_encoders"):
    """Which encoders of graphics cards write a codec here. The first question about a codec tries them."""

    codec: VideoCodec


class EncodersReply(Reply, frozen=True, kw_only=True, tag="encoders"):
    """Those that wrote a movie which could be read again; the processor always does and is not named."""

    encoders: tuple[EncoderKind, ...]


AnyFilmQuery = ShowFilm | FilmFrame | FilmSound | FilmLoudness | EncodedFrame
