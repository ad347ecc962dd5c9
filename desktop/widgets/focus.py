"""The focus ring of buttons: 2 px of accent around the control with a gap of 2 px, on keyboard focus only."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.widgets import painting
from desktop.widgets.theme import theme

KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_OUTSIDE = 4


class FocusRing(QWidget):
    """Lies around one control and goes with it, in the nearest parent that has room for it.

    The stock ``QFocusFrame`` is square and its margin belongs to the style; this one keeps the gap and the corners.
    """

    def __init__(self, target: QWidget, radius: float) -> None:
        host, between = _host_of(target)
        super().__init__(host)
        self._target, self._host, self._between = target, host, between
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in between:
            widget.installEventFilter(self)
        self._follow()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self._between and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        return False

    def _follow(self) -> None:
        self.setGeometry(_around(self._target, self._host))

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


def _host_of(target: QWidget) -> tuple[QWidget, tuple[QWidget, ...]]:
    """Return the parent that a ring does not stick out of, and the widgets whose moves it must follow.

    What is scrolled keeps its ring inside, so that both go and are cut together.
    """
    host, between = target.parentWidget(), [target]
    assert host is not None
    while not host.isWindow() and not host.rect().contains(_around(target, host)):
        above = host.parentWidget()
        if above is None or isinstance(above.parentWidget(), QAbstractScrollArea):
            break
        between.append(host)
        host = above
    return host, tuple(between)


def _around(target: QWidget, host: QWidget) -> QRect:
    place = QRect(target.mapTo(host, QPoint(0, 0)), target.size())
    return place.adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE)
