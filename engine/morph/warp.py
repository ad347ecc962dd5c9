"""Warps two pictures onto the interpolated mesh and blends them, strip by strip."""

import threading
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.morph.blend import packed
from engine.morph.compiled import compiled
from engine.morph.mesh import Points, Triangles
from engine.morph.raster import inverse_affines, rasterize, value_planes
from engine.morph.strips import STRIP_ROWS

Rgba = NDArray[np.uint8]

_PIXELS_IN_LINE = 16


@dataclass(frozen=True)
class Warp:
    """The mesh at one moment.

    Attributes:
        frame: where its points are in the frame.
        triangles: indices of their corners.
        to_a, to_b: (count, 6) how to get from the frame to both pictures, see :func:`inverse_affines`.
        planes: (count, 3) the second picture's weight in each triangle, see :func:`value_planes`; or empty.
    """

    frame: Points
    triangles: Triangles
    to_a: NDArray[np.float64]
    to_b: NDArray[np.float64]
    planes: NDArray[np.float64]


def make_warp(
    a: Points, b: Points, triangles: Triangles, shape: float, weights: NDArray[np.float64] | None = None
) -> Warp:
    """Interpolate the mesh.

    Args:
        a, b: (count, 2) its points in both pictures.
        triangles: int32 (count, 3).
        shape: 0 is the first picture's form, 1 the second's.
        weights: (count,) the second picture's share of the colour at every point, where it differs between them.
    """
    frame = a + shape * (b - a)
    to_a, to_b = np.empty((len(triangles), 6)), np.empty((len(triangles), 6))
    inverse_affines(frame, a, triangles, to_a)
    inverse_affines(frame, b, triangles, to_b)
    planes = np.empty((0, 3))
    if weights is not None:
        planes = np.empty((len(triangles), 3))
        value_planes(frame, weights, triangles, planes)
    return Warp(frame, triangles, to_a, to_b, planes)


@compiled
def _fetch(picture: NDArray[np.uint32], x: NDArray[np.float32], y: NDArray[np.float32]) -> int:
    """Read one pixel of every cache line from which a remap with these maps will take pixels; return their sum.

    A remap goes along slanted lines and waits for memory at each step. Rows read one after the other come in ahead of
    their use, and the remap then finds them in the cache: together that takes two thirds of the time.
    """
    rows, columns = x.shape
    left, right, top, bottom = x[0, 0], x[0, 0], y[0, 0], y[0, 0]
    for row in range(rows):
        for column in (0, columns // 2, columns - 1):
            left, right = min(left, x[row, column]), max(right, x[row, column])
            top, bottom = min(top, y[row, column]), max(bottom, y[row, column])
    height, width = picture.shape
    total = 0
    for row in range(max(int(top), 0), min(int(bottom) + 2, height)):
        for column in range(max(int(left), 0), min(int(right) + 2, width), _PIXELS_IN_LINE):
            total += picture[row, column]
    return total


def _remap(picture: Rgba, x: NDArray[np.float32], y: NDArray[np.float32], out: Rgba) -> None:
    _fetch(packed(picture), x, y)
    cv2.remap(picture, x, y, cv2.INTER_LINEAR, dst=out, borderMode=cv2.BORDER_REPLICATE)


class _Buffers(threading.local):
    """Each thread's own maps and strips, kept from frame to frame."""

    maps = np.empty((5, 0), np.float32)
    strips = np.empty((2, 0), np.uint8)


_buffers = _Buffers()


def warped_pair(
    warp: Warp, picture_a: Rgba, picture_b: Rgba, top: int, bottom: int, left: int, right: int
) -> tuple[Rgba, Rgba, NDArray[np.float32]]:
    """Return a window of both pictures as they look on the interpolated mesh, and the second one's weight.

    The mesh must cover the window. The weight is empty where the warp has none. The arrays belong to the calling thread
    and hold until its next call.
    """
    rows, columns = bottom - top, right - left
    pixels = rows * columns
    if _buffers.maps.shape[1] < pixels:
        room = STRIP_ROWS * columns if rows <= STRIP_ROWS else pixels
        _buffers.maps = np.empty((5, room), np.float32)
        _buffers.strips = np.empty((2, 4 * room), np.uint8)
    ax, ay, bx, by, weight = _buffers.maps[:, :pixels].reshape(5, rows, columns)
    weight = weight if len(warp.planes) else weight[:0]
    a, b = _buffers.strips[:, : 4 * pixels].reshape(2, rows, columns, 4)
    rasterize(warp.frame, warp.triangles, warp.to_a, warp.to_b, top, left, ax, ay, bx, by, warp.planes, weight)
    _remap(picture_a, ax, ay, a)
    _remap(picture_b, bx, by, b)
    return a, b, weight
