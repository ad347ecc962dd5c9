from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.widgets import painting


def checkered(side: int) -> QImage:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    for y in range(side):
        for x in range(y % 2, side, 2):
            image.setPixelColor(x, y, QColor("white"))
    return image


def test_a_picture_much_larger_than_its_place_is_averaged(qtbot: QtBot) -> None:
    shown = QImage(20, 20, QImage.Format.Format_RGB32)
    painter = QPainter(shown)
    painting.picture(painter, QRect(0, 0, 20, 20), checkered(90))
    painter.end()
    greys = [shown.pixelColor(x, y).lightness() for x in range(20) for y in range(20)]
    assert min(greys) > 110
    assert max(greys) < 145


def test_a_picture_of_its_own_size_is_not_touched(qtbot: QtBot) -> None:
    shown = QImage(30, 30, QImage.Format.Format_RGB32)
    painter = QPainter(shown)
    painting.picture(painter, QRect(0, 0, 30, 30), checkered(30))
    painter.end()
    assert shown == checkered(30)
