"""Questions about a file: what is in it, how it was made, how it looks and sounds."""

from typing import Annotated

import msgspec

from engine.protocol.jobs import AnyJob
from engine.protocol.jobs.base import MediaInfo
from engine.protocol.models import LoraInfo
from engine.protocol.queries.base import Query, Reply, Side


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


class MeasureSound(Query, frozen=True, kw_only=True, tag="measure_sound"):
    """The loudness of a sound after EBU R128, over its whole length."""

    path: str


class LoudnessReply(Reply, frozen=True, kw_only=True, tag="loudness"):
    """Two byte frames follow, float32 little endian, ``steps`` values of LUFS each: momentary, then short-term.

    Value k is that of the time ``(k + 1) * step``; silence is -120.
    """

    step: float
    steps: int
    integrated: float | None
    """LUFS of the whole sound; None for silence and less than 0.4 s."""
    true_peak: float | None
    """dBTP; None for silence."""


class ReadSettings(Query, frozen=True, kw_only=True, tag="read_settings"):
    """How a picture, movie or sound was made: by our own recipe, or by what other programs write into pictures."""

    path: str


class SettingsRead(Reply, frozen=True, kw_only=True, tag="settings"):
    """The job that makes such a file again, None when the file does not tell."""

    job: AnyJob | None
    notes: tuple[str, ...] = ()
    """What could not be taken over, as sentences."""
    origin: str = ""
    """The program that wrote it: ``Portraits``, ``AUTOMATIC1111``, ``ComfyUI``, ``InvokeAI``, ``SwarmUI``, or empty."""


class ReadStyle(Query, frozen=True, kw_only=True, tag="read_style"):
    """What a style (LoRA) is, from the header of its .safetensors file."""

    path: str


class StyleRead(Reply, frozen=True, kw_only=True, tag="style"):
    """``style`` is None when the file is no style."""

    style: LoraInfo | None
