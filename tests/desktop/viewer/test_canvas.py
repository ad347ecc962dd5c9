"""The canvas shows pictures in whole pixels on a neutral ground."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage

from desktop.viewer.canvas import Canvas
from desktop.viewer.transport import time_code
from desktop.widgets.theme import Mode, theme
from desktop.widgets.tokens import DARK
from tests.desktop.helpers import QUIET

pytestmark = pytest.mark.qt_log_ignore(QUIET)


@pytest.fixture
def canvas(qtbot) -> Canvas:  # type: ignore[no-untyped-def]
    theme().set_look(mode=Mode.DARK)
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def _image(colour: str, width: int = 100, height: int = 100) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def _at(canvas: Canvas, x: int, y: int) -> str:
    return canvas.grab().toImage().pixelColor(x, y).name().upper()


def test_a_picture_is_in_the_middle_and_nothing_tinted_touches_it(canvas: Canvas) -> None:
    canvas.show_image(_image("crimson"))
    assert _at(canvas, 200, 150) == QColor("crimson").name().upper()
    assert _at(canvas, 5, 150) == DARK.surround


def test_the_size_of_the_picture_counts_and_not_that_of_its_copy(canvas: Canvas) -> None:
    canvas.show_image(_image("crimson"), QSize(4000, 1000))
    assert canvas.scale() == pytest.approx((400 - 2 * theme().px(12)) / 4000)


def test_zoom_by_key_and_back_to_fit(canvas: Canvas, qtbot) -> None:  # type: ignore[no-untyped-def]
    canvas.show_image(_image("crimson"))
    before = canvas.scale()
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.scale() == pytest.approx(before * 1.25)
    canvas.set_zoom(0)
    assert canvas.scale() == before
    canvas.set_zoom(1e9)
    assert canvas.scale() * canvas.devicePixelRatioF() == 16


def test_two_pictures_meet_at_the_line(canvas: Canvas, qtbot) -> None:  # type: ignore[no-untyped-def]
    canvas.compare(_image("crimson"), _image("seagreen"), ("A", "B"), QSize(100, 100))
    assert _at(canvas, 150, 200) == QColor("crimson").name().upper()
    assert _at(canvas, 250, 200) == QColor("seagreen").name().upper()
    for _ in range(40):
        qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert _at(canvas, 150, 200) == QColor("seagreen").name().upper()
    canvas.set_side_by_side(True)
    assert _at(canvas, 100, 200) == QColor("crimson").name().upper()
    assert _at(canvas, 300, 200) == QColor("seagreen").name().upper()


@pytest.mark.parametrize(
    ("milliseconds", "fps", "code"),
    [(0, 24, "00:00:00:00"), (14_340, 24, "00:00:14:08"), (3_600_000, 25, "01:00:00:00"), (999, 24, "00:00:00:23")],
)
def test_time_code(milliseconds: int, fps: float, code: str) -> None:
    assert time_code(milliseconds, fps) == code
