"""Paints mesh, points and tools over a picture. Everything here is given in the canvas's logical pixels."""

import math
from functools import lru_cache

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from desktop.landmarks.geometry import Mask, Points, Triangles, Weights
from desktop.landmarks.regions import OUTLINES
from desktop.widgets.theme import theme
from desktop.widgets.tokens import ON_PICTURE
from engine.project.landmarks import LANDMARK_COUNT

KEY_SIDE = 10
_HANDLE = 9
_SIZES = 6


def polygon(points: Points) -> QPolygonF:
    """Return places as Qt has them, copied in one piece."""
    made = QPolygonF()
    made.resize(len(points))
    if len(points):
        memory = np.frombuffer(shiboken6.VoidPtr(made.data(), len(points) * 16, True), np.float64)  # type: ignore[call-overload,call-arg,arg-type]
        memory[:] = np.ascontiguousarray(points, np.float64).ravel()
    return made


def edges_of(triangles: Triangles) -> NDArray[np.int32]:
    """Return (count, 2) every edge of the triangles once."""
    if not len(triangles):
        return np.empty((0, 2), np.int32)
    edges = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    return np.unique(np.sort(edges, axis=1), axis=0)


def colour(name: str, alpha: float = 1.0) -> QColor:
    """Return a colour that is drawn over pictures."""
    return theme().colour(getattr(ON_PICTURE, name), alpha)


def mesh_lines(painter: QPainter, places: Points, edges: NDArray[np.int32], *, smooth: bool = True) -> None:
    """Paint the edges of the mesh."""
    ends = places[edges].reshape(-1, 2)
    there = ~np.isnan(places[edges]).any(axis=(1, 2))
    if not there.all():
        ends = places[edges[there]].reshape(-1, 2)
    # Smooth lines cost many times as much: while the whole mesh is dragged they are one pixel of the screen wide.
    painter.setPen(QPen(colour("white", 0.34), 0.8 if smooth else 0))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
    painter.drawLines(polygon(ends))  # type: ignore[call-overload]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


@lru_cache(maxsize=1)
def outline_edges() -> NDArray[np.int32]:
    """Return (count, 2) the lines around eyes, brows, lips and the face, as pairs of landmarks."""
    return np.array([pair for part in OUTLINES for pair in zip(part, (*part[1:], part[0]), strict=True)], np.int32)


def outlines(painter: QPainter, places: Points, edges: NDArray[np.int32]) -> None:
    """Paint lines of :func:`outline_edges`."""
    pen = QPen(colour("outline"), 1.4)
    # Flat ends cost less than round ones, and at this width nobody sees the difference.
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLines(polygon(places[edges].reshape(-1, 2)))  # type: ignore[call-overload]


def _dots(painter: QPainter, places: Points, fill: QColor, radius: float) -> None:
    pen = QPen(fill, 2 * radius)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPoints(polygon(places))


def _weighted(painter: QPainter, places: Points, weights: Weights, least: float, more: float, alpha: float) -> None:
    """Paint amber dots with a dark rim, the larger the more they weigh, as copies of one small pixmap for each size."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    steps = np.ceil(weights * _SIZES).astype(int)
    for step in np.unique(steps).tolist():
        dot = _dot(least + more * step / _SIZES, alpha, ratio)
        half = dot.width() / ratio / 2
        for x, y in (places[steps == step] - half).tolist():
            painter.drawPixmap(QPointF(x, y), dot)


@lru_cache(maxsize=64)
def _dot(radius: float, alpha: float, ratio: float) -> QPixmap:
    """Return a dot with its rim on nothing."""
    side = math.ceil(2 * (radius + 1.5) * ratio)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / 2, side / 2)
    painter.scale(ratio, ratio)
    painter.setPen(QPen(colour("black", 0.85), 0.8))
    painter.setBrush(colour("chosen", alpha))
    painter.drawEllipse(QPointF(), radius + 0.4, radius + 0.4)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def points(painter: QPainter, places: Points, locked: Mask, left_out: Mask, size: float) -> None:
    """Paint the landmarks at rest: locked ones faint, those that are left out of the mesh as rings.

    Args:
        painter: of the canvas.
        places: (count, 2) where they are.
        locked: (count,) which of them may not move.
        left_out: (count,) which of them have no triangles.
        size: 1 for the usual size, less where they stand close.
    """
    _dots(painter, places[~locked & ~left_out], colour("white", 0.8), 1.4 * size)
    _dots(painter, places[locked & ~left_out], colour("white", 0.4), 1.1 * size)
    painter.setPen(QPen(colour("key_line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for x, y in places[left_out].tolist():
        painter.drawEllipse(QPointF(x, y), 2.2 * size, 2.2 * size)


def edited(painter: QPainter, places: Points, size: float = 1.0) -> None:
    """Paint moved landmarks: larger than the others, and amber."""
    _dots(painter, places, colour("black", 0.55), 3.8 * size)
    _dots(painter, places, colour("chosen"), 3.1 * size)
    _dots(painter, places, colour("black", 0.8), 1.8 * size)


def chosen(painter: QPainter, places: Points, weights: Weights) -> None:
    """Paint chosen points, the larger the more they follow."""
    _weighted(painter, places, weights, 2.2, 1.8, 1.0)


def echoed(painter: QPainter, places: Points, weights: Weights) -> None:
    """Paint what is chosen in the other picture."""
    _weighted(painter, places, weights, 1.8, 1.6, 0.85)


def key_points(painter: QPainter, places: Points, weights: Weights, paired: Mask) -> None:
    """Paint a person's own points as diamonds; those without a partner have a broken line."""
    half = KEY_SIDE / 2
    for (x, y), weight, whole in zip(places.tolist(), weights.tolist(), paired.tolist(), strict=True):
        if x != x:
            continue
        shape = QPolygonF([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)])
        painter.setBrush(colour("chosen") if weight else colour("key_fill"))
        pen = QPen(colour("key_fill" if weight else "key_line"), 1.6)
        if not whole:
            pen.setDashPattern([1.4, 1.0])
        painter.setPen(pen)
        painter.drawPolygon(shape)


