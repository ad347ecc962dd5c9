"""The base of all job kinds, and what they share."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

import msgspec


class Job(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag_field="kind",
    forbid_unknown_fields=True,
    omit_defaults=False,
):
    """One piece of work with *everything* in it that is needed to run it again.

    Each kind sets ``tag="..."``. Fields carry ``Annotated[..., msgspec.Meta(...)]`` with bounds, a title, a one-line
    description and, in ``extra_json_schema={"unit": "frames"}``, a unit: forms, help and validation read them.
    """


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """An input file: where it was, and its SHA-256 (empty until the engine has read it)."""

    path: str
    sha256: Annotated[str, msgspec.Meta(pattern=r"\A([0-9a-f]{64})?\Z")] = ""


def sources_of(value: Any) -> Iterator[Source]:
    """Yield every input file of a job, or of a part of one."""
    if isinstance(value, Source):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from sources_of(getattr(value, name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from sources_of(inner)


class MediaInfo(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is in a media file. Sizes in pixels as displayed (rotation applied), times in seconds."""

    kind: Literal["picture", "movie", "sound", "subtitles", "motion", "landmarks", "project"]
    format: str = ""
    width: int = 0
    height: int = 0
    frames: int = 0
    fps: float = 0.0
    duration: float = 0.0
    video_codec: str = ""
    audio_codec: str = ""
    sample_rate: int = 0
    channels: int = 0
    has_alpha: bool = False


class Artifact(msgspec.Struct, frozen=True, kw_only=True):
    """One result file of a job, whole and under its final name."""

    path: str
    sha256: str
    media: MediaInfo
