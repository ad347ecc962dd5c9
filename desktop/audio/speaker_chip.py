"""The chip that names who speaks a line, and opens the choice of speakers."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.widgets import painting
from desktop.widgets.buttons import Painted
from desktop.widgets.theme import theme
from desktop.widgets.words import tr


class SpeakerChip(Painted, QAbstractButton):
    """A colour, never alone: the name stands beside it."""

    ring_radius = 4

    def __init__(self) -> None:
        super().__init__()
        self._colour = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_speaker(self, name: str, colour: str) -> None:
        """Show a speaker; no name for none."""
        text = name or tr("No speaker")
        if (text, colour) != (self.text(), self._colour):
            self._colour = colour
            self.setText(text)
            self.setAccessibleName(tr("Speaker: {name}", name=text))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        words = look.metrics("small").horizontalAdvance(self.text())
        return QSize(words + look.px(30), max(22, look.px(22)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(48), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        fill = look.colour("hover") if self.underMouse() else None
        painting.frame(painter, self.rect(), fill=fill, edge=look.colour("edge"), radius=4)
        side = look.px(8)
        x = look.px(8)
        mark = QRectF(x, (self.height() - side) / 2, side, side)
        if self._colour:
            painting.frame(painter, mark, fill=QColor(self._colour), radius=2)
        else:
            painting.frame(painter, mark, edge=look.colour("edgehi"), radius=2)
        words = QRectF(self.rect()).adjusted(x + side + look.px(6), 0, -look.px(6), 0)
        painting.text(painter, words, self.text(), look.font("small"), look.colour("text2"))
