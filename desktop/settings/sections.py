"""The sections at the left of the settings."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.widgets import painting
from desktop.widgets.buttons import Painted
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

SHORTCUTS = "shortcuts"
_ICONS = {
    "appearance": "palette",
    "engine": "cpu",
    "models": "box",
    "files": "folder",
    "queue": "list-ordered",
    SHORTCUTS: "keyboard",
}


class SectionButton(Painted, QAbstractButton):
    """A section in the list: icon, title, and a dot where something differs.

    Args:
        key: of the section.
        title: what it says, translated.
    """

    ring_radius = 0

    def __init__(self, key: str, title: str) -> None:
        super().__init__()
        self.key = key
        self.differs = False
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(180), theme().height(32))

    def set_differs(self, differs: bool) -> None:
        self.differs = differs
        self.setAccessibleDescription(tr("changed") if differs else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        on = self.isChecked()
        if on or self.underMouse():
            painter.fillRect(self.rect(), look.colour("tint" if on else "hover"))
        side = look.px(16)
        icon = _ICONS.get(self.key, "settings-2")
        colour = look.colour("accenttext" if on else "text2")
        paint_icon(painter, icon, colour, look.px(12), (self.height() - side) / 2, side)
        words = self.rect().adjusted(look.px(38), 0, -look.px(28), 0)
        painting.text(painter, words, self.text(), look.font("body", bold=on), look.colour("text"))
        if self.differs:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("warn"))
            painter.drawEllipse(self.width() - look.px(20), self.height() // 2 - 3, 6, 6)
        if self.hasFocus():
            painting.frame(painter, self.rect().adjusted(1, 1, -1, -1), edge=look.colour("accent"), radius=4, width=2)
