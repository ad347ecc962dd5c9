"""The part of the right pane that lists what is wrong with the mesh, each problem with the button that helps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.landmarks.edits import Edits
from desktop.landmarks.preview import Preview
from desktop.landmarks.problems import Problem, find_problems
from desktop.landmarks.rows import ProblemRow
from desktop.landmarks.session import Session
from desktop.widgets.chips import StateMark
from desktop.widgets.labels import box, column, label, row
from desktop.widgets.toast import announce
from desktop.widgets.words import counted, tr


class ProblemsPart(QWidget):
    """The list of problems. When a drag has ended with more or fewer of them the screen reader says how many."""

    acted = Signal(object)
    """arg: Problem whose button was pressed."""

    def __init__(self, session: Session, edits: Edits, preview: Preview) -> None:
        super().__init__()
        self._session = session
        self._edits = edits
        self._preview = preview
        self._problems: tuple[Problem, ...] = ()
        self._told = 0
        self.count = StateMark("ok", "0", framed=True)
        self._rows = column(space=12)
        self.none = label("", "small", "text3", wrap=True)
        head = row(label(tr("Problems"), "section"), self.count, None, space=8)
        inner = column(box(head), self.none, box(self._rows), space=10, margins=(12, 11, 12, 12))
        self.setLayout(column(box(inner), space=0))
        for signal in (session.opened, session.settled, session.moved, session.side_changed, session.mesh_changed):
            signal.connect(self.refresh)
        preview.arrived.connect(self.refresh)

    def problems(self) -> tuple[Problem, ...]:
        return self._problems

    def rows(self) -> list[ProblemRow]:
        found = [self._rows.itemAt(index) for index in range(self._rows.count())]
        widgets = [item.widget() for item in found if item is not None]
        return [widget for widget in widgets if isinstance(widget, ProblemRow)]

    def refresh(self, *_args: object) -> None:
        """List what is wrong."""
        found = find_problems(self._session, self._preview.left_out)
        self.none.setVisible(not found and bool(self._session.sides))
        self.none.setText(
            tr("None. No triangle is turned over and every point is in the picture.")
            if self._session.mesh is not None
            else tr("The triangles are looked at when every picture has a face.")
        )
        if found != self._problems:
            self._problems = found
            self._show()
        if not self._edits.moves.dragging:
            self._tell()

    def _show(self) -> None:
        found, serious = self._problems, self._serious()
        self.count.set_state(("warn" if serious else "info") if found else "ok", str(len(found)))
        self.count.setAccessibleName(counted(len(found), "{n} problem", "{n} problems"))
        rows = self.rows()
        # While a point is dragged the list changes often: rows that stay the same keep their place and the focus.
        for index, problem in enumerate(found):
            if index >= len(rows):
                self._rows.addWidget(self._row(problem))
            elif rows[index].problem != problem:
                self._replace(rows[index], self._row(problem))
        for row_left in rows[len(found) :]:
            self._rows.removeWidget(row_left)
            row_left.hide()
            row_left.deleteLater()

    def _row(self, problem: Problem) -> ProblemRow:
        made = ProblemRow(problem)
        made.acted.connect(self.acted)
        return made

    def _replace(self, old: ProblemRow, new: ProblemRow) -> None:
        had_focus = old.button.hasFocus()
        self._rows.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        if had_focus:
            new.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _serious(self) -> int:
        return sum(each.state != "info" for each in self._problems)

    def _tell(self) -> None:
        if self._serious() != self._told:
            self._told = self._serious()
            announce(self, counted(self._told, "{n} problem in the mesh", "{n} problems in the mesh"))
