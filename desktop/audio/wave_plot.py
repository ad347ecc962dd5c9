"""The wave of one sound, drawn with pyqtgraph: zoom, seek, selection. Imported when a wave is first shown."""

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from desktop.widgets.numbers import number_text
from desktop.widgets.theme import theme
from desktop.widgets.time_plot import TimePlot, TimeView
from desktop.widgets.tokens import CLIPS
from desktop.widgets.words import tr

_STEP, _BAR = 3.0, 2.0
_ZOOM = 1.5
_SHORTEST_VIEW = 0.02
_SHORTEST_SELECTION = 0.005


class _Bars(pg.GraphicsObject):  # type: ignore[misc]
    """Bars of two pixels from the lowest to the highest sample under them, computed for what is in sight."""

    def __init__(self) -> None:
        super().__init__()
        self._peaks: NDArray[np.float32] = np.zeros((0, 2), np.float32)
        self._duration = 0.0

    def show_peaks(self, peaks: NDArray[np.float32], duration: float) -> None:
        self.prepareGeometryChange()
        self._peaks, self._duration = peaks, duration
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0.0, -1.0, max(self._duration, 0.001), 2.0)

    def viewTransformChanged(self) -> None:
        # The base class forgets what it kept of the view here.
        super().viewTransformChanged()
        self.update()

    def bars(self, start: float, end: float, count: int) -> list[tuple[float, float, float]]:
        """Return time, lowest and highest value of ``count`` bars between two times."""
        size = len(self._peaks)
        if not size or self._duration <= 0 or count <= 0 or end <= start:
            return []
        times = np.linspace(max(0.0, start), min(end, self._duration), count, endpoint=False)
        first = np.minimum((times / self._duration * size).astype(np.int64), size - 1)
        last = min(size, int(np.ceil(min(end, self._duration) / self._duration * size)))
        part = self._peaks[: max(last, int(first[-1]) + 1)]
        low = np.minimum.reduceat(part[:, 0], first)
        high = np.maximum.reduceat(part[:, 1], first)
        return list(zip(times.tolist(), low.tolist(), high.tolist(), strict=True))

    def paint(self, painter: QPainter, *_more: Any) -> None:
        view = self.viewRect()
        wide, tall = self.pixelVectors()
        if view is None or wide is None or tall is None:
            return
        pixel, height = abs(wide.x()), abs(tall.y())
        if pixel <= 0:
            return
        look = theme()
        colour = look.colour(CLIPS["voice"].line(look.dark))
        count = int(view.width() / pixel / _STEP)
        for time, low, high in self.bars(view.left(), view.right(), count):
            rise = max(high - low, height)
            painter.fillRect(QRectF(time, low if high > low else -rise / 2, _BAR * pixel, rise), colour)


class _View(TimeView):
    """A drag selects, a click seeks."""

    _plot: "WavePlot"
    _anchor = 0.0

    def mouseDragEvent(self, event: Any, axis: Any = None) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        if event.isStart():
            self._anchor = self.mapToView(event.buttonDownPos()).x()
        now = self.mapToView(event.pos()).x()
        self._plot.select(min(self._anchor, now), max(self._anchor, now))

    def mouseClickEvent(self, event: Any) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            event.accept()
            self._plot.setFocus(Qt.FocusReason.MouseFocusReason)
            self._plot.select(0.0, 0.0)
            self._plot.seek(self.mapToView(event.pos()).x())


class _Seconds(pg.AxisItem):  # type: ignore[misc]
    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        digits = 1 if spacing >= 0.1 else 2 if spacing >= 0.01 else 3
        return [f"{number_text(value, digits)} s" for value in values]


