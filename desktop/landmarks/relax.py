"""Moves points to the nearest place in which no triangle is turned over."""

import numpy as np
from numpy.typing import NDArray

from desktop.landmarks.geometry import Mask, Points, Triangles, turned

_SMOOTHINGS = 40
_KEEP = 0.85
_NOTHING = 0.02


def ring(triangles: Triangles, marked: Mask) -> Mask:
    """Return the marked points and all that share a triangle with them."""
    touched = marked[triangles].any(axis=1)
    result = marked.copy()
    result[triangles[touched].ravel()] = True
    return result


def relaxed(points: Points, sound: Points, triangles: Triangles, free: Mask) -> Points:
    """Return the points with the free ones moved, no farther than needed, so that no triangle is turned over.

    What a person moved is seen as a displacement from the sound positions. Around turned triangles it is first
    smoothed, so that neighbours give way and the form stays; what is still turned over then is taken back step by
    step, in the end wholly. When every displaced corner of a turned triangle is free none is left; others cannot be
    helped without moving what must stay.

    Args:
        points: (count, 2) as they are now.
        sound: (count, 2) positions in which all triangles have a positive area.
        triangles: int32 (count, 3).
        free: (count,) which points may move.
    """
    if not len(turned(points, triangles)):
        return points
    near = _Neighbours(triangles, len(points))
    way = points - sound
    for _ in range(_SMOOTHINGS):
        bad = _corners(sound + way, triangles) & free
        if not bad.any():
            break
        around = ring(triangles, bad) & free
        smooth = near.mean(way)
        way[around] = 0.5 * way[around] + 0.5 * smooth[around]
    keep = np.ones(len(points))
    while True:
        bad = _corners(sound + keep[:, None] * way, triangles) & free & (keep > 0)
        if not bad.any():
            break
        keep[bad] *= _KEEP
        keep[keep < _NOTHING] = 0.0
    result = sound + keep[:, None] * way
    result[~free] = points[~free]
    return result


def _corners(points: Points, triangles: Triangles) -> Mask:
    """Return which points are corners of a turned triangle."""
    corners = np.zeros(len(points), bool)
    corners[triangles[turned(points, triangles)].ravel()] = True
    return corners


class _Neighbours:
    """Means over the points that share an edge."""

    def __init__(self, triangles: Triangles, count: int) -> None:
        edges = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
        edges = np.unique(np.sort(edges, axis=1), axis=0)
        self._one, self._other = edges[:, 0], edges[:, 1]
        self._degree = np.bincount(edges.ravel(), minlength=count).astype(np.float64)

    def mean(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        total = np.zeros_like(values)
        np.add.at(total, self._one, values[self._other])
        np.add.at(total, self._other, values[self._one])
        return total / np.maximum(self._degree, 1.0)[:, None]
