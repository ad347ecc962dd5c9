"""The loupe: a part of the picture at three times the zoom, in the corner away from the pointer."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.landmarks import paint
from desktop.landmarks.geometry import Points
from desktop.widgets import painting
from desktop.widgets.theme import theme
from desktop.widgets.tokens import ON_PICTURE

SIDE, ZOOM = 128, 3.0
_MARGIN = 12


def paint_loupe(
    painter: QPainter,
    area: QRectF,
    pointer: QPointF,
    image: QImage,
    image_scale: float,
    centre: tuple[float, float],
    scale: float,
    places: Points,
    edges: np.ndarray,
    chosen: np.ndarray,
    words: str,
) -> None:
    """Paint the loupe.

    Args:
        painter: of the canvas.
        area: the canvas.
        pointer: where the pointer is.
        image: the picture, perhaps smaller than it is.
        image_scale: pixels of the image for each pixel of the picture.
        centre: the place of the picture to look at.
        scale: logical pixels for each pixel of the picture in the canvas.
        places: (count, 2) the points of the mesh in the picture.
        edges: (count, 2) which of them are joined.
        chosen: (count,) which of them are chosen.
        words: number and offset of the point.
    """
    px = theme().px
    side, margin = px(SIDE), px(_MARGIN)
    left = area.right() - side - margin if pointer.x() < area.center().x() else area.left() + margin
    rect = QRectF(left, area.top() + margin, side, side)
    zoom = scale * ZOOM
    half = side / 2 / zoom
    source = QRectF(
        (centre[0] - half) * image_scale,
        (centre[1] - half) * image_scale,
        2 * half * image_scale,
        2 * half * image_scale,
    )
    painter.save()
    painter.setClipPath(paint.rounded_clip(rect, 6))
    painter.fillRect(rect, theme().colour("surround"))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(rect, image, source)
    near = np.asarray((np.abs(places - centre) < 3 * half).all(axis=1))
    lines = edges[near[edges].any(axis=1)] if len(edges) else edges
    on_screen = (places - centre) * zoom + (rect.center().x(), rect.center().y())
    paint.mesh_lines(painter, on_screen, lines)
    plain = near & ~chosen
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paint.colour("white", 0.9))
    for x, y in on_screen[plain].tolist():
        painter.drawEllipse(QPointF(x, y), 2, 2)
    paint.chosen(painter, on_screen[near & chosen], np.ones(int((near & chosen).sum())))
    painter.restore()
    painting.frame(painter, rect, edge=theme().colour(ON_PICTURE.white, 0.6), radius=6)
    if words:
        label = QRectF(rect.left(), rect.bottom() + 4, rect.width(), px(20))
        painting.frame(painter, label, fill=theme().colour(ON_PICTURE.black, 0.78), radius=4)
        painting.text(
            painter,
            label,
            words,
            theme().font("tiny"),
            theme().colour(ON_PICTURE.white),
            Qt.AlignmentFlag.AlignHCenter,
        )
