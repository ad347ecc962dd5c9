"""Memory in use while a job runs, against what was estimated and what there is."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets import painting
from desktop.widgets.theme import theme
from desktop.widgets.words import memory, tr

_SEEN_FROM = 0.35
"""What there is gets its line once this much of it is used or expected; before, it would press the curve flat."""
_AIR = 1.2
_ROOM = 0.72
_SHORTEST = 10.0


class MemoryChart(QWidget):
    """Memory in bytes since the job began. A dashed line is the estimate, a whole one what there is."""

    def __init__(self) -> None:
        super().__init__()
        self.samples: tuple[tuple[float, int], ...] = ()
        self._estimate = 0
        self._total = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_samples(self, samples: tuple[tuple[float, int], ...]) -> None:
        """Show (seconds, bytes), in order."""
        self.samples = samples
        self._describe()

    def set_estimate(self, amount: int) -> None:
        """Show what the job was expected to need, in bytes; 0 = not known."""
        self._estimate = amount
        self._describe()

    def set_total(self, amount: int) -> None:
        """Show what there is, in bytes; 0 = not known."""
        self._total = amount
        self._describe()

    def top(self) -> float:
        """Return the amount at the upper edge, in bytes."""
        used = max([self._estimate, *(amount for _, amount in self.samples)])
        return max(self._total * 1.08, used * 1.08) if self.shows_total() else used * _AIR or 1.0

    def shows_total(self) -> bool:
        """True when the line of what there is lies in view."""
        used = max([self._estimate, *(amount for _, amount in self.samples)])
        return self._total > 0 and used >= _SEEN_FROM * self._total

    def _describe(self) -> None:
        parts = [tr("now {amount}", amount=memory(self.samples[-1][1]))] if self.samples else []
        if self._estimate:
            parts.append(tr("estimate {amount}", amount=memory(self._estimate)))
        if self._total:
            parts.append(tr("of {amount}", amount=memory(self._total)))
        self.setAccessibleDescription(", ".join(parts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(72))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("app"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if len(self.samples) >= 2:
            self._paint_curve(painter)
        if self._estimate:
            self._paint_level(painter, self._estimate, Qt.PenStyle.DashLine)
        if self.shows_total():
            self._paint_level(painter, self._total, Qt.PenStyle.SolidLine)
            place = QRectF(0, self._y(self._total) + 1, self.width() - look.px(6), look.px(15))
            align = Qt.AlignmentFlag.AlignRight
            painting.text(painter, place, memory(self._total), look.font("tiny"), look.colour("text2"), align)

    def _y(self, amount: float) -> float:
        return self.height() * (1 - amount / self.top())

    def _paint_level(self, painter: QPainter, amount: int, style: Qt.PenStyle) -> None:
        y = round(self._y(amount)) + 0.5
        painter.setPen(QPen(theme().colour("edgehi"), 1, style))
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def _paint_curve(self, painter: QPainter) -> None:
        look = theme()
        span = max(self.samples[-1][0], _SHORTEST)
        room = self.width() * _ROOM
        points = [QPointF(seconds / span * room, self._y(amount)) for seconds, amount in self.samples]
        last = points[-1]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("tint"))
        bottom = [QPointF(last.x(), self.height()), QPointF(points[0].x(), self.height())]
        painter.drawPolygon(QPolygonF([*points, *bottom]))
        painter.setPen(QPen(look.colour("accenttext"), 1.5))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(look.colour("text2"), 1))
        painter.drawLine(last, QPointF(last.x(), self.height()))
        words = tr("now {amount}", amount=memory(self.samples[-1][1]))
        height = look.px(15)
        y = max(0.0, min(last.y() + 2, self.height() - height))
        place = QRectF(last.x() + 6, y, self.width() - last.x() - 6, height)
        painting.text(painter, place, words, look.font("tiny"), look.colour("text2"))
