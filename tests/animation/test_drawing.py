"""The skeleton is drawn as the published tools draw it."""

import math

import numpy as np
import pytest

from engine.animation.camera import project
from engine.animation.drawing import JOINT_COLOURS, draw_pose, draw_projected, draw_turned, stick_width
from tests.helpers.motion import Golden, dance, golden, golden_names


def listed_picture(reference: Golden, rule: str) -> np.ndarray:  # type: ignore[type-arg]
    picture = np.zeros(reference.meta["image_shape"], np.uint8)
    where = reference[f"out.image_{rule}_rule.pixels_n_y_x"].numpy().astype(int)
    picture[where[:, 0], where[:, 1], where[:, 2]] = reference[f"out.image_{rule}_rule.values"].numpy()
    return picture


@pytest.mark.parametrize("name", golden_names("draw_*"))
def test_projection_and_pictures_are_the_reference_s(name: str) -> None:
    reference = golden(name)
    height, width = reference.meta["height"], reference.meta["width"]
    joints = reference["in.joints_mm"].numpy()
    seen = project(joints, width, height)
    assert np.abs(seen - reference["out.projected"].numpy()).max() < 1e-2
    for rule, tall in (("7b", False), ("17b", True)):
        stick = stick_width(width, height, tall=tall)
        assert stick == reference.meta[f"stick_{rule}"]
        wanted = listed_picture(reference, rule)
        drawn = np.stack([draw_pose(pose, width, height, stick=stick) for pose in joints])
        listed = wanted.any(axis=-1)
        assert (drawn == wanted).all(axis=-1)[listed].mean() >= 0.995
        assert drawn[~listed].any(axis=-1).mean() < 0.001


def test_what_cannot_be_seen_is_left_out() -> None:
    joints = dance(1).joints[0].copy()
    whole = draw_pose(joints, 256, 256)
    joints[22] = np.nan
    joints[23, 2] = -500
    joints[10, 0] = 1e9
    partly = draw_pose(joints, 256, 256)
    assert 0 < partly.any(axis=2).sum() < whole.any(axis=2).sum()
    assert not draw_pose(np.full((24, 3), np.nan, np.float32), 64, 64).any()


def test_points_behind_the_camera_have_no_place() -> None:
    seen = project(np.array([[0, 0, 1000], [10, 10, -1000], [10, 10, 0]]), 100, 100)
    assert np.isfinite(seen[0]).all()
    assert np.isnan(seen[1:, :2]).all()


def test_a_disc_has_the_colour_of_its_joint() -> None:
    points = np.full((24, 2), np.nan)
    points[3] = (20, 30)
    picture = draw_projected(points, 64, 64)
    assert tuple(picture[30, 20]) == JOINT_COLOURS[3]


def test_the_turning_view_shows_the_person_from_every_side() -> None:
    joints = dance(1).joints[0]
    views = [draw_turned(joints, 200, 200, angle) for angle in (0, 90, 180, 270, 360)]
    assert all(view.any() for view in views)
    np.testing.assert_array_equal(views[0], views[4])
    rows, columns = np.nonzero(views[0].any(axis=2))
    assert abs((rows.min() + rows.max()) / 2 - 100) < 20
    assert abs((columns.min() + columns.max()) / 2 - 100) < 20
    assert 60 < rows.max() - rows.min() < 190
    widths = [np.ptp(np.nonzero(view.any(axis=2))[1]) for view in views]
    assert widths[1] != widths[0]
    assert not draw_turned(np.full((24, 3), np.nan, np.float32), 32, 32, math.pi).any()
