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
def _crossing(px: float, py: float, qx: float, qy: float, y: float) -> float:
    """Where an edge crosses a row. Its ends are put in order first, so both triangles at it get the same number."""
    if py > qy:
        px, py, qx, qy = qx, qy, px, py
    return px + (y - py) * ((qx - px) / (qy - py))


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
        x0, y0, x1, y1, x2, y2 = frame[i, 0], frame[i, 1], frame[j, 0], frame[j, 1], frame[m, 0], frame[m, 1]
        first = max(ceil(min(y0, y1, y2) - 0.5) - top, 0)
        last = min(ceil(max(y0, y1, y2) - 0.5) - top, rows)
        if first >= last or max(x0, x1, x2) < left or min(x0, x1, x2) > left + columns:
            continue
        a0, a1, a2 = affines_a[k, 0], affines_a[k, 1], affines_a[k, 2]
        a3, a4, a5 = affines_a[k, 3], affines_a[k, 4], affines_a[k, 5]
        b0, b1, b2 = affines_b[k, 0], affines_b[k, 1], affines_b[k, 2]
        b3, b4, b5 = affines_b[k, 3], affines_b[k, 4], affines_b[k, 5]
        for row in range(first, last):
            pixel_row = row + top
            y = pixel_row + 0.5
            low, high = np.inf, -np.inf
            if (y0 <= y) != (y1 <= y):
                x = _crossing(x0, y0, x1, y1, y)
                low, high = min(low, x), max(high, x)
            if (y1 <= y) != (y2 <= y):
                x = _crossing(x1, y1, x2, y2, y)
                low, high = min(low, x), max(high, x)
            if (y2 <= y) != (y0 <= y):
                x = _crossing(x2, y2, x0, y0, y)
                low, high = min(low, x), max(high, x)
            if low >= high:
                continue
            begin = ceil(max(low - 0.5 - left, 0.0))
            end = ceil(min(high - 0.5 - left, float(columns)))
            if begin >= end:
                continue
            start = begin + left
            axs = np.float32(a0 * start + a1 * pixel_row + a2)
            ays = np.float32(a3 * start + a4 * pixel_row + a5)
            bxs = np.float32(b0 * start + b1 * pixel_row + b2)
            bys = np.float32(b3 * start + b4 * pixel_row + b5)
            dax, day, dbx, dby = np.float32(a0), np.float32(a3), np.float32(b0), np.float32(b3)
            for n in range(end - begin):
                step = np.float32(n)
                ax[row, begin + n] = axs + step * dax
                ay[row, begin + n] = ays + step * day
                bx[row, begin + n] = bxs + step * dbx
                by[row, begin + n] = bys + step * dby
            if weighted:
                base = np.float32(planes[k, 0] * start + planes[k, 1] * pixel_row + planes[k, 2])
                slope = np.float32(planes[k, 0])
                for n in range(end - begin):
                    weight[row, begin + n] = base + np.float32(n) * slope
