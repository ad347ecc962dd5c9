"""Light questions the engine answers beside a running job: what is in a file, thumbnails, waveforms, estimates."""

from typing import Annotated, Literal

import msgspec

from engine.protocol.jobs import AnyJob
from engine.protocol.jobs.base import MediaInfo

Side = Annotated[int, msgspec.Meta(ge=16, le=4096)]


class Query(msgspec.Struct, frozen=True, kw_only=True, tag_field="query", forbid_unknown_fields=True):
    """The base of all questions."""


class Reply(msgspec.Struct, frozen=True, kw_only=True, tag_field="reply", forbid_unknown_fields=True):
    """The base of all replies."""


class Probe(Query, frozen=True, kw_only=True, tag="probe"):
    """What is in a media or project file, and with which recipe it was made."""

    path: str


class ProbeReply(Reply, frozen=True, kw_only=True, tag="probe"):
    media: MediaInfo
    sha256: str
    recipe: str = ""
    """The recipe as JSON, empty when the file carries none."""


class Thumbnail(Query, frozen=True, kw_only=True, tag="thumbnail"):
    """A small picture of a picture, movie or sound, at most ``side`` pixels wide and high."""

    path: str
    side: Side = 240
    time: Annotated[float, msgspec.Meta(ge=0)] = 0.0
    """Seconds into a movie."""


class PictureReply(Reply, frozen=True, kw_only=True, tag="picture"):
    """One byte frame of ``width * height * 4`` RGBA bytes follows."""

    width: int
    height: int


class Waveform(Query, frozen=True, kw_only=True, tag="waveform"):
    """The peaks of a sound: ``buckets`` pairs of minimum and maximum over its whole length."""

    path: str
    buckets: Annotated[int, msgspec.Meta(ge=1, le=200_000)]


class WaveformReply(Reply, frozen=True, kw_only=True, tag="waveform"):
    """One byte frame follows: float32 little endian, (buckets, 2), minimum and maximum in -1..1."""

    buckets: int
    duration: float


class EstimateJob(Query, frozen=True, kw_only=True, tag="estimate"):
    """What a job will need on this machine."""

    job: AnyJob


class Estimate(Reply, frozen=True, kw_only=True, tag="estimate"):
    """Never a hard block: the window says it and lets the person decide."""

    fit: Literal["fits", "tight", "does_not_fit"]
    memory: int
    """Bytes on the device the job runs on."""
    memory_available: int
    disk: int
    """Bytes of the result."""
    seconds: float | None = None
    advice: str = ""
    """What would make it fit, as a sentence."""
    retry: AnyJob | None = None
    """The job changed as the advice says."""


AnyQuery = Probe | Thumbnail | Waveform | EstimateJob
AnyReply = ProbeReply | PictureReply | WaveformReply | Estimate
