"""A slider with the exact number beside it."""

from PySide6.QtWidgets import QWidget

from desktop.create.editor import Editor
from desktop.widgets.fields import Slider
from desktop.widgets.labels import row
from desktop.widgets.theme import theme

_STEPS = 150


class SliderField(QWidget):
    """Moves a number between its bounds, or within a narrower range that is usual.

    Args:
        editor: of the number.
        name: accessible name of the slider.
        low: where the slider starts, when that is not the lowest number allowed.
        high: where it ends, when that is not the highest number allowed.
    """

    def __init__(self, editor: Editor, name: str, *, low: float | None = None, high: float | None = None) -> None:
        super().__init__()
        self._editor = editor
        self._low = (editor.info.lowest or 0.0) if low is None else low
        top = (editor.info.highest or 1.0) if high is None else high
        self._step = (top - self._low) / _STEPS
        self.slider = Slider(0, _STEPS, name=name)
        editor.widget.setMaximumWidth(theme().px(76))
        layout = row(self.slider, editor.widget, space=12)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.slider.valueChanged.connect(self._slid)
        editor.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show the editor's value."""
        self.slider.blockSignals(True)
        self.slider.setValue(round((self._editor.value() - self._low) / self._step))
        self.slider.blockSignals(False)

    def _slid(self, place: int) -> None:
        self._editor.set_value(round(self._low + place * self._step, 2))
        self._editor.changed.emit()
