"""The chart of memory: estimate and total beside what is in use."""

from typing import Any

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.queue.memory_chart import MemoryChart
from desktop.widgets.theme import theme

_GIB = 2**30


def _grab(chart: MemoryChart) -> QImage:
    return chart.grab().toImage()


def _colours_of_row(image: QImage, y: int) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width())}


def test_what_there_is_gets_its_line_only_when_it_matters(qapp: QApplication, qtbot: Any) -> None:
    chart = MemoryChart()
    qtbot.addWidget(chart)
    chart.set_total(12 * _GIB)
    chart.show_samples(((0.0, _GIB), (1.0, _GIB)))
    assert not chart.shows_total()
    assert chart.top() < 2 * _GIB
    chart.set_estimate(10 * _GIB)
    assert chart.shows_total()
    assert chart.top() > 12 * _GIB


def test_the_estimate_is_a_dashed_line_at_its_height(qapp: QApplication, qtbot: Any) -> None:
    chart = MemoryChart()
    qtbot.addWidget(chart)
    chart.resize(240, 72)
    ground = theme().colour("app").name()
    assert all(_colours_of_row(_grab(chart), y) == {ground} for y in range(72))
    chart.set_estimate(6 * _GIB)
    y = round(72 * (1 - 6 * _GIB / chart.top()))
    seen = _colours_of_row(_grab(chart), y)
    assert ground in seen
    assert len(seen) > 1


def test_it_says_its_figures_without_eyes(qapp: QApplication, qtbot: Any) -> None:
    chart = MemoryChart()
    qtbot.addWidget(chart)
    chart.set_total(12 * _GIB)
    chart.set_estimate(10 * _GIB)
    chart.show_samples(((0.0, 8 * _GIB), (1.0, 9 * _GIB)))
    assert chart.accessibleDescription() == "now 9 GB, estimate 10 GB, of 12 GB"
