"""Paints a skeleton from the pixels of its joints: bones by the side of the body, joints as rings."""

import math

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.motion.projection import Pixels
from desktop.motion.skeleton import BONES, COUNT, side_of
from desktop.widgets.theme import theme
from desktop.widgets.tokens import DIM_ALPHA, ON_PICTURE, SKELETON

_BONE, _UNDER, _RING = 3.0, 5.4, 4.0
HIT = 12.0
"""How far from a joint, in pixels, a click still means it."""


def paint_figure(
    painter: QPainter, points: Pixels, *, chosen: int = -1, strength: float = 1.0, joints: bool = True
) -> None:
    """Paint a skeleton.

    Args:
        painter: where.
        points: (24, 2) pixels; NaN is left out.
        chosen: the joint that is painted large and amber.
        strength: 0..1, faint for ghosts.
        joints: paint rings on the joints too.
    """
    look = theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(strength)
    seen = np.asarray(np.isfinite(points).all(axis=1))
    scale = look.px(10) / 10
    dark = QColor(ON_PICTURE.black)
    dark.setAlphaF(DIM_ALPHA)
    bones = [
        (QLineF(*points[parent].tolist(), *points[joint].tolist()), getattr(SKELETON, side_of(joint)))
        for parent, joint in BONES
        if seen[parent] and seen[joint]
    ]
    if strength >= 1:
        painter.setPen(QPen(dark, _UNDER * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLines([bone for bone, _ in bones])
    for bone, colour in bones:
        width = _BONE * scale if strength >= 1 else 1.6 * scale
        painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(bone)
    if joints:
        painter.setBrush(QColor(ON_PICTURE.key_fill))
        painter.setPen(QPen(QColor(SKELETON.middle), 1.6 * scale))
        ring = _RING * scale if strength >= 1 else 2.4 * scale
        for joint in range(COUNT):
            if seen[joint] and joint != chosen:
                painter.drawEllipse(QPointF(*points[joint].tolist()), ring, ring)
    if 0 <= chosen < COUNT and seen[chosen]:
        painter.setBrush(QColor(ON_PICTURE.chosen))
        painter.setPen(QPen(dark, scale))
        painter.drawEllipse(QPointF(*points[chosen].tolist()), 6.5 * scale, 6.5 * scale)
    painter.restore()


def joint_at(points: Pixels, x: float, y: float) -> int:
    """Return the joint nearest to a place in pixels, -1 when none is near enough to be meant."""
    distance = np.hypot(points[:, 0] - x, points[:, 1] - y)
    if not np.isfinite(distance).any():
        return -1
    nearest = int(np.nanargmin(distance))
    return nearest if distance[nearest] <= HIT * theme().px(10) / 10 and not math.isnan(distance[nearest]) else -1
