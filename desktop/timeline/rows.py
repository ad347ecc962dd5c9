"""Where tracks and clips lie on the canvas, and what is under a point. No widgets."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop.timeline.scale import Scale
from engine.project.clips import AnyClip, FadingClip, SoundClip, TitleClip, VoiceClip
from engine.project.schema import Project
from engine.project.timeline import Track

Measure = Callable[[float], int]
"""Turns measures of the design into pixels: the theme's ``px``."""

RULER, HEADS = 34, 144
NAME_ROW = 20
GAP = 3
"""Room above a clip; 2 below it, and the line of 1 px between rows."""

HEIGHTS = {"title": 30, "picture": 82, "voice": 58, "music": 44}


def track_look(track: Track) -> str:
    """Return what a track is for: "title", "picture", "voice" or "music"."""
    if track.kind == "sound":
        spoken = any(isinstance(clip, VoiceClip) for clip in track.clips[:50])
        empty_voice = not track.clips and track.name.casefold().startswith("voice")
        return "voice" if spoken or empty_voice else "music"
    only_titles = bool(track.clips) and all(isinstance(clip, TitleClip) for clip in track.clips[:50])
    return "title" if only_titles else "picture"


class Part(StrEnum):
    """What of a clip lies under the pointer."""

    BODY = "body"
    START = "start"
    END = "end"
    FADE_IN = "fade_in"
    FADE_OUT = "fade_out"
    GAIN = "gain"


@dataclass(frozen=True)
class Row:
    """A track on the canvas: its top from the first row's top, its height, and its clips by time.

    ``faded`` are the places in the track of clips that fade in or out.
    """

    track: Track
    top: int
    height: int
    look: str
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    faded: frozenset[int]

    def between(self, first: float, last: float) -> Iterator[int]:
        """Yield the places in the track of the clips that touch a span of time, in seconds."""
        # Clips are in the order of their starts and of their ends.
        return iter(range(bisect_right(self.ends, first), bisect_left(self.starts, last)))

    def at(self, seconds: float) -> int | None:
        """Return the place of the clip at a time; of two that cross-fade the later one."""
        index = bisect_right(self.starts, seconds) - 1
        if index >= 0 and seconds < self.ends[index]:
            return index
        return index - 1 if index >= 1 and seconds < self.ends[index - 1] else None


class Rows:
    """All rows of a project. A track that did not change keeps its row's data."""

    def __init__(self) -> None:
        self._rows: tuple[Row, ...] = ()

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int) -> Row:
        return self._rows[index]

    @property
    def end(self) -> float:
        """The end of the last clip, in seconds."""
        return max((row.ends[-1] for row in self._rows if row.ends), default=0.0)

    @property
    def height(self) -> int:
        return self._rows[-1].top + self._rows[-1].height if self._rows else 0

    def show(self, project: Project, px: Measure) -> None:
        """Lay out the tracks of a project."""
        old = {id(row.track): row for row in self._rows}
        rows, top = [], 0
        for track in project.timeline.tracks:
            known = old.get(id(track))
            look = known.look if known is not None else track_look(track)
            height = px(HEIGHTS[look])
            starts = known.starts if known is not None else tuple(float(clip.start) for clip in track.clips)
            ends = known.ends if known is not None else tuple(float(clip.end) for clip in track.clips)
            faded = known.faded if known is not None else _faded(track)
            rows.append(Row(track, top, height, look, starts, ends, faded))
            top += height
        self._rows = tuple(rows)

    def at(self, y: float) -> int | None:
        """Return the number of the row at a height."""
        for index, row in enumerate(self._rows):
            if row.top <= y < row.top + row.height:
                return index
        return None


def _faded(track: Track) -> frozenset[int]:
    return frozenset(
        index
        for index, clip in enumerate(track.clips)
        if isinstance(clip, FadingClip) and (clip.fade_in > 0 or clip.fade_out > 0)
    )


@dataclass(frozen=True)
class Hit:
    """A clip under the pointer."""

    row: int
    clip: AnyClip
    part: Part


def hit(
    row: Row, number: int, scale: Scale, x: float, y: float, px: Measure, *, handles: Collection[str]
) -> Hit | None:
    """Return what of which clip lies at a place.

    Args:
        row: the row there.
        number: its number.
        scale: how wide time is.
        x: pixels from the film's start.
        y: pixels from the row's top.
        px: turns measures of the design into pixels.
        handles: ids of clips whose fade and gain handles are shown.
    """
    index = row.at(scale.seconds(x))
    reach = px(6)
    if index is None:
        index = _edge_near(row, scale, x, reach / 2)
        if index is None:
            return None
    clip = row.track.clips[index]
    left, right = scale.x(row.starts[index]), scale.x(row.ends[index])
    if isinstance(clip, FadingClip) and (clip.id in handles or clip.fade_in or clip.fade_out):
        found = _handle(clip, row, scale, x, y, left, right, px, clip.id in handles)
        if found is not None:
            return Hit(number, clip, found)
    reach = min(reach, max(2, (right - left) // 4))
    if abs(x - left) <= reach or abs(x - right) <= reach:
        return Hit(number, clip, Part.START if abs(x - left) <= abs(x - right) else Part.END)
    return Hit(number, clip, Part.BODY)


def gain_y(clip: SoundClip, height: int, px: Measure) -> float:
    """Return the height of a sound's gain line inside its row: 0 dB at a third of the room for it, -60 dB below."""
    top, bottom = px(GAP + 6), height - px(6)
    part = (24 - clip.gain_db) / 84
    return top + part * (bottom - top)


def gain_at(y: float, height: int, px: Measure) -> float:
    """Return the gain in dB for a height inside a row, in whole tenths."""
    top, bottom = px(GAP + 6), height - px(6)
    return round(min(max(24 - (y - top) / max(1, bottom - top) * 84, -60.0), 24.0), 1)


def _handle(
    clip: FadingClip,
    row: Row,
    scale: Scale,
    x: float,
    y: float,
    left: int,
    right: int,
    px: Measure,
    shown: bool,
) -> Part | None:
    near = px(7)
    top = px(GAP + 6)
    if right - left < 3 * near:
        return None
    if abs(y - top) <= near:
        if (shown or clip.fade_in) and abs(x - left - scale.x(float(clip.fade_in))) <= near:
            return Part.FADE_IN
        if (shown or clip.fade_out) and abs(x - right + scale.x(float(clip.fade_out))) <= near:
            return Part.FADE_OUT
    if shown and isinstance(clip, SoundClip) and left + near < x < right - near:
        return Part.GAIN if abs(y - gain_y(clip, row.height, px)) <= px(4) else None
    return None


def _edge_near(row: Row, scale: Scale, x: float, reach: float) -> int | None:
    index = bisect_right(row.starts, scale.seconds(x))
    for other in (index - 1, index):
        if 0 <= other < len(row.starts):
            edges = scale.x(row.starts[other]), scale.x(row.ends[other])
            if min(abs(x - edge) for edge in edges) <= reach:
                return other
    return None
