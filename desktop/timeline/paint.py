"""Paints the timeline around its clips: ruler, markers, heads, playhead."""

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.timeline.rows import HEADS, RULER, Row, Rows
from desktop.timeline.scale import Scale, short_code, ticks_for, time_code
from desktop.timeline.words import TRACK_ICONS, track_name
from desktop.widgets import painting
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.project.schema import Project
from engine.project.timeline import Marker, Track

PAD = 8
"""Room before the first frame."""

_BUTTON = 22


@dataclass(frozen=True)
class View:
    """What part of the film is seen.

    Attributes:
        scale: how wide time is.
        origin: where the film's first frame lies on the canvas; negative when scrolled far.
        top: how far the rows are scrolled, in pixels.
        width: of the canvas.
        height: of the canvas.
        end: the film's length in seconds.
    """

    scale: Scale
    origin: int
    top: int
    width: int
    height: int
    end: float

    def x(self, seconds: float) -> int:
        """Return the place of a time on the canvas."""
        return self.origin + self.scale.x(seconds)

    def seconds(self, x: float) -> float:
        """Return the time at a place of the canvas; may be negative."""
        return self.scale.seconds(x - self.origin)

    def y(self, row: Row) -> int:
        return theme().px(RULER) + row.top - self.top


def paint_ruler(painter: QPainter, view: View, project: Project) -> None:
    """Paint times, markers' names, and the in and out point over the rows."""
    look, fps = theme(), project.settings.fps
    height, heads = look.px(RULER), look.px(HEADS)
    painter.fillRect(heads, 0, view.width - heads, height, look.colour("app"))
    painter.setClipRect(QRect(heads, 0, view.width - heads, height))
    ticks = ticks_for(view.scale, fps, look.px(64))
    step = ticks.seconds(fps)
    first = max(0, int(view.seconds(heads) / step))
    last = int(view.seconds(view.width) / step) + 1
    font, ink, tick = look.font("tiny"), look.colour("text2"), look.colour("edgehi")
    for index in range(first, last + 1):
        x = view.x(index * step)
        painter.fillRect(x, height - look.px(9), 1, look.px(7), tick)
        for part in range(1, ticks.parts):
            painter.fillRect(view.x((index + part / ticks.parts) * step), height - look.px(6), 1, look.px(4), tick)
        words = QRectF(x + look.px(4), height - look.px(18), look.px(80), look.px(14))
        painting.text(painter, words, short_code(index * step, fps, frames=ticks.frames), font, ink)
    _paint_range(painter, view, project)
    for marker in project.timeline.markers:
        _paint_marker_name(painter, view, marker)
    painter.setClipping(False)


def _paint_range(painter: QPainter, view: View, project: Project) -> None:
    """The line below the ruler: what plays and what is exported."""
    look, chosen = theme(), project.timeline.in_out
    start, end = (float(chosen.start), float(chosen.end)) if chosen is not None else (0.0, view.end)
    left, right, bottom = view.x(start), view.x(end), look.px(RULER)
    if right > left:
        painter.fillRect(left, bottom - 2, right - left, 2, look.colour("accent"))
        if chosen is not None:
            painter.fillRect(left, bottom - look.px(10), 2, look.px(10), look.colour("accent"))
            painter.fillRect(right - 2, bottom - look.px(10), 2, look.px(10), look.colour("accent"))


def marker_width(marker: Marker) -> int:
    """Return how wide a marker's name is on the ruler."""
    look = theme()
    return look.px(11) + (look.metrics("tiny").horizontalAdvance(marker.name) if marker.name else 0)


def _paint_marker_name(painter: QPainter, view: View, marker: Marker) -> None:
    look = theme()
    x, width, height = view.x(float(marker.time)), marker_width(marker), look.px(16)
    if x + width < 0 or x > view.width:
        return
    painter.fillRect(x, 1, width, height - 1, look.colour("raised"))
    painter.fillRect(x, 1, look.px(3), height, look.colour(marker.colour))
    words = QRectF(x + look.px(7), 1, width, height - 1)
    painting.text(painter, words, marker.name, look.font("tiny"), look.colour("text"))


def paint_marker_lines(painter: QPainter, view: View, project: Project) -> None:
    """Lead the markers down through the rows."""
    look = theme()
    for marker in project.timeline.markers:
        x = view.x(float(marker.time))
        if look.px(HEADS) <= x < view.width:
            painter.fillRect(x, look.px(RULER), 1, view.height, look.colour(marker.colour, 0.6))


