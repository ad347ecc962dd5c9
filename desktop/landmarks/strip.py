"""The strip under the canvases: nine frames of the morph, a slider for its time, and how the result is shown."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.landmarks.preview import FRAMES, Preview, Result
from desktop.widgets import painting
from desktop.widgets.buttons import IconButton
from desktop.widgets.chips import Option, Segment
from desktop.widgets.fields import NumberField, Slider
from desktop.widgets.labels import box, column, label, line, row
from desktop.widgets.pane import Header
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

HEIGHT = 178
_STEPS = 1000


class Frames(QWidget):
    """Nine frames; the one nearest to the time has a frame of accent. A click goes there."""

    chosen = Signal(object)
    """arg: float, the time of the frame."""

    def __init__(self) -> None:
        super().__init__()
        self._images: tuple[QImage, ...] = ()
        self._at = 0.5
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Frames of the morph"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(48))

    def show_images(self, images: tuple[QImage, ...]) -> None:
        self._images = images
        self.update()

    def show_time(self, at: float) -> None:
        self._at = at
        self.update()

    def nearest(self) -> int:
        """Return which frame is nearest to the time."""
        return min(range(len(FRAMES)), key=lambda index: abs(FRAMES[index] - self._at))

    def _rect(self, index: int) -> QRect:
        px = theme().px
        room = self.width() - px(24)
        side = min(px(84), self.height() - 4, (room - 8 * px(8)) // 9)
        gap = (room - 9 * side) / 8
        return QRect(round(px(12) + index * (side + gap)), (self.height() - side) // 2, side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = theme()
        for index in range(len(FRAMES)):
            rect = self._rect(index)
            if index < len(self._images):
                painting.cover(painter, rect, self._images[index], 4)
            else:
                painting.frame(painter, rect, edge=look.colour("edge"), radius=4, dashed=True)
        if self._images:
            painting.selection_ring(painter, self._rect(self.nearest()))
        if self.hasFocus():
            painting.frame(painter, self.rect(), edge=look.colour("accent"), radius=4, width=2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def _go(self, position: QPointF) -> None:
        index = min(range(len(FRAMES)), key=lambda i: abs(self._rect(i).center().x() - position.x()))
        self.chosen.emit(FRAMES[index])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.chosen.emit(FRAMES[min(max(self.nearest() + step, 0), len(FRAMES) - 1)])

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)


class Strip(QWidget):
    """Morph preview."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview
        self.setProperty("ground", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Morph preview"))
        self.head = Header(tr("Morph preview"), height=32)
        self.view = Segment(
            [
                Option("morph", tr("Morph"), help=tr("As it is rendered") + "  1"),
                Option("onion", tr("Onion skin"), help=tr("Both pictures on the mesh, half and half") + "  2"),
                Option("difference", tr("Difference"), help=tr("How far both pictures are apart on the mesh") + "  3"),
            ],
            name=tr("How the result is shown"),
            side=26,
        )
        self.view.chosen.connect(preview.set_view)
        self.head.tools.addWidget(self.view)
        self.frames = Frames()
        self.frames.chosen.connect(preview.go_to)
        self.play = IconButton("play", tr("Play the morph"), keys="P")
        self.play.clicked.connect(preview.toggle)
        self.slider = Slider(0, _STEPS, name=tr("Time of the morph"))
        self.slider.valueChanged.connect(lambda value: preview.go_to(value / _STEPS))
        self.field = NumberField(0, 1, decimals=2, unit="t", step=0.01)
        self.field.setAccessibleName(tr("Time of the morph, 0 to 1"))
        self.field.setFixedWidth(theme().px(66))
        self.field.valueChanged.connect(preview.go_to)
        self.ping_pong = IconButton("repeat", tr("Play there and back"), checkable=True)
        self.ping_pong.setChecked(preview.ping_pong)
        self.ping_pong.clicked.connect(preview.set_ping_pong)
        foot = row(
            self.play,
            label("A", "small", "text2"),
            self.slider,
            label("B", "small", "text2"),
            self.field,
            self.ping_pong,
            space=8,
            margins=(12, 0, 12, 8),
        )
        foot.setStretch(2, 1)
        layout = column(line(), self.head, self.frames, box(foot), space=0)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFixedHeight(theme().px(HEIGHT))
        preview.arrived.connect(self._on_result)
        preview.strip_arrived.connect(self.frames.show_images)
        preview.time_changed.connect(self._on_time)
        preview.playing_changed.connect(self._on_playing)
        self._on_time(preview.at)

    def set_view(self, view: str) -> None:
        """Show the morph, the onion skin or the difference."""
        self.view.set_value(view)
        self._preview.set_view(view)  # type: ignore[arg-type]

    def toggle_ping_pong(self) -> None:
        """Play there and back, or from the start again."""
        self.ping_pong.click()

    def clear(self) -> None:
        """Other pictures are open."""
        self.frames.show_images(())
        self.head.set_title(tr("Morph preview"))

    def _on_result(self, result: Result) -> None:
        if not result.full:
            facts = tr("live · {side} px · {ms} ms", side=result.side, ms=round(result.milliseconds))
            self.head.set_title(tr("Morph preview"), facts)

    def _on_time(self, at: object) -> None:
        assert isinstance(at, float)
        for widget, value in ((self.slider, round(at * _STEPS)), (self.field, at)):
            widget.blockSignals(True)
            widget.setValue(value)  # type: ignore[arg-type]
            widget.blockSignals(False)
        self.frames.show_time(at)

    def _on_playing(self, playing: object) -> None:
        self.play.set_icon_name("pause" if playing else "play")
        self.play.set_name(tr("Pause the morph") if playing else tr("Play the morph"), "P")
