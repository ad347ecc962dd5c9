"""Words as a track of a movie, which a player can switch on and off."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import PurePath
from typing import Any, NamedTuple, cast

import av
from av.subtitles.stream import SubtitleStream
from av.subtitles.subtitle import SubtitleSet

from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.encode import SUBTITLES_IN

_TICK = Fraction(1, 1000)
# FFmpeg's subtitle encoders read lines of an ASS script and want its head; containers keep nothing of these styles.
_HEAD = """[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, \
StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Arial,16,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,0

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


class Cue(NamedTuple):
    """Words from ``start`` up to ``end``, in seconds of the movie."""

    start: Fraction
    end: Fraction
    text: str


class Words(NamedTuple):
    """The subtitles of a movie. ``language`` is an ISO 639-2 code such as "eng", or empty."""

    cues: Sequence[Cue]
    language: str = ""


class SubtitleTrack:
    """Adds a subtitle stream to an open output and gives its packets in step with the picture.

    Args:
        container: the open output, before its encoding starts.
        path: its name, whose suffix decides the codec.
        words: at least one cue, in the order of their starts.

    Raises:
        PortraitsError: USAGE when a file of this name carries no subtitles.
    """

    def __init__(self, container: av.container.OutputContainer, path: PurePath, words: Words) -> None:
        codec = SUBTITLES_IN.get(path.suffix.lower())
        if codec is None:
            raise PortraitsError(
                ErrorCode.USAGE,
                f"{quoted(str(path))} cannot carry subtitles as a track.",
                f"Use {', '.join(SUBTITLES_IN)}, burn them in, or write them beside the movie.",
            )
        made: Any = container.add_stream(codec)
        self._stream = cast(SubtitleStream, made)
        self._stream.codec_context.subtitle_header = _HEAD.encode()
        self._stream.codec_context.time_base = _TICK
        self._stream.time_base = _TICK
        if words.language:
            self._stream.metadata["language"] = words.language
        self._cues = list(words.cues)
        self._given = 0

    def advance(self, until: Fraction) -> Iterator["av.Packet[SubtitleStream]"]:
        """Encode the cues that begin before ``until`` seconds."""
        while self._given < len(self._cues) and self._cues[self._given].start < until:
            yield self._encoded(self._cues[self._given])
            self._given += 1

    def _encoded(self, cue: Cue) -> "av.Packet[SubtitleStream]":
        start, length = round(cue.start / _TICK), max(1, round((cue.end - cue.start) / _TICK))
        text = f"{self._given},0,Default,,0,0,0,,{_line(cue.text)}"
        packet = self._stream.codec_context.encode_subtitle(SubtitleSet.create(text.encode(), 0, length, start))
        packet.stream = self._stream
        packet.time_base = _TICK
        packet.pts = packet.dts = start
        packet.duration = length
        return packet


def _line(text: str) -> str:
    """Return words as one line of an ASS script, in which a backslash would begin a command."""
    plain = text.replace("\\", "/")
    return "\\N".join(plain.splitlines())
