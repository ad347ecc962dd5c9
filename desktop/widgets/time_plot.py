"""A plot over time: ruler above, chosen range, playhead, in the window's colours. pyqtgraph comes with this module."""

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.widgets.theme import theme

_WHEEL_ZOOM, _WHEEL_MOVE = 1.4, 0.1
_RANGE_DEPTH, _PLAYHEAD_DEPTH = -10, 10


class TimeView(pg.ViewBox):  # type: ignore[misc]
    """The ground of a plot: the wheel zooms to the pointer and, with Shift, moves along."""

    def __init__(self, plot: "TimePlot") -> None:
        super().__init__(enableMenu=False)
        self._plot = plot
        self.setMouseEnabled(x=True, y=False)

    def wheelEvent(self, event: Any, axis: Any = None) -> None:
        event.accept()
        steps = event.delta() / 120
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._plot.move(-steps * _WHEEL_MOVE)
        else:
            self._plot.zoom(_WHEEL_ZOOM**steps, self.mapToView(event.pos()).x())


class TimePlot(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """The base of what is drawn over time.

    It is put together from a view and an axis: a plot of pyqtgraph would bring menus that lie about without a parent.

    Args:
        view: makes the ground.
        ruler: the axis above.
        range_ground: colour token of the chosen range.
    """

    def __init__(
        self, view: type[TimeView], ruler: pg.AxisItem, range_ground: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._range_ground = range_ground
        self.ruler, self.view = ruler, view(self)
        self.ci.layout.setContentsMargins(0, 0, 0, 0)
        self.ci.layout.setSpacing(0)
        self.addItem(ruler, 0, 0)
        self.addItem(self.view, 1, 0)
        ruler.linkToView(self.view)
        self.chosen_range = pg.LinearRegionItem(movable=True)
        self.chosen_range.setZValue(_RANGE_DEPTH)
        self.playhead = pg.InfiniteLine(0.0, angle=90)
        self.playhead.setZValue(_PLAYHEAD_DEPTH)
        for item in (self.chosen_range, self.playhead):
            self.view.addItem(item, ignoreBounds=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def span(self) -> tuple[float, float]:
        """The first and last time in sight."""
        (start, end), _ = self.view.viewRange()
        return float(start), float(end)

    def zoom(self, factor: float, around: float) -> None:
        """Show less (factor above 1) or more, so that a time stays where it is."""
        start, end = self.span
        self.view.setXRange(around - (around - start) / factor, around + (end - around) / factor, padding=0)

    def move(self, part: float) -> None:
        """Move along by a part of what is in sight."""
        start, end = self.span
        self.view.setXRange(start + (end - start) * part, end + (end - start) * part, padding=0)

    def dress(self) -> None:
        """Take the colours and fonts of the theme."""
        look = theme()
        self.setBackground(look.colour("app"))
        self.ruler.setPen(pg.mkPen(look.colour("line")))
        self.ruler.setTextPen(pg.mkPen(look.colour("text2")))
        self.ruler.setTickFont(look.font("tiny"))
        self.ruler.setStyle(tickLength=0, tickTextOffset=4)
        ground = pg.mkBrush(look.colour(self._range_ground))
        self.chosen_range.setBrush(ground)
        self.chosen_range.setHoverBrush(ground)
        for edge in self.chosen_range.lines:
            edge.setPen(pg.mkPen(look.colour("accent"), width=1))
            edge.setHoverPen(pg.mkPen(look.colour("accenthi"), width=2))
        self.playhead.setPen(pg.mkPen(look.colour("text"), width=2))
