"""The replies to questions about loudness and subtitles."""

from pathlib import Path

from engine.host.questions import Reply
from engine.media.sound import read_sound
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.queries import (
    LATEST_CUE,
    LONGEST_CUE,
    MOST_CUES,
    Cue,
    FormatSubtitles,
    LoudnessReply,
    MeasureSound,
    ReadSubtitles,
    SubtitlesReply,
    TextReply,
)
from engine.voice.builtin import SpokenSentence
from engine.voice.meter import STEP, measure
from engine.voice.subtitles import read_subtitles, subtitle_text


def sound_answer(query: MeasureSound | ReadSubtitles | FormatSubtitles) -> Reply:
    """Find the reply to a question.

    Raises:
        PortraitsError: the file cannot be used.
    """
    match query:
        case MeasureSound():
            return _loudness(Path(query.path))
        case ReadSubtitles():
            return Reply(SubtitlesReply(cues=_cues(Path(query.path))))
        case FormatSubtitles():
            sentences = [SpokenSentence(cue.text, cue.start / 1000, cue.end / 1000) for cue in query.cues]
            return Reply(TextReply(text=subtitle_text(sentences, query.format)))


def _loudness(path: Path) -> Reply:
    found = measure(*read_sound(path, rate=None))
    reply = LoudnessReply(step=STEP, steps=len(found.momentary), integrated=found.integrated, true_peak=found.true_peak)
    return Reply(reply, (found.momentary.astype("<f4").tobytes(), found.short.astype("<f4").tobytes()))


def _cues(path: Path) -> tuple[Cue, ...]:
    found = read_subtitles(path)
    # A reply must keep the bounds of its struct: the other side refuses one that does not.
    cues = tuple(
        Cue(start=round(cue.start * 1000), end=round(cue.end * 1000), text=cue.text[:LONGEST_CUE])
        for cue in found[:MOST_CUES]
        if cue.end * 1000 <= LATEST_CUE
    )
    if not cues:
        raise PortraitsError(
            ErrorCode.BAD_INPUT, f"{quoted(path)} has no subtitles within 100 hours.", "Choose another file."
        )
    return cues
