"""The loudness meter: momentary and short-term loudness at the playhead, integrated loudness below (EBU R128)."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets import painting
from desktop.widgets.numbers import number_text
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_LOWEST, _HIGHEST = -60.0, 0.0
_MARKS = (0, -12, -24, -36, -48)
_LOUD = -9.0
"""From here on the bar is amber: louder than any usual target."""
_SILENT = -100.0


class LoudnessMeter(QWidget):
    """Two bars, M of 0.4 s and S of 3 s, with their highest values as lines. The integrated loudness stands below."""

    def __init__(self) -> None:
        super().__init__()
        self._now = (_SILENT, _SILENT)
        self._highest = (_SILENT, _SILENT)
        self._integrated: float | None = None
        self._peak: float | None = None
        self._measured = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Loudness"))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(92), theme().px(150))

    def show_measured(
        self, integrated: float | None, true_peak: float | None, highest: tuple[float, float], *, measured: bool
    ) -> None:
        """Show the sound's loudness in LUFS, its peak in dBTP, and its highest momentary and short-term loudness."""
        self._integrated, self._peak, self._highest, self._measured = integrated, true_peak, highest, measured
        words = self._words()
        if measured:
            loudest = tr("Momentary at most {m} LUFS, short-term {s} LUFS, peak {p} dBTP.")
            shown = [_number(value) for value in (*highest, true_peak)]
            self.setToolTip(loudest.format(m=shown[0], s=shown[1], p=shown[2]))
        self.setAccessibleDescription(words)
        self.update()

    def set_now(self, momentary: float, short: float) -> None:
        """Show the values at the playhead."""
        if (momentary, short) != self._now:
            self._now = (momentary, short)
            self.update()

    def _words(self) -> str:
        if not self._measured:
            return ""
        return f"{_number(self._integrated)} LUFS" if self._integrated is not None else tr("silent")

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        px = look.px
        top, bottom = px(22), self.height() - px(26)
        tiny = look.font("tiny")
        for index, name in enumerate("MS"):
            x = px(12) + index * px(16)
            heading = QRectF(x - px(3), px(4), px(16), px(16))
            painting.text(painter, heading, name, tiny, look.colour("text3"), Qt.AlignmentFlag.AlignHCenter)
            self._paint_bar(painter, QRectF(x, top, px(10), bottom - top), self._now[index], self._highest[index])
        for mark in _MARKS:
            y = _height(mark, top, bottom)
            place = QRectF(px(46), y - px(8), px(40), px(16))
            painting.text(painter, place, str(mark).replace("-", "−"), tiny, look.colour("text3"))
        words = QRectF(0, bottom + px(6), self.width(), px(16))
        painting.text(painter, words, self._words(), tiny, look.colour("text2"), Qt.AlignmentFlag.AlignHCenter)

    def _paint_bar(self, painter: QPainter, rect: QRectF, now: float, highest: float) -> None:
        look = theme()
        painting.frame(painter, rect, fill=look.colour("press"), radius=2)
        y = _height(now, rect.top(), rect.bottom())
        if y < rect.bottom():
            colour = look.colour("warn" if now > _LOUD else "ok")
            painter.fillRect(QRectF(rect.left(), y, rect.width(), rect.bottom() - y), colour)
        if highest > _LOWEST:
            mark = round(_height(highest, rect.top(), rect.bottom()))
            painter.fillRect(QRectF(rect.left() - 1, mark, rect.width() + 2, 2), look.colour("text"))


def _height(level: float, top: float, bottom: float) -> float:
    part = (min(max(level, _LOWEST), _HIGHEST) - _LOWEST) / (_HIGHEST - _LOWEST)
    return bottom - part * (bottom - top)


def _number(value: float | None) -> str:
    return "–" if value is None or value <= _SILENT else number_text(value, 1)
