"""Turns the interpolated mesh into the two coordinate maps that say where every pixel of the frame comes from.

Coordinates of points: pixels from the frame's upper left corner, so the first pixel's centre is (0.5, 0.5). Maps are
for ``cv2.remap``, which puts it at (0, 0).
"""

from math import ceil

import numpy as np
from numpy.typing import NDArray

from engine.morph.compiled import compiled

_SMALLEST_DETERMINANT = 1e-9


@compiled
def inverse_affines(
    frame: NDArray[np.float64],
    source: NDArray[np.float64],
    triangles: NDArray[np.int32],
    out: NDArray[np.float64],
) -> None:
    """For each triangle write (xx, xy, x0, yx, yy, y0): map = matrix @ (column, row, 1) of the frame's pixel.

    Args:
        frame, source: (points, 2) the mesh in the frame and in one picture.
        triangles: (count, 3) indices.
        out: (count, 6) receives the result.
    """
    for k in range(len(triangles)):
        i, j, m = triangles[k, 0], triangles[k, 1], triangles[k, 2]
        ax, ay = frame[i, 0], frame[i, 1]
        ux, uy = frame[j, 0] - ax, frame[j, 1] - ay
        vx, vy = frame[m, 0] - ax, frame[m, 1] - ay
        det = ux * vy - uy * vx
        if abs(det) < _SMALLEST_DETERMINANT:
            det = _SMALLEST_DETERMINANT
        sx, sy = source[i, 0], source[i, 1]
        pux, puy = source[j, 0] - sx, source[j, 1] - sy
        pvx, pvy = source[m, 0] - sx, source[m, 1] - sy
        xx = (pux * vy - pvx * uy) / det
        xy = (pvx * ux - pux * vx) / det
        yx = (puy * vy - pvy * uy) / det
        yy = (pvy * ux - puy * vx) / det
        out[k, 0] = xx
        out[k, 1] = xy
        out[k, 2] = sx - 0.5 + xx * (0.5 - ax) + xy * (0.5 - ay)
        out[k, 3] = yx
        out[k, 4] = yy
        out[k, 5] = sy - 0.5 + yx * (0.5 - ax) + yy * (0.5 - ay)


@compiled
def value_planes(
    frame: NDArray[np.float64],
    values: NDArray[np.float64],
    triangles: NDArray[np.int32],
    out: NDArray[np.float64],
) -> None:
    """For each triangle write (x, y, 0): value = plane @ (column, row, 1), from the values at the mesh's points."""
    for k in range(len(triangles)):
        i, j, m = triangles[k, 0], triangles[k, 1], triangles[k, 2]
        ax, ay = frame[i, 0], frame[i, 1]
        ux, uy = frame[j, 0] - ax, frame[j, 1] - ay
        vx, vy = frame[m, 0] - ax, frame[m, 1] - ay
        det = ux * vy - uy * vx
        if abs(det) < _SMALLEST_DETERMINANT:
            det = _SMALLEST_DETERMINANT
        u, v = values[j] - values[i], values[m] - values[i]
        out[k, 0] = (u * vy - v * uy) / det
        out[k, 1] = (v * ux - u * vx) / det
        out[k, 2] = values[i] + out[k, 0] * (0.5 - ax) + out[k, 1] * (0.5 - ay)


@compiled
def _slope(px: float, py: float, qx: float, qy: float) -> float:
    """How far an edge goes aside for each row; of no importance where it is level and no row crosses it."""
    return (qx - px) / (qy - py) if qy > py else 0.0


@compiled
def _line(row: NDArray[np.float32], begin: int, end: int, first: float, step: float) -> None:
    """Write an arithmetic sequence.

    One array at a time, counted from its own start: so the compiler sees that nothing overlaps and no index is below
    zero, and makes vector code, which is five times as fast.
    """
    values = row[begin:end]
    start, slope = np.float32(first), np.float32(step)
    for n in range(values.size):
        values[n] = start + np.float32(n) * slope


@compiled
def rasterize(
    frame: NDArray[np.float64],
    triangles: NDArray[np.int32],
    affines_a: NDArray[np.float64],
    affines_b: NDArray[np.float64],
    top: int,
    left: int,
    ax: NDArray[np.float32],
    ay: NDArray[np.float32],
    bx: NDArray[np.float32],
    by: NDArray[np.float32],
    planes: NDArray[np.float64],
    weight: NDArray[np.float32],
) -> None:
    """Fill the four maps of a window of the frame whose upper left pixel is (left, top), and a weight where wanted.

    ``weight`` is filled with each triangle's plane (count, 3); both may be empty.

    A pixel belongs to the triangle that holds its centre; centres on an edge go to the triangle at the right of it
    and below, so a mesh without gaps covers every pixel exactly once.
    """
    rows, columns = ax.shape
    weighted = weight.size > 0
    for k in range(len(triangles)):
        i, j, m = triangles[k, 0], triangles[k, 1], triangles[k, 2]
        # From top to bottom. An edge has the same upper end in both triangles at it, so both cut it at the same places.
        if frame[j, 1] < frame[i, 1]:
            i, j = j, i
        if frame[m, 1] < frame[j, 1]:
            j, m = m, j
        if frame[j, 1] < frame[i, 1]:
            i, j = j, i
        x0, y0, x1, y1, x2, y2 = frame[i, 0], frame[i, 1], frame[j, 0], frame[j, 1], frame[m, 0], frame[m, 1]
        first = max(ceil(y0 - 0.5) - top, 0)
        last = min(ceil(y2 - 0.5) - top, rows)
        if first >= last or max(x0, x1, x2) < left or min(x0, x1, x2) > left + columns:
            continue
        long, upper, lower = _slope(x0, y0, x2, y2), _slope(x0, y0, x1, y1), _slope(x1, y1, x2, y2)
        for row in range(first, last):
            pixel_row = row + top
            y = pixel_row + 0.5
            p = x0 + (y - y0) * long
            q = x0 + (y - y0) * upper if y < y1 else x1 + (y - y1) * lower
            begin = ceil(max(min(p, q) - 0.5 - left, 0.0))
            end = ceil(min(max(p, q) - 0.5 - left, float(columns)))
            if begin >= end:
                continue
            x = begin + left
            a, b = affines_a[k], affines_b[k]
            _line(ax[row], begin, end, a[0] * x + a[1] * pixel_row + a[2], a[0])
            _line(ay[row], begin, end, a[3] * x + a[4] * pixel_row + a[5], a[3])
            _line(bx[row], begin, end, b[0] * x + b[1] * pixel_row + b[2], b[0])
            _line(by[row], begin, end, b[3] * x + b[4] * pixel_row + b[5], b[3])
            if weighted:
                plane = planes[k]
                _line(weight[row], begin, end, plane[0] * x + plane[1] * pixel_row + plane[2], plane[0])
