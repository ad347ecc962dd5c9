"""One curve of a training: its title, what it means, the newest value, and the line."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.training.curves import Axis, CurveSpec, Places, figure, nice_ticks, smoothed
from desktop.widgets import painting
from desktop.widgets.theme import theme
from desktop.widgets.tokens import CLIPS
from desktop.widgets.words import tr

_MOST_DRAWN = 2000


class CurveView(QWidget):
    """Draws one curve; the pointer shows the value under it.

    Args:
        spec: which one.
    """

    def __init__(self, spec: CurveSpec) -> None:
        super().__init__()
        self.spec = spec
        self._points: Places = []
        self._lines: tuple[tuple[float, str], ...] = ()
        self._marks: tuple[float, ...] = ()
        self._last = 0.0
        self._axis = Axis.STEPS
        self._of = ""
        self._pointer: float | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr(spec.title))
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(440), theme().px(176))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(180), theme().px(72))

    def show_points(
        self,
        points: Places,
        last: float,
        *,
        axis: Axis = Axis.STEPS,
        lines: Sequence[tuple[float, str]] = (),
        marks: Sequence[float] = (),
        of: str = "",
    ) -> None:
        """Show a curve.

        Args:
            points: (place, value), in order.
            last: the place where the run ends; 0 for not known.
            axis: what the places are.
            lines: dotted lines: (value, words).
            marks: places at which a state was saved.
            of: what the newest value is one of, such as the size of the codebook.
        """
        self._points, self._last, self._axis, self._lines = points, last, axis, tuple(lines)
        self._marks, self._of = tuple(marks), of
        self.setAccessibleDescription(self.newest_words())
        self.update()

    def newest_words(self) -> str:
        """Return the newest value with its unit, "" without one."""
        if not self._points:
            return ""
        return f"{figure(self._points[-1][1], self.spec.digits)} {self._of or tr(self.spec.unit)}".strip()

    def _colour(self) -> QColor:
        look = theme()
        clip = CLIPS.get(self.spec.tone)
        return look.colour(clip.line(look.dark) if clip is not None else self.spec.tone)

    def _bounds(self) -> tuple[float, float]:
        values = [value for _, value in self._points] + [value for value, _ in self._lines]
        low, high = min(values), max(values)
        if not self.spec.log:
            low = min(low, 0.0)
        if high <= low:
            high = low + (abs(low) or 1.0)
        return low, high + (0 if self.spec.log else (high - low) * 0.06)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("app"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        plot = QRectF(self.rect()).adjusted(look.px(52), look.px(36), -look.px(16), -look.px(20))
        if not self._points or plot.height() < 12:
            words = self.rect().adjusted(0, look.px(24), 0, 0)
            told = tr("Nothing was measured yet.")
            painting.text(painter, words, told, look.font("small"), look.colour("text3"), Qt.AlignmentFlag.AlignHCenter)
            return
        low, high = self._bounds()
        last = max(self._last, self._points[-1][0], 1)
        self._paint_grid(painter, plot, low, high, last)
        self._paint_lines(painter, plot, low, high)
        colour = self._colour()
        if self.spec.smooths and len(self._points) > 4:
            faint = look.colour(colour.name(), 0.35)
            self._paint_curve(painter, plot, self._points, low, high, last, QPen(faint, 1))
            self._paint_curve(painter, plot, smoothed(self._points), low, high, last, QPen(colour, 2))
        else:
            self._paint_curve(painter, plot, self._points, low, high, last, QPen(colour, 2))
        shown = smoothed(self._points)[-1] if self.spec.smooths and len(self._points) > 4 else self._points[-1]
        end = self._place(plot, shown, low, high, last)
        painter.setPen(QPen(look.colour("edgehi"), 1))
        painter.drawLine(QLineF(end.x(), plot.top(), end.x(), plot.bottom()))
        painter.setPen(QPen(colour, 2))
        painter.setBrush(look.colour("app"))
        painter.drawEllipse(end, look.px(4), look.px(4))
        if self._pointer is not None:
            self._paint_pointer(painter, plot, low, high, last)

    def _paint_head(self, painter: QPainter) -> None:
        look = theme()
        height = look.px(30)
        left, right = look.px(12), self.width() - look.px(12)
        unit = self._of or tr(self.spec.unit)
        value = figure(self._points[-1][1], self.spec.digits) if self._points else ""
        unit_width = look.metrics("small").horizontalAdvance(unit) + look.px(5) if unit and value else 0
        if value:
            if unit:
                place = QRectF(right - unit_width, look.px(3), unit_width, height)
                align = Qt.AlignmentFlag.AlignRight
                painting.text(painter, place, unit, look.font("small"), look.colour("text2"), align)
            width = look.metrics("title").horizontalAdvance(value) + 2
            place = QRectF(right - unit_width - width, look.px(2), width, height)
            painting.text(painter, place, value, look.font("title"), look.colour("text"))
            right -= unit_width + width + look.px(8)
        title = tr(self.spec.title)
        font = look.font("small", bold=True)
        painting.text(painter, QRectF(left, look.px(2), right - left, height), title, font, look.colour("text"))
        left += look.metrics("small", bold=True).horizontalAdvance(title) + look.px(8)
        place = QRectF(left, look.px(2), max(0, right - left), height)
        painting.text(painter, place, tr(self.spec.meaning), look.font("tiny"), look.colour("text2"))

    def _paint_grid(self, painter: QPainter, plot: QRectF, low: float, high: float, last: float) -> None:
        look = theme()
        font = look.font("tiny")
        heights = max(2, int(plot.height() / look.px(36)))
        ticks = [low, math.sqrt(low * high), high] if self.spec.log and low > 0 else nice_ticks(low, high, heights)
        for value in ticks:
            y = self._place(plot, (0, value), low, high, last).y()
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            place = QRectF(0, y - look.px(8), plot.left() - look.px(6), look.px(16))
            painting.text(painter, place, figure(value), font, look.colour("text2"), Qt.AlignmentFlag.AlignRight)
        for tick in self._axis.ticks(last, max(1, int(plot.width() / look.px(90)))):
            x = self._place(plot, (tick, low), low, high, last).x()
            place = QRectF(x - look.px(40), plot.bottom() + look.px(2), look.px(80), look.px(16))
            words = self._axis.words(tick)
            painting.text(painter, place, words, font, look.colour("text2"), Qt.AlignmentFlag.AlignHCenter)
        painter.setPen(QPen(look.colour("edgehi"), 1))
        for mark in self._marks:
            x = self._place(plot, (mark, low), low, high, last).x()
            painter.drawLine(QLineF(x, plot.bottom() - look.px(5), x, plot.bottom()))

    def _paint_lines(self, painter: QPainter, plot: QRectF, low: float, high: float) -> None:
        look = theme()
        for value, words in self._lines:
            y = self._place(plot, (0, value), low, high, 1).y()
            painter.setPen(QPen(look.colour("text2"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            place = QRectF(plot.left(), y - look.px(15), plot.width(), look.px(15))
            font = look.font("tiny")
            painting.text(painter, place, words, font, look.colour("text2"), Qt.AlignmentFlag.AlignRight)

    def _paint_curve(
        self, painter: QPainter, plot: QRectF, points: Places, low: float, high: float, last: float, pen: QPen
    ) -> None:
        drawn = points[:: max(1, len(points) // _MOST_DRAWN)]
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([self._place(plot, point, low, high, last) for point in drawn]))

    def _place(self, plot: QRectF, point: tuple[float, float], low: float, high: float, last: float) -> QPointF:
        along, value = point
        if self.spec.log and low > 0:
            part = math.log(max(value, low) / low) / math.log(high / low)
        else:
            part = (value - low) / (high - low)
        return QPointF(plot.left() + plot.width() * along / last, plot.bottom() - plot.height() * part)

    def _paint_pointer(self, painter: QPainter, plot: QRectF, low: float, high: float, last: float) -> None:
        look = theme()
        assert self._pointer is not None
        under = (self._pointer - plot.left()) / plot.width() * last
        near = min(self._points, key=lambda point: abs(point[0] - under))
        place = self._place(plot, near, low, high, last)
        painter.setPen(QPen(look.colour("text"), 1))
        painter.drawLine(QLineF(place.x(), plot.top(), place.x(), plot.bottom()))
        along, value = self._axis.words(near[0]), figure(near[1], self.spec.digits)
        steps = self._axis is Axis.STEPS
        words = tr("step {n}: {value}", n=along, value=value) if steps else f"{along}: {value}"
        width = look.metrics("tiny").horizontalAdvance(words) + look.px(12)
        x = min(max(place.x() + look.px(6), plot.left()), plot.right() - width)
        box = QRectF(x, plot.top(), width, look.px(18))
        painting.frame(painter, box, fill=look.colour("raised"), edge=look.colour("edge"), radius=4)
        painting.text(painter, box, words, look.font("tiny"), look.colour("text"), Qt.AlignmentFlag.AlignHCenter)

    # Qt's events

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position().x()
        self.update()

    def leaveEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().leaveEvent(event)
        self._pointer = None
        self.update()
