"""Paints the clips of a row from their kept faces, within a budget, so that zooming stays smooth."""

import time
from bisect import bisect_left, bisect_right
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from math import floor

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from desktop.timeline.faces import WIDEST, FaceKey, Faces
from desktop.timeline.paint import View
from desktop.timeline.rows import GAP, HEADS, RULER, Row, gain_y
from desktop.timeline.words import clip_look
from desktop.widgets import painting
from desktop.widgets.theme import theme
from engine.project.clips import AnyClip, FadingClip, SoundClip
from engine.project.timeline import Track

_BUDGET = 0.006
"""Seconds of one paint that go into new faces; the others follow in the next paints."""

_PLAIN = 14
"""Clips of this width and less show nothing but their colour."""


@dataclass
class _Strip:
    """A row as it was painted last: its clips from the heads to the right end of the canvas."""

    state: tuple[object, ...]
    origin: int
    pixmap: QPixmap
    finished: bool


@dataclass(frozen=True)
class _Places:
    """Where the clips of a track begin and end, in pixels from the film's start, and their colours."""

    track: Track
    per_second: float
    dark: bool
    lefts: list[int]
    rights: list[int]
    fills: list[QColor]
    lines: list[QColor]


class ClipPainter:
    """Paints rows. A row is kept as a strip: moving the playhead lays strips down, scrolling paints what appears.

    Args:
        faces: keeps the faces.
    """

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._until = 0.0
        self._strips: dict[str, _Strip] = {}
        self._places: dict[str, _Places] = {}
        self.unfinished = False
        """Whether clips were painted plainly because the time was over; paint again soon."""

    def begin(self, *, patient: bool = False) -> None:
        """Start a paint; ``patient`` finishes every face (screenshots, printing)."""
        self._until = time.perf_counter() + (1e9 if patient else _BUDGET)
        self.unfinished = False

    def paint_row(self, painter: QPainter, view: View, row: Row, ratio: float) -> None:
        """Paint a row's clips, its cross-fades, and the line below it."""
        look, track = theme(), row.track
        heads, top = look.px(HEADS), view.y(row)
        width = max(1, view.width - heads)
        state = (track, view.scale.per_second, width, row.height, ratio, look.dark, look.tokens, self._faces.version)
        strip = self._strips.get(track.id)
        if strip is None or not strip.finished or not _same(strip.state, state):
            pixmap = QPixmap(round(width * ratio), round(row.height * ratio))
            pixmap.setDevicePixelRatio(ratio)
            strip = _Strip(state, view.origin, pixmap, True)
            self._paint_strip(strip, view, row, 0, width, ratio)
        elif strip.origin != view.origin:
            self._scroll(strip, view, row, width, ratio)
        self._strips[track.id] = strip
        if not strip.finished:
            self.unfinished = True
        painter.drawPixmap(heads, top, strip.pixmap)

    def _scroll(self, strip: _Strip, view: View, row: Row, width: int, ratio: float) -> None:
        """Move what is painted and paint only what appears."""
        by = view.origin - strip.origin
        moved = by * ratio
        strip.origin = view.origin
        if abs(by) >= width or moved != int(moved):
            self._paint_strip(strip, view, row, 0, width, ratio)
            return
        strip.pixmap.scroll(int(moved), 0, strip.pixmap.rect())
        first, last = (0, by) if by > 0 else (width + by, width)
        self._paint_strip(strip, view, row, first, last, ratio)

    def _paint_strip(self, strip: _Strip, view: View, row: Row, first: int, last: int, ratio: float) -> None:
        """Paint a strip from ``first`` to ``last``, in pixels from the heads."""
        look = theme()
        painter = QPainter(strip.pixmap)
        painter.setClipRect(QRect(first, 0, last - first, row.height))
        painter.fillRect(first, 0, last - first, row.height, look.colour("app"))
        places = self._placed(row, view.scale.per_second, look.dark)
        origin = view.origin - look.px(HEADS)
        lefts, rights, clips = places.lefts, places.rights, row.track.clips
        height = row.height - GAP - 3
        begin, end = bisect_right(rights, first - origin - 1), bisect_left(lefts, last - origin + 1)
        fill, covered, reached = painter.fillRect, [], -(10**9)
        for index in range(begin, end):
            left, right = lefts[index], rights[index] - 1
            width = right - left
            if width > _PLAIN:
                rect = QRect(left + origin, GAP, width, height)
                strip.finished &= self._paint_clip(painter, clips[index], rect, strip, places, index, ratio)
            elif right > reached:
                # Of clips that are narrower than a pixel only one is painted.
                fill(left + origin, GAP, max(1, width), height, places.fills[index])
                fill(left + origin, GAP, max(1, width), 2, places.lines[index])
            if index and lefts[index] < reached:
                covered.append(QRect(left + origin, GAP, reached - left, height))
            reached = max(reached, right)
        for rect in covered:
            _paint_cross_fade(painter, rect)
        painter.fillRect(first, row.height - 1, last - first, 1, look.colour("line"))
        track = row.track
        if track.hidden or track.muted or track.locked:
            painter.fillRect(first, 0, last - first, row.height - 1, look.colour("app", 0.45))
        painter.end()

    def _paint_clip(
        self, painter: QPainter, clip: AnyClip, rect: QRect, strip: _Strip, places: _Places, index: int, ratio: float
    ) -> bool:
        """Lay a clip's face down, or its colours while the face has to wait; return whether it was the face."""
        shift, width = 0, rect.width()
        if width > WIDEST:
            # Only the piece that is seen, in steps, so that scrolling keeps most pieces.
            shift = max(0, -rect.left() // 400 * 400)
            width = min(width - shift, (strip.pixmap.width() - rect.left() - shift) // 400 * 400 + 400)
        key = FaceKey(clip.id, width, rect.height(), shift, rect.width(), ratio)
        face = self._faces.find(clip, key)
        if face is None and time.perf_counter() < self._until:
            face = self._faces.make(clip, key)
        if face is not None:
            painter.drawPixmap(rect.left() + shift, rect.top(), face)
            return True
        painter.fillRect(rect, places.fills[index])
        painter.fillRect(rect.left(), rect.top(), rect.width(), 2, places.lines[index])
        return False

    def _placed(self, row: Row, per_second: float, dark: bool) -> _Places:
        track = row.track
        known = self._places.get(track.id)
        if known is not None and known.track is track and known.per_second == per_second and known.dark == dark:
            return known
        same = known is not None and known.track is track and known.dark == dark
        looks = [] if same else [clip_look(clip) for clip in track.clips]
        made = _Places(
            track,
            per_second,
            dark,
            [floor(start * per_second + 0.5) for start in row.starts],
            [floor(end * per_second + 0.5) for end in row.ends],
            known.fills if known is not None and same else [_colour(each.fill(dark)) for each in looks],
            known.lines if known is not None and same else [_colour(each.line(dark)) for each in looks],
        )
        self._places[track.id] = made
        return made


def _same(first: tuple[object, ...], second: tuple[object, ...]) -> bool:
    """Whether two states are equal; the track by identity, because comparing it would look at every clip."""
    return first[0] is second[0] and first[1:] == second[1:]


def paint_marks(
    painter: QPainter, view: View, row: Row, chosen: Container[str], hovered: str, drags: Container[str]
) -> None:
    """Paint what lies over the clips of a row: fades, gain, and the frames of chosen clips."""
    look, clips = theme(), row.track.clips
    top, heads = view.y(row), look.px(HEADS)
    for index in row.between(view.seconds(heads), view.seconds(view.width)):
        clip = clips[index]
        is_chosen = clip.id in chosen
        shown = is_chosen or clip.id == hovered
        if not shown and index not in row.faded:
            continue
        left, right = view.x(row.starts[index]), view.x(row.ends[index]) - 1
        rect = QRect(left, top + GAP, max(1, right - left), row.height - GAP - 3)
        if isinstance(clip, FadingClip) and rect.width() > look.px(21):
            _paint_fades(painter, rect, clip, view, shown and not row.track.locked, row)
        if is_chosen:
            painting.frame(painter, QRectF(rect).adjusted(-2, -2, 2, 2), edge=look.colour("accent"), radius=6, width=2)
            painter.setRenderHint(painter.RenderHint.Antialiasing, False)
        elif clip.id in drags:
            painting.frame(painter, rect, edge=look.colour("accent"), radius=4)
            painter.setRenderHint(painter.RenderHint.Antialiasing, False)


def _paint_fades(painter: QPainter, rect: QRect, clip: FadingClip, view: View, handles: bool, row: Row) -> None:
    look = theme()
    up, bottom = rect.top() + look.px(6), rect.bottom()
    level = gain_y(clip, row.height, look.px) + view.y(row) if isinstance(clip, SoundClip) and handles else float(up)
    first = rect.left() + view.scale.x(float(clip.fade_in))
    last = rect.right() - view.scale.x(float(clip.fade_out))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("text"), 1))
    if clip.fade_in:
        painter.drawLine(QPointF(rect.left(), bottom), QPointF(first, up))
    if clip.fade_out:
        painter.drawLine(QPointF(last, up), QPointF(rect.right(), bottom))
    if handles and isinstance(clip, SoundClip):
        painter.drawLine(QPointF(first, level), QPointF(last, level))
    painter.setPen(QPen(look.colour("app"), 1))
    painter.setBrush(look.colour("text"))
    for place, there in ((first, clip.fade_in), (last, clip.fade_out)):
        if handles or there:
            painter.drawEllipse(QPointF(place, up), 3.5, 3.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_cross_fade(painter: QPainter, rect: QRect) -> None:
    """A cross-fade: two lines that cross."""
    look = theme()
    painter.fillRect(rect, look.colour("app", 0.35))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("text"), 1))
    painter.drawLine(rect.topLeft(), rect.bottomRight())
    painter.drawLine(rect.bottomLeft(), rect.topRight())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


@lru_cache(maxsize=64)
def _colour(name: str) -> QColor:
    return QColor(name)


def rows_area(width: int, height: int) -> QRect:
    """Return where the rows are on the canvas."""
    heads, ruler = theme().px(HEADS), theme().px(RULER)
    return QRect(heads, ruler, max(0, width - heads), max(0, height - ruler))
