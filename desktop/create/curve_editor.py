"""The curves of a morph, drawn and dragged: shape in solid accent, colour dashed in amber."""

from typing import Any

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.create import curve_model
from desktop.create.editor import Editor, plain
from desktop.widgets import painting
from desktop.widgets.chips import Chip, Option, Segment
from desktop.widgets.labels import box, column, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.fields import FieldInfo
from engine.protocol.jobs.morph import Curve

_REACH = 12
_PAD = 10
_HANDLE = 8
_PRESETS = (("smoothstep", "Smooth"), ("linear", "Linear"), ("ease_in", "Ease in"), ("ease_out", "Ease out"))


class CurveField(Editor):
    """One curve as a value of a form; the canvas that several share draws it."""

    def __init__(self, info: FieldInfo, canvas: QWidget) -> None:
        super().__init__(info, canvas)
        self.curve: Curve = info.default

    def value(self) -> Any:
        return plain(self.curve)

    def set_value(self, value: Any) -> None:
        self.curve = msgspec.convert(value, type=Curve)
        self.widget.update()

    def put(self, curve: Curve) -> None:
        """Take a curve that a person drew."""
        self.curve = curve
        self.widget.update()
        self.changed.emit()


class CurveCanvas(QWidget):
    """Draws all curves and lets one be dragged. Keys: left and right choose a point, up and down move it, Delete
    removes it, Insert adds one behind it."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, CurveField] = {}
        self.active = ""
        self._point = -1
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWhatsThis(tr("Drag a point to change the curve; click beside a curve to add a point."))
        self.setToolTip(self.whatsThis())

    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(100))

    def set_active(self, name: str) -> None:
        self.active = name
        self._point = -1
        self.update()

    def _plot(self) -> QRectF:
        pad = theme().px(_PAD)
        return QRectF(self.rect()).adjusted(pad, pad, -pad, -pad)

    def _range(self) -> tuple[float, float]:
        """The values shown: 0 to 1, or further where a curve goes further."""
        values = [value for field in self.fields.values() for _, value in field.curve.points]
        return min([0.0, *values]), max([1.0, *values])

    def _place(self, time: float, value: float) -> QPointF:
        plot, (low, high) = self._plot(), self._range()
        return QPointF(plot.left() + time * plot.width(), plot.bottom() - (value - low) / (high - low) * plot.height())

    def _value(self, place: QPointF) -> tuple[float, float]:
        plot, (low, high) = self._plot(), self._range()
        time = (place.x() - plot.left()) / plot.width()
        return min(max(time, 0.0), 1.0), low + (plot.bottom() - place.y()) / plot.height() * (high - low)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        focused = self.hasFocus()
        painting.frame(
            painter,
            self.rect(),
            fill=look.colour("field"),
            edge=look.colour("accent" if focused else "edge"),
            radius=6,
            width=2 if focused else 1,
        )
        self._paint_grid(painter)
        for name, field in self.fields.items():
            if name != self.active:
                self._paint_curve(painter, name, field.curve)
        if self.active in self.fields:
            self._paint_curve(painter, self.active, self.fields[self.active].curve)
            self._paint_handles(painter, self.fields[self.active].curve)

    def _paint_grid(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(theme().colour("line"), 1))
        plot = self._plot()
        for part in (0.0, 0.25, 0.5, 0.75, 1.0):
            x = plot.left() + part * plot.width()
            y = plot.top() + part * plot.height()
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_curve(self, painter: QPainter, name: str, curve: Curve) -> None:
        path = QPainterPath(self._place(0, curve_model.value_at(curve, 0)))
        steps = max(24, self.width() // 4)
        for step in range(1, steps + 1):
            time = step / steps
            path.lineTo(self._place(time, curve_model.value_at(curve, time)))
        pen = QPen(curve_colour(name), 1.8 if name == self.active else 1.5)
        if name != "settings.shape":
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2.4] if name == "settings.colour" else [1, 2.4])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_handles(self, painter: QPainter, curve: Curve) -> None:
        look = theme()
        ends = ((0.0, curve_model.value_at(curve, 0)), (1.0, curve_model.value_at(curve, 1)))
        points = curve.points or ends
        colour = curve_colour(self.active)
        side = look.px(_HANDLE)
        for index, (time, value) in enumerate(points):
            rect = QRectF(0, 0, side, side)
            rect.moveCenter(self._place(time, value))
            painter.setPen(QPen(colour, 1.6))
            painter.setBrush(colour if index == self._point or index in (0, len(points) - 1) else look.colour("field"))
            if index in (0, len(points) - 1):
                painter.drawRect(rect.adjusted(1, 1, -1, -1))
            else:
                painter.drawEllipse(rect)

    def _hit(self, place: QPointF) -> int:
        """Return the index of the point within 10 px, or -1."""
        curve = self.fields[self.active].curve
        reach = theme().px(_REACH)
        near = [((self._place(*point) - place).manhattanLength(), index) for index, point in enumerate(curve.points)]
        distance, index = min(near, default=(reach + 1, -1))
        return index if distance <= reach else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.active not in self.fields or event.button() != Qt.MouseButton.LeftButton:
            return
        field = self.fields[self.active]
        if field.curve.kind != "points":
            field.put(Curve(kind="points", points=curve_model.as_points(field.curve)))
        self._point = self._hit(event.position())
        if self._point < 0:
            points, self._point = curve_model.add_point(field.curve.points, *self._value(event.position()))
            field.put(Curve(kind="points", points=points))
        self._dragging = self._point >= 0
        self.edited.emit()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._move_to(*self._value(event.position()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._dragging = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        field = self.fields.get(self.active)
        key = event.key()
        if field is None or key not in _KEYS:
            super().keyPressEvent(event)
            return
        if field.curve.kind != "points":
            field.put(Curve(kind="points", points=curve_model.as_points(field.curve)))
        points = field.curve.points
        count = len(points)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._point = (self._point + (1 if key == Qt.Key.Key_Right else -1)) % count
        elif self._point >= 0 and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            time, value = points[self._point]
            self._move_to(time, value + (0.02 if key == Qt.Key.Key_Up else -0.02))
        elif key == Qt.Key.Key_Delete and 0 < self._point < count - 1:
            field.put(Curve(kind="points", points=curve_model.remove_point(points, self._point)))
            self._point = -1
        elif key == Qt.Key.Key_Insert and 0 <= self._point < count - 1:
            (t0, v0), (t1, v1) = points[self._point : self._point + 2]
            made, self._point = curve_model.add_point(points, (t0 + t1) / 2, (v0 + v1) / 2)
            field.put(Curve(kind="points", points=made))
        self.edited.emit()
        self.update()

    def _move_to(self, time: float, value: float) -> None:
        field = self.fields[self.active]
        # Values near the two pictures snap to them: exaggeration is a choice and not an accident.
        for whole in (0.0, 1.0):
            if abs(value - whole) < 0.02:
                value = whole
        points = curve_model.move_point(field.curve.points, self._point, time, value)
        field.put(Curve(kind="points", points=points))
        self.edited.emit()


_KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Insert,
)


def curve_colour(name: str) -> QColor:
    """Return the colour of a curve: shape accent, colour amber, background blue."""
    tokens = {"settings.shape": "accenttext", "settings.colour": "warn"}
    return theme().colour(tokens.get(name, "info"))


class CurveEditor(QWidget):
    """The canvas with the choice of the curve above and its presets below."""

    def __init__(self, infos: dict[str, FieldInfo]) -> None:
        super().__init__()
        self.canvas = CurveCanvas()
        self.fields = {name: CurveField(info, self.canvas) for name, info in infos.items()}
        self.canvas.fields = self.fields
        self.canvas.setAccessibleName(tr("Curves"))
        self.which = Segment(
            [Option(name, tr(info.title), help=tr(info.description)) for name, info in infos.items()],
            name=tr("Which curve"),
            side=26,
            fill=True,
        )
        self.which.chosen.connect(self._choose)
        self.presets: dict[str, Chip] = {}
        for kind, words in _PRESETS:
            chip = Chip(tr(words))
            chip.clicked.connect(lambda _on=False, kind=kind: self._use(kind))
            self.presets[kind] = chip
        self.canvas.edited.connect(self.refresh)
        chips = row(*self.presets.values(), None, space=6)
        self.setLayout(column(self.which, self.canvas, box(chips), space=8))
        self._choose(next(iter(infos)))

    def _choose(self, name: str) -> None:
        self.canvas.set_active(str(name))
        self.refresh()

    def _use(self, kind: str) -> None:
        self.fields[self.canvas.active].put(Curve(kind=kind))  # type: ignore[arg-type]
        self.canvas.set_active(self.canvas.active)
        self.refresh()

    def refresh(self) -> None:
        """Show which preset the chosen curve is."""
        curve = self.fields[self.canvas.active].curve
        for kind, chip in self.presets.items():
            chip.setChecked(curve.kind == kind)
            chip.updateGeometry()
            chip.update()
