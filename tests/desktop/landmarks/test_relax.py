"""Relaxing: no triangle stays turned over, locked points stay, sound points are not touched."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.landmarks.geometry import turned
from desktop.landmarks.relax import relaxed, ring
from engine.project.landmarks import LANDMARK_COUNT
from tests.desktop.landmarks.helpers import a_face, a_mesh

_FACE = a_face(turn=10)
_MESH = a_mesh(_FACE)
_EDGE = len(_MESH.sound[0])


@st.composite
def disturbed(draw: st.DrawFn) -> np.ndarray:
    """Points of a face of which some were dragged anywhere."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    points = _FACE.points.copy()
    chosen = rng.choice(LANDMARK_COUNT, draw(st.integers(1, 200)), replace=False)
    points[chosen] += rng.normal(0, draw(st.floats(0.5, 80)), (len(chosen), 2))
    return points


@settings(max_examples=40, deadline=None)
@given(points=disturbed())
def test_relax_leaves_no_turned_triangle(points: np.ndarray) -> None:
    face = _FACE.with_points(points)
    better = _MESH.relax(0, face, np.ones(LANDMARK_COUNT, bool))
    assert len(_MESH.turned(0, better)) == 0


@settings(max_examples=40, deadline=None)
@given(points=disturbed(), seed=st.integers(0, 2**32 - 1))
def test_what_may_not_move_does_not(points: np.ndarray, seed: int) -> None:
    face = _FACE.with_points(points)
    free = np.random.default_rng(seed).random(LANDMARK_COUNT) < 0.5
    better = _MESH.relax(0, face, free)
    assert (better.points[~free] == face.points[~free]).all()


def test_a_sound_face_is_left_as_it_is() -> None:
    shifted = _FACE.with_points(_FACE.points + np.array((3.0, -2.0)))
    places = _MESH.vertices(0, shifted)
    assert relaxed(places, _MESH.sound[0], _MESH.triangles, np.ones(_EDGE, bool)) is places


def test_one_wrong_point_goes_back_no_farther_than_it_must_and_takes_few_with_it() -> None:
    points = _FACE.points.copy()
    points[105] += (0.0, 30.0)
    face = _FACE.with_points(points)
    assert len(_MESH.turned(0, face)) > 0
    better = _MESH.relax(0, face, np.ones(LANDMARK_COUNT, bool))
    went = np.hypot(*(better.points - _FACE.points).T)
    assert went[105] > 0.5, "it was put back wholly"
    assert (went > 0.01).sum() < LANDMARK_COUNT / 4, "the whole face was changed"
    assert not len(_MESH.turned(0, better))


def test_points_placed_alike_are_kept() -> None:
    """A region that was moved as a whole is no mistake: only what folds is changed."""
    points = _FACE.points.copy()
    brow = [46, 53, 52, 65, 55, 107, 66, 105, 63, 70]
    points[brow] += (0.0, -1.5)
    face = _FACE.with_points(points)
    if not len(_MESH.turned(0, face)):
        assert _MESH.relax(0, face, np.ones(LANDMARK_COUNT, bool)).points == pytest.approx(face.points)


def test_the_ring_is_every_point_that_shares_a_triangle() -> None:
    triangles = np.array([[0, 1, 2], [1, 2, 3], [3, 4, 5]], np.int32)
    marked = np.zeros(6, bool)
    marked[0] = True
    assert ring(triangles, marked).tolist() == [True, True, True, False, False, False]
    assert turned(np.zeros((6, 2)), triangles).tolist() == [0, 1, 2]
