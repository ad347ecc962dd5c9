"""Icons of the Lucide set in the theme's colours, and the application's own mark.

QtSvg paints ``currentColor`` black, so the colour and the stroke width are written into the SVG text before it is
rendered. Pictures are kept by name, colour, size and pixel ratio.
"""

import re
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtSvg import QSvgRenderer

import resources

_STROKE = re.compile(r'stroke-width="[\d.]+"')
_MARK = {
    "points": ((12, 1.8), (20.4, 6.6), (20.4, 16), (12, 22.2), (3.6, 16), (3.6, 6.6), (12, 12.4)),
    "edges": ((0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0), (5, 6), (1, 6), (3, 6), (4, 6), (2, 6)),
}


def _stroke_width(side: int) -> float:
    """Stroke in units of the 24-unit grid: 2 at 16 px, 1.9 at 18 px, 1.8 at 20 px and more."""
    return 2.0 if side <= 16 else 1.9 if side < 20 else 1.8


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _rendered(name: str, colour: str, side: int, ratio: float, filled: bool) -> QPixmap:
    pixels = round(side * ratio)
    text = "" if name == "mark" else _source(name)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if name == "mark":
        _paint_mark(painter, colour, pixels)
    else:
        text = _STROKE.sub(f'stroke-width="{_stroke_width(side)}"', text).replace("currentColor", colour)
        if filled:
            text = text.replace('fill="none"', f'fill="{colour}"', 1)
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _paint_mark(painter: QPainter, colour: str, pixels: int) -> None:
    """A head seen as a mesh of five triangles."""
    painter.scale(pixels / 24, pixels / 24)
    painter.setPen(QPen(QColor(colour), 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    points = [QPointF(x, y) for x, y in _MARK["points"]]
    painter.drawPolygon(QPolygonF(points[:6]))
    for start in (1, 2, 3, 4, 5):
        painter.drawLine(points[start], points[6])


def icon_pixmap(
    name: str, colour: QColor | str, side: int = 16, ratio: float = 1.0, *, filled: bool = False
) -> QPixmap:
    """Return an icon of ``side`` logical pixels in a colour.

    Raises:
        FileNotFoundError: there is no such icon in ``resources/icons``.
    """
    return _rendered(name, QColor(colour).name(), side, ratio, filled)


def paint_icon(
    painter: QPainter, name: str, colour: QColor | str, x: float, y: float, side: int = 16, *, filled: bool = False
) -> None:
    """Paint an icon with its upper left corner on whole pixels."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    painter.drawPixmap(QPointF(round(x), round(y)), icon_pixmap(name, colour, side, ratio, filled=filled))


def application_icon(colour: QColor | str) -> QIcon:
    """Return the mark in the sizes that task bars and window titles ask for."""
    icon = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        icon.addPixmap(icon_pixmap("mark", colour, side), QIcon.Mode.Normal)
    return icon
