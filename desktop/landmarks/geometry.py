"""The arithmetic of the editor on arrays of points: falloff, lasso, mirror, triangles. No state, no window."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.landmarks.regions import STABLE, mirror_of

Points = NDArray[np.float64]
"""(count, 2): x and y in pixels of the picture as displayed, from its upper left corner. NaN where a point is not."""

Triangles = NDArray[np.int32]
Mask = NDArray[np.bool_]
Weights = NDArray[np.float64]

SMALLEST_AREA = 0.02
"""Square pixels; a smaller triangle counts as turned over, as it does for the morph's mesh."""


def nearest(points: Points, place: tuple[float, float], reach: float) -> int:
    """Return the index of the nearest point within ``reach``, or -1."""
    distances = np.hypot(points[:, 0] - place[0], points[:, 1] - place[1])
    distances = np.where(np.isnan(distances), np.inf, distances)
    if not len(distances):
        return -1
    best = int(distances.argmin())
    return best if distances[best] <= reach else -1


def towards(points: Points, start: int, direction: tuple[float, float]) -> int:
    """Return the nearest point that lies in a direction from another one, within 45 degrees of it; -1 for none.

    Args:
        points: (count, 2).
        start: index of the point to go from.
        direction: of length 1.
    """
    way = points - points[start]
    along = way @ np.array(direction)
    across = np.abs(way @ np.array((-direction[1], direction[0])))
    # Among points that are equally far the one straight ahead is meant.
    cost = np.where((along > 0) & (across <= along), along + 2 * across, np.inf)
    cost[start] = np.inf
    cost = np.nan_to_num(cost, nan=np.inf, posinf=np.inf)
    return int(cost.argmin()) if np.isfinite(cost).any() else -1


def brush_weights(points: Points, place: tuple[float, float], radius: float, softness: float) -> Weights:
    """Return how much each point follows a round brush, 0..1.

    Inside of ``1 - softness`` of the radius a point follows wholly; from there the weight falls to 0 at the radius by
    the smoothstep polynomial 3 u^2 - 2 u^3.

    Args:
        points: (count, 2).
        place: the brush's middle.
        radius: in the points' pixels, above 0.
        softness: 0 for a hard edge, 1 for a fall from the middle on.
    """
    distance = np.hypot(points[:, 0] - place[0], points[:, 1] - place[1]) / radius
    core = 1.0 - min(max(softness, 0.0), 1.0)
    u = np.clip((1.0 - distance) / max(1.0 - core, 1e-6), 0.0, 1.0)
    weights: Weights = np.where(distance <= 1.0, u * u * (3 - 2 * u), 0.0)
    return np.nan_to_num(weights)


def half_weight_radius(radius: float, softness: float) -> float:
    """Return where the brush has half its weight: the middle of the smoothstep."""
    return radius * (1.0 - min(max(softness, 0.0), 1.0) / 2)


def inside_rect(points: Points, left: float, top: float, right: float, bottom: float) -> Mask:
    """Tell which points lie in a rectangle given by two corners in any order."""
    low, high = np.minimum((left, top), (right, bottom)), np.maximum((left, top), (right, bottom))
    return np.asarray(((points >= low) & (points <= high)).all(axis=1))


def inside_polygon(points: Points, polygon: Points) -> Mask:
    """Tell which points lie in a polygon, by the even-odd rule."""
    if len(polygon) < 3:
        return np.zeros(len(points), bool)
    x, y = points[:, 0, None], points[:, 1, None]
    x0, y0 = polygon[:, 0], polygon[:, 1]
    x1, y1 = np.roll(x0, -1), np.roll(y0, -1)
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = ((y0 > y) != (y1 > y)) & (x < (x1 - x0) * (y - y0) / (y1 - y0) + x0)
    result: Mask = crossing.sum(axis=1) % 2 == 1
    return result


def double_areas(points: Points, triangles: Triangles) -> NDArray[np.float64]:
    """Return twice the signed area of each triangle; positive = not turned over, NaN where a corner is not there."""
    p, q, r = (points[triangles[:, corner]] for corner in range(3))
    result: NDArray[np.float64] = (q[:, 0] - p[:, 0]) * (r[:, 1] - p[:, 1]) - (q[:, 1] - p[:, 1]) * (r[:, 0] - p[:, 0])
    return result


def turned(points: Points, triangles: Triangles) -> NDArray[np.intp]:
    """Return the indices of the triangles that have turned over, or have become too flat to be used."""
    if not len(triangles):
        return np.empty(0, np.intp)
    return np.flatnonzero(double_areas(points, triangles) < 2 * SMALLEST_AREA)


