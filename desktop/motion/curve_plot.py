"""The curves of one joint over the frames, with keys that can be dragged. pyqtgraph comes with the first one."""

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.motion.session import MotionSession
from desktop.motion.take import keys_of
from desktop.widgets.theme import theme
from desktop.widgets.time_plot import TimePlot, TimeView
from desktop.widgets.tokens import AXES, ON_PICTURE
from desktop.widgets.words import tr

LETTERS = ("X", "Y", "Z")
_HIT = 10.0
_KEY = 9
_NUDGE, _LARGE_NUDGE = 1.0, 10.0


def axis_colour(axis: int) -> str:
    """Return the colour of X, Y or Z in this theme."""
    return AXES[axis][0 if theme().dark else 1]


class _View(TimeView):
    """A drag of a key moves it; a drag elsewhere scrubs."""

    _plot: "CurvePlot"
    _held: tuple[int, int] | None = None
    _drags = 0

    def mouseDragEvent(self, event: Any, axis: Any = None) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        now = self.mapToView(event.pos())
        if event.isStart():
            self._held = self._plot.key_at(self.mapToView(event.buttonDownPos()))
            self._drags += 1
        if self._held is None:
            self._plot.sought.emit(round(now.x()))
            return
        by = now.y() - self.mapToView(event.buttonDownPos()).y()
        self._plot.drag_key(*self._held, by, f"drag {id(self)} {self._drags}")

    def mouseClickEvent(self, event: Any) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            event.accept()
            self._plot.setFocus(Qt.FocusReason.MouseFocusReason)
            place = self.mapToView(event.pos())
            key = self._plot.key_at(place)
            self._plot.choose_axis(key[0] if key is not None else self._plot.axis)
            self._plot.sought.emit(key[1] if key is not None else round(place.x()))


class _Frames(pg.AxisItem):  # type: ignore[misc]
    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [f"{round(value)}" if abs(value - round(value)) < 1e-6 else "" for value in values]


