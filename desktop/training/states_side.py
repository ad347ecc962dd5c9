"""The saved states of the run that is shown, and the error of each joint in one of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.training.curve_grid import AIM_MM
from desktop.training.curves import figure
from desktop.training.joint_errors import JointErrors
from desktop.training.run import ERROR, UNQUANTISED, Run, SavedState, best_of
from desktop.training.state_table import StateTable
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.labels import ElidedLabel, box, column, line, row
from desktop.widgets.numbers import number_text
from desktop.widgets.pane import Header
from desktop.widgets.words import tr


class StatesSide(QWidget):
    """The table with its buttons, and the errors of the state that is selected, else of the newest check."""

    open_wanted = Signal()
    """A run of another folder shall be shown."""

    export_wanted = Signal(object)
    """arg: SavedState whose tokenizer shall be exported."""

    def __init__(self) -> None:
        super().__init__()
        self._run: Run | None = None
        self._head = Header(tr("Saved states"))
        self._head.title.setMinimumWidth(self._head.title.sizeHint().width())
        self.open = IconButton("folder-open", tr("Look at a run in another folder …"), side=26)
        self.export_best = Button(tr("Export best …"), "share", height=26)
        self.export_best.setToolTip(tr("Write the tokenizer of the state with the smallest error, as others load it."))
        self._head.tools.addWidget(self.open)
        self._head.tools.addWidget(self.export_best)
        self.table = StateTable()
        self._joints_head = Header(tr("Error by joint"))
        self.joints = JointErrors()
        self.summary = ElidedLabel("", "small", "text2")
        summary = box(row(self.summary, margins=(12, 0, 12, 8)))
        layout = column(self._head, self.table, line(), self._joints_head, self.joints, summary, space=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.open.clicked.connect(self.open_wanted)
        self.export_best.clicked.connect(self._export_best)
        self.table.chosen.connect(self._show_joints)
        self.table.export_wanted.connect(self.export_wanted)

    def show_run(self, run: Run, every: int) -> None:
        """Show the states of a run.

        Args:
            run: as far as it was read.
            every: how many steps lie between two saved states, 0 for not known.
        """
        self._run = run
        states = run.states()
        self.table.show_states(states)
        self.export_best.setEnabled(bool(states))
        told = tr("every {n} steps and the best", n=figure(every)) if every else ""
        self._head.set_title(tr("Saved states"), told)
        self._show_joints(self.table.picked())
        self.summary.set_text(self._summary(run))

    def _show_joints(self, state: object) -> None:
        if self._run is None:
            return
        step = state.step if isinstance(state, SavedState) else self._run.step
        self.joints.show_errors(self._run.joint_errors(step))
        told = tr("step {n}, unseen clips, left and right together, mm", n=figure(step))
        self._joints_head.set_title(tr("Error by joint"), told)

    def _export_best(self) -> None:
        states = self._run.states() if self._run is not None else []
        best = best_of(states) or next(iter(states), None)
        if best is not None:
            self.export_wanted.emit(best)

    @staticmethod
    def _summary(run: Run) -> str:
        error, bare = run.newest(ERROR), run.newest(UNQUANTISED)
        if error is None:
            return ""
        words = tr("Below the aim of 30 mm") if error < AIM_MM else tr("Not below the aim of 30 mm yet")
        return f"{words} · {tr('{n} mm without tokens', n=number_text(bare, 1))}" if bare is not None else words
