"""Loudness now and the target on one scale."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets import painting
from desktop.widgets.numbers import number_text, short_number
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_LOW, _HIGH = -30.0, 0.0
_GROOVE = 5


class LoudnessScale(QWidget):
    """A bar from -30 to 0 LUFS: filled up to how loud the film is mixed, with a tick at the target."""

    def __init__(self) -> None:
        super().__init__()
        self._now: float | None = None
        self._target: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Loudness now and target"))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def show_values(self, now: float | None, target: float | None) -> None:
        """Show how loud the film is (LUFS; None while that is not known) and what it shall be (None: as it is)."""
        self._now, self._target = now, target
        words = [tr("now {n}", n=number_text(now, 1)) if now is not None else tr("not measured")]
        if target is not None:
            words.append(tr("target {n}", n=short_number(target)))
        self.setAccessibleDescription(", ".join(words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(_GROOVE + 4 + 16))

    def _x(self, level: float) -> float:
        return self.width() * (min(max(level, _LOW), _HIGH) - _LOW) / (_HIGH - _LOW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        groove = QRectF(0, look.px(2), self.width(), look.px(_GROOVE))
        painting.frame(painter, groove, fill=look.colour("press"), radius=2)
        if self._now is not None:
            filled = QRectF(0, groove.top(), self._x(self._now), groove.height())
            painting.frame(painter, filled, fill=look.colour("ok"), radius=2)
        if self._target is not None:
            painter.fillRect(QRectF(self._x(self._target) - 1, 0, 2, groove.bottom() + look.px(2)), look.colour("text"))
        self._paint_words(painter, groove.bottom() + look.px(3))

    def _paint_words(self, painter: QPainter, top: float) -> None:
        look, width, high = theme(), self.width(), theme().px(15)
        font, tone = look.font("tiny"), look.colour("text2")
        painting.text(painter, QRectF(0, top, width, high), short_number(_LOW), font, tone)
        painting.text(painter, QRectF(0, top, width, high), "0", font, tone, Qt.AlignmentFlag.AlignRight)
        middle = self._x(self._target if self._target is not None else self._now if self._now is not None else -15.0)
        gap, reach = look.px(6), look.px(110)
        if self._now is not None:
            words = tr("now {n}", n=number_text(self._now, 1))
            place = QRectF(middle - reach - gap, top, reach, high)
            painting.text(painter, place, words, font, tone, Qt.AlignmentFlag.AlignRight)
        if self._target is not None:
            words = tr("target {n}", n=short_number(self._target))
            painting.text(painter, QRectF(middle + gap, top, reach, high), words, font, tone)
