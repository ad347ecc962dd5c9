"""Questions about subtitles."""

from typing import Annotated, Literal

import msgspec

from engine.protocol.queries.base import Query, Reply

LATEST_CUE = 360_000_000

LONGEST_CUE = 5000


class Cue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A subtitle: what is said from ``start`` to ``end``, in milliseconds."""

    start: Annotated[int, msgspec.Meta(ge=0, le=LATEST_CUE)]
    end: Annotated[int, msgspec.Meta(ge=0, le=LATEST_CUE)]
    text: Annotated[str, msgspec.Meta(max_length=LONGEST_CUE)]


MOST_CUES = 20_000

Cues = Annotated[tuple[Cue, ...], msgspec.Meta(max_length=MOST_CUES)]


class ReadSubtitles(Query, frozen=True, kw_only=True, tag="read_subtitles"):
    """The subtitles of an .srt or .vtt file, in order of their starts."""

    path: str


class SubtitlesReply(Reply, frozen=True, kw_only=True, tag="subtitles"):
    """What the file holds."""

    cues: Cues


class FormatSubtitles(Query, frozen=True, kw_only=True, tag="format_subtitles"):
    """Subtitles as the text of a file."""

    cues: Cues
    format: Literal["srt", "vtt"]


class TextReply(Reply, frozen=True, kw_only=True, tag="text"):
    """A text."""

    text: str
