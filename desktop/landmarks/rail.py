"""The tool rail at the left: one tool in hand, and what is shown."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.landmarks.tools import TOOLS, Toolbox
from desktop.widgets.buttons import IconButton
from desktop.widgets.labels import box, column, line, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

WIDTH = 40


class Rail(QWidget):
    """Tools as icon buttons of 32; the arrow keys go from one to the next."""

    def __init__(self, tools: Toolbox) -> None:
        super().__init__()
        self._tools = tools
        self.setProperty("ground", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Tools"))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, IconButton] = {}
        for tool in TOOLS:
            button = IconButton(tool.icon, tr(tool.text), keys=tool.keys, checkable=True, side=32, icon_side=18)
            button.clicked.connect(lambda _on=False, key=tool.key: tools.take(key))
            self._group.addButton(button)
            self.buttons[tool.key] = button
        self.loupe = IconButton("zoom-in", tr("Loupe while dragging"), keys="Z", checkable=True, side=32, icon_side=18)
        self.loupe.clicked.connect(tools.show_loupe)
        *first, last = self.buttons.values()
        inner = column(*first, line(), last, self.loupe, None, space=4, margins=(4, 6, 4, 4))
        outer = row(box(inner), line("v"), space=0)
        self.setLayout(outer)
        self.setFixedWidth(theme().px(WIDTH + 1))
        tools.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the tool in hand."""
        self.buttons[self._tools.tool.key].setChecked(True)
        self.loupe.setChecked(self._tools.loupe)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self.buttons)
        wanted = keys[(keys.index(self._tools.tool.key) + step) % len(keys)]
        self._tools.take(wanted)
        self.buttons[wanted].setFocus(Qt.FocusReason.TabFocusReason)
