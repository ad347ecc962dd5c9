"""Curves without widgets: their values, and what moving, adding and removing a point does."""

from collections.abc import Sequence
from itertools import pairwise

from engine.protocol.jobs.morph import Curve

LOWEST, HIGHEST = -1.0, 2.0
MOST_POINTS = 64
_CLOSEST = 0.01

Points = tuple[tuple[float, float], ...]


def value_at(curve: Curve, time: float) -> float:
    """Return the curve's value at a time 0..1, as the engine computes it."""
    match curve.kind:
        case "linear":
            return time
        case "smoothstep":
            return time * time * (3.0 - 2.0 * time)
        case "ease_in":
            return time * time
        case "ease_out":
            return time * (2.0 - time)
        case "points":
            return _monotone(curve.points, time)


def as_points(curve: Curve) -> Points:
    """Return a curve as points that give nearly the same curve, to begin editing it."""
    if curve.kind == "points":
        return curve.points
    return tuple((time, round(value_at(curve, time), 4)) for time in (0.0, 0.25, 0.5, 0.75, 1.0))


def move_point(points: Points, index: int, time: float, value: float) -> Points:
    """Move one point; the ends stay at the times 0 and 1, the others between their neighbours."""
    if index == 0:
        time = 0.0
    elif index == len(points) - 1:
        time = 1.0
    else:
        time = min(max(time, points[index - 1][0] + _CLOSEST), points[index + 1][0] - _CLOSEST)
    moved = (round(time, 4), round(min(max(value, LOWEST), HIGHEST), 4))
    return (*points[:index], moved, *points[index + 1 :])


def add_point(points: Points, time: float, value: float) -> tuple[Points, int]:
    """Add a point in the order of times; return the points and its index, -1 when there is no room for it."""
    if len(points) >= MOST_POINTS or not 0.0 < time < 1.0:
        return points, -1
    if any(abs(time - other) < _CLOSEST for other, _ in points):
        return points, -1
    made = sorted((*points, (round(time, 4), round(min(max(value, LOWEST), HIGHEST), 4))))
    return tuple(made), next(index for index, point in enumerate(made) if point[0] == round(time, 4))


def remove_point(points: Points, index: int) -> Points:
    """Remove a point between the ends; the ends stay."""
    if not 0 < index < len(points) - 1:
        return points
    return (*points[:index], *points[index + 1 :])


def _monotone(points: Sequence[tuple[float, float]], time: float) -> float:
    """Monotone piecewise cubic through points; slopes as in Fritsch and Butland (1984), as SciPy's PCHIP takes them."""
    steps = [b[0] - a[0] for a, b in pairwise(points)]
    rises = [(b[1] - a[1]) / step for (a, b), step in zip(pairwise(points), steps, strict=True)]
    slopes = _slopes(steps, rises)
    index = max(i for i in range(len(steps)) if i == 0 or points[i][0] <= time)
    step = steps[index]
    s = (time - points[index][0]) / step
    h00, h10 = (1 + 2 * s) * (1 - s) ** 2, s * (1 - s) ** 2
    h01, h11 = s * s * (3 - 2 * s), s * s * (s - 1)
    start, end = points[index][1], points[index + 1][1]
    return h00 * start + h10 * step * slopes[index] + h01 * end + h11 * step * slopes[index + 1]


def _slopes(steps: list[float], rises: list[float]) -> list[float]:
    if len(steps) == 1:
        return [rises[0], rises[0]]
    inner = []
    for (h0, h1), (r0, r1) in zip(pairwise(steps), pairwise(rises), strict=True):
        if r0 * r1 <= 0:
            inner.append(0.0)
        else:
            w0, w1 = 2 * h1 + h0, h1 + 2 * h0
            inner.append((w0 + w1) / (w0 / r0 + w1 / r1))
    first = _end_slope(steps[0], steps[1], rises[0], rises[1])
    last = _end_slope(steps[-1], steps[-2], rises[-1], rises[-2])
    return [first, *inner, last]


def _end_slope(h0: float, h1: float, r0: float, r1: float) -> float:
    """The three-point slope at an end, limited so that the curve stays monotone."""
    slope = ((2 * h0 + h1) * r0 - h0 * r1) / (h0 + h1)
    if slope * r0 <= 0:
        return 0.0
    if r0 * r1 <= 0 and abs(slope) > 3 * abs(r0):
        return 3 * r0
    return slope
