"""Rows of the lists at the left and the right: regions, groups of key points, problems."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.landmarks import paint
from desktop.landmarks.problems import Problem
from desktop.widgets import painting
from desktop.widgets.buttons import Button, IconButton, Painted
from desktop.widgets.chips import STATES
from desktop.widgets.labels import IconLabel, box, column, label, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_ACTION_WORDS = {
    "relax": "Relax",
    "show": "Show",
    "detect": "Detect again …",
    "scale": "Scale …",
    "bring_in": "Bring in",
    "complete": "Show",
}


class NameRow(Painted, QAbstractButton):
    """A row of 26: a name, how many points were moved, and how many there are."""

    ring_radius = 4

    picked = Signal(object)
    """arg: whether the points are to be added to the selection."""

    def __init__(self, text: str, *, diamond: bool = False) -> None:
        super().__init__()
        self._diamond = diamond
        self._moved, self._count = 0, 0
        self._shown_chosen = False
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.picked.emit(False))

    def show_counts(self, moved: int, count: int, chosen: bool) -> None:
        """Say how many points there are, how many of them were moved, and whether any is chosen."""
        self._moved, self._count, self._shown_chosen = moved, count, chosen
        words = tr("{n} points", n=count)
        if moved:
            words += ", " + tr("{n} moved", n=moved)
        if chosen:
            words += ", " + tr("chosen")
        self.setAccessibleDescription(words)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.rect().contains(event.position().toPoint()):
            self.setDown(False)
            self.picked.emit(True)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        adds = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if adds and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(True)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().height(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(60), theme().height(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if self.underMouse() and not self._shown_chosen:
            painter.fillRect(self.rect(), look.colour("hover"))
        font, small = look.font(), look.font("tiny")
        right = self.width() - look.px(12)
        count = str(self._count)
        width = look.metrics("tiny").horizontalAdvance(count)
        middle = Qt.AlignmentFlag.AlignRight
        painting.text(
            painter, QRectF(right - width - 2, 0, width + 2, self.height()), count, small, look.colour("text3"), middle
        )
        if self._moved:
            moved = tr("{n} moved", n=self._moved) + " · "
            space = look.metrics("tiny").horizontalAdvance(moved) + 2
            place = QRectF(right - width - space - 2, 0, space, self.height())
            painting.text(painter, place, moved, small, look.colour("warn"), middle)
            width += space
        left = 0
        if self._diamond:
            # In line with the locks and names of the regions above.
            paint.theme_diamond(painter, look.px(21), self.height() / 2)
            left = look.px(37)
        words = QRectF(left, 0, right - width - look.px(4) - left, self.height())
        painting.text(painter, words, self.text(), font, look.colour("text"))


class RegionRow(QWidget):
    """A region with its lock."""

    picked = Signal(object, object)
    """args: str key of the region, whether to add it to the selection."""

    locked = Signal(object, object)
    """args: str key, bool."""

    def __init__(self, key: str, text: str) -> None:
        super().__init__()
        self.key = key
        self._text = text
        self._chosen = False
        self.lock = IconButton(
            "lock-open", tr("Lock {name}", name=text), checkable=False, side=26, icon_side=16, width=30
        )
        self.name = NameRow(text)
        layout = row(8, self.lock, self.name, space=0)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._is_locked = False
        self.lock.clicked.connect(lambda: self.locked.emit(self.key, not self._is_locked))
        self.name.picked.connect(lambda add: self.picked.emit(self.key, add))
        self.setFixedHeight(theme().height(26))

    def show_state(self, moved: int, count: int, *, chosen: bool, locked: bool) -> None:
        """Show the region as it is."""
        self._chosen, self._is_locked = chosen, locked
        self.name.show_counts(moved, count, chosen)
        self.lock.set_icon_name("lock" if locked else "lock-open")
        self.lock.set_tone("text" if locked else "text2")
        self.lock.set_name(tr("Unlock {name}", name=self._text) if locked else tr("Lock {name}", name=self._text))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._chosen:
            QPainter(self).fillRect(self.rect(), theme().colour("tint"))


class ProblemRow(QWidget):
    """A problem: what, where, and the one button that helps."""

    acted = Signal(object)
    """arg: Problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem
        icon, tone = STATES["failed" if problem.state == "err" else problem.state]
        if problem.state == "err":
            icon = "triangle-alert"
        words = column(
            label(problem.text, "small", wrap=True), label(problem.detail, "small", "text3", wrap=True), space=0
        )
        self.button = Button(tr(_ACTION_WORDS[problem.action]), height=26)
        self.button.setAccessibleName(f"{self.button.text()}: {problem.text}, {problem.detail}")
        self.button.clicked.connect(lambda: self.acted.emit(self.problem))
        mark = box(column(2, IconLabel(icon, tone, 15), None, space=0))
        side = box(column(self.button, None, space=0))
        layout = row(mark, box(words), side, space=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)
