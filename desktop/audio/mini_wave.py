"""The wave of a take in its line, 26 high: thin bars, the part that was heard brighter."""

from array import array

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.timeline.peaks import SoundPeaks
from desktop.widgets.theme import theme
from desktop.widgets.tokens import CLIPS
from desktop.widgets.words import tr

_STEP, _BAR = 3, 2
_REST = 0.45
_LIVE_PER_SECOND = 50


class LivePeaks:
    """The loudest value in each fiftieth of a second of a sound that is coming in."""

    def __init__(self) -> None:
        self._samples: array[int] = array("h")
        self._values: array[float] = array("f")
        self.seconds = 0.0

    def add(self, pcm: bytes, rate: int) -> None:
        """Add mono 16-bit sound."""
        self._samples.frombytes(pcm)
        self.seconds += len(pcm) / 2 / rate
        size = max(1, rate // _LIVE_PER_SECOND)
        whole = len(self._samples) // size
        for index in range(whole):
            part = self._samples[index * size : (index + 1) * size]
            self._values.append(max(max(part), -min(part)) / 32768)
        del self._samples[: whole * size]

    def peaks(self) -> SoundPeaks:
        """Return what came so far."""
        return SoundPeaks(self.seconds, self._values)


class MiniWave(QWidget):
    """Draws peaks; a click goes to a place of the sound."""

    pressed = Signal(object)
    """arg: float, 0..1, the place of the sound."""

    def __init__(self) -> None:
        super().__init__()
        self._peaks: SoundPeaks | None = None
        self._heard = -1.0
        self._part = 1.0
        self.setAccessibleName(tr("Wave of the line"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(26))

    def show_peaks(self, peaks: SoundPeaks | None, part: float = 1.0) -> None:
        """Show a sound over a part (0..1) of the width."""
        self._peaks, self._part = peaks, part
        self.update()

    def set_heard(self, place: float) -> None:
        """Show how much was heard, 0..1; -1 while it does not play."""
        if place != self._heard:
            self._heard = place
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._peaks is not None and event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(min(1.0, max(0.0, event.position().x() / max(1.0, self.width() * self._part))))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        middle = self.height() / 2
        if self._peaks is None:
            painter.fillRect(QRectF(0, round(middle), self.width(), 1), look.colour("line"))
            return
        width = self.width() * self._part
        values = self._peaks.between(0.0, self._peaks.duration, max(1, int(width // _STEP)))
        bright = look.colour(CLIPS["voice"].line(look.dark))
        rest = look.colour(CLIPS["voice"].line(look.dark), _REST)
        for index, value in enumerate(values):
            height = max(2.0, value * (self.height() - 2))
            heard = self._heard < 0 or index / len(values) < self._heard
            painter.fillRect(QRectF(index * _STEP, middle - height / 2, _BAR, height), bright if heard else rest)
