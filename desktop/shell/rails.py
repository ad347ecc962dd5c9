"""Docks that become a rail of 44 px where the window is narrow, and open over the viewer from there."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDockWidget, QFrame, QMainWindow, QWidget

from desktop.widgets.buttons import IconButton
from desktop.widgets.labels import box, column, line, row
from desktop.widgets.theme import theme

WIDTH = 44
_VIEWER = 560


class RailEntry(NamedTuple):
    """A button of a rail: its icon, its name, what it does."""

    icon: str
    text: str
    do: Callable[[], object]


class Rail(QWidget):
    """The narrow form of a dock: its entries as icons, one below the other."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("ground", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self.setFixedWidth(theme().px(WIDTH))
        self._column = column(space=4, margins=(6, 6, 6, 6))
        self._column.addStretch(1)
        self.setLayout(self._column)
        self.buttons: list[IconButton] = []

    def set_entries(self, entries: Sequence[RailEntry]) -> None:
        """Show entries in the place of those before."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for place, entry in enumerate(entries):
            button = IconButton(entry.icon, entry.text, side=32, icon_side=18)
            button.clicked.connect(lambda _on=False, do=entry.do: do())
            self._column.insertWidget(place, button, 0, Qt.AlignmentFlag.AlignHCenter)
            self.buttons.append(button)


class Flyout(QFrame):
    """A pane over the viewer. Escape closes it."""

    def __init__(self, window: QWidget, on_close: Callable[[], object]) -> None:
        super().__init__(window)
        self._on_close = on_close
        self.setProperty("ground", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.inner = column(space=0)
        parts = row(line("v"), box(self.inner), line("v"), space=0)
        parts.setStretch(1, 1)
        self.setLayout(column(parts, space=0))
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_close()
            return
        super().keyPressEvent(event)


class FoldingDock(QObject):
    """A dock that can be folded to a rail.

    Args:
        window: the main window.
        dock: the dock with its pane and header.
        header: the pane's own header, the dock's title bar.
        rail: what stands in its place.
        width: of the pane for the 13 px base.
        at_left: whether the rail is at the left of the window.
    """

    def __init__(
        self, window: QMainWindow, dock: QDockWidget, header: QWidget, rail: Rail, width: int, *, at_left: bool
    ) -> None:
        super().__init__(window)
        self.dock, self.rail, self.width = dock, rail, width
        self._window, self._header, self._at_left = window, header, at_left
        pane = dock.widget()
        assert pane is not None
        self.pane: QWidget = pane
        self._no_title = QWidget()
        self.flyout = Flyout(window, self.close)
        rail.setParent(dock)
        rail.hide()
        self._no_title.setParent(dock)
        self._no_title.hide()
        self.folded = False
        dock.installEventFilter(self)
        dock.visibilityChanged.connect(self._on_visibility)

    @property
    def wanted(self) -> bool:
        """Whether the dock takes room beside the viewer."""
        return not self.dock.isHidden() and not self.dock.isFloating()

    def fold(self, folded: bool) -> None:
        """Show the rail instead of the pane, or the pane again."""
        if folded == self.folded:
            return
        self.folded = folded
        self.flyout.hide()
        if folded:
            self.dock.setTitleBarWidget(self._no_title)
            self.dock.setWidget(self.rail)
            self.flyout.inner.addWidget(self._header)
            self.flyout.inner.addWidget(self.pane, 1)
            self._header.show()
            self.pane.show()
        else:
            self.dock.setTitleBarWidget(self._header)
            self.dock.setWidget(self.pane)
            width = theme().px(self.width)
            self._window.resizeDocks([self.dock], [width], Qt.Orientation.Horizontal)

    def is_open(self) -> bool:
        """Whether the pane can be seen."""
        return self.flyout.isVisible() if self.folded else not self.dock.isHidden()

    def open(self) -> None:
        """Show the pane, over the viewer where it is folded."""
        self.dock.show()
        if self.folded:
            self._place()
            self.flyout.show()
            self.flyout.raise_()

    def close(self) -> None:
        """Fold the pane away again; the focus goes back to the rail."""
        if self.flyout.isVisible():
            had_focus = self.flyout.isAncestorOf(self._window.focusWidget() or self._window)
            self.flyout.hide()
            if had_focus and self.rail.buttons:
                self.rail.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle(self) -> None:
        if self.flyout.isVisible():
            self.close()
        else:
            self.open()

    def _on_visibility(self, visible: bool) -> None:
        if not visible:
            self.flyout.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.flyout.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        corner = self.dock.mapTo(self._window, QPoint(0, 0))
        # The lines at both sides come to the width of the pane, so that it is laid out as beside the viewer.
        width = theme().px(self.width) + 2
        x = corner.x() + self.dock.width() if self._at_left else corner.x() - width
        self.flyout.setGeometry(x, corner.y(), width, self.dock.height())


class Rails(QObject):
    """Folds docks while the window is too narrow for all of them beside the viewer.

    Args:
        window: the main window; its width decides.
        docks: those that fold, the one that folds first first.
    """

    def __init__(self, window: QMainWindow, docks: dict[str, FoldingDock]) -> None:
        super().__init__(window)
        self._window = window
        self._docks = docks
        window.installEventFilter(self)
        for each in docks.values():
            each.dock.visibilityChanged.connect(self.fit)
            each.dock.topLevelChanged.connect(self.fit)

    def __getitem__(self, name: str) -> FoldingDock:
        return self._docks[name]

    def __contains__(self, name: str) -> bool:
        return name in self._docks

    @property
    def any_folded(self) -> bool:
        return any(each.folded for each in self._docks.values())

    def fit(self, *_args: object) -> None:
        """Fold as many docks as it takes, or bring them back."""
        px = theme().px
        wanted = [each for each in self._docks.values() if each.wanted]
        need = px(_VIEWER) + sum(px(each.width) for each in wanted)
        for each in self._docks.values():
            folds = each in wanted and need > self._window.width()
            if folds:
                need -= px(each.width) - px(WIDTH)
            if each in wanted or each.dock.isFloating():
                each.fold(folds)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return False
