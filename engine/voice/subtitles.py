"""Subtitles of spoken sentences as SubRip (.srt) or WebVTT (.vtt), written and read with pysubs2."""

import itertools
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pysubs2

from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.voice.builtin import SpokenSentence

SubtitleFormat = Literal["srt", "vtt"]

LINE_LENGTH = 42
"""Characters in a line, the usual length in broadcasting."""
_MAX_FILE = 20_000_000
_CROSS_FADED = 0.05
"""Seconds. Longer overlaps are two voices at a time."""


def subtitle_text(sentences: Sequence[SpokenSentence], format: SubtitleFormat) -> str:  # noqa: A002
    """Return the subtitle file's text, one cue per sentence at its real times, lines broken at ``LINE_LENGTH``.

    A sentence that is cross-faded into the next is shown until that begins, so that the two do not flicker together.
    """
    subtitles = pysubs2.SSAFile()
    for sentence, following in itertools.zip_longest(sentences, sentences[1:]):
        lines = textwrap.wrap(sentence.text, LINE_LENGTH, break_long_words=False, break_on_hyphens=False)
        end = sentence.end
        if following is not None and 0 < end - following.start < _CROSS_FADED:
            end = following.start
        cue = pysubs2.SSAEvent(start=round(sentence.start * 1000), end=round(end * 1000))
        # Braces would be read as formatting codes.
        cue.plaintext = "\n".join(lines).replace("{", "(").replace("}", ")")
        subtitles.append(cue)
    return subtitles.to_string(format)


def read_subtitles(path: Path) -> list[SpokenSentence]:
    """Read the cues of a subtitle file in their order in time.

    Raises:
        PortraitsError: MISSING_INPUT or BAD_INPUT when the file cannot be read, is too large or has no cue.
    """
    try:
        if path.stat().st_size > _MAX_FILE:
            raise PortraitsError(
                ErrorCode.BAD_INPUT,
                f"{quoted(path)} is larger than {_MAX_FILE // 1_000_000} MB, too large for subtitles.",
                "Choose an .srt or .vtt file.",
            )
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise PortraitsError(ErrorCode.MISSING_INPUT, f"{quoted(path)} does not exist.", "Check the name.") from None
    except UnicodeDecodeError:
        raise PortraitsError(
            ErrorCode.BAD_INPUT, f"{quoted(path)} is not a text in UTF-8.", "Save it as UTF-8."
        ) from None
    except OSError as error:
        raise PortraitsError(
            ErrorCode.BAD_INPUT, f"{quoted(path)} cannot be read: {error.strerror}.", "Check its permissions."
        ) from None
    try:
        # Named, so that a file that only looks like another format is not read by that format's reader.
        cues = pysubs2.SSAFile.from_string(text, format_="vtt" if text.lstrip().startswith("WEBVTT") else "srt")
    except (pysubs2.Pysubs2Error, ValueError, IndexError):
        cues = pysubs2.SSAFile()
    found = [
        SpokenSentence(" ".join(cue.plaintext.split()), cue.start / 1000, cue.end / 1000)
        for cue in sorted(cues, key=lambda cue: cue.start)
        if cue.plaintext.strip() and 0 <= cue.start <= cue.end
    ]
    if not found:
        raise PortraitsError(ErrorCode.BAD_INPUT, f"{quoted(path)} has no subtitles.", "Choose an .srt or .vtt file.")
    return found
