"""Outlines of the person and of the skin, and which place of one outline belongs to which of another."""

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d

from engine.morph.compiled import compiled
from engine.morph.mesh import Points
from engine.morph.pixels import blurred, shrunk, size_within

MARGIN = 0.12
"""How far outlines go on outside of the frame, as a share of its longer side: what leaves it goes straight on."""

_TRACE_SIDE = 384
_STEP = 0.035  # distance of samples along an outline, in face widths
_SPACING = 0.09  # distance of the matched points that become mesh points, in face widths
_NEAR = 0.3  # face widths that weigh as much as a right angle between the outlines' directions
_UNEVEN = 0.08  # price of standing still on one outline while walking on the other
_SMOOTH = 2.0  # samples


def inside_distance(outline: Points, points: Points) -> NDArray[np.float64]:
    """Return how far points lie inside of an outline, in pixels; negative outside."""
    contour = outline.astype(np.float32).reshape(-1, 1, 2)
    return np.array([cv2.pointPolygonTest(contour, (float(x), float(y)), True) for x, y in points])


def trace(matte: NDArray[np.uint8], centre: Points) -> Points:
    """Return the closed outline of the person, clockwise on screen, from the lowest place under the face.

    Args:
        matte: uint8 (height, width), 255 on the person.
        centre: (x, y) in the face.

    Returns:
        (count, 2) points in the matte's pixels from its upper left corner. Where the person leaves the frame the
        outline goes straight on for :data:`MARGIN`. Empty when there is no outline around the centre.
    """
    height, width = matte.shape
    small = shrunk(matte, size_within(width, height, _TRACE_SIDE))
    ratio = np.array([small.shape[1] / width, small.shape[0] / height])
    pad = round(MARGIN * max(small.shape))
    wide = blurred(np.pad(small, pad, mode="edge"), 2.0)
    contours, _ = cv2.findContours(np.pad((wide > 127).astype(np.uint8), 1), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    middle = centre * ratio + pad + 1
    around = [c for c in contours if cv2.pointPolygonTest(c, (float(middle[0]), float(middle[1])), False) > 0]
    if not around:
        return np.empty((0, 2))
    outline = max(around, key=cv2.contourArea)[:, 0].astype(np.float64) + 0.5
    # OpenCV walks counter-clockwise on screen.
    outline = gaussian_filter1d(outline[::-1], 2.0, axis=0, mode="wrap")
    lowest = outline[:, 1] > outline[:, 1].max() - 2
    start = int(np.where(lowest, np.abs(outline[:, 0] - middle[0]), np.inf).argmin())
    result: Points = (np.roll(outline, -start, axis=0) - pad - 1) / ratio
    return result


def match(a: Points, b: Points, face_width: float) -> tuple[Points, Points]:
    """Return matched points on two outlines, both in one frame with the faces on top of each other.

    Dynamic time warping over position and direction: shoulders meet shoulders and the top of the head meets the top,
    and a notch that only one person has (a neck beside an ear) is spread over the other's outline.
    """
    p, q = _resampled(a, _STEP * face_width), _resampled(b, _STEP * face_width)
    steps = _best_path(p / face_width, q / face_width, _directions(p), _directions(q), _NEAR, _UNEVEN)
    at = steps.sum(axis=1) / 2.0
    ticks = np.arange(0, at[-1] + 0.5)
    along = [gaussian_filter1d(np.interp(ticks, at, steps[:, side].astype(float)), _SMOOTH) for side in (0, 1)]
    every = max(1, round(_SPACING / _STEP))
    chosen = slice(every // 2, None, every)
    return _at(p, along[0][chosen]), _at(q, along[1][chosen])


def _resampled(outline: Points, step: float) -> Points:
    closed = np.vstack([outline, outline[:1]])
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(closed, axis=0).T))])
    count = max(16, min(1500, round(lengths[-1] / step)))
    return _interp(np.linspace(0, lengths[-1], count), lengths, closed)


def _interp(where: NDArray[np.float64], knots: NDArray[np.float64], points: Points) -> Points:
    return np.column_stack([np.interp(where, knots, points[:, 0]), np.interp(where, knots, points[:, 1])])


def _at(points: Points, index: NDArray[np.float64]) -> Points:
    return _interp(index, np.arange(len(points), dtype=np.float64), points)


def _directions(points: Points) -> Points:
    step = gaussian_filter1d(np.gradient(points, axis=0), 1.5, axis=0)
    result: Points = step / np.maximum(np.hypot(step[:, 0], step[:, 1]), 1e-9)[:, None]
    return result


@compiled
def _best_path(p: Points, q: Points, dp: Points, dq: Points, near: float, uneven: float) -> NDArray[np.int64]:
    """Return the cheapest monotone path of index pairs from both starts to both ends."""
    n, m = len(p), len(q)
    total = np.full((n, m), np.inf)
    came = np.zeros((n, m), np.int8)
    for i in range(n):
        for j in range(m):
            away = ((p[i, 0] - q[j, 0]) ** 2 + (p[i, 1] - q[j, 1]) ** 2) / (near * near)
            cost = away + 1.0 - (dp[i, 0] * dq[j, 0] + dp[i, 1] * dq[j, 1])
            if i == 0 and j == 0:
                total[i, j] = cost
                continue
            best, way = np.inf, 0
            if i > 0 and j > 0:
                best, way = total[i - 1, j - 1] + 2 * cost, 0
            if i > 0 and total[i - 1, j] + cost + uneven < best:
                best, way = total[i - 1, j] + cost + uneven, 1
            if j > 0 and total[i, j - 1] + cost + uneven < best:
                best, way = total[i, j - 1] + cost + uneven, 2
            total[i, j], came[i, j] = best, way
    path = np.empty((n + m, 2), np.int64)
    i, j, k = n - 1, m - 1, n + m
    while True:
        k -= 1
        path[k, 0], path[k, 1] = i, j
        if i == 0 and j == 0:
            return path[k:]
        way = came[i, j]
        if way != 2:
            i -= 1
        if way != 1:
            j -= 1
