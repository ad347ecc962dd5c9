"""The commands of the window as Qt actions. Menus, shortcuts and the command palette are made from them."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.gallery.actions import GALLERY_ACTIONS
from desktop.shell.action_spec import MENUS, ActionSpec
from desktop.shell.window_actions import FILE_ACTIONS, VIEW_ACTIONS, WINDOW_ACTIONS
from desktop.timeline.actions import TIMELINE_ACTIONS
from desktop.viewer.actions import PLAY_ACTIONS
from desktop.widgets.words import tr

ACTIONS = (*FILE_ACTIONS, *GALLERY_ACTIONS, *VIEW_ACTIONS, *PLAY_ACTIONS, *TIMELINE_ACTIONS, *WINDOW_ACTIONS)
"""The commands of the window, in the order of its menus; editors that are loaded later bring their own."""


class Actions(QObject):
    """The commands as Qt actions.

    ``run`` of a command calls the function that was connected to it; a command that nobody connected is not shown.
    """

    ran = Signal(object)
    """arg: str, the key of the command a person ran."""

    def __init__(self, window: QWidget, specs: Iterable[ActionSpec] = ACTIONS) -> None:
        super().__init__(window)
        self._window = window
        self.specs = {spec.key: spec for spec in specs}
        self._actions: dict[str, QAction] = {}
        self._connected: set[str] = set()
        for spec in self.specs.values():
            action = QAction(tr(spec.text), self)
            action.setObjectName(spec.key)
            action.setCheckable(spec.checkable)
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
            action.setShortcutVisibleInContextMenu(True)
            if spec.scope:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            else:
                window.addAction(action)
            self._actions[spec.key] = action

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def connect_all(self, handlers: dict[str, Callable[[], object]]) -> None:
        """Tie commands to what they do.

        Raises:
            KeyError: there is no such command.
        """
        for key, handler in handlers.items():
            self._actions[key].triggered.connect(self._runner(key, handler))
            self._connected.add(key)

    def _runner(self, key: str, handler: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            handler()
            self.ran.emit(key)

        return run

    def attach(self, scope: str, pane: QWidget) -> None:
        """Let the shortcuts of a scope work while the pane has the focus."""
        pane.addActions([self._actions[spec.key] for spec in self.specs.values() if spec.scope == scope])

    def connected(self) -> frozenset[str]:
        return frozenset(self._connected)

    def run(self, key: str) -> None:
        """Run a command as if its menu entry had been chosen."""
        self._actions[key].trigger()

    def keys(self, key: str) -> str:
        """Return the first shortcut of a command, as Qt writes it, or ""."""
        return self._actions[key].shortcut().toString(QKeySequence.SequenceFormat.PortableText)

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Put the menus on a menu bar; return them by their untranslated names."""
        menus: dict[str, QMenu] = {}
        for name in MENUS:
            menu = bar.addMenu(tr(name))
            menu.setObjectName(name)
            for spec in self.specs.values():
                if spec.menu == name and spec.key in self._connected:
                    if spec.separator and not menu.isEmpty():
                        menu.addSeparator()
                    menu.addAction(self._actions[spec.key])
            menus[name] = menu
        for path in dict.fromkeys(spec.menu for spec in self.specs.values() if "/" in spec.menu):
            above, _, name = path.partition("/")
            menus[above].addSeparator()
            menus[path] = menus[above].addMenu(tr(name))
            for spec in self.specs.values():
                if spec.menu == path and spec.key in self._connected:
                    menus[path].addAction(self._actions[spec.key])
        return menus