class WavePlot(TimePlot):
    """One sound. Times are seconds.

    Keys: Left and Right move the playhead, with Shift they select; I and O set the ends of the selection; plus and
    minus zoom, Home and End go to the ends, Escape selects nothing.
    """

    sought = Signal(object)
    """arg: float, where the person went."""

    selected = Signal(object, object)
    """args: float start and end of the selection; equal for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_View, _Seconds("top"), "tint", parent)
        self._duration = 0.0
        self._selection = (0.0, 0.0)
        self._held: float | None = None
        self.bars = _Bars()
        self.view.addItem(self.bars)
        self.view.setYRange(-1.0, 1.0, padding=0.04)
        self.chosen_range.hide()
        self.chosen_range.sigRegionChanged.connect(self._on_region)
        self.setAccessibleName(tr("Wave"))
        theme().changed.connect(self.dress)
        self.dress()

    # What is shown

    def show_sound(self, peaks: NDArray[np.float32], duration: float) -> None:
        """Show a sound from its beginning to its end: (n, 2) lowest and highest values in -1..1."""
        self._duration = duration
        self.bars.show_peaks(peaks, duration)
        self.view.setLimits(xMin=0.0, xMax=max(duration, 0.001), minXRange=min(_SHORTEST_VIEW, duration or 1))
        self.view.setXRange(0.0, max(duration, 0.001), padding=0)
        self.select(0.0, 0.0)
        self.set_time(0.0)

    @property
    def duration(self) -> float:
        return self._duration

    @property
    def selection(self) -> tuple[float, float]:
        """Start and end of the selection; equal for none."""
        return self._selection

    @property
    def time(self) -> float:
        return float(self.playhead.value())

    def set_time(self, time: float) -> None:
        """Put the playhead somewhere without telling."""
        self.playhead.setValue(min(max(time, 0.0), self._duration))

    def seek(self, time: float) -> None:
        """Put the playhead somewhere and tell."""
        self.set_time(time)
        self.sought.emit(self.time)

    def select(self, start: float, end: float) -> None:
        """Select a part; with equal times nothing is selected."""
        start, end = max(0.0, start), min(end, self._duration)
        if end - start < _SHORTEST_SELECTION:
            start = end = 0.0
        self.chosen_range.blockSignals(True)
        self.chosen_range.setVisible(end > start)
        self.chosen_range.setRegion((start, end))
        self.chosen_range.blockSignals(False)
        if (start, end) != self._selection:
            self._selection = (start, end)
            self.selected.emit(start, end)

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Show less (factor above 1) or more, so that a time stays where it is; the playhead by default."""
        start, end = self.span
        super().zoom(factor, around if around is not None else min(max(self.time, start), end))

    def move(self, part: float) -> None:
        """Move along by a part of what is in sight, as far as the sound goes."""
        start, end = self.span
        by = min(max((end - start) * part, -start), self._duration - end)
        super().move(by / (end - start))

    def _on_region(self) -> None:
        start, end = self.chosen_range.getRegion()
        self._selection = (max(0.0, float(start)), min(self._duration, float(end)))
        self.selected.emit(*self._selection)

    def dress(self) -> None:
        """Take the colours and fonts of the theme."""
        super().dress()
        self.bars.update()

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        start, end = self.span
        step = (end - start) / 100
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._step(-step if event.key() == Qt.Key.Key_Left else step, selecting=shift)
            case Qt.Key.Key_Home:
                self.seek(0.0)
            case Qt.Key.Key_End:
                self.seek(self._duration)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(_ZOOM)
            case Qt.Key.Key_Minus:
                self.zoom(1 / _ZOOM)
            case Qt.Key.Key_I:
                self.select(self.time, self._selection[1] if self._selection[1] > self.time else self._duration)
            case Qt.Key.Key_O:
                self.select(self._selection[0] if self._selection[0] < self.time else 0.0, self.time)
            case Qt.Key.Key_Escape:
                self.select(0.0, 0.0)
            case _:
                # Space and Delete are the pane's; pyqtgraph would take them.
                event.ignore()

    def _step(self, by: float, *, selecting: bool) -> None:
        if not selecting:
            self._held = None
        elif self._held is None:
            self._held = self.time
        self.seek(self.time + by)
        if self._held is not None:
            self.select(min(self._held, self.time), max(self._held, self.time))
        start, end = self.span
        if not start <= self.time <= end:
            self.move((self.time - (start + end) / 2) / (end - start))
