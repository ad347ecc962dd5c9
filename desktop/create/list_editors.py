"""Lists in a form: numbers on one line, texts one below the other."""

import re
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.create.editor import Editor
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.labels import box, clear, label, row
from desktop.widgets.numbers import read_number, short_number
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.fields import FieldInfo

_BETWEEN = re.compile(r"[\s,;]+")
_BETWEEN_COMMAS = re.compile(r"[\s;]+|,(?:\s+|$)")
"""Between numbers of a language that writes 0,5: a comma counts with a blank behind it."""

_RANGE = re.compile(r"(\d+)\s*(?:-|–|…|\.\.)\s*(\d+)")
_LONGEST_RANGE = 1000


class NumberListEditor(Editor):
    """Numbers with spaces or commas between them; whole ones also as a range, "3-6"."""

    def __init__(self, info: FieldInfo) -> None:
        self._line = QLineEdit()
        super().__init__(info, self._line)
        self._whole = info.kind == "whole_list"
        self._line.setPlaceholderText("1, 2, 5-8" if self._whole else _joined((0.5, 0.75, 1)))
        self._line.textEdited.connect(lambda _text: self.changed.emit())

    def value(self) -> Any:
        text = self._line.text().strip()
        if self._whole:
            text = _RANGE.sub(_spread, text)
        between = _BETWEEN if self._whole or QLocale().decimalPoint() != "," else _BETWEEN_COMMAS
        return [self._number(part) for part in between.split(text) if part]

    def set_value(self, value: Any) -> None:
        self._line.setText(", ".join(map(str, value)) if self._whole else _joined(value))

    def _number(self, text: str) -> int | float | str:
        """Return the number, or the text, which the struct then refuses by name."""
        try:
            number = int(text) if self._whole else read_number(text)
        except ValueError:
            return text
        return text if number is None else number


def _joined(values: Iterable[float]) -> str:
    """Return numbers on one line, with a mark between that is none of theirs."""
    between = "; " if QLocale().decimalPoint() == "," else ", "
    return between.join(short_number(value, 6) for value in values)


def _spread(found: re.Match[str]) -> str:
    first, last = int(found[1]), int(found[2])
    if not first <= last < first + _LONGEST_RANGE:
        return found[0].replace(" ", "")
    return " ".join(str(number) for number in range(first, last + 1))


class _Line(QLineEdit):
    """One text. Enter goes on to the next one, Alt with up and down moves it, Backspace takes an empty one out."""

    more = Signal()
    moved = Signal(object)
    """arg: int, how many lines down."""
    emptied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key == Qt.Key.Key_Return and not held:
            self.more.emit()
        elif key in steps and held & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(steps[key])
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)


class TextsField(QWidget):
    """Texts one below the other, numbered, with a button that adds one."""

    changed = Signal()

    def __init__(self, add_text: str, hint: str, most: int) -> None:
        super().__init__()
        self._hint = hint
        self._most = most
        self._lines: list[_Line] = []
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().px(4))
        self.add_button = Button(add_text, "plus", height=26)
        self.add_button.clicked.connect(self._add_by_hand)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(6))
        layout.addLayout(self._rows)
        layout.addLayout(row(self.add_button, None))

    def texts(self) -> list[str]:
        """Return the texts that are not empty."""
        return [text for line in self._lines if (text := line.text().strip())]

    def set_texts(self, texts: list[str]) -> None:
        self._show(list(texts)[: self._most])

    def lines(self) -> tuple[QLineEdit, ...]:
        return tuple(self._lines)

    def _show(self, texts: list[str], focus: int = -1) -> None:
        clear(self._rows)
        self._lines = []
        for number, text in enumerate(texts):
            self._rows.addWidget(self._row(number, text))
        self.add_button.setEnabled(len(texts) < self._most)
        if 0 <= focus < len(self._lines):
            self._lines[focus].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, number: int, text: str) -> QWidget:
        line = _Line(text)
        line.setPlaceholderText(self._hint)
        line.setAccessibleName(f"{self._hint} {number + 1}")
        self._lines.append(line)
        place = label(str(number + 1), "tiny", "text2")
        place.setFixedWidth(theme().px(16))
        place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        remove = IconButton("x", tr("Take out “{name}”", name=text or str(number + 1)), side=24, icon_side=13)
        line.textEdited.connect(lambda _text: self.changed.emit())
        line.more.connect(lambda: self._insert(number + 1))
        line.moved.connect(lambda step: self._move(number, step))
        line.emptied.connect(lambda: self._remove(number))
        remove.clicked.connect(lambda: self._remove(number))
        layout = row(place, line, remove, space=6)
        layout.setStretch(1, 1)
        return box(layout)

    def _all(self) -> list[str]:
        return [line.text() for line in self._lines]

    def _add_by_hand(self) -> None:
        self._insert(len(self._lines))

    def _insert(self, place: int) -> None:
        texts = self._all()
        if len(texts) < self._most:
            texts.insert(place, "")
            self._show(texts, place)

    def _remove(self, place: int) -> None:
        texts = self._all()
        del texts[place]
        self._show(texts, max(0, place - 1))
        self.changed.emit()

    def _move(self, place: int, step: int) -> None:
        texts, target = self._all(), place + step
        if 0 <= target < len(texts):
            texts.insert(target, texts.pop(place))
            self._show(texts, target)
            self.changed.emit()


class TextListEditor(Editor):
    """A list of texts."""

    def __init__(self, info: FieldInfo) -> None:
        self._field = TextsField(tr("Add a line"), tr(info.title), info.most or 100)
        super().__init__(info, self._field)
        self._field.changed.connect(self.changed)

    def value(self) -> Any:
        return self._field.texts()

    def set_value(self, value: Any) -> None:
        self._field.set_texts(list(value))
