"""One triangle mesh shared by two pictures, in which no triangle ever turns over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import Delaunay

Points = NDArray[np.float64]
Triangles = NDArray[np.int32]

MANY_DROPPED = 60
"""From here on the heads look in clearly different directions, and the person is told."""

_SMALLEST_AREA = 0.02  # square pixels; below this the affine map of a triangle is numerically worthless
_EDGE_SEGMENTS = 8


@dataclass(frozen=True)
class Mesh:
    """Triangles over matched points.

    Attributes:
        triangles: int32 (count, 3), indices into the points given to :func:`build_mesh`, counter-clockwise on screen.
        dropped: indices of the points that were left out so that no triangle turns over.
    """

    triangles: Triangles
    dropped: NDArray[np.int64]


def boundary_points(width: float, height: float, margin: float = 0.0, segments: int = _EDGE_SEGMENTS) -> Points:
    """Return points around the frame: its corners, the middles of its edges and more between, ``4 * segments`` in all.

    Args:
        margin: how far outside of the frame the points lie, in pixels.
        segments: pieces into which each edge is cut.
    """
    steps = np.arange(segments) / segments
    zeros, ones = np.zeros(segments), np.ones(segments)
    unit = np.concatenate(
        [
            np.column_stack([steps, zeros]),
            np.column_stack([ones, steps]),
            np.column_stack([1 - steps, ones]),
            np.column_stack([zeros, 1 - steps]),
        ]
    )
    return unit * (width + 2 * margin, height + 2 * margin) - margin


def smallest_areas(
    a: Points, b: Points, triangles: Triangles, low: float = 0.0, high: float = 1.0
) -> NDArray[np.float64]:
    """Return each triangle's smallest signed double area while its corners move straight from ``a`` to ``b``.

    The area is a quadratic polynomial of t, so its exact minimum over [low, high] lies at an end or at its vertex.
    """

    def cross(p: Points, q: Points) -> NDArray[np.float64]:
        result: NDArray[np.float64] = p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0]
        return result

    step = b - a
    u, v = a[triangles[:, 1]] - a[triangles[:, 0]], a[triangles[:, 2]] - a[triangles[:, 0]]
    du, dv = step[triangles[:, 1]] - step[triangles[:, 0]], step[triangles[:, 2]] - step[triangles[:, 0]]
    c0, c1, c2 = cross(u, v), cross(u, dv) + cross(du, v), cross(du, dv)
    at_low, at_high = c0 + low * (c1 + low * c2), c0 + high * (c1 + high * c2)
    smallest = np.minimum(at_low, at_high)
    bowl = c2 > 0
    vertex = np.divide(-c1, 2 * c2, out=np.full_like(c1, low), where=bowl)
    inside = bowl & (vertex > low) & (vertex < high)
    return np.where(inside, np.minimum(smallest, c0 + vertex * (c1 + vertex * c2)), smallest)


def build_mesh(
    a: Points,
    b: Points,
    *,
    low: float = 0.0,
    high: float = 1.0,
    cost: NDArray[np.float64] | None = None,
    without: NDArray[np.bool_] | None = None,
) -> Mesh:
    """Triangulate the mean of two matched point sets, leaving points out until no triangle turns over.

    Args:
        a, b: (count, 2) matched points in pixels.
        low, high: the range of t for which the promise holds; wider than 0..1 for a caricature.
        cost: (count,) how dear each point is when some must go, 1 by default; points that cost infinity are never left
            out and must alone make a sound mesh (the frame's boundary).
        without: points that are left out from the start.
    """
    return _build((a + b) / 2, lambda triangles: smallest_areas(a, b, triangles, low, high), cost, without)


def build_mean_mesh(mean: Points, shapes: Sequence[Points], cost: NDArray[np.float64]) -> Mesh:
    """As :func:`build_mesh` for many pictures that are all warped to one mean shape."""

    def areas(triangles: Triangles) -> NDArray[np.float64]:
        smallest: NDArray[np.float64] = np.min([smallest_areas(mean, shape, triangles) for shape in shapes], axis=0)
        return smallest

    return _build(mean, areas, cost, None)


def _build(
    mean: Points,
    areas: Callable[[Triangles], NDArray[np.float64]],
    cost: NDArray[np.float64] | None,
    without: NDArray[np.bool_] | None,
) -> Mesh:
    count = len(mean)
    price = np.ones(count) if cost is None else cost
    start = np.arange(count) if without is None else np.flatnonzero(~without)
    left = start
    while True:
        triangles = _delaunay(mean, left)
        turned = areas(triangles) < 2 * _SMALLEST_AREA
        out = _cover(triangles[turned], price)
        if not len(out):
            return Mesh(triangles, np.setdiff1d(start, left))
        left = np.setdiff1d(left, out)


def _delaunay(points: Points, left: NDArray[np.int64]) -> Triangles:
    """Delaunay triangles of the points that are left, all with positive area, flat ones at the hull left out."""
    triangles = left[Delaunay(points[left]).simplices].astype(np.int32)
    p, q, r = (points[triangles[:, corner]] for corner in range(3))
    double_area = (q[:, 0] - p[:, 0]) * (r[:, 1] - p[:, 1]) - (q[:, 1] - p[:, 1]) * (r[:, 0] - p[:, 0])
    backwards = double_area < 0
    triangles[backwards] = triangles[backwards][:, ::-1]
    result: Triangles = triangles[np.abs(double_area) > 1e-9]
    return result


def _cover(turned: Triangles, price: NDArray[np.float64]) -> NDArray[np.int64]:
    """Choose few and cheap points that touch every turned triangle: always the one that frees most for its price."""
    chosen = []
    while len(turned):
        votes = np.bincount(turned.ravel(), minlength=len(price)) / price
        worst = int(votes.argmax())
        if votes[worst] == 0:
            break
        chosen.append(worst)
        turned = turned[~(turned == worst).any(axis=1)]
    return np.array(chosen, np.int64)
