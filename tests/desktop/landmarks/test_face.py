"""A face while it is edited, and in the form that projects keep."""

import numpy as np
import pytest

from desktop.landmarks.face import Face
from desktop.landmarks.template import ANCHORS, Placement, template
from engine.project.landmarks import LANDMARK_COUNT, KeyPoint, Landmarks
from engine.protocol.values import from_json, to_json
from tests.desktop.landmarks.helpers import a_face


def _moved(*indices: int) -> Face:
    face = a_face()
    points = face.points.copy()
    points[list(indices)] += (3.5, -2.25)
    return face.with_points(points)


def test_moved_points_are_marked_and_know_where_they_were_found() -> None:
    face = _moved(7, 65).with_key("k1", "Hair", 12.0, 34.0)
    again = Face.of(from_json(to_json(face.landmarks()), Landmarks))
    assert np.flatnonzero(again.moved).tolist() == [7, 65]
    assert (again.points == face.points).all()
    assert (again.found == a_face().points).all()
    assert again.key_points == (KeyPoint(id="k1", x=12.0, y=34.0, name="Hair"),)
    assert again.offsets()[65] == pytest.approx([3.5, -2.25])


def test_reset_puts_back_what_is_chosen_and_takes_the_mark_off() -> None:
    chosen = np.zeros(LANDMARK_COUNT, bool)
    chosen[7] = True
    face = _moved(7, 65).reset(chosen)
    assert np.flatnonzero(face.moved).tolist() == [65]
    assert (face.points[7] == a_face().points[7]).all()


def test_a_point_that_goes_back_by_hand_is_not_marked_any_more() -> None:
    face = _moved(7)
    points = face.points.copy()
    points[7] = face.found[7]
    assert not face.with_points(points).edited


def test_points_whose_origin_is_not_known_keep_their_mark_and_place() -> None:
    stored = Landmarks(
        detector="d", detector_version="1", width=400, height=400,
        points=tuple(map(tuple, a_face().points.tolist())), moved=(3, 4),
    )  # fmt: skip
    face = Face.of(stored)
    back = face.reset(np.ones(LANDMARK_COUNT, bool))
    assert np.flatnonzero(back.moved).tolist() == [3, 4]
    assert (back.points == face.points).all()
    assert face.landmarks() == stored


def test_scaling_takes_everything_along() -> None:
    face = _moved(65).with_key("k", "", 10.0, 20.0).scaled_to(800, 200)
    assert (face.width, face.height) == (800, 200)
    assert face.points[65] == pytest.approx(_moved(65).points[65] * (2, 0.5))
    assert face.found[65] == pytest.approx(a_face().points[65] * (2, 0.5))
    assert face.key_place("k") == (20.0, 10.0)


def test_the_number_of_found_places_must_be_right() -> None:
    points = tuple(map(tuple, a_face().points.tolist()))
    with pytest.raises(ValueError, match="2 found places"):
        Landmarks(
            detector="d", detector_version="1", width=400, height=400, points=points, moved=(1, 2), found=((1.0, 2.0),)
        )


def test_the_template_is_moved_scaled_and_turned_with_its_anchors() -> None:
    start = Placement(100, 120, 80).with_anchor(33, 70.0, 100.0)
    assert start.points[33] == pytest.approx([70, 100])
    moved = start.moved(5, -6)
    assert moved.points == pytest.approx(start.points + np.array((5, -6)))
    grown = start.scaled(2.0)
    assert grown.points == pytest.approx((start.points - (100, 120)) * 2 + (100, 120), abs=1e-6)
    turned = start.turned(90.0)
    assert turned.points[33] == pytest.approx([100 + 20, 120 - 30])
    assert turned.turned(-90.0).points == pytest.approx(start.points, abs=1e-6)


def test_an_anchor_bends_its_surroundings_and_leaves_the_other_parts() -> None:
    start = Placement(200, 200, 200)
    eye = start.points[33]
    fitted = start.with_anchor(33, float(eye[0]) - 6, float(eye[1]) + 3).points
    way = np.hypot(*(fitted - start.points).T)
    assert way[33] == pytest.approx(np.hypot(6, 3))
    assert 0 < way[130] < way[33] + 1, "the corner's neighbour follows"
    others = [index for part in ANCHORS.values() for index in part if index != 33]
    assert way[others].max() < 1e-6


def test_the_template_has_every_landmark_once_and_fits_into_a_picture() -> None:
    assert template().shape == (LANDMARK_COUNT, 2)
    for size in ((640, 480), (300, 900)):
        points = Placement.in_picture(*size).points
        assert (points >= 0).all()
        assert (points <= size).all()
