"""Progress: a bar of 4 px and a turning ring."""

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets import painting
from desktop.widgets.icons import icon_pixmap
from desktop.widgets.theme import theme

_STEP_MS = 50
_TURN_DEGREES = 15


class _Moving(QWidget):
    """A widget that is repainted while it is shown and something runs; with reduced motion it stands still."""

    def __init__(self) -> None:
        super().__init__()
        self._phase = 0
        self._moves = False
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._advance)

    def set_moving(self, moves: bool) -> None:
        self._moves = moves
        self._update_timer()

    def _update_timer(self) -> None:
        wanted = self._moves and self.isVisible() and not theme().reduced_motion
        if wanted and not self._timer.isActive():
            self._timer.start()
        elif not wanted:
            self._timer.stop()

    def _advance(self) -> None:
        self._phase += 1
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._update_timer()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()


class ProgressBar(_Moving):
    """How far a job is: a bar of 4 px, or one that runs when the length is not known.

    Args:
        width: fixed width for the 13 px base; None takes the width there is.
    """

    def __init__(self, width: int | None = None) -> None:
        super().__init__()
        self._width = width
        self._part: float | None = 0.0
        self._tone = "accent"
        horizontal = QSizePolicy.Policy.Expanding if width is None else QSizePolicy.Policy.Fixed
        self.setSizePolicy(horizontal, QSizePolicy.Policy.Fixed)

    def part(self) -> float | None:
        return self._part

    def set_part(self, part: float | None, tone: str = "accent") -> None:
        """Show ``part`` (0..1) of the bar, or None for a bar that runs."""
        self._part = part if part is None else max(0.0, min(1.0, part))
        self._tone = tone
        self.set_moving(part is None)
        self.update()

    def set_width(self, width: int) -> None:
        """Change the fixed width, for the 13 px base."""
        self._width = width
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._width or 80), 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        rect = QRectF(0, (self.height() - 4) / 2, self.width(), 4)
        painting.frame(painter, rect, fill=look.colour("press"), radius=2)
        if self._part is None:
            width = rect.width() * 0.3
            travel = rect.width() - width
            x = travel * abs((self._phase % 40) / 20 - 1)
            painting.frame(painter, QRectF(x, rect.top(), width, 4), fill=look.colour(self._tone), radius=2)
        elif self._part > 0:
            width = max(4.0, rect.width() * self._part)
            painting.frame(painter, QRectF(0, rect.top(), width, 4), fill=look.colour(self._tone), radius=2)


class Ring(_Moving):
    """A ring that turns while something runs; beside it stands a word."""

    def __init__(self, side: int = 16) -> None:
        super().__init__()
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_moving(True)

    def sizeHint(self) -> QSize:
        side = theme().px(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = look.px(self._side)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.rotate(self._phase * _TURN_DEGREES % 360)
        pixmap = icon_pixmap("loader", look.colour("accenttext"), side, self.devicePixelRatioF())
        painter.drawPixmap(QRectF(-side / 2, -side / 2, side, side), pixmap, QRectF(pixmap.rect()))
