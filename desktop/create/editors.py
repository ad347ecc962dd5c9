"""One editor for each kind of field a job can have; the form builder picks them by the field's description."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from PySide6.QtWidgets import QLineEdit

from desktop.create.editor import Editor, plain
from desktop.create.file_field import FileEditor, FilesEditor
from desktop.create.list_editors import NumberListEditor, TextListEditor
from desktop.create.style_rows import StylesEditor
from desktop.create.tools import Tools
from desktop.widgets.chips import Option, Segment
from desktop.widgets.fields import ComboBox, NumberField
from desktop.widgets.numbers import read_number, short_number
from desktop.widgets.switches import CheckBox
from desktop.widgets.words import tr
from engine.protocol.fields import FieldInfo

_FRAME_RATES = ("12", "15", "20", "24000/1001", "24", "25", "30000/1001", "30", "48", "50", "60")
_SEGMENT_CHARACTERS = 24
_WIDEST = 2**53
_FINE = 0.01
_FINE_DECIMALS = 6


class NumberEditor(Editor):
    """A whole or real number with its unit inside the field; empty where the struct allows it.

    What is typed is laid on the nearest number that the struct allows, as soon as the field is left.
    """

    def __init__(self, info: FieldInfo) -> None:
        whole = info.kind == "whole"
        low = info.lowest if info.lowest is not None else -_WIDEST
        high = info.highest if info.highest is not None else _WIDEST
        fine = not whole and isinstance(info.default, float) and 0 < abs(info.default) < _FINE
        step = info.multiple or (1.0 if whole else _step(low, high, info.default if fine else 0.0))
        # One step below the lowest value stands for "not set".
        self._none = low - step if info.optional else None
        field = NumberField(
            low if self._none is None else self._none,
            high,
            decimals=0 if whole else _FINE_DECIMALS if fine else 2,
            unit=tr(info.unit) if info.unit else "",
            step=step,
            empty_text=tr("automatic") if info.optional else "",
            short=fine,
        )
        super().__init__(info, field)
        self._field = field
        field.valueChanged.connect(self._on_value)

    def value(self) -> Any:
        value = self._field.value()
        if self._none is not None and value <= self._none:
            return None
        return round(value) if self.info.kind == "whole" else round(value, 6)

    def set_value(self, value: Any) -> None:
        self._field.blockSignals(True)
        self._field.setValue(self._none if value is None and self._none is not None else value)
        self._field.blockSignals(False)

    def name_lowest(self, text: str) -> None:
        """Show words instead of the lowest number, where that means "as it suits the model"."""
        self._field.setSpecialValueText(text)

    def hide_unit(self) -> None:
        """Show no unit, where the label says it already."""
        self._field.set_unit("")

    def _on_value(self, value: float) -> None:
        multiple = self.info.multiple
        if multiple and (self._none is None or value > self._none):
            self.set_value(round(value / multiple) * multiple)
        self.changed.emit()


def _step(low: float, high: float, fine: float) -> float:
    if fine:
        return fine / 4
    return max((high - low) / 100, 0.01) if high < _WIDEST else 0.1


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
    """A few short choices side by side, in words that a panel may have chosen itself."""

    def __init__(self, info: FieldInfo, segment: Segment | None = None) -> None:
        self._segment = segment or Segment(
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
        if info.optional:
            self._combo.addItem(tr("automatic"), None)
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
        if index >= 0:
            return self._combo.itemData(index)
        number = read_number(text)
        return text if number is None else str(Fraction(str(number)))

    def set_value(self, value: Any) -> None:
        index = self._combo.findData(None if value is None else str(value))
        if index >= 0:
            self._combo.setCurrentIndex(index)
        else:
            self._combo.setEditText(str(value))


def rate_word(rate: str) -> str:
    """Return a frame rate as people write it: ``24``, ``23.976``."""
    return short_number(float(Fraction(rate)))


class SecondsEditor(Editor):
    """A length in seconds that the struct keeps as a fraction."""

    def __init__(self, info: FieldInfo) -> None:
        self._field = NumberField(0, 3600, decimals=2, unit=tr(info.unit), step=0.25)
        super().__init__(info, self._field)
        self._field.valueChanged.connect(lambda _value: self.changed.emit())

    def value(self) -> Any:
        return str(Fraction(str(round(self._field.value(), 3))))

    def set_value(self, value: Any) -> None:
        self._field.blockSignals(True)
        self._field.setValue(float(Fraction(str(value))))
        self._field.blockSignals(False)


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


def make_editor(info: FieldInfo, tools: Tools | None = None) -> Editor:
    """Return the editor for a field.

    Args:
        info: the field.
        tools: what fields that show files ask.

    Raises:
        KeyError: the field is a curve; panels give several curves one canvas.
    """
    if info.kind == "choice":
        short = sum(len(value) for value in info.choices) <= _SEGMENT_CHARACTERS and len(info.choices) <= 4
        editor: Editor = SegmentEditor(info) if short else ChoiceEditor(info)
    elif info.kind == "fraction" and info.unit == "s":
        editor = SecondsEditor(info)
    elif info.kind in _WITH_FILES:
        editor = _WITH_FILES[info.kind](info, tools)
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
    "texts": TextListEditor,
    "whole_list": NumberListEditor,
    "number_list": NumberListEditor,
}
_WITH_FILES: dict[str, Callable[[FieldInfo, Tools | None], Editor]] = {
    "file": FileEditor,
    "files": FilesEditor,
    "loras": StylesEditor,
}
