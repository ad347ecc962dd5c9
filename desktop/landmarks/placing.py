"""The part of the right pane that is there while a mesh is placed by hand: its steps, and exact numbers."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.landmarks.edits import Edits
from desktop.landmarks.session import Session
from desktop.landmarks.tools import Toolbox
from desktop.widgets.buttons import Button, Kind
from desktop.widgets.chips import Option, Segment
from desktop.widgets.fields import NumberField
from desktop.widgets.labels import box, column, label, line, row
from desktop.widgets.pane import FieldBox
from desktop.widgets.words import tr

_STEPS = (
    ("place", "Face", "Drag the frame over the face. Corners scale it, the knob turns it."),
    ("eyes", "Eyes", "Drag the round points to the corners and lids of both eyes. The mesh bends along."),
    ("mouth", "Mouth", "Drag the round points to the corners and to the middle of the lips."),
    ("oval", "Oval", "Drag the round points to forehead, temples, cheeks, jaw and chin."),
)


class PlacingPart(QWidget):
    """Moves, scales and turns the template, and fits it to eyes, mouth and oval in turn."""

    step_taken = Signal(object, object)
    """args: int side, tuple of the landmarks that this step lets a person move."""

    wanted = Signal(object)
    """arg: int, the picture whose mesh is to be placed further."""

    ended = Signal(object)
    """arg: int, the picture whose mesh is placed now."""

    def __init__(self, session: Session, edits: Edits, tools: Toolbox) -> None:
        super().__init__()
        self._session = session
        self._edits = edits
        self._tools = tools
        self._side = 0
        self.steps = Segment([Option(key, tr(text)) for key, text, _ in _STEPS], name=tr("Step"), side=28, fill=True)
        self.steps.chosen.connect(self._take_step)
        self.hint = label("", "small", "text2", wrap=True)
        self.x_field = NumberField(-65_535, 65_535, decimals=1, unit=tr("px"))
        self.y_field = NumberField(-65_535, 65_535, decimals=1, unit=tr("px"))
        self.width_field = NumberField(4, 65_535, decimals=1, unit=tr("px"))
        self.angle = NumberField(-180, 180, decimals=1, unit="°", step=0.5)
        for field in (self.x_field, self.y_field, self.width_field, self.angle):
            field.valueChanged.connect(self._typed)
        first = row(FieldBox(tr("Middle X"), self.x_field), FieldBox(tr("Middle Y"), self.y_field), space=8)
        second = row(FieldBox(tr("Face width"), self.width_field), FieldBox(tr("Turn"), self.angle), space=8)
        self._numbers = box(column(first, second, space=8))
        self.next = Button(tr("Next step"))
        self.next.clicked.connect(self._next)
        self.end = Button(tr("Mesh is placed"), kind=Kind.PLAIN, bold=True)
        self.end.clicked.connect(self._end)
        buttons = row(self.next, self.end, space=8)
        buttons.setStretch(0, 1)
        buttons.setStretch(1, 1)
        self._buttons = box(buttons)
        self.go_on = Button(tr("Go on placing"), "move")
        self.go_on.clicked.connect(lambda: self.wanted.emit(self._side))
        inner = column(
            label(tr("Place by hand"), "section"),
            self.steps,
            self.hint,
            self._numbers,
            self._buttons,
            self.go_on,
            space=8,
            margins=(12, 11, 12, 12),
        )
        self.setLayout(column(box(inner), line(), space=0))
        for signal in (session.moved, session.settled, session.side_changed):
            signal.connect(self._on_side)
        tools.changed.connect(self.refresh)
        self.refresh()

    def set_side(self, side: int) -> None:
        self._side = side
        self.refresh()

    def refresh(self) -> None:
        """Show step and numbers; nothing while no mesh is placed."""
        side = self._session.sides[self._side] if self._side < len(self._session.sides) else None
        template = side.face.template if side is not None and side.face is not None else None
        self.setVisible(template is not None)
        if side is None or template is None:
            return
        for widget in (self.steps, self._buttons):
            widget.setVisible(side.placing)
        self.go_on.setVisible(not side.placing)
        if not side.placing:
            self._numbers.hide()
            self.hint.setText(tr("The mesh of this picture was placed by hand. Points you move now stay as they are."))
            return
        step = self._tools.step
        self.steps.set_value(step)
        self.hint.setText(tr(next(text for key, _, text in _STEPS if key == step)))
        self._numbers.setVisible(step == "place")
        self.next.setEnabled(step != _STEPS[-1][0])
        values = (template.x, template.y, template.width, template.angle)
        for field, value in zip((self.x_field, self.y_field, self.width_field, self.angle), values, strict=True):
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)

    def _on_side(self, side: object) -> None:
        if side == self._side:
            self.refresh()

    def _typed(self, _value: float) -> None:
        side = self._session.sides[self._side]
        before = side.placement
        if before is None:
            return
        wanted = before.moved(self.x_field.value() - before.x, self.y_field.value() - before.y)
        wanted = wanted.scaled(self.width_field.value() / before.width).turned(self.angle.value() - before.angle)
        # The fields show tenths; what was typed is taken as it stands.
        self._edits.template.show(self._side, replace(wanted, x=self.x_field.value(), y=self.y_field.value()))
        self._edits.template.commit(self._side)

    def _take_step(self, step: object) -> None:
        self._tools.set_step(str(step))
        anchors = self._edits.template.anchors(str(step))
        if anchors:
            self._session.selection.choose(anchors[:1], current=anchors[0])
        else:
            self._session.selection.clear()
        self.step_taken.emit(self._side, anchors)

    def _next(self) -> None:
        keys = [key for key, _, _ in _STEPS]
        self._take_step(keys[min(keys.index(self._tools.step) + 1, len(keys) - 1)])

    def _end(self) -> None:
        self._edits.template.end(self._side)
        self._tools.set_step("place")
        self.refresh()
        self.ended.emit(self._side)