def paint_playhead(painter: QPainter, view: View, time: Fraction, snapped: Fraction | None) -> None:
    """Paint the playhead, 2 px with a head of 12 x 12, and the line of what is being snapped to."""
    look = theme()
    heads, ruler = look.px(HEADS), look.px(RULER)
    if snapped is not None:
        x = view.x(float(snapped))
        if heads <= x < view.width:
            painter.setPen(QPen(look.colour("accent"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(x, ruler, x, view.height)
    x, half = view.x(float(time)), look.px(6)
    if x + half < heads or x - half > view.width:
        return
    painter.setClipRect(QRect(heads, 0, view.width - heads, view.height))
    painter.fillRect(x - 1, ruler - half, 2, view.height, look.colour("text"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("text"))
    top = ruler - look.px(15)
    points = ((-half, 0), (half, 0), (half, half), (0, 2 * half), (-half, half))
    painter.drawPolygon(QPolygonF([QPointF(x + dx, top + dy) for dx, dy in points]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setClipping(False)


def head_buttons(view: View, row: Row) -> dict[str, QRect]:
    """Return the switches of a track's head and where they are."""
    look = theme()
    side, right = look.px(_BUTTON), look.px(HEADS) - look.px(8)
    names = ("muted", "solo") if row.track.kind == "sound" else ("hidden", "locked")
    top = view.y(row) + (row.height - 1 - side) // 2
    step = side + look.px(6)
    return {name: QRect(right - step * (2 - index) + look.px(6), top, side, side) for index, name in enumerate(names)}


def paint_heads(painter: QPainter, view: View, rows: list[Row], time: Fraction, fps: Fraction, chosen: str) -> None:
    """Paint the heads of the tracks, and the time code above them. ``chosen`` is the track that pasting goes to."""
    look = theme()
    width, ruler = look.px(HEADS), look.px(RULER)
    painter.fillRect(0, 0, width, view.height, look.colour("pane"))
    for row in rows:
        _paint_head(painter, view, row, row.track.id == chosen)
    painter.fillRect(0, 0, width, ruler, look.colour("pane"))
    painter.fillRect(0, ruler - 1, width, 1, look.colour("line"))
    painter.fillRect(width - 1, 0, 1, view.height, look.colour("line"))
    words = QRectF(look.px(10), 0, width - look.px(12), ruler)
    painting.text(painter, words, time_code(time, fps), look.font("small", bold=True), look.colour("text"))


def _paint_head(painter: QPainter, view: View, row: Row, chosen: bool) -> None:
    look, track = theme(), row.track
    top = view.y(row)
    if top + row.height < 0 or top > view.height:
        return
    if chosen:
        painter.fillRect(0, top, look.px(2), row.height - 1, look.colour("accent"))
    painter.fillRect(0, top + row.height - 1, look.px(HEADS), 1, look.colour("line"))
    side = look.px(15)
    middle = top + (row.height - 1) / 2
    paint_icon(painter, TRACK_ICONS[row.look], look.colour("text2"), look.px(10), middle - side / 2, side)
    buttons = head_buttons(view, row)
    room = min(rect.left() for rect in buttons.values()) - look.px(30) - look.px(4)
    locked = track.locked and "locked" not in buttons
    if locked:
        small = look.px(12)
        paint_icon(painter, "lock", look.colour("warn"), look.px(30), middle - small / 2, small)
    shift = look.px(16) if locked else 0
    words = QRectF(look.px(30) + shift, top, room - shift, row.height - 1)
    painting.text(painter, words, track_name(track, row.look), look.font("small"), look.colour("text"))
    for name, rect in buttons.items():
        _paint_switch(painter, rect, name, track)


def _paint_switch(painter: QPainter, rect: QRect, name: str, track: Track) -> None:
    look, on = theme(), bool(getattr(track, name))
    if on:
        painting.frame(painter, rect, fill=look.colour("tint"), radius=4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    tone = look.colour("accenttext" if on else "text2")
    if name in ("muted", "solo"):
        letter = tr("M") if name == "muted" else tr("S")
        font = look.font("tiny", bold=True)
        painting.text(painter, rect, letter, font, tone, Qt.AlignmentFlag.AlignHCenter)
        if on and name == "muted":
            # Struck through: a state is never told by colour alone.
            painter.fillRect(rect.left() + 5, rect.center().y(), rect.width() - 10, 1, tone)
        return
    icons = {"hidden": ("eye", "eye-off"), "locked": ("lock-open", "lock")}
    side = look.px(15)
    x, y = rect.center().x() + 1 - side / 2, rect.center().y() + 1 - side / 2
    paint_icon(painter, icons[name][on], tone, x, y, side)


def switch_name(name: str) -> str:
    """Return what a switch of a head says it does."""
    return {
        "muted": tr("Mute track"),
        "solo": tr("Hear this track only"),
        "hidden": tr("Hide track"),
        "locked": tr("Lock track"),
    }[name]


def paint_drop(painter: QPainter, view: View, rows: Rows, time: Fraction, number: int) -> None:
    """Paint where something would be dropped: in the row of that number, or in all for a new one."""
    look, x = theme(), view.x(float(time))
    if 0 <= number < len(rows):
        row = rows[number]
        painter.fillRect(x - 1, view.y(row), 2, row.height - 1, look.colour("accent"))
    else:
        painter.fillRect(x - 1, look.px(RULER), 2, view.height, look.colour("accent"))


def paint_hint(painter: QPainter, view: View, words: str, pointer: QPoint) -> None:
    """Say beside the pointer what a drag does."""
    look = theme()
    width = look.metrics("tiny", bold=True).horizontalAdvance(words) + look.px(8)
    x = min(pointer.x() + look.px(14), view.width - width - look.px(4))
    painting.badge(painter, x, max(look.px(RULER) + look.px(16), pointer.y() - look.px(6)), words)
