"""Width and height: usual shapes as a list, or two numbers of one's own that are laid on legal sides at once."""

from collections.abc import Sequence
from math import isqrt
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.create.editor import Editor
from desktop.create.editors import NumberEditor
from desktop.widgets.buttons import IconButton
from desktop.widgets.fields import ComboBox
from desktop.widgets.labels import box, column, row
from desktop.widgets.words import tr

_OWN = "own"


class Shape(NamedTuple):
    """A size that is offered, with a translated word about it."""

    width: int
    height: int
    word: str = ""

    @property
    def text(self) -> str:
        size = f"{self.width} × {self.height}"
        return f"{size} · {self.word}" if self.word else size


def _aspects() -> tuple[tuple[int, int, str], ...]:
    return (
        (1, 1, tr("square")),
        (4, 5, tr("portrait")),
        (2, 3, tr("portrait")),
        (9, 16, tr("tall")),
        (5, 4, tr("landscape")),
        (3, 2, tr("landscape")),
        (16, 9, tr("wide")),
    )


def shapes_of(side: int, multiple: int) -> tuple[Shape, ...]:
    """Return shapes of about the area that a model was trained on, with sides that it can make."""
    shapes = []
    for across, down, word in _aspects():
        width = isqrt(side * side * across // down)
        height = side * side // width
        shapes.append(Shape(round(width / multiple) * multiple, round(height / multiple) * multiple, word))
    return tuple(shapes)


class SizeField(QWidget):
    """A size of a list, or an own one.

    Args:
        width: editor of the width.
        height: editor of the height.
        shapes: what the list offers.
        multiple: sides must be multiples of this.
        zero_text: what 0 x 0 means, when the struct has that.
    """

    changed = Signal()

    def __init__(
        self, width: Editor, height: Editor, shapes: Sequence[Shape], *, multiple: int, zero_text: str = ""
    ) -> None:
        super().__init__()
        self._width, self._height = width, height
        self._multiple = multiple
        self._own = False
        self.choice = ComboBox(name=tr("Size"))
        self.turn = IconButton("rotate-cw", tr("Swap width and height"))
        self.turn.clicked.connect(self._swap)
        for editor in (width, height):
            if isinstance(editor, NumberEditor):
                editor.hide_unit()
        numbers = row(width.widget, height.widget, self.turn, space=4)
        numbers.setStretch(0, 1)
        numbers.setStretch(1, 1)
        self.numbers = box(numbers)
        self.setLayout(column(self.choice, self.numbers, space=6))
        self.setFocusProxy(self.choice)
        self.set_shapes(shapes, zero_text)
        self.choice.activated.connect(self._chosen)
        for editor in (width, height):
            editor.changed.connect(self._typed)

    def set_shapes(self, shapes: Sequence[Shape], zero_text: str = "") -> None:
        """Offer other shapes: another model is chosen."""
        self._has_zero = bool(zero_text)
        self.choice.clear()
        if zero_text:
            self.choice.addItem(zero_text, (0, 0))
        for shape in shapes:
            self.choice.addItem(shape.text, (shape.width, shape.height))
        self.choice.addItem(tr("Own size …"), _OWN)
        self.follow()

    def value(self) -> tuple[int, int]:
        return int(self._width.value()), int(self._height.value())

    def follow(self) -> None:
        """Show the values of the editors."""
        places = (self.choice.itemData(index) for index in range(self.choice.count()))
        found = next((index for index, data in enumerate(places) if data != _OWN and tuple(data) == self.value()), -1)
        own = found < 0 or self._own
        self.choice.setCurrentIndex(self.choice.count() - 1 if own else found)
        self.numbers.setVisible(own)

    def is_default(self) -> bool:
        return self._width.is_default() and self._height.is_default()

    def reset(self) -> None:
        self._own = False
        self._width.reset()
        self._height.reset()
        self.follow()

    def _chosen(self, index: int) -> None:
        data = self.choice.itemData(index)
        self._own = data == _OWN
        if not self._own:
            self._put(*data)
        self.follow()

    def _typed(self) -> None:
        width, height = (self._legal(side) for side in self.value())
        if (width, height) != self.value():
            self._width.set_value(width)
            self._height.set_value(height)
        self.follow()
        self.changed.emit()

    def _legal(self, side: int) -> int:
        if side == 0 and self._has_zero:
            return 0
        return max(self._multiple, round(side / self._multiple) * self._multiple)

    def _swap(self) -> None:
        width, height = self.value()
        self._put(height, width)

    def _put(self, width: int, height: int) -> None:
        self._width.set_value(width)
        self._height.set_value(height)
        self._width.changed.emit()
