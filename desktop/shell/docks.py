"""Docks around the middle of the window, with our own headers as their title bars."""

from collections.abc import Mapping
from zlib import crc32

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from desktop.shell.areas import DOCKS, Area, Edge
from desktop.shell.rails import FoldingDock, Rail, Rails
from desktop.widgets.theme import BASE_PX, theme
from desktop.widgets.words import tr


class Docks:
    """Makes the docks of a window and arranges them.

    Args:
        window: the main window; its central widget is the middle.
        panes: the pane of each dock of :data:`desktop.shell.areas.DOCKS`, and the header that drags it.
    """

    def __init__(self, window: QMainWindow, panes: Mapping[str, tuple[QWidget, QWidget]]) -> None:
        self._window = window
        self.docks: dict[str, QDockWidget] = {}
        folding: dict[str, FoldingDock] = {}
        for spec in DOCKS:
            pane, header = panes[spec.key]
            title = tr(spec.text)
            dock = QDockWidget(title, window)
            dock.setObjectName(spec.key)
            dock.setTitleBarWidget(header)
            dock.setWidget(pane)
            self.docks[spec.key] = dock
            window.addDockWidget(spec.edge.value, dock)
            if spec.edge is not Edge.BOTTOM:
                at_left = spec.edge is Edge.LEFT
                folding[spec.key] = FoldingDock(window, dock, header, Rail(title), spec.size, at_left=at_left)
        self.rails = Rails(window, folding)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        # The create pane keeps its full height beside the timeline.
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)

    def arrange(self, area: Area) -> None:
        """Put the docks where a work area has them when nothing was saved."""
        for spec in DOCKS:
            dock = self.docks[spec.key]
            dock.setFloating(False)
            self._window.addDockWidget(spec.edge.value, dock)
            dock.setVisible(spec.key in area.docks)
        height = self._window.height() * BASE_PX / theme().px(BASE_PX)
        for edges, way in (
            ((Edge.LEFT, Edge.RIGHT), Qt.Orientation.Horizontal),
            ((Edge.BOTTOM,), Qt.Orientation.Vertical),
        ):
            specs = [spec for spec in DOCKS if spec.key in area.docks and spec.edge in edges]
            sizes = [theme().px(spec.size_in(height)) for spec in specs]
            self._window.resizeDocks([self.docks[spec.key] for spec in specs], sizes, way)
        self.rails.fit()

    def is_open(self, name: str) -> bool:
        """Whether a dock's pane can be seen, over the viewer or beside it."""
        rails = self.rails
        return rails[name].is_open() if name in rails else not self.docks[name].isHidden()

    def open(self, name: str) -> None:
        """Show a dock's pane."""
        if name in self.rails:
            self.rails[name].open()
        else:
            self.docks[name].show()

    def toggle(self, name: str) -> None:
        """Show a dock's pane, or put it away."""
        if not self.is_open(name):
            self.open(name)
        elif name in self.rails and self.rails[name].folded:
            self.rails[name].close()
        else:
            self.docks[name].hide()

    def visible(self) -> tuple[str, ...]:
        """Return the names of the docks that are open, whether or not the window is shown."""
        return tuple(name for name, dock in self.docks.items() if not dock.isHidden())

    def show_only(self, names: tuple[str, ...]) -> None:
        for name, dock in self.docks.items():
            dock.setVisible(name in names)

    def state(self) -> QByteArray:
        """Return where every dock is now."""
        return self._window.saveState(_VERSION)

    def restore(self, state: QByteArray) -> bool:
        """Bring every dock back to where it was; False for a state of a window with other docks."""
        return self._window.restoreState(state, _VERSION)


_VERSION = crc32(",".join(spec.key for spec in DOCKS).encode()) & 0x7FFFFFFF
"""Tells the states of windows with other docks apart: Qt would leave a dock that it does not know anywhere."""
