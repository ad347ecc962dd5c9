"""The arithmetic of selecting, mirroring and moving."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.landmarks.geometry import (
    Axis,
    Similarity,
    brush_weights,
    half_weight_radius,
    inside_polygon,
    inside_rect,
    mirrored,
    nearest,
    shifts,
)
from desktop.landmarks.regions import (
    FACE_OVAL,
    JAW,
    LEFT_EYE,
    LEFT_EYEBROW,
    REGIONS,
    RIGHT_EYE,
    RIGHT_EYEBROW,
    mirror_of,
    region_of,
)
from desktop.landmarks.template import template
from engine.project.landmarks import LANDMARK_COUNT
from tests.desktop.landmarks.helpers import a_face

_jitter = st.integers(0, 2**32 - 1).map(lambda seed: np.random.default_rng(seed).normal(0, 4, (LANDMARK_COUNT, 2)))
_angle = st.floats(-180, 180)


def test_every_landmark_belongs_to_a_region_and_only_the_jaw_shares() -> None:
    named = [index for each in REGIONS for index in each.points]
    assert set(named) == set(range(LANDMARK_COUNT))
    assert len(named) - len(set(named)) == len(JAW)
    assert set(JAW) < set(FACE_OVAL)
    assert region_of()[152].key == "jaw"


def test_partners_are_each_others_and_sides_are_exchanged() -> None:
    partner = mirror_of()
    assert (partner[partner] == np.arange(LANDMARK_COUNT)).all()
    assert set(partner[list(LEFT_EYE)]) == set(RIGHT_EYE)
    assert set(partner[list(LEFT_EYEBROW)]) == set(RIGHT_EYEBROW)
    assert (partner == np.arange(LANDMARK_COUNT)).sum() == 28


@settings(max_examples=40, deadline=None)
@given(jitter=_jitter, turn=_angle)
def test_mirroring_twice_gives_the_face_again(jitter: np.ndarray, turn: float) -> None:
    points = a_face(turn=turn).points + jitter
    assert np.abs(mirrored(mirrored(points)) - points).max() < 1e-8


@settings(max_examples=20, deadline=None)
@given(turn=_angle, x=st.floats(-200, 200), y=st.floats(-200, 200))
def test_the_axis_of_a_symmetric_face_turns_with_it(turn: float, x: float, y: float) -> None:
    points = a_face(turn=turn, shift=(x, y)).points
    assert np.abs(mirrored(points) - points).max() < 0.01
    assert np.abs(Axis.of(points).side(points)[[10, 152, 1, 0]]).max() < 0.01


@settings(max_examples=40, deadline=None)
@given(jitter=_jitter, dx=st.floats(-50, 50), dy=st.floats(-50, 50), grabbed=st.integers(0, 477))
def test_a_mirrored_move_moves_partners_the_mirrored_way(
    jitter: np.ndarray, dx: float, dy: float, grabbed: int
) -> None:
    points = a_face(turn=20).points + jitter
    weights = np.random.default_rng(1).uniform(0, 1, LANDMARK_COUNT) * (np.arange(LANDMARK_COUNT) % 3 == 0)
    axis = Axis.of(points)
    moved = shifts(weights, (dx, dy), axis, points, grabbed)
    partner = mirror_of()
    own = partner == np.arange(LANDMARK_COUNT)
    # Points that noise has pushed over the axis lie on one side with their partner: no mirror image is possible.
    apart = (np.sign(axis.side(points)) != np.sign(axis.side(points)[partner])) | own
    image = axis.reflect_vectors(moved)[partner]
    assert np.abs(moved - image)[apart].max() < 1e-9


def test_a_plain_move_moves_by_the_weights() -> None:
    weights = np.zeros(LANDMARK_COUNT)
    weights[[4, 9]] = 1.0, 0.25
    moved = shifts(weights, (8.0, -4.0), None, template(), 4)
    assert moved[4].tolist() == [8.0, -4.0]
    assert moved[9].tolist() == [2.0, -1.0]
    assert not moved[[index for index in range(LANDMARK_COUNT) if index not in (4, 9)]].any()


@given(radius=st.floats(1, 300), softness=st.floats(0, 1))
def test_the_brush_falls_from_one_to_nothing(radius: float, softness: float) -> None:
    distance = np.linspace(0, 1.5 * radius, 200)
    points = np.column_stack([100 + distance, np.full(200, 50.0)])
    weights = brush_weights(points, (100.0, 50.0), radius, softness)
    assert weights[0] == pytest.approx(1)
    assert (np.diff(weights) <= 1e-12).all()
    assert not weights[distance > radius * 1.0001].any()
    half = brush_weights(
        np.array([[100 + half_weight_radius(radius, softness), 50.0]]), (100.0, 50.0), radius, softness
    )
    if softness > 0.01:
        assert half[0] == pytest.approx(0.5, abs=1e-6)


def test_places_that_are_not_there_are_never_hit_or_chosen() -> None:
    points = np.array([[np.nan, np.nan], [10.0, 10.0]])
    assert nearest(points, (10.5, 10.0), 3) == 1
    assert nearest(points[:1], (0.0, 0.0), 1e9) == -1
    assert nearest(np.empty((0, 2)), (0.0, 0.0), 1e9) == -1
    assert inside_rect(points, 20, 20, 0, 0).tolist() == [False, True]
    assert inside_polygon(points, np.array([[0.0, 0], [20, 0], [20, 20], [0, 20]])).tolist() == [False, True]
    assert brush_weights(points, (10.0, 10.0), 5, 0.5).tolist() == [0.0, 1.0]


def test_a_lasso_takes_what_lies_in_it_and_leaves_its_holes() -> None:
    horseshoe = np.array([[0.0, 0], [30, 0], [30, 30], [20, 30], [20, 10], [10, 10], [10, 30], [0, 30]])
    points = np.array([[5.0, 20], [15, 20], [25, 20], [15, 5]])
    assert inside_polygon(points, horseshoe).tolist() == [True, False, True, True]


@given(turn=_angle, scale=st.floats(0.2, 5))
def test_a_face_is_laid_onto_another_one_and_back(turn: float, scale: float) -> None:
    one, other = a_face().points, a_face(turn=turn, scale=scale, shift=(40, -9)).points
    over = Similarity.between(one, other)
    assert np.abs(over.apply(one) - other).max() < 1e-6
    assert over.scale == pytest.approx(scale)
    assert np.abs(over.inverse().apply(other) - one).max() < 1e-6
