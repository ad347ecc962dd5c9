"""Chips that filter, segments that choose one of a few, and chips that say a state in words."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop.widgets import painting
from desktop.widgets.buttons import Painted
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme


class Chip(Painted, QAbstractButton):
    """A small switch for a filter, 22 high; on = tint and accent edge.

    Args:
        text: what it says; may be a count when ``icon`` says what is counted.
        icon: name of an icon, or nothing.
        name: accessible name where the text alone does not say it.
        checkable: off for chips that insert or start something.
    """

    ring_radius = 4

    def __init__(self, text: str, icon: str = "", *, name: str = "", checkable: bool = True) -> None:
        super().__init__()
        self._icon_name = icon
        self.setText(text)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name or text)
        if name:
            self.setToolTip(name)

    def sizeHint(self) -> QSize:
        look = theme()
        width = look.metrics("small", bold=self.isChecked()).horizontalAdvance(self.text()) + look.px(14)
        if self._icon_name:
            width += look.px(18) if self.text() else look.px(12)
        return QSize(width, max(22, look.px(22)))

    def nextCheckState(self) -> None:
        super().nextCheckState()
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        on = self.isChecked()
        fill = look.colour("tint") if on else look.colour("hover") if self.underMouse() else None
        painting.frame(painter, self.rect(), fill=fill, edge=look.colour("accent" if on else "edge"), radius=4)
        x: float = look.px(7)
        if self._icon_name:
            side = look.px(13)
            tone = "accenttext" if on else "text2"
            paint_icon(painter, self._icon_name, look.colour(tone), x, (self.height() - side) / 2, side)
            x += look.px(18)
        painting.text(
            painter,
            QRectF(x, 0, self.width() - x, self.height()),
            self.text(),
            look.font("small", bold=on),
            look.colour("text" if on else "text2"),
        )


class Option(NamedTuple):
    """One choice of a segment: its value, what it says, and perhaps an icon and help."""

    value: str
    text: str
    icon: str = ""
    help: str = ""


class _SegmentButton(Painted, QAbstractButton):
    def __init__(self, option: Option, side: int) -> None:
        super().__init__()
        self.ring_radius = 4
        self._option = option
        self._side = side
        self._icon_alone = False
        self.setText(option.text)
        self.setCheckable(True)
        self.setToolTip(option.help)
        self.setAccessibleName(option.text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_icon_alone(self, alone: bool) -> None:
        self._icon_alone = alone and bool(self._option.icon)
        self.setToolTip(self._option.help or (self._option.text if self._icon_alone else ""))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        if self._icon_alone:
            return QSize(look.px(34), max(22, look.height(self._side) - 4))
        # The width is that of the heavy weight, so that choosing moves nothing.
        width = look.metrics("small", bold=True).horizontalAdvance(self.text()) + look.px(20)
        if self._option.icon:
            width += look.px(21)
        return QSize(width, max(22, look.height(self._side) - 4))

    def minimumSizeHint(self) -> QSize:
        look = theme()
        words = 0 if self._icon_alone else look.metrics("small", bold=True).horizontalAdvance(self.text())
        return QSize(words + look.px(24 if self._icon_alone else 8), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        on = self.isChecked()
        if on:
            painting.frame(painter, self.rect(), fill=look.colour("hover" if look.dark else "tint"), radius=4)
        tone = "text3" if not self.isEnabled() else "text" if on and look.dark else "accenttext" if on else "text2"
        if not on and self.underMouse() and self.isEnabled():
            tone = "text"
        font = look.font("small", bold=on)
        shown = "" if self._icon_alone else self.text()
        words = painting.elided(shown, QFontMetrics(font), self.width() - look.px(4))
        width = QFontMetrics(font).horizontalAdvance(words)
        icon_width = look.px(15 if self._icon_alone else 21) if self._option.icon else 0
        x = (self.width() - width - icon_width) / 2
        if self._option.icon:
            side = look.px(15)
            paint_icon(painter, self._option.icon, look.colour(tone), x, (self.height() - side) / 2, side)
        painting.text(painter, QRectF(x + icon_width, 0, width + 2, self.height()), words, font, look.colour(tone))


class Segment(QWidget):
    """A few choices side by side of which one holds. Arrow keys move inside it.

    Args:
        options: the choices, in order.
        name: accessible name of the group.
        side: height for the 13 px base.
        fill: whether it takes the whole width.
    """

    chosen = Signal(object)
    """arg: the value a person chose."""

    def __init__(self, options: Sequence[Option], *, name: str, side: int = 28, fill: bool = False) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _SegmentButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for option in options:
            button = _SegmentButton(option, side)
            self._buttons[option.value] = button
            self._group.addButton(button)
            layout.addWidget(button, 1 if fill else 0)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding if fill else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(self._clicked)
        if options:
            self.set_value(options[0].value)

    def value(self) -> str:
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose without telling: ``chosen`` is for what a person does."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)

    def button(self, value: str) -> QAbstractButton:
        return self._buttons[value]

    def set_icons_alone(self, alone: bool) -> None:
        """Show icons without their words, which are then tooltips, where there is little room."""
        for button in self._buttons.values():
            button.set_icon_alone(alone)

    def set_choice_enabled(self, value: str, enabled: bool) -> None:
        self._buttons[value].setEnabled(enabled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(
            Qt.Key(event.key())
        )
        usable = [value for value, button in self._buttons.items() if button.isEnabled()]
        if step is None or self.value() not in usable:
            super().keyPressEvent(event)
            return
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            step = -step
        value = usable[(usable.index(self.value()) + step) % len(usable)]
        self._buttons[value].setChecked(True)
        self._buttons[value].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(value)

    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(value for value, each in self._buttons.items() if each is button))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painting.frame(painter, self.rect(), fill=look.colour("field"), edge=look.colour("edge"), radius=6)


STATES = {
    "ok": ("circle-check", "ok"),
    "fits": ("circle-check", "ok"),
    "tight": ("triangle-alert", "warn"),
    "does_not_fit": ("octagon-x", "err"),
    "failed": ("octagon-x", "err"),
    "interrupted": ("unplug", "warn"),
    "warn": ("triangle-alert", "warn"),
    "info": ("info", "info"),
    "waiting": ("hourglass", "text2"),
    "running": ("loader", "accenttext"),
    "idle": ("circle-check", "text2"),
}
"""State -> icon and colour token. A state is always shown with a word beside its icon."""


class StateMark(QWidget):
    """A state as icon and word, perhaps inside a chip's frame."""

    def __init__(self, state: str, text: str, *, framed: bool = False, style: str = "small", ink: str = "") -> None:
        super().__init__()
        self._framed = framed
        self._style = style
        self._ink = ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state, text)

    def text(self) -> str:
        return self._text

    def state(self) -> str:
        return self._state

    def set_framed(self, framed: bool) -> None:
        self._framed = framed

    def set_state(self, state: str, text: str) -> None:
        self._state = state
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        width = look.px(19) + look.metrics(self._style).horizontalAdvance(self._text) + 2
        return QSize(width + (look.px(14) if self._framed else 0), look.px(22 if self._framed else 18))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        icon, tone = STATES[self._state]
        colour = look.colour(tone)
        x = 0
        if self._framed:
            painting.frame(painter, self.rect(), edge=colour, radius=4)
            x = look.px(7)
        side = look.px(14)
        paint_icon(painter, icon, colour, x, (self.height() - side) / 2, side)
        painting.text(
            painter,
            QRectF(x + look.px(19), 0, self.width() - x - look.px(19), self.height()),
            self._text,
            look.font(self._style),
            look.colour(self._ink) if self._ink else colour,
        )
