"""Docks around the viewer, with our own headers as their title bars."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from desktop.shell.areas import Area
from desktop.widgets.theme import theme

PLACES = {
    "gallery": Qt.DockWidgetArea.LeftDockWidgetArea,
    "create": Qt.DockWidgetArea.RightDockWidgetArea,
    "timeline": Qt.DockWidgetArea.BottomDockWidgetArea,
}
_WIDTHS = {"gallery": 264, "create": 328}


class Docks:
    """Makes the docks of a window and arranges them.

    Args:
        window: the main window; its central widget is the viewer.
        panes: by name: the words of the dock, the pane, and the header that drags it.
    """

    def __init__(self, window: QMainWindow, panes: dict[str, tuple[str, QWidget, QWidget]]) -> None:
        self._window = window
        self.docks: dict[str, QDockWidget] = {}
        for name, (title, pane, header) in panes.items():
            dock = QDockWidget(title, window)
            dock.setObjectName(name)
            dock.setTitleBarWidget(header)
            dock.setWidget(pane)
            self.docks[name] = dock
            window.addDockWidget(PLACES[name], dock)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        # The create pane keeps its full height beside the timeline.
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)

    def arrange(self, area: Area) -> None:
        """Put the docks where a work area has them when nothing was saved."""
        for name, dock in self.docks.items():
            dock.setFloating(False)
            self._window.addDockWidget(PLACES[name], dock)
            dock.setVisible(name in area.docks)
        px = theme().px
        sides = [name for name in ("gallery", "create") if name in area.docks]
        self._window.resizeDocks(
            [self.docks[name] for name in sides], [px(_WIDTHS[name]) for name in sides], Qt.Orientation.Horizontal
        )
        if "timeline" in area.docks:
            # On a low window the viewer needs the room more than the timeline does.
            height = px(area.timeline_height if self._window.height() < px(860) else 288)
            self._window.resizeDocks([self.docks["timeline"]], [height], Qt.Orientation.Vertical)

    def visible(self) -> tuple[str, ...]:
        """Return the names of the docks that are open, whether or not the window is shown."""
        return tuple(name for name, dock in self.docks.items() if not dock.isHidden())

    def show_only(self, names: tuple[str, ...]) -> None:
        for name, dock in self.docks.items():
            dock.setVisible(name in names)
