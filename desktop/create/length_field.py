"""Seconds and frames side by side; the one not typed follows at once and shows the legal value."""

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtWidgets import QWidget

from desktop.create.editor import Editor
from desktop.widgets.fields import NumberField
from desktop.widgets.labels import IconLabel, box, column, row
from desktop.widgets.numbers import short_number
from desktop.widgets.pane import FieldBox
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_USUAL_RATE = Fraction(24)
_LINK = 14
PAIR_SPACE = 6 + _LINK + 6
"""Between two fields side by side, with the link or without it."""


def _as_typed(frames: float) -> int:
    return round(frames)


class LengthField(QWidget):
    """The two ways to say how long something is.

    Args:
        frames: editor of the number of frames.
        rate: editor of the frame rate.
        title: label of the seconds.
        help_text: what the length is of.
        legal: returns the nearest number of frames that can be made.
        rule: the rule in short, such as "4k + 1", shown at the label of the frames.
        zero_text: what a length of 0 means, when the struct has that.
    """

    def __init__(
        self,
        frames: Editor,
        rate: Editor,
        *,
        title: str,
        help_text: str = "",
        legal: Callable[[float], int] = _as_typed,
        rule: str = "",
        zero_text: str = "",
    ) -> None:
        super().__init__()
        self._frames = frames
        self._rate = rate
        self._legal = legal
        self.seconds = NumberField(0, 5000, decimals=2, unit=tr("s"), step=0.1, empty_text=zero_text)
        self.seconds.setKeyboardTracking(True)
        self.seconds_box = FieldBox(title, self.seconds, help_text=help_text)
        self.frames_box = FieldBox(tr("Frames"), frames.widget, help_text=tr(frames.info.description), hint=rule)
        self.frames_box.reset.connect(frames.reset)
        link = box(column(None, IconLabel("link", "text3", _LINK), space=0))
        # In the middle of the fields, which stand below their labels.
        link.setContentsMargins(0, 0, 0, (theme().height(28) - theme().px(_LINK)) // 2)
        layout = row(self.seconds_box, link, self.frames_box, space=6)
        layout.setStretch(0, 1)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.seconds.valueChanged.connect(self._seconds_typed)
        self.seconds.editingFinished.connect(self.follow)
        frames.changed.connect(self._frames_typed)
        rate.changed.connect(self.follow)
        self.follow()

    def set_rule(self, rule: str) -> None:
        """Say another rule for the number of frames, and lay the number on it."""
        self.frames_box.hint.set_text(rule)
        self._frames_typed()

    def rate(self) -> Fraction:
        """Return the frame rate, 24 while the field holds no number."""
        try:
            return Fraction(str(self._rate.value())) or _USUAL_RATE
        except (ValueError, ZeroDivisionError):
            return _USUAL_RATE

    def follow(self) -> None:
        """Show the seconds that the frames take at this rate."""
        self.seconds.blockSignals(True)
        self.seconds.setValue(float(self._frames.value() / self.rate()))
        self.seconds.blockSignals(False)
        self._show_rate()

    def _show_rate(self) -> None:
        rate = short_number(float(self.rate()))
        text = tr("Frames at {rate} fps", rate=rate) if not self.frames_box.hint.text() else tr("Frames")
        self.frames_box.label.setText(text)
        if self.frames_box.hint.text():
            self.seconds_box.label.setText(tr("Length at {rate} fps", rate=rate))
        self.frames_box.set_changed(not self._frames.is_default())

    def _frames_typed(self) -> None:
        legal = self._legal(self._frames.value())
        if legal != self._frames.value():
            self._frames.set_value(legal)
        if not self.seconds.hasFocus():
            self.follow()
        self._show_rate()

    def _seconds_typed(self, seconds: float) -> None:
        self._frames.set_value(self._legal(seconds * float(self.rate())))
        self._frames.changed.emit()
