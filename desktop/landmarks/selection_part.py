"""The part of the right pane that says in words and numbers what is chosen, with what can be done to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.landmarks.edits import Edits
from desktop.landmarks.regions import REGIONS, region_of
from desktop.landmarks.session import Session
from desktop.widgets.buttons import Button
from desktop.widgets.fields import NumberField
from desktop.widgets.labels import ElidedLabel, box, column, row
from desktop.widgets.pane import FieldBox, section
from desktop.widgets.words import counted, tr
from engine.project.landmarks import LANDMARK_COUNT

_FAR = 65_535.0


class SelectionPart(QWidget):
    """How many points are chosen, where the current one is, and buttons for them."""

    def __init__(self, session: Session, edits: Edits) -> None:
        super().__init__()
        self._session = session
        self._edits = edits
        self._side = 0
        self.chosen = ElidedLabel("", "small")
        self.current = ElidedLabel("", "tiny", "text3", align=Qt.AlignmentFlag.AlignRight)
        self.x_field = NumberField(-_FAR, _FAR, decimals=1, unit=tr("px"), step=1)
        self.y_field = NumberField(-_FAR, _FAR, decimals=1, unit=tr("px"), step=1)
        for field in (self.x_field, self.y_field):
            field.valueChanged.connect(self._place)
        self.reset = Button(tr("Reset"), "rotate-ccw")
        self.reset.setToolTip(tr("Back to where the detector had found the chosen points") + "  ⌫")
        self.reset.clicked.connect(lambda: edits.repairs.reset(self._side))
        self.copy = Button(tr("Copy offset to B"))
        self.copy.clicked.connect(lambda: edits.repairs.copy_offset(self._side))
        self.relax = Button(tr("Relax"))
        self.relax.setToolTip(tr("Move the chosen points to the nearest place without turned triangles") + "  R")
        self.relax.clicked.connect(lambda: edits.repairs.relax(self._side))
        self.delete = Button(tr("Delete key points"))
        self.delete.clicked.connect(lambda: edits.keys.delete())
        self._lay_out()
        session.selection.changed.connect(self.refresh)
        session.moved.connect(self._on_moved)

    def _lay_out(self) -> None:
        head = row(self.chosen, self.current, space=8)
        head.setStretch(0, 1)
        fields = row(FieldBox("X", self.x_field), FieldBox("Y", self.y_field), space=8)
        buttons = row(self.reset, self.copy, space=8)
        more = row(self.relax, self.delete, space=8)
        more.setStretch(0, 2)
        more.setStretch(1, 3)
        self._more = box(more)
        self.setLayout(column(section(tr("Selection"), box(head), box(fields), box(buttons), self._more), space=0))

    def set_side(self, side: int) -> None:
        """Act on one of the pictures."""
        self._side = side
        self.copy.setText(tr("Copy offset to {side}", side=self._session.letter(1 - side)))
        self.refresh()

    def refresh(self) -> None:
        """Show the selection in words and numbers."""
        selection = self._session.selection
        count = selection.count
        words = counted(count, "{n} point", "{n} points") if count else tr("Nothing is chosen")
        names = [tr(each.text) for each in REGIONS if each.key in selection.chosen_regions()]
        if count and names:
            words += " · " + (", ".join(names) if len(names) < 3 else tr("{n} regions", n=len(names)))
        self.chosen.set_text(words, "text" if count else "text3")
        current = selection.current
        if current >= LANDMARK_COUNT:
            self.current.set_text(tr("key point {n}", n=current - LANDMARK_COUNT + 1))
        else:
            self.current.set_text(tr("point {n}", n=current) if current >= 0 else "")
        tip = tr(region_of()[current].text) if 0 <= current < LANDMARK_COUNT else ""
        self.current.setAccessibleDescription(tip)
        landmarks = bool(selection.landmarks.any())
        for button in (self.reset, self.relax):
            button.setEnabled(landmarks)
        self.copy.setEnabled(landmarks and self._session.paired)
        self.delete.setVisible(bool(selection.keys))
        self._more.setVisible(count > 0)
        self._show_place()

    def _on_moved(self, side: object) -> None:
        if side == self._side:
            self._show_place()

    def _show_place(self) -> None:
        place = self._current_place()
        for field, value in ((self.x_field, place[0] if place else 0.0), (self.y_field, place[1] if place else 0.0)):
            field.blockSignals(True)
            field.setEnabled(place is not None)
            field.setValue(value)
            field.blockSignals(False)

    def _current_place(self) -> tuple[float, float] | None:
        current = self._session.selection.current
        face = self._session.sides[self._side].face if self._side < len(self._session.sides) else None
        if face is None or current < 0:
            return None
        if current >= LANDMARK_COUNT:
            return face.key_place(self._session.selection.key_ids[current - LANDMARK_COUNT])
        x, y = face.points[current].tolist()
        return x, y

    def _place(self, _value: float) -> None:
        current = self._session.selection.current
        before = self._current_place()
        if before is None or self._edits.moves.dragging:
            return
        # A field shows tenths: the axis that was not typed keeps all its digits.
        x = self.x_field.value() if abs(self.x_field.value() - before[0]) > 0.05 else before[0]
        y = self.y_field.value() if abs(self.y_field.value() - before[1]) > 0.05 else before[1]
        if (x, y) != before:
            self._edits.moves.place(self._side, current, x, y)
            self._show_place()
