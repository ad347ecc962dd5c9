"""Commands and their shortcuts as rows, filtered by words or by keys."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from desktop.shell.action_spec import ActionSpec
from desktop.shell.shortcuts import Shortcuts
from desktop.widgets.buttons import shortcut_text
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

COMMAND, PLACE, KEYS = range(3)
_TITLES = ("Command", "Menu", "Shortcut")
_SCOPES = {"gallery": "Gallery", "viewer": "Viewer", "timeline": "Timeline", "landmarks": "Landmarks"}

Index = QModelIndex | QPersistentModelIndex


class ShortcutTable(QAbstractTableModel):
    """What answers the search, in the order of the menus."""

    def __init__(self, shortcuts: Shortcuts, parent: QObject) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self._typed = ""
        self._specs: list[ActionSpec] = []
        shortcuts.changed.connect(self._on_changed)
        self.show_typed("")

    def show_typed(self, typed: str) -> None:
        """Show the commands whose words, place or keys answer what was typed."""
        self.beginResetModel()
        self._typed = typed
        words = typed.casefold().split()
        self._specs = [
            spec for spec in self._shortcuts.commands() if all(word in self._found_by(spec) for word in words)
        ]
        self.endResetModel()

    def command(self, row: int) -> str:
        """Return the command of a row, "" when there is none."""
        return self._specs[row].key if 0 <= row < len(self._specs) else ""

    def row_of(self, command: str) -> int:
        return next((row for row, spec in enumerate(self._specs) if spec.key == command), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._specs)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(_TITLES[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        spec = self._specs[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (tr(spec.text), place_words(spec), keys_words(self._shortcuts.keys(spec.key)))[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == KEYS:
            return theme().colour("text" if self._shortcuts.is_default(spec.key) else "warn")
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == PLACE:
            return theme().colour("text2")
        return None

    def _found_by(self, spec: ActionSpec) -> str:
        keys = self._shortcuts.keys(spec.key)
        return " ".join((tr(spec.text), place_words(spec), spec.also, *keys, keys_words(keys))).casefold()

    @Slot(object)
    def _on_changed(self, command: str) -> None:
        row = self.row_of(command)
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(_TITLES) - 1))


def place_words(spec: ActionSpec) -> str:
    """Return the menu of a command, and the pane that must have the focus if any."""
    menu = " / ".join(tr(part) for part in spec.menu.split("/"))
    return f"{menu} · {tr(_SCOPES.get(spec.scope, spec.scope.capitalize()))}" if spec.scope else menu


def keys_words(keys: tuple[str, ...]) -> str:
    """Return shortcuts as people write them."""
    return ", ".join(shortcut_text(each) for each in keys)
