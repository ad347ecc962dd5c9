"""Dialogs: a question that stops the work. The window behind is dimmed; Escape is the harmless answer."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from desktop.widgets import painting
from desktop.widgets.buttons import Button, Kind
from desktop.widgets.labels import box, column, label, line, row
from desktop.widgets.theme import theme
from desktop.widgets.tokens import DIM_ALPHA, ON_PICTURE


class Dimmer(QWidget):
    """Lies over a window and darkens it while a dialog is open."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().colour(ON_PICTURE.black, DIM_ALPHA))


class Sheet(QDialog):
    """A rounded ground of its own in the middle of a window, which is dimmed while it is open.

    Args:
        parent: the window it belongs to.
        title: for those who cannot see it.
    """

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._behind = parent
        self._dimmer: Dimmer | None = None
        self.finished.connect(self._undim)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        window = self._behind.window()
        if self._dimmer is None:
            self._dimmer = Dimmer(window)
        self.fit(window)
        self.move(window.mapToGlobal(window.rect().center()) - self.rect().center())

    def fit(self, window: QWidget) -> None:
        """Take the size that is right in a window."""

    def _undim(self) -> None:
        if self._dimmer is not None:
            self._dimmer.hide()
            self._dimmer.deleteLater()
            self._dimmer = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painting.frame(QPainter(self), self.rect(), fill=look.colour("pane"), edge=look.colour("edge"), radius=8)


class Dialog(Sheet):
    """A dialog in the window's look: title as a sentence, body, line, buttons at the right with the main one last.

    Args:
        parent: the window it belongs to and dims.
        title: a sentence.
        body: what stands between title and buttons.
        buttons: from left to right; the last one takes the focus.
        far_buttons: buttons at the left.
        width: 440 or 576 for the 13 px base.
        first: a field that takes the focus instead of the main button.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        body: QLayout,
        buttons: Sequence[Button],
        *,
        far_buttons: Sequence[Button] = (),
        width: int = 440,
        first: QWidget | None = None,
    ) -> None:
        super().__init__(parent, title)
        self.setFixedWidth(theme().px(width))
        self._first: QWidget = first or buttons[-1]
        top = column(label(title, "title", wrap=True), body, None, space=16, margins=(24, 20, 24, 20))
        foot = row(*far_buttons, None, *buttons, space=8, margins=(24, 12, 24, 12))
        layout = column(top, box(column(line(), foot, space=0)), space=0)
        self.setLayout(layout)

    def fit(self, window: QWidget) -> None:
        layout = self.layout()
        assert layout is not None
        # Lines that wrap need their height for this width; the hint alone is taken at another one.
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._first.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(self._first, Button):
            QTimer.singleShot(0, self._first, self._first.show_ring)


def ask(parent: QWidget, title: str, text: str, verbs: Sequence[tuple[str, str]], *, danger: str = "") -> str:
    """Ask a question and wait for the answer.

    Args:
        parent: the window.
        title: the question as a sentence.
        text: what is safe and what happens.
        verbs: (answer, words) of the buttons; the first is the harmless one, the last the main one.
        danger: the answer that destroys something, if any.

    Returns:
        The answer; the harmless one for Escape.
    """
    buttons: dict[str, Button] = {}
    for index, (answer, words) in enumerate(verbs):
        kind = Kind.DANGER if answer == danger else Kind.MAIN if index == len(verbs) - 1 else Kind.PLAIN
        buttons[answer] = Button(words, kind=kind, height=32)
    dialog = Dialog(parent, title, column(label(text, "body", "text2", wrap=True), space=0), list(buttons.values()))
    for index, button in enumerate(buttons.values()):
        button.clicked.connect(lambda _checked=False, result=index + 1: dialog.done(result))
    result = dialog.exec()
    dialog.deleteLater()
    return verbs[result - 1][0] if result else verbs[0][0]
