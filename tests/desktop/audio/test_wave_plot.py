"""The wave of a sound: what is drawn, zoom, seek and selection."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.audio.wave_plot import WavePlot
from desktop.widgets.theme import Mode, theme
from desktop.widgets.tokens import CLIPS
from tests.desktop.helpers import QUIET

# pyqtgraph leaves presses to the release, and Qt's tests say so.
pytestmark = pytest.mark.qt_log_ignore(QUIET, "not accepted by receiving widget")


@pytest.fixture
def plot(qtbot: Any) -> Iterator[WavePlot]:
    theme().set_look(mode=Mode.DARK, reduced_motion=True)
    made = WavePlot()
    made.resize(600, 150)
    level = np.concatenate((np.zeros(500), np.full(500, 0.8))).astype(np.float32)
    made.show_sound(np.stack((-level, level), axis=1), 4.0)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()
    made.deleteLater()


def place(plot: WavePlot, time: float) -> QPoint:
    """Return where a time lies in the widget."""
    return plot.mapFromScene(plot.view.mapViewToScene(QPointF(time, 0.0)))


def test_the_loud_half_is_drawn_high_and_the_silent_one_as_a_line(plot: WavePlot) -> None:
    QApplication.processEvents()
    image = plot.grab().toImage()
    green = QColor(CLIPS["voice"].dark_line).name()
    heights = []
    for time in (1.0, 3.0):
        middle = place(plot, time)
        column = max(
            sum(QColor(image.pixel(x, y)).name() == green for y in range(image.height()))
            for x in range(middle.x() - 3, middle.x() + 4)
        )
        heights.append(column)
    assert 1 <= heights[0] <= 3
    assert heights[1] > 60


def test_after_another_sound_or_a_zoom_the_wave_reaches_from_edge_to_edge(plot: WavePlot) -> None:
    full = np.full((1000, 2), 0.5, np.float32) * np.array([-1, 1], np.float32)
    green = QColor(CLIPS["voice"].dark_line).name()

    def drawn() -> tuple[int, int, int]:
        QApplication.processEvents()
        image = plot.grab().toImage()
        y = place(plot, 0.0).y() - 10
        columns = [x for x in range(image.width()) if QColor(image.pixel(x, y)).name() == green]
        return min(columns), max(columns), image.width()

    for seconds in (2.0, 3.0, 1.0):
        plot.show_sound(full, seconds)
        first, last, width = drawn()
        assert first <= 4
        assert last >= width - 5
    plot.zoom(3.0, 0.5)
    first, last, width = drawn()
    assert first <= 4
    assert last >= width - 5


def test_bars_show_the_lowest_and_highest_of_what_lies_under_them(plot: WavePlot) -> None:
    silent, loud = plot.bars.bars(0.0, 4.0, 2)
    assert silent == (0.0, 0.0, 0.0)
    assert loud == pytest.approx((2.0, -0.8, 0.8))
    assert len(plot.bars.bars(1.9, 2.1, 100)) == 100
    assert plot.bars.bars(5.0, 4.0, 10) == []
    one = plot.bars.bars(3.999, 4.0, 3)
    assert one[-1][2] == pytest.approx(0.8)


def test_a_click_seeks_and_a_drag_selects(plot: WavePlot) -> None:
    sought: list[float] = []
    selected: list[tuple[float, float]] = []
    plot.sought.connect(sought.append)
    plot.selected.connect(lambda start, end: selected.append((start, end)))
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=place(plot, 1.0))
    assert sought == [pytest.approx(1.0, abs=0.02)]
    QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=place(plot, 1.5))
    for time in (1.8, 2.4, 3.0):
        QTest.mouseMove(plot.viewport(), place(plot, time))
        QApplication.processEvents()
    QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=place(plot, 3.0))
    assert plot.selection == (pytest.approx(1.5, abs=0.03), pytest.approx(3.0, abs=0.03))
    assert selected[-1] == plot.selection


def test_the_wheel_zooms_to_the_pointer(plot: WavePlot) -> None:
    where = place(plot, 3.0)
    for _ in range(6):
        event = QWheelEvent(
            QPointF(where), plot.viewport().mapToGlobal(QPointF(where)), QPoint(0, 0), QPoint(0, 120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(plot.viewport(), event)
    start, end = plot.span
    assert end - start < 1.0
    assert start < 3.0 < end
    assert (3.0 - start) / (end - start) == pytest.approx(0.75, abs=0.05)
    for _ in range(20):
        plot.zoom(1 / 1.5)
    assert plot.span == (pytest.approx(0.0, abs=1e-6), pytest.approx(4.0, abs=1e-6))


def test_everything_is_done_with_keys_too(plot: WavePlot) -> None:
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.time == pytest.approx(0.04)
    for _ in range(10):
        QTest.keyClick(plot, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert plot.selection == (pytest.approx(0.04), pytest.approx(0.44))
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.selection == (0.0, 0.0)
    plot.seek(1.0)
    QTest.keyClick(plot, Qt.Key.Key_I)
    assert plot.selection == (1.0, 4.0)
    plot.seek(2.0)
    QTest.keyClick(plot, Qt.Key.Key_O)
    assert plot.selection == (1.0, 2.0)
    QTest.keyClick(plot, Qt.Key.Key_End)
    assert plot.time == 4.0
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    start, end = plot.span
    assert end - start == pytest.approx(4.0 / 1.5, abs=0.01)
    for _ in range(50):
        QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.span[0] <= plot.time <= plot.span[1], "the playhead stays in sight"


def test_a_sound_of_no_length_and_a_light_look_do_no_harm(plot: WavePlot) -> None:
    plot.show_sound(np.zeros((0, 2), np.float32), 0.0)
    plot.seek(3.0)
    plot.select(1.0, 2.0)
    assert (plot.time, plot.selection) == (0.0, (0.0, 0.0))
    theme().set_look(mode=Mode.LIGHT)
    QApplication.processEvents()
    ground = QColor(plot.grab().toImage().pixel(300, 100)).name().upper()
    assert ground == theme().tokens.app
    theme().set_look(mode=Mode.DARK)
