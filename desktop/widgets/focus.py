"""The focus ring of buttons: 2 px of accent around the control with a gap of 2 px, on keyboard focus only."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets import painting
from desktop.widgets.theme import theme

KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_OUTSIDE = 4


class FocusRing(QWidget):
    """Lies around one control, beside it in the same parent, and goes with it.

    The stock ``QFocusFrame`` is square and its margin belongs to the style; this one keeps the gap and the corners.
    """

    def __init__(self, target: QWidget, radius: float) -> None:
        super().__init__(target.parentWidget())
        self._target = target
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        target.installEventFilter(self)
        self._follow()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._target and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        return False

    def _follow(self) -> None:
        self.setGeometry(self._target.geometry().adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.frame(painter, self.rect(), edge=theme().colour("accent"), radius=self._radius + _OUTSIDE, width=2)


class RingFocus:
    """Mixin for painted controls: shows the ring while the control has the keyboard's focus."""

    ring_radius: float = 6
    _ring: FocusRing | None = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)  # type: ignore[misc]
        if event.reason() in KEYBOARD:
            self.show_ring()

    def show_ring(self) -> None:
        """Show the ring now, as for the main button of a dialog that has just opened."""
        assert isinstance(self, QWidget)
        if self._ring is None and self.parentWidget() is not None:
            self._ring = FocusRing(self, self.ring_radius)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)  # type: ignore[misc]
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None
