"""Short messages at the bottom left, above the job bar: one line and at most one action."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop.widgets.buttons import IconButton, LinkButton
from desktop.widgets.labels import column, label, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

SHOWN_MS = 6000
MOST = 3
_WIDTH = 320


def announce(source: QObject, text: str) -> None:
    """Have a screen reader say something when it next has a moment."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))


class Toast(QFrame):
    """One message. It stays while it is pointed at or focused."""

    closed = Signal(object)
    """arg: this toast, which is deleted soon."""

    def __init__(self, text: str, action: str, do: Callable[[], None] | None) -> None:
        super().__init__()
        self.setProperty("ground", "tile")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = label(text, "body", wrap=True)
        self.button = LinkButton(action) if action else None
        self._do = do
        self._closing = False
        close = IconButton("x", tr("Close the message"), side=24, icon_side=14)
        close.clicked.connect(self.close_soon)
        parts: list[QWidget] = [self.words, *([self.button] if self.button else []), close]
        layout = row(*parts, space=8, margins=(12, 6, 6, 6))
        layout.setStretch(0, 1)
        if self.button is not None and self._is_long(text, self.button):
            # Beside the action the words would stand in a narrow column.
            layout.removeWidget(self.button)
            layout.setAlignment(close, Qt.AlignmentFlag.AlignTop)
            below = row(None, self.button, margins=(0, 0, 12, 8))
            whole = column(layout, below, space=0)
            self.setLayout(whole)
        else:
            self.setLayout(layout)
        self.setFixedWidth(theme().px(_WIDTH))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_over)
        self._timer.start(SHOWN_MS)
        if self.button is not None:
            self.button.clicked.connect(self._act)

    def _is_long(self, text: str, button: LinkButton) -> bool:
        """Whether the words would take more than two lines beside the action."""
        px = theme().px
        room = px(_WIDTH) - px(58) - button.sizeHint().width()
        return theme().metrics("body").horizontalAdvance(text) > 2 * room

    def close_soon(self) -> None:
        """Take the message away; once is enough."""
        if self._closing:
            return
        self._closing = True
        self._timer.stop()
        self.closed.emit(self)
        self.hide()
        self.deleteLater()

    def _act(self) -> None:
        self.close_soon()
        if self._do is not None:
            self._do()

    def _time_over(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget() or self.window()):
            self._timer.start(1000)
        else:
            self.close_soon()


class ToastArea(QWidget):
    """Where messages appear in a window: at most three, the newest below."""

    def __init__(self, window: QWidget, bottom: int) -> None:
        super().__init__(window)
        self._window = window
        self._bottom = bottom
        self._toasts: list[Toast] = []
        self._list = column(space=8)
        self.setLayout(self._list)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        window.installEventFilter(self)
        self.hide()

    def show_message(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> Toast:
        """Show a message; ``action`` is a verb and ``do`` what it does."""
        toast = Toast(text, action, do)
        self._toasts.append(toast)
        toast.closed.connect(self._take_off)
        self._list.addWidget(toast)
        while len(self._toasts) > MOST:
            self._toasts[0].close_soon()
        announce(self, text)
        self.show()
        self.raise_()
        self._place()
        return toast

    def messages(self) -> list[str]:
        return [toast.words.text() for toast in self._toasts]

    def toasts(self) -> tuple[Toast, ...]:
        return tuple(self._toasts)

    def _take_off(self, toast: Toast) -> None:
        self._toasts.remove(toast)
        self._list.removeWidget(toast)
        self._place()

    def _place(self) -> None:
        self.setVisible(bool(self._toasts))
        px = theme().px
        # Lines that wrap need their height for this width, for each message; the hint of a new one is not known yet.
        self._list.invalidate()
        gaps = self._list.spacing() * max(0, len(self._toasts) - 1)
        self.resize(px(_WIDTH), sum(each.heightForWidth(px(_WIDTH)) for each in self._toasts) + gaps)
        self.move(px(12), self._window.height() - px(self._bottom) - self.height() - px(12))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
