"""The spoken words of a film with their times: subtitles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pysubs2

from engine.media.subtitle_track import Cue
from engine.project.clips import AnyClip, SoundClip, TitleClip
from engine.project.files import read_bounded
from engine.project.media import Caption, MediaItem
from engine.project.schema import Project
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

CAPTION_SIZE = 0.045
_MOST_BYTES = 16 * 2**20


@dataclass(frozen=True)
class FilmCaption:
    """Words from ``start`` up to ``end``, in seconds of the timeline."""

    start: Fraction
    end: Fraction
    text: str


def film_captions(project: Project) -> list[FilmCaption]:
    """Return the captions of every clip that is heard, in order; each is cut to its clip and follows its speed."""
    items = project.media_by_id()
    found = [
        caption
        for track in heard_tracks(project)
        for clip in track
        if isinstance(clip, SoundClip)
        for caption in _of_clip(clip, items[clip.media])
    ]
    return sorted(found, key=lambda caption: (caption.start, caption.end))


def heard_tracks(project: Project) -> list[tuple[AnyClip, ...]]:
    """Return the clips of each track that is heard: with a solo track only those, and never a muted one."""
    tracks = project.timeline.tracks
    solo = any(track.solo for track in tracks)
    return [track.clips for track in tracks if not track.muted and (track.solo or not solo)]


def caption_at(captions: Sequence[FilmCaption], time: Fraction) -> str | None:
    """Return the words at a time; several at once stand on lines of their own."""
    now = [caption.text for caption in captions if caption.start <= time < caption.end]
    return "\n".join(now) or None


def caption_title(text: str, size: float = CAPTION_SIZE) -> TitleClip:
    """Return a caption as the title that draws it; ``size`` is a line's part of the frame's shorter side."""
    return TitleClip(id="caption", start=Fraction(0), duration=Fraction(1), text=text[:5000], size=size)


def read_captions(path: Path) -> tuple[Caption, ...]:
    """Read a SubRip or WebVTT file, as the voice writes it beside its sound.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_INPUT when it is too large or no subtitle file.
    """
    text = read_bounded(path, _MOST_BYTES, "subtitle file").decode("utf-8-sig", "replace")
    try:
        events = pysubs2.SSAFile.from_string(text).events
        return tuple(
            Caption(start=Fraction(event.start, 1000), end=Fraction(event.end, 1000), text=event.plaintext[:5000])
            for event in events
        )
    except (pysubs2.exceptions.Pysubs2Error, ValueError) as error:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"{quoted(path)} is not a subtitle file: {str(error).rstrip('.')}.",
            "Give a file that ends in .srt or .vtt.",
        ) from error


def cues_between(captions: Sequence[FilmCaption], start: Fraction, end: Fraction) -> list[Cue]:
    """Return what is said between two times of the timeline; ``start`` becomes 0."""
    cut = [(max(each.start, start) - start, min(each.end, end) - start, each.text) for each in captions]
    return [Cue(begin, finish, text) for begin, finish, text in cut if begin < finish]


def to_srt(captions: Sequence[FilmCaption], start: Fraction, end: Fraction) -> str:
    """Return the captions between two times of the timeline as SubRip text; ``start`` becomes 0."""
    subtitles = pysubs2.SSAFile()
    for cue in cues_between(captions, start, end):
        event = pysubs2.SSAEvent(start=round(cue.start * 1000), end=round(cue.end * 1000))
        event.plaintext = cue.text
        subtitles.append(event)
    return str(subtitles.to_string("srt"))


def _of_clip(clip: SoundClip, item: MediaItem) -> Iterator[FilmCaption]:
    for caption in item.captions:
        begin = clip.start + (caption.start - clip.in_point) / clip.speed
        finish = clip.start + (caption.end - clip.in_point) / clip.speed
        begin, finish = max(begin, clip.start), min(finish, clip.end)
        if begin < finish:
            yield FilmCaption(begin, finish, caption.text)
