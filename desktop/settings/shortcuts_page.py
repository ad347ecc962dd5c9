"""The shortcuts: every command with its keys, and below the table the keys of the chosen one to change."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QKeySequenceEdit, QLineEdit, QTableView, QWidget

from desktop.settings.shortcut_table import KEYS, PLACE, ShortcutTable
from desktop.shell.shortcuts import Shortcuts
from desktop.widgets.buttons import Button, Kind, shortcut_text
from desktop.widgets.engine_words import engine_text
from desktop.widgets.labels import box, column, label, line, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.errors import PortraitsError

_PLAIN = QKeySequence.SequenceFormat.PortableText


class ShortcutsPage(QWidget):
    """A page of the settings.

    Args:
        shortcuts: what is shown and changed.
    """

    edited = Signal(object, object)
    """args: dict of what was chosen before, dict of what is chosen now."""

    def __init__(self, shortcuts: Shortcuts) -> None:
        super().__init__()
        self._shortcuts = shortcuts
        self.model = ShortcutTable(shortcuts, self)
        self.table = self._make_table()
        self.name = label("", "section")
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        self.keys.setClearButtonEnabled(True)
        self.keys.setFixedWidth(theme().px(180))
        # The field inside has the focus, so it is the one a screen reader speaks of.
        for part in (self.keys, *self.keys.findChildren(QLineEdit)):
            part.setAccessibleName(tr("New shortcut"))
            part.setAccessibleDescription(tr("Press the keys, then set them"))
        self.name.setBuddy(self.keys)
        self.said = label("", "small", "text2", wrap=True)
        self.set_button = Button(tr("Set"), kind=Kind.MAIN, height=28)
        self.none_button = Button(tr("No shortcut"))
        self.reset_button = Button(tr("Reset"), "rotate-ccw")
        self.keys.keySequenceChanged.connect(self._show_state)
        self.set_button.clicked.connect(self._set)
        self.none_button.clicked.connect(self._take_away)
        self.reset_button.clicked.connect(self._reset)
        shortcuts.changed.connect(self._on_changed)
        edit = row(self.keys, self.set_button, self.none_button, self.reset_button, None, space=8)
        foot = column(self.name, edit, self.said, space=6, margins=(20, 10, 20, 10))
        layout = column(self.table, line(), box(foot), space=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.choose(self.model.command(0))

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(tr("Commands and their shortcuts"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme().height(28))
        head = table.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setColumnWidth(PLACE, theme().px(190))
        table.setColumnWidth(KEYS, theme().px(170))
        table.selectionModel().currentChanged.connect(self._on_current)
        table.activated.connect(self._go_to_keys)
        return table

    def command(self) -> str:
        """Return the chosen command, or ""."""
        return self.model.command(self.table.currentIndex().row())

    def choose(self, command: str) -> None:
        """Bring a command into view and make its keys ready to be changed."""
        place = self.model.row_of(command)
        if place >= 0:
            self.table.setCurrentIndex(self.model.index(place, 0))
            self.table.scrollTo(self.model.index(place, 0))

    def filter(self, typed: str) -> bool:
        """Show what answers a search; return whether anything does."""
        before = self.command()
        self.model.show_typed(typed)
        self.choose(before if self.model.row_of(before) >= 0 else self.model.command(0))
        self._show_state()
        return self.model.rowCount() > 0

    def reset_all(self) -> None:
        """Give every command its own shortcuts again."""
        self._try(self._shortcuts.reset_all)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        command = self.command()
        keys = self._shortcuts.keys(command) if command else ()
        self.keys.setKeySequence(QKeySequence(keys[0]) if keys else QKeySequence())
        self._show_state()

    @Slot(object)
    def _on_changed(self, command: str) -> None:
        if command == self.command():
            self._on_current(QModelIndex(), QModelIndex())

    def _typed(self) -> str:
        return self.keys.keySequence().toString(_PLAIN)

    def _show_state(self, *_args: object) -> None:
        command, typed = self.command(), self._typed()
        for part in (self.keys, self.set_button, self.none_button, self.reset_button):
            part.setEnabled(bool(command))
        if not command:
            self.name.setText("")
            self.said.setText("")
            return
        spec = next(spec for spec in self._shortcuts.commands() if spec.key == command)
        self.name.setText(tr(spec.text))
        refused = self._shortcuts.problem(command, typed)
        self.set_button.setEnabled(bool(typed) and not refused and typed not in self._shortcuts.keys(command))
        self.none_button.setEnabled(bool(self._shortcuts.keys(command)))
        self.reset_button.setEnabled(not self._shortcuts.is_default(command))
        self.said.setText(self._words(command, typed, refused))

    def _words(self, command: str, typed: str, refused: bool) -> str:
        if refused:
            return tr("A letter alone would act while you type. Add Ctrl or Alt.")
        others = self._shortcuts.conflicts(command, typed) if typed else ()
        if others and typed not in self._shortcuts.keys(command):
            found = (tr(spec.text) for spec in self._shortcuts.commands() if spec.key in others)
            names = ", ".join(tr("“{name}”", name=name) for name in found)
            return tr("{keys} belongs to {names}, which would lose it.", keys=shortcut_text(typed), names=names)
        return ""

    def _set(self) -> None:
        self._try(lambda: self._shortcuts.choose(self.command(), (self._typed(),)))

    def _take_away(self) -> None:
        self._try(lambda: self._shortcuts.choose(self.command(), ()))

    def _reset(self) -> None:
        self._try(lambda: self._shortcuts.reset(self.command()))

    def _try(self, change: Callable[[], None]) -> None:
        before = self._shortcuts.chosen
        try:
            change()
        except PortraitsError as error:
            self.said.setText(engine_text(str(error)))
        if self._shortcuts.chosen != before:
            self.edited.emit(before, self._shortcuts.chosen)

    def _go_to_keys(self, _index: QModelIndex) -> None:
        self.keys.setFocus(Qt.FocusReason.ShortcutFocusReason)