@dataclass(frozen=True)
class Axis:
    """A face's own axis: a place on it and ``turn``, the unit number e^(2 i angle) of its direction.

    With places as complex numbers the mirror image of z is ``turn * conj(z - place) + place``.
    """

    place: complex
    turn: complex

    @classmethod
    def of(cls, points: Points) -> "Axis":
        """Return the axis in which a face is most like its own mirror image, in the least squares.

        For partners p and q about their common mean, the sum of |q - turn * conj(p)|^2 is least when ``turn`` has the
        phase of the sum of p * q.
        """
        z = points[: len(mirror_of()), 0] + 1j * points[: len(mirror_of()), 1]
        place = complex(z.mean())
        product = complex(((z - place) * (z[mirror_of()] - place)).sum())
        return cls(place, product / abs(product) if abs(product) > 1e-9 else -1 + 0j)

    def reflect(self, points: Points) -> Points:
        """Return the mirror images of places."""
        z = points[:, 0] + 1j * points[:, 1]
        return _pairs(self.turn * np.conj(z - self.place) + self.place)

    def reflect_vectors(self, vectors: Points) -> Points:
        """Return the mirror images of directions."""
        return _pairs(self.turn * np.conj(vectors[:, 0] + 1j * vectors[:, 1]))

    def side(self, points: Points) -> NDArray[np.float64]:
        """Return the signed distance of places from the axis."""
        direction = np.sqrt(np.complex128(self.turn))
        z = points[:, 0] + 1j * points[:, 1] - self.place
        result: NDArray[np.float64] = (z / direction).imag
        return result


def _pairs(z: NDArray[np.complex128]) -> Points:
    return np.column_stack([z.real, z.imag])


def mirrored(points: Points) -> Points:
    """Return the face as its own mirror image: partners have changed sides. Twice gives the face again."""
    image = Axis.of(points).reflect(points)
    return image[mirror_of()]


def shifts(weights: Weights, by: tuple[float, float], axis: Axis | None, points: Points, grabbed: int) -> Points:
    """Return how far each of 478 landmarks goes when a selection is moved.

    With an axis the side that is dragged leads: its partners on the other side go the mirrored way, and points of the
    middle only along the axis.

    Args:
        weights: (478,) how much each point follows, 0..1.
        by: the movement in pixels.
        axis: the face's axis, or None to move the selection only.
        points: (478, 2) where the face was before.
        grabbed: the point under the pointer, whose side leads.
    """
    way = np.array([by], np.float64)
    if axis is None:
        return weights[:, None] * way
    partner = mirror_of()
    sides = axis.side(points)
    middle = partner == np.arange(len(partner))
    lead = np.sign(sides[grabbed]) or 1.0
    leads = (np.sign(sides) == lead) & ~middle
    image = axis.reflect_vectors(way)
    # A point whose partner alone is chosen is followed by it, so that both sides of the face stay alike.
    strength = np.maximum(weights, weights[partner])
    ways = np.where(leads[:, None], way, image)
    ways[middle] = (way + image) / 2
    return strength[:, None] * ways


@dataclass(frozen=True)
class Similarity:
    """Turn, scale and shift as complex numbers: z -> factor * z + shift."""

    factor: complex = 1 + 0j
    shift: complex = 0j

    @classmethod
    def between(cls, source: Points, target: Points) -> "Similarity":
        """Return what brings one face nearest to another, judged by the points that expression hardly moves."""
        stable = list(STABLE)
        p = source[stable, 0] + 1j * source[stable, 1]
        q = target[stable, 0] + 1j * target[stable, 1]
        p0, q0 = p.mean(), q.mean()
        spread = float(np.vdot(p - p0, p - p0).real)
        factor = complex(np.vdot(p - p0, q - q0) / spread) if spread > 1e-9 else 1 + 0j
        return cls(factor or 1 + 0j, complex(q0 - (factor or 1) * p0))

    @property
    def scale(self) -> float:
        return abs(self.factor)

    def apply(self, points: Points) -> Points:
        """Bring places over."""
        return _pairs(self.factor * (points[:, 0] + 1j * points[:, 1]) + self.shift)

    def apply_vectors(self, vectors: Points) -> Points:
        """Bring directions over."""
        return _pairs(self.factor * (vectors[:, 0] + 1j * vectors[:, 1]))

    def inverse(self) -> "Similarity":
        return Similarity(1 / self.factor, -self.shift / self.factor)