def theme_diamond(painter: QPainter, x: float, y: float) -> None:
    """Paint the mark of key points for lists and legend, in the theme's colour."""
    half = KEY_SIDE / 2
    shape = QPolygonF([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().colour("info"), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(shape)


def turned_triangles(painter: QPainter, places: Points, triangles: Triangles) -> None:
    """Paint triangles that are turned over."""
    painter.setPen(QPen(colour("turned"), 1.5))
    painter.setBrush(colour("turned", 0.55))
    for triangle in triangles.tolist():
        painter.drawPolygon(polygon(places[triangle]))


def outside_points(painter: QPainter, places: Points) -> None:
    """Mark points that lie outside of the picture."""
    painter.setPen(QPen(colour("turned"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for x, y in places.tolist():
        painter.drawRect(QRectF(x - 4, y - 4, 8, 8))


def brush_ring(painter: QPainter, x: float, y: float, radius: float, inner: float, *, echo: bool = False) -> None:
    """Paint the brush: its radius, and where it has half its weight; an echo in the other picture is dashed."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("black", 0.55), 3))
    painter.drawEllipse(QPointF(x, y), radius, radius)
    style = Qt.PenStyle.DashLine if echo else Qt.PenStyle.SolidLine
    painter.setPen(QPen(colour("white"), 1.4, style))
    painter.drawEllipse(QPointF(x, y), radius, radius)
    if not echo:
        painter.setPen(QPen(colour("white", 0.5), 1))
        painter.drawEllipse(QPointF(x, y), inner, inner)


def band(painter: QPainter, shape: QPolygonF) -> None:
    """Paint the rubber band or the lasso."""
    painter.setPen(QPen(colour("black", 0.55), 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(shape)
    painter.setPen(QPen(colour("white"), 1.4, Qt.PenStyle.DashLine))
    painter.setBrush(QBrush(colour("chosen", 0.12)))
    painter.drawPolygon(shape)


def frame_handles(painter: QPainter, corners: Points, knob: tuple[float, float]) -> None:
    """Paint the frame of a template that is placed: corners scale, the knob turns."""
    for ink, width in ((colour("black", 0.55), 3.0), (colour("white"), 1.4)):
        painter.setPen(QPen(ink, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(polygon(corners))
        top = corners[:2].mean(axis=0)
        painter.drawLine(QPointF(*top), QPointF(*knob))
    painter.setPen(QPen(colour("black", 0.85), 1))
    painter.setBrush(colour("white"))
    for x, y in corners.tolist():
        painter.drawRect(QRectF(x - _HANDLE / 2, y - _HANDLE / 2, _HANDLE, _HANDLE))
    painter.drawEllipse(QPointF(*knob), _HANDLE / 2, _HANDLE / 2)


def anchors(painter: QPainter, places: Points, weights: Weights) -> None:
    """Paint the points that fit a placed mesh."""
    for (x, y), weight in zip(places.tolist(), weights.tolist(), strict=True):
        painter.setPen(QPen(colour("black", 0.85), 1.2))
        painter.setBrush(colour("chosen") if weight else colour("outline"))
        painter.drawEllipse(QPointF(x, y), 6, 6)


def rounded_clip(rect: QRectF, radius: float) -> QPainterPath:
    """Return the shape of a rounded frame."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def landmark_mask(indices: tuple[int, ...]) -> Mask:
    """Return (478,) a mask of some landmarks."""
    mask = np.zeros(LANDMARK_COUNT, bool)
    mask[[index for index in indices if index < LANDMARK_COUNT]] = True
    return mask
