"""Dragging results out of the gallery."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QDrag, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView

from desktop.gallery.carried import carry
from desktop.gallery.tile import TileDelegate
from desktop.state.gallery_item import GalleryItem
from desktop.widgets import painting
from desktop.widgets.theme import theme


def make_drag(source: QAbstractItemView, items: Sequence[GalleryItem], tiles: TileDelegate) -> QDrag | None:
    """Return a drag that gives items to other programs as files, or None when there is nothing to give."""
    data = carry(items)
    if data is None:
        return None
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(_drag_picture(source, items, tiles))
    drag.setHotSpot(QPoint(theme().px(24), theme().px(24)))
    return drag


def _drag_picture(source: QAbstractItemView, items: Sequence[GalleryItem], tiles: TileDelegate) -> QPixmap:
    ratio = source.devicePixelRatioF()
    side = theme().px(64)
    image = QImage(QSize(round(side * ratio), round(side * ratio)), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    rect = image.rect()
    rect.setSize(QSize(side, side))
    tiles.paint_content(painter, rect, items[0])
    if len(items) > 1:
        painting.badge(painter, 3, theme().px(19), str(len(items)))
    painter.end()
    return QPixmap.fromImage(image)
