"""The shared mesh of two pictures: landmarks, key points, matched outlines and the frame's boundary."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.morph.mesh import Mesh, Points, Triangles, boundary_points, build_mesh
from engine.morph.picture import PreparedPicture
from engine.morph.proportions import FaceMeasure, face_width
from engine.morph.silhouette import MARGIN, inside_distance, match
from engine.project.landmarks import LANDMARK_COUNT

_HIDDEN = 0.025
"""Face widths from the skin's edge. Landmarks nearer to it or beyond it are guesses under hair, the edge is seen."""

# When triangles turn over, what a person placed is left out last, and the outline, which would double, late.
_PLACED_PRICE = 16.0
_OUTLINE_PRICE = 4.0

_STRONGEST = 2.0  # natural logarithm
"""How much sharper one picture may be than the other before it no longer counts for more."""

_EAGER = 1.5
"""How strongly a sharper picture is preferred: with the areas' ratio to this power."""


@dataclass(frozen=True)
class PairMesh:
    """Matched points of two pictures and the triangles over them.

    Attributes:
        a, b: (count, 2) in the frame's pixels: 478 landmarks first, the frame's boundary last.
        mesh: its triangles.
        outline_a, outline_b: the matched points of the persons' outlines; empty without layers.
        sharper: (count,) natural logarithm of how much more pixels the second picture has there than the first.
    """

    a: Points
    b: Points
    mesh: Mesh
    outline_a: Points
    outline_b: Points
    sharper: NDArray[np.float64]


@dataclass(frozen=True)
class MatchedOutlines:
    """Points that belong together on the outlines of two persons and of their skin; (0, 2) where there is none."""

    person_a: Points
    person_b: Points
    skin_a: Points
    skin_b: Points


def match_outlines(a: PreparedPicture, b: PreparedPicture) -> MatchedOutlines:
    """Match the outlines of two pictures with faces. They follow from the pictures alone, whatever landmarks do."""
    assert a.points is not None
    assert b.points is not None
    unit = (face_width(a.points) + face_width(b.points)) / 2
    layered = a.layers is not None and b.layers is not None
    matched: list[Points] = []
    for outline_a, outline_b in zip(a.outlines, b.outlines, strict=True):
        known = layered and len(outline_a) > 0 and len(outline_b) > 0
        matched += match(outline_a, outline_b, unit) if known else [np.empty((0, 2))] * 2
    return MatchedOutlines(*matched)


def pair_mesh(
    a: PreparedPicture,
    b: PreparedPicture,
    outlines: MatchedOutlines,
    low: float = 0.0,
    high: float = 1.0,
    left_out: NDArray[np.int64] | None = None,
) -> PairMesh:
    """Join everything that two pictures with faces have in common to one mesh.

    Args:
        a, b: the pictures.
        outlines: what :func:`match_outlines` found.
        low, high: range of the shape in which no triangle may turn over, see :func:`build_mesh`.
        left_out: points that a mesh of almost the same pair left out: they stay out without being tried, which saves
            most of the time.
    """
    assert a.points is not None
    assert b.points is not None
    height, width = a.rgba.shape[:2]
    shared = [key for key in a.key_points if key in b.key_points]
    own_a, own_b = (np.array([p.key_points[key] for key in shared]).reshape(-1, 2) for p in (a, b))
    parts_a = [a.points, own_a, outlines.person_a, outlines.skin_a]
    parts_b = [b.points, own_b, outlines.person_b, outlines.skin_b]
    prices = [1.0, _PLACED_PRICE, _OUTLINE_PRICE, 1.0]
    margin = 2 * MARGIN * max(width, height) if len(outlines.person_a) else 0.0
    edge = boundary_points(width, height, margin)
    points_a, points_b = np.vstack([*parts_a, edge]), np.vstack([*parts_b, edge])
    without = np.zeros(len(points_a), bool)
    if len(outlines.skin_a):
        unit = (face_width(a.points) + face_width(b.points)) / 2
        without[:LANDMARK_COUNT] = _hidden(a, unit) | _hidden(b, unit)
    cost = np.concatenate([np.full(len(part), price) for part, price in zip(parts_a, prices, strict=True)])
    cost = np.concatenate([cost, np.full(len(edge), np.inf)])
    cost[[*a.moved, *b.moved]] = _PLACED_PRICE
    known = np.empty(0, np.int64) if left_out is None else left_out
    without[known] = True
    mesh = build_mesh(points_a, points_b, low=low, high=high, cost=cost, without=without)
    if len(known):
        mesh = Mesh(mesh.triangles, np.union1d(mesh.dropped, known))
    inner = mesh.triangles[np.isfinite(cost[mesh.triangles]).all(axis=1)]
    sharper = _sharper(points_a, points_b, inner) * _near_head(a.points, (points_a + points_b) / 2)
    return PairMesh(points_a, points_b, mesh, outlines.person_a, outlines.person_b, sharper)


def _hidden(picture: PreparedPicture, unit: float) -> NDArray[np.bool_]:
    assert picture.points is not None
    hidden = inside_distance(picture.outlines[1], picture.points) < _HIDDEN * unit
    hidden[list(picture.moved)] = False
    return hidden


def _sharper(a: Points, b: Points, triangles: Triangles) -> NDArray[np.float64]:
    """Compare the areas of the triangles around every point. In the face itself both pictures count alike."""
    around = np.zeros((2, len(a)))
    for side, points in enumerate((a, b)):
        p, q, r = (points[triangles[:, corner]] for corner in range(3))
        areas = (q[:, 0] - p[:, 0]) * (r[:, 1] - p[:, 1]) - (q[:, 1] - p[:, 1]) * (r[:, 0] - p[:, 0])
        for corner in range(3):
            np.add.at(around[side], triangles[:, corner], areas)
    sharper = np.log(np.maximum(around[1], 1e-3)) - np.log(np.maximum(around[0], 1e-3))
    sharper[:LANDMARK_COUNT] = 0.0
    result: NDArray[np.float64] = _EAGER * np.clip(sharper, -_STRONGEST, _STRONGEST)
    return result


def _near_head(face: Points, points: Points) -> NDArray[np.float64]:
    """Return 1 at the height of head and throat, falling to 0 at the shoulders: plain cloth is the same everywhere."""
    measure = FaceMeasure.of(face)
    down = (points - measure.centre) @ measure.down / measure.height
    result: NDArray[np.float64] = np.clip((1.15 - down) / 0.35, 0.0, 1.0)
    return result
