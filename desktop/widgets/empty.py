"""What a pane says while nothing is in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.widgets.buttons import Button
from desktop.widgets.labels import IconLabel, box, column, label, row
from desktop.widgets.theme import theme


class EmptyState(QWidget):
    """An icon, one sentence that says what belongs here, and what to do.

    Args:
        icon: name of the icon.
        sentence: what belongs here.
        buttons: what can be done, none or a few.
        hint: a quieter line below, for a drop hint.
    """

    def __init__(self, icon: str, sentence: str, *buttons: Button, hint: str = "") -> None:
        super().__init__()
        self._words = label(sentence, "body", "text2", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        parts: list[QWidget] = [box(row(None, IconLabel(icon, "text3", 20), None)), self._words]
        if hint:
            small = label(hint, "small", "text3", wrap=True)
            small.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            parts.append(small)
        if buttons:
            parts.append(box(column(*(row(None, button, None) for button in buttons), space=8, margins=(0, 4, 0, 0))))
        inner = box(column(*parts, space=8))
        inner.setMaximumWidth(theme().px(320))
        self.setLayout(column(None, row(None, inner, None, margins=(16, 16, 16, 16)), None, space=0))
        self.layout().itemAt(1).layout().setStretch(1, 1000)  # type: ignore[union-attr]

    def sentence(self) -> str:
        return self._words.text()

    def set_sentence(self, sentence: str) -> None:
        self._words.setText(sentence)
