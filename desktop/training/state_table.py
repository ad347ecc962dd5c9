"""The saved states of a run, and the error of each joint."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem, QWidget

from desktop.training.curve_view import figure
from desktop.training.run import SavedState, best_of
from desktop.widgets import painting
from desktop.widgets.theme import theme
from desktop.widgets.words import clock, tr

LARGE_ERROR = 40.0
"""Millimetres above which the error of a joint is told in amber."""

_PAIRS = (
    ("Pelvis", ("pelvis",)),
    ("Spine", ("spine 1", "spine 2", "spine 3")),
    ("Hips", ("left hip", "right hip")),
    ("Knees", ("left knee", "right knee")),
    ("Ankles", ("left ankle", "right ankle")),
    ("Feet", ("left foot", "right foot")),
    ("Head", ("neck", "head")),
    ("Shoulders", ("left collar", "right collar", "left shoulder", "right shoulder")),
    ("Elbows", ("left elbow", "right elbow")),
    ("Wrists", ("left wrist", "right wrist")),
    ("Hands", ("left hand", "right hand")),
)


def ago(seconds: float) -> str:
    """Return how long ago something was."""
    if seconds < 60:
        return tr("just now")
    if seconds < 86_400:
        return tr("{time} ago", time=clock(seconds))
    return tr("{n} days ago", n=int(seconds // 86_400))


class StateTable(QTableWidget):
    """Step, error, codes and age of each saved state; the best one says so."""

    opened = Signal(object)
    """arg: SavedState whose folder shall be shown."""

    def __init__(self) -> None:
        super().__init__(0, 4)
        self._states: list[SavedState] = []
        self.setHorizontalHeaderLabels([tr("Step"), tr("Error"), tr("Codes"), tr("Saved")])
        self.setAccessibleName(tr("Saved states"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme().px(28))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        theme().changed.connect(self._dress)
        self.itemActivated.connect(lambda item: self.opened.emit(self._states[item.row()]))

    def show_states(self, states: Sequence[SavedState]) -> None:
        """Show states, the newest first."""
        states = list(states)
        if states == self._states and self.rowCount() == len(states):
            return
        row = self.currentRow()
        self._states = states
        best, now = best_of(states), time.time()
        self.setRowCount(len(states))
        for index, state in enumerate(states):
            step = figure(state.step)
            words = (
                f"{step} · {tr('best')}" if state is best else step,
                tr("{n} mm", n=f"{state.error:.1f}") if state.error is not None else "–",
                figure(round(state.codes)) if state.codes is not None else "–",
                ago(now - state.saved),
            )
            for column, text in enumerate(words):
                item = QTableWidgetItem(text)
                if state is best and column < 2:
                    item.setForeground(theme().colour("ok"))
                self.setItem(index, column, item)
        if 0 <= row < len(states):
            self.setCurrentCell(row, 0)

    def _dress(self) -> None:
        states, self._states = self._states, []
        self.show_states(states)

    def chosen(self) -> SavedState | None:
        row = self.currentRow()
        return self._states[row] if 0 <= row < len(self._states) else None


def grouped(errors: dict[str, float]) -> list[tuple[str, float]]:
    """Return the mean error of left and right together, in the order of the body; groups without a number are out."""
    found = []
    for title, joints in _PAIRS:
        values = [errors[joint] for joint in joints if joint in errors]
        if values:
            found.append((title, sum(values) / len(values)))
    return found


class JointErrors(QWidget):
    """A bar for each group of joints, in two columns."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Error by joint"))
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), theme().px(24) * -(-len(_PAIRS) // 2) + theme().px(16))

    def show_errors(self, errors: dict[str, float]) -> None:
        """Show errors in mm by the engine's name of the joint."""
        self._rows = grouped(errors)
        self.setAccessibleDescription(", ".join(f"{tr(title)} {value:.0f} mm" for title, value in self._rows))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if not self._rows:
            words = tr("The errors of unseen motions appear here with the first check.")
            painting.text(
                painter, self.rect(), words, look.font("small"), look.colour("text3"), Qt.AlignmentFlag.AlignHCenter
            )
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half, high = -(-len(self._rows) // 2), look.px(24)
        most = max(LARGE_ERROR, *(value for _, value in self._rows)) * 1.1
        width = self.width() / 2
        for index, (title, value) in enumerate(self._rows):
            left = look.px(12) + (index // half) * width
            top = look.px(8) + (index % half) * high
            name = QRectF(left, top, look.px(76), high)
            painting.text(painter, name, tr(title), look.font("small"), look.colour("text2"))
            bar = QRectF(left + look.px(80), top + high / 2 - 2.5, width - look.px(80 + 24 + 40), 5)
            painting.frame(painter, bar, fill=look.colour("press"), radius=2.5)
            bar.setWidth(bar.width() * min(1.0, value / most))
            large = value > LARGE_ERROR
            painting.frame(painter, bar, fill=look.colour("warn" if large else "text3"), radius=2.5)
            place = QRectF(left + width - look.px(24 + 38), top, look.px(38), high)
            font = look.font("small", bold=large)
            colour = look.colour("warn" if large else "text")
            painting.text(painter, place, f"{value:.0f}", font, colour, Qt.AlignmentFlag.AlignRight)
