"""One editor for each kind of field a job can have; the form builder picks them by the field's description."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.widgets.chips import Option, Segment
from desktop.widgets.fields import CheckBox, ComboBox, NumberField
from desktop.widgets.labels import restyle
from desktop.widgets.words import tr
from engine.protocol.fields import FieldInfo

_FRAME_RATES = ("12", "15", "24000/1001", "24", "25", "30000/1001", "30", "48", "50", "60")
_SEGMENT_CHARACTERS = 24
_WIDEST = 2**53


class Editor(QObject):
    """A field of a form: its widget, its value, and a signal when a person changed it.

    ``value`` is in the form that :func:`msgspec.convert` takes for the job's struct.
    """

    changed = Signal()

    def __init__(self, info: FieldInfo, widget: QWidget) -> None:
        super().__init__(widget)
        self.info = info
        self.widget = widget
        widget.setAccessibleName(tr(info.title))
        widget.setAccessibleDescription(tr(info.description) if info.description else "")

    def value(self) -> Any:
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value without telling."""
        raise NotImplementedError

    def is_default(self) -> bool:
        return self.info.required or bool(self.value() == plain(self.info.default))

    def reset(self) -> None:
        """Go back to the default."""
        if not self.info.required:
            self.set_value(plain(self.info.default))
            self.changed.emit()


def plain(value: Any) -> Any:
    """Return a struct's value in the form editors use: fractions as text, structs as dictionaries."""
    return msgspec.to_builtins(value, enc_hook=str)


class NumberEditor(Editor):
    """A whole or real number with its unit inside the field; empty where the struct allows it."""

    def __init__(self, info: FieldInfo) -> None:
        whole = info.kind == "whole"
        low = info.lowest if info.lowest is not None else -_WIDEST
        high = info.highest if info.highest is not None else _WIDEST
        step = 1.0 if whole else max((high - low) / 100, 0.01) if high < _WIDEST else 0.1
        # One step below the lowest value stands for "not set".
        self._none = low - step if info.optional else None
        field = NumberField(
            low if self._none is None else self._none,
            high,
            decimals=0 if whole else 2,
            unit=tr(info.unit) if info.unit else "",
            step=step,
            empty_text=tr("automatic") if info.optional else "",
        )
        super().__init__(info, field)
        self._field = field
        field.valueChanged.connect(self.changed)

    def value(self) -> Any:
        value = self._field.value()
        if self._none is not None and value <= self._none:
            return None
        return round(value) if self.info.kind == "whole" else round(value, 6)

    def set_value(self, value: Any) -> None:
        self._field.blockSignals(True)
        self._field.setValue(self._none if value is None and self._none is not None else value)
        self._field.blockSignals(False)


class FlagEditor(Editor):
    """A check box that carries its own title."""

    def __init__(self, info: FieldInfo) -> None:
        self._box = CheckBox(tr(info.title))
        super().__init__(info, self._box)
        self._box.setToolTip(tr(info.description) if info.description else "")
        self._box.toggled.connect(lambda _on: self.changed.emit())

    def value(self) -> Any:
        return self._box.isChecked()

    def set_value(self, value: Any) -> None:
        self._box.blockSignals(True)
        self._box.setChecked(bool(value))
        self._box.blockSignals(False)
        self._box.update()


def choice_word(value: str) -> str:
    """Return a choice of a struct as people read it: ``ping_pong`` becomes ``Ping pong``."""
    return tr(value.replace("_", " ").capitalize())


class SegmentEditor(Editor):
    """A few short choices side by side."""

    def __init__(self, info: FieldInfo) -> None:
        self._segment = Segment(
            [Option(value, choice_word(value)) for value in info.choices], name=tr(info.title), fill=True
        )
        super().__init__(info, self._segment)
        self._segment.chosen.connect(lambda _value: self.changed.emit())

    def value(self) -> Any:
        return self._segment.value()

    def set_value(self, value: Any) -> None:
        self._segment.set_value(value)


class ChoiceEditor(Editor):
    """Many or long choices in a drop-down list."""

    def __init__(self, info: FieldInfo) -> None:
        self._combo = ComboBox()
        for value in info.choices:
            self._combo.addItem(choice_word(value), value)
        super().__init__(info, self._combo)
        self._combo.activated.connect(lambda _index: self.changed.emit())

    def value(self) -> Any:
        return self._combo.currentData()

    def set_value(self, value: Any) -> None:
        self._combo.setCurrentIndex(self._combo.findData(value))


class FractionEditor(Editor):
    """A frame rate: the usual ones, or any fraction typed."""

    def __init__(self, info: FieldInfo) -> None:
        self._combo = ComboBox()
        self._combo.setEditable(True)
        for rate in _FRAME_RATES:
            self._combo.addItem(rate_word(rate), rate)
        super().__init__(info, self._combo)
        self._combo.activated.connect(lambda _index: self.changed.emit())
        line_edit = self._combo.lineEdit()
        assert line_edit is not None
        line_edit.editingFinished.connect(self.changed)

    def value(self) -> Any:
        text = self._combo.currentText().strip()
        index = self._combo.findText(text)
        return self._combo.itemData(index) if index >= 0 else text

    def set_value(self, value: Any) -> None:
        index = self._combo.findData(str(value))
        if index >= 0:
            self._combo.setCurrentIndex(index)
        else:
            self._combo.setEditText(str(value))


def rate_word(rate: str) -> str:
    """Return a frame rate as people write it: ``24``, ``23.976``."""
    value = Fraction(rate)
    return str(value) if value.denominator == 1 else f"{float(value):.3f}"


class TextEditor(Editor):
    """One line of text."""

    def __init__(self, info: FieldInfo) -> None:
        self._line = QLineEdit()
        super().__init__(info, self._line)
        self._line.textEdited.connect(lambda _text: self.changed.emit())

    def value(self) -> Any:
        return self._line.text()

    def set_value(self, value: Any) -> None:
        self._line.setText(value)


def make_editor(info: FieldInfo) -> Editor:
    """Return the editor for a field.

    Raises:
        KeyError: the field is a file, a curve or a list of numbers; panels give those their own editors.
    """
    if info.kind == "choice":
        short = sum(len(value) for value in info.choices) <= _SEGMENT_CHARACTERS and len(info.choices) <= 4
        editor: Editor = SegmentEditor(info) if short else ChoiceEditor(info)
    else:
        editor = _MAKERS[info.kind](info)
    if not info.required:
        editor.set_value(plain(info.default))
    return editor


_MAKERS: dict[str, Callable[[FieldInfo], Editor]] = {
    "whole": NumberEditor,
    "number": NumberEditor,
    "flag": FlagEditor,
    "fraction": FractionEditor,
    "text": TextEditor,
}


def mark_wrong(widget: QWidget, wrong: bool) -> None:
    """Give a field the edge of an error, or take it away."""
    if bool(widget.property("wrong")) != wrong:
        restyle(widget, wrong=wrong)
