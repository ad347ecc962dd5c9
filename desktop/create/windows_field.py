"""The words of a long shot: one text for each window, with the seconds that it stands for and how far it is."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.create.editor import Editor
from desktop.create.prompt_field import StateCorner, WordsField
from desktop.queue.shot_progress import ShotProgress, WindowState, state_of
from desktop.widgets.labels import ElidedLabel, box, column, row
from desktop.widgets.numbers import number_text
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.fields import FieldInfo
from engine.protocol.shots import Window


class WindowsField(QWidget):
    """The texts of the windows after the first; one that is empty goes on with the text before it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._texts: list[str] = []
        self.fields: list[WordsField] = []
        self._spans: list[ElidedLabel] = []
        self.states: list[StateCorner] = []
        self._parts: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme().px(8))
        self.setAccessibleName(tr("Texts of the next windows"))

    def show_windows(self, windows: Sequence[Window], fps: float) -> None:
        """Have a text for each window but the first."""
        later = windows[1:]
        while len(self.fields) < len(later):
            self._append(len(self.fields))
        for number, part in enumerate(self._parts):
            part.setVisible(number < len(later))
        for number, (window, span) in enumerate(zip(later, self._spans, strict=False)):
            span.set_text(span_of(number + 2, window, fps))
        self.setVisible(bool(later))

    def show_states(self, states: Sequence[WindowState]) -> None:
        """Show how far each of these windows is; nothing for those that are left out."""
        for number, corner in enumerate(self.states):
            corner.show_state(states[number] if number < len(states) else None)

    def texts(self) -> list[str]:
        """Return the texts that are shown, without empty ones at the end."""
        texts = [
            field.toPlainText().strip()
            for field, part in zip(self.fields, self._parts, strict=True)
            if not part.isHidden()
        ]
        while texts and not texts[-1]:
            texts.pop()
        return texts

    def set_texts(self, texts: Sequence[str]) -> None:
        while len(self.fields) < len(texts):
            self._append(len(self.fields))
        for number, field in enumerate(self.fields):
            field.blockSignals(True)
            field.setPlainText(texts[number] if number < len(texts) else "")
            field.blockSignals(False)

    def _append(self, number: int) -> None:
        field = WordsField(least=1, most=5)
        field.setPlaceholderText(tr("goes on as before"))
        field.setAccessibleName(tr("Text of window {n}", n=number + 2))
        span = ElidedLabel("", "tiny", "text2")
        field.textChanged.connect(self.changed)
        self.fields.append(field)
        self._spans.append(span)
        self.states.append(StateCorner())
        head = row(span, self.states[-1], space=8)
        head.setStretch(0, 1)
        self._parts.append(box(column(head, field, space=3)))
        self._layout.addWidget(self._parts[-1])


class WindowsEditor(Editor):
    """The texts as a value of the form. A gap is filled with the text before it."""

    def __init__(self, info: FieldInfo, field: WindowsField, first: WordsField) -> None:
        super().__init__(info, field)
        self._field = field
        self._first = first
        field.changed.connect(self.changed)

    def value(self) -> Any:
        texts: list[str] = []
        before = self._first.toPlainText().strip()
        for text in self._field.texts():
            before = text or before
            texts.append(before)
        return texts

    def set_value(self, value: Any) -> None:
        self._field.set_texts(list(value))


def span_of(place: int, window: Window, fps: float) -> str:
    """Return the place of a window, counted from 1, and its seconds."""
    return f"{place}   {number_text(window.start / fps, 1)} – {number_text(window.end / fps, 1)} s"


def windows_note(windows: Sequence[Window]) -> str:
    """Return how many windows there are and what they share, in a few words."""
    if len(windows) < 2:
        return ""
    return tr("{n}, each overlaps by {frames} frames", n=len(windows), frames=windows[1].overlap)


def states_of(shot: ShotProgress) -> tuple[WindowState, ...]:
    """Return how far each window of a running shot is."""
    return tuple(state_of(shot, place) for place in range(shot.windows))
