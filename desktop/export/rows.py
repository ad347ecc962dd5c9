"""The rows of the preset list."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.widgets import painting
from desktop.widgets.buttons import Painted
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme


class PresetRow(Painted, QAbstractButton):
    """A preset: icon, name, and what it gives; 52 high.

    Args:
        name: what it is called.
        facts: what it gives, in a few words.
        icon: name of its icon.
    """

    ring_radius = 0

    def __init__(self, name: str, facts: str, icon: str) -> None:
        super().__init__()
        self._facts, self._icon = facts, icon
        self.setText(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(name)
        self.setAccessibleDescription(facts)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().height(52))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        if self.isChecked():
            painter.fillRect(self.rect(), look.colour("tint"))
        elif self.underMouse():
            painter.fillRect(self.rect(), look.colour("hover"))
        side, left = look.px(18), look.px(12)
        tone = look.colour("accenttext" if self.isChecked() else "text2")
        paint_icon(painter, self._icon, tone, left, (self.height() - side) / 2, side)
        start = left + side + look.px(10)
        half = self.height() / 2
        width = self.width() - start - look.px(8)
        upper = QRectF(start, half - look.px(17), width, look.px(17))
        lower = QRectF(start, half, width, look.px(15))
        painting.text(painter, upper, self.text(), look.font("small", bold=True), look.colour("text"))
        painting.text(painter, lower, self._facts, look.font("tiny"), look.colour("text2"))
