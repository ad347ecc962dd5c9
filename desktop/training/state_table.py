"""The saved states of a run, and what can be done with each."""

import time
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableWidget, QTableWidgetItem, QWidget

from desktop.training.curves import figure
from desktop.training.run import SavedState, best_of
from desktop.widgets.buttons import IconButton
from desktop.widgets.labels import box, row
from desktop.widgets.numbers import number_text
from desktop.widgets.theme import theme
from desktop.widgets.words import clock, tr

_ACTIONS, _ACTIONS_WIDTH = 4, 78


def ago(seconds: float) -> str:
    """Return how long ago something was."""
    if seconds < 60:
        return tr("just now")
    if seconds < 86_400:
        return tr("{time} ago", time=clock(seconds))
    return tr("{n} days ago", n=int(seconds // 86_400))


class StateTable(QTableWidget):
    """Step, error, codes and age of each saved state, with what can be done with it; the best one says so."""

    chosen = Signal(object)
    """arg: SavedState that was selected, or None."""

    look_wanted = Signal(object)
    """arg: SavedState that motions shall be compared with."""

    begin_wanted = Signal(object)
    """arg: SavedState that a new run shall begin from."""

    export_wanted = Signal(object)
    """arg: SavedState whose tokenizer shall be exported."""

    folder_wanted = Signal(object)
    """arg: SavedState whose folder shall be shown."""

    def __init__(self) -> None:
        super().__init__(0, _ACTIONS + 1)
        self._states: list[SavedState] = []
        self.setHorizontalHeaderLabels([tr("Step"), tr("Error"), tr("Codes"), tr("Saved"), ""])
        self.setAccessibleName(tr("Saved states"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme().px(28))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_ACTIONS, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(theme().px(24))
        self.setColumnWidth(_ACTIONS, theme().px(_ACTIONS_WIDTH))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        theme().changed.connect(self._dress)
        self.itemActivated.connect(lambda item: self.folder_wanted.emit(self._states[item.row()]))
        self.itemSelectionChanged.connect(lambda: self.chosen.emit(self.picked()))
        self.customContextMenuRequested.connect(self._open_menu)

    def show_states(self, states: Sequence[SavedState]) -> None:
        """Show states, the newest first; the one that was selected stays so."""
        states = list(states)
        if states == self._states and self.rowCount() == len(states):
            return
        selected = self.picked()
        self._states = states
        best, now = best_of(states), time.time()
        self.setRowCount(len(states))
        for index, state in enumerate(states):
            self._fill(index, state, is_best=state is best, now=now)
        self.clearSelection()
        if selected is not None:
            for index, state in enumerate(states):
                if state.folder == selected.folder:
                    self.setCurrentCell(index, 0)

    def _fill(self, index: int, state: SavedState, *, is_best: bool, now: float) -> None:
        step = figure(state.step)
        words = (
            f"{step} · {tr('best')}" if is_best else step,
            tr("{n} mm", n=number_text(state.error, 1)) if state.error is not None else "–",
            figure(round(state.codes)) if state.codes is not None else "–",
            ago(now - state.saved),
        )
        for place, text in enumerate(words):
            item = QTableWidgetItem(text)
            if is_best and place < 2:
                item.setForeground(theme().colour("ok"))
            self.setItem(index, place, item)
        self.setCellWidget(index, _ACTIONS, self._buttons(state))

    def _buttons(self, state: SavedState) -> QWidget:
        buttons, step = [], figure(state.step)
        for icon, words, signal in (
            ("eye", tr("Compare motions before and after the tokens of step {n}", n=step), self.look_wanted),
            ("refresh-cw", tr("Begin a new run from step {n}", n=step), self.begin_wanted),
            ("share", tr("Export the tokenizer of step {n} …", n=step), self.export_wanted),
        ):
            button = IconButton(icon, words, side=22)
            button.clicked.connect(partial(signal.emit, state))
            buttons.append(button)
        return box(row(*buttons, space=2, margins=(0, 0, 4, 0)))

    def menu(self, state: SavedState) -> QMenu:
        """Return what can be done with a state."""
        menu = QMenu(self)
        for words, signal in (
            (tr("Compare"), self.look_wanted),
            (tr("Begin a new run from here"), self.begin_wanted),
            (tr("Export the tokenizer …"), self.export_wanted),
            (tr("Show the folder"), self.folder_wanted),
        ):
            action = QAction(words, menu)
            action.triggered.connect(partial(signal.emit, state))
            menu.addAction(action)
        return menu

    def _open_menu(self, place: QPoint) -> None:
        state = self.picked()
        if state is not None:
            menu = self.menu(state)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.viewport().mapToGlobal(place))

    def _dress(self) -> None:
        states, self._states = self._states, []
        self.show_states(states)

    def picked(self) -> SavedState | None:
        """Return the selected state, None for none."""
        rows = {index.row() for index in self.selectedIndexes()}
        index = min(rows, default=-1)
        return self._states[index] if 0 <= index < len(self._states) else None