class CurvePlot(TimePlot):
    """X, Y and Z of the chosen joint, each around its own mean, so that all three fit; the table has the numbers.

    Keys: Left and Right go to another frame, Tab-free letters X, Y and Z choose a curve, Alt+Up and Alt+Down move it at
    the playhead by 1 mm, with Shift by 10; I and O set what Trim keeps, K adds or removes a key.
    """

    sought = Signal(object)
    """arg: int, the frame where the person went."""

    range_changed = Signal()

    def __init__(self, session: MotionSession, parent: QWidget | None = None) -> None:
        super().__init__(_View, _Frames("top"), "surround", parent)
        self._session = session
        self.axis = 0
        self._drop = np.zeros(3)
        self._nudges = 0
        self._grid = pg.GridItem(textPen=None)
        self._faint = [pg.PlotCurveItem() for _ in LETTERS]
        self._curves = [pg.PlotCurveItem(antialias=True) for _ in LETTERS]
        self._keys = [pg.ScatterPlotItem(symbol="d", size=_KEY) for _ in LETTERS]
        for depth, items in enumerate(([self._grid], self._faint, self._curves, self._keys)):
            for item in items:
                item.setZValue(depth)
                self.view.addItem(item, ignoreBounds=item is self._grid)
        self.setAccessibleName(tr("Curves of the joint"))
        self.chosen_range.sigRegionChanged.connect(self._on_region)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.joint_changed.connect(self.refresh)
        session.frame_changed.connect(self._show_frame)
        theme().changed.connect(self.dress)
        self._count = -1
        self.dress()
        self._on_opened()

    # What is shown

    def refresh(self) -> None:
        """Draw the chosen joint as it is now."""
        take, detected, joint = self._session.take, self._session.detected, self._session.joint
        if take is None or detected is None or not len(take):
            for item in (*self._faint, *self._curves):
                item.setData([], [])
            for item in self._keys:
                item.setData([], [])
            return
        track = take.joints[:, joint].astype(np.float64)
        good = take.valid
        self._drop = track[good].mean(axis=0) if good.any() else np.zeros(3)
        frames = np.arange(len(take), dtype=np.float64)
        before = detected.joints[:, joint].astype(np.float64) if len(detected) == len(take) else None
        keys = [frame for frame in keys_of(take, joint) if good[frame]]
        lowest, highest = -1.0, 1.0
        for axis in range(3):
            # Upwards is up: the y of the camera points down.
            values = self._shown(track[:, axis], axis)
            self._curves[axis].setData(frames, values, connect="finite")
            if before is None:
                self._faint[axis].setData([], [])
            else:
                self._faint[axis].setData(frames, self._shown(before[:, axis], axis), connect="finite")
            brushes = [pg.mkBrush(self._key_fill(axis, frame)) for frame in keys]
            self._keys[axis].setData(np.array(keys, np.float64), values[keys], brush=brushes)
            if good.any():
                lowest, highest = min(lowest, np.nanmin(values)), max(highest, np.nanmax(values))
        room = (highest - lowest) * 0.12
        self.view.setYRange(lowest - room, highest + room, padding=0)
        self._show_frame()

    def _shown(self, values: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
        shown: NDArray[np.float64] = (values - self._drop[axis]) * (-1.0 if axis == 1 else 1.0)
        return shown

    def _key_fill(self, axis: int, frame: int) -> Any:
        if frame == self._session.frame:
            return theme().colour(ON_PICTURE.chosen)
        return theme().colour("app")

    @property
    def kept(self) -> tuple[int, int]:
        """First frame that Trim keeps, and the one after the last."""
        low, high = self.chosen_range.getRegion()
        take = self._session.take
        count = len(take) if take is not None else 0
        start = min(max(round(low), 0), max(count - 1, 0))
        return start, min(max(round(high), start), max(count - 1, 0)) + 1

    def set_range(self, start: int, end: int) -> None:
        """Choose the frames that Trim keeps; ``end`` is the one after the last."""
        self.chosen_range.setRegion((start, max(start, end - 1)))

    def choose_axis(self, axis: int) -> None:
        """Take X, Y or Z for the keys that move a curve."""
        self.axis = axis
        self.dress()

    def key_at(self, place: QPointF) -> tuple[int, int] | None:
        """Return axis and frame of the key within reach of a place on the plot; the chosen curve goes first."""
        wide, high = self.view.viewPixelSize()
        best: tuple[float, int, int] | None = None
        for axis in sorted(range(3), key=lambda each: each != self.axis):
            for spot in self._keys[axis].points():
                at = spot.pos()
                distance = float(np.hypot((at.x() - place.x()) / wide, (at.y() - place.y()) / high))
                if distance <= _HIT and (best is None or distance < best[0] - 0.5):
                    best = (distance, axis, round(at.x()))
        return best[1:] if best is not None else None

    def drag_key(self, axis: int, frame: int, by: float, merge: str) -> None:
        """Move a key on one axis by what is shown as ``by`` mm, from where the gesture named ``merge`` began."""
        self.axis = axis
        offset = [0.0, 0.0, 0.0]
        offset[axis] = -by if axis == 1 else by
        self._session.move_key(frame, (offset[0], offset[1], offset[2]), merge)

    def _on_opened(self) -> None:
        self._count = -1
        self._on_changed()

    def _on_changed(self) -> None:
        take = self._session.take
        count = len(take) if take is not None else 0
        if count != self._count:
            self._count = count
            last = max(count - 1, 1)
            self.view.setLimits(xMin=-last * 0.03 - 0.5, xMax=last * 1.03 + 0.5, minXRange=min(8, last))
            self.view.setXRange(-last * 0.02, last * 1.02, padding=0)
            self.chosen_range.setBounds((0, last))
            self.set_range(0, count)
        self.refresh()

    def _show_frame(self) -> None:
        frame = self._session.frame
        self.playhead.setValue(frame)
        for axis in range(3):
            spots = self._keys[axis].points()
            if len(spots):
                frames = [round(spot.pos().x()) for spot in spots]
                self._keys[axis].setBrush([pg.mkBrush(self._key_fill(axis, each)) for each in frames])

    def _on_region(self) -> None:
        self.range_changed.emit()

    def dress(self) -> None:
        """Take the colours and fonts of the theme, the chosen curve stronger."""
        super().dress()
        look = theme()
        self._grid.setPen(pg.mkPen(look.colour("line")))
        for axis in range(3):
            colour = look.colour(axis_colour(axis))
            self._curves[axis].setPen(pg.mkPen(colour, width=2.6 if axis == self.axis else 1.8))
            faint = look.colour(axis_colour(axis), 0.4)
            self._faint[axis].setPen(pg.mkPen(faint, width=1))
            self._keys[axis].setPen(pg.mkPen(colour, width=1.6))
        self.refresh()

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        frame = self._session.frame
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                by = (_LARGE_NUDGE if shift else _NUDGE) * (1 if event.key() == Qt.Key.Key_Up else -1)
                self._nudges += 1
                self.drag_key(self.axis, frame, by, f"nudge {self._nudges}")
            case Qt.Key.Key_X | Qt.Key.Key_Y | Qt.Key.Key_Z if not event.modifiers():
                self.choose_axis(event.key() - Qt.Key.Key_X)
            case Qt.Key.Key_K:
                self._session.toggle_key()
            case Qt.Key.Key_I:
                self.set_range(frame, max(self.kept[1], frame + 1))
            case Qt.Key.Key_O:
                self.set_range(min(self.kept[0], frame), frame + 1)
            case _:
                # Everything else is the page's; pyqtgraph would take it.
                event.ignore()
