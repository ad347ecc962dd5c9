"""Place and size in front of the camera; forward kinematics."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.animation.camera import project, unproject_at
from engine.animation.motion import make_motion
from engine.animation.placing import before_camera, facing_angle, fitted, fitted_to, turned
from engine.animation.skeleton import (
    LEFT_ANKLE,
    NECK,
    PELVIS,
    RIGHT_ANKLE,
    bone_offsets,
    forward_kinematics,
    mean_joints,
    rest_offsets,
    rotations_from_axis_angle,
    std_joints,
)
from engine.animation.units import trunk_length
from engine.protocol.errors import PortraitsError
from tests.helpers.motion import dance, golden


def test_the_statistics_are_the_published_ones() -> None:
    stats = golden("joint_stats")
    np.testing.assert_array_equal(mean_joints(), stats["mean"].numpy())
    np.testing.assert_array_equal(std_joints(), stats["std"].numpy())


@given(st.integers(0, 10_000))
def test_kinematics_keep_bone_lengths_and_the_root(seed: int) -> None:
    rng = np.random.default_rng(seed)
    rotations = rotations_from_axis_angle(rng.normal(size=(3, 24, 3)))
    root = rng.normal(size=(3, 3)).astype(np.float32) * 100
    offsets = rest_offsets()
    joints = forward_kinematics(offsets, rotations, root)
    lengths = np.linalg.norm(bone_offsets(joints)[:, 1:], axis=-1)
    np.testing.assert_allclose(lengths, np.broadcast_to(np.linalg.norm(offsets[1:], axis=-1), lengths.shape), rtol=1e-3)
    np.testing.assert_array_equal(joints[:, PELVIS], root)


def test_without_rotation_kinematics_undo_the_offsets() -> None:
    joints = dance(1).joints
    still = np.broadcast_to(np.eye(3, dtype=np.float32), (1, 24, 3, 3))
    made = forward_kinematics(bone_offsets(joints[0]), still, joints[:, PELVIS])
    np.testing.assert_allclose(made, joints, atol=1e-3)


@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(300, 9000))
def test_projection_and_its_inverse(x: float, y: float, depth: float) -> None:
    point = unproject_at((x * 100, y * 100), depth, 640, 480)
    np.testing.assert_allclose(project(point, 640, 480), [x * 100, y * 100, depth], atol=1e-6)


@pytest.mark.parametrize("angle", [-2.5, -0.4, 0.0, 1.0, 3.0])
def test_a_turned_motion_comes_before_the_camera(angle: float) -> None:
    walk = dance(30).joints
    elsewhere = turned(walk, angle, np.zeros(3)) + np.float32([9000, -500, 4000])
    back = before_camera(elsewhere)
    assert abs(facing_angle(back[0])) < 1e-3
    np.testing.assert_allclose(back[0, PELVIS], mean_joints()[PELVIS], atol=0.1)
    np.testing.assert_allclose(bone_offsets(back)[:, 5, 1], bone_offsets(walk)[:, 5, 1], atol=0.1)


def test_the_first_frame_is_seen_where_and_as_large_as_asked() -> None:
    motion = fitted(dance(30), pelvis=(0.4, 0.55), height=0.6)
    first = motion.joints[0]
    x, y, _ = project(first[PELVIS], 512, 512)
    assert (x / 512, y / 512) == (pytest.approx(0.4, abs=1e-3), pytest.approx(0.55, abs=1e-3))
    neck = project(first[NECK], 512, 512)
    ankles = project(first[[LEFT_ANKLE, RIGHT_ANKLE]].mean(axis=0), 512, 512)
    assert (ankles[1] - neck[1]) / 512 == pytest.approx(0.6, rel=0.1)


def test_a_larger_body_has_longer_bones_in_the_same_place() -> None:
    motion = dance(10)
    large = fitted(motion, body_scale=1.25)
    assert trunk_length(large.joints) == pytest.approx(1.25 * trunk_length(motion.joints), rel=1e-3)
    np.testing.assert_allclose(large.joints[0, PELVIS], motion.joints[0, PELVIS], atol=0.01)


def test_behind_the_camera_is_refused() -> None:
    with pytest.raises(PortraitsError, match="behind the camera"):
        fitted(dance(10), height=3.0, body_scale=5.0)
    with pytest.raises(PortraitsError):
        fitted(make_motion(np.full((2, 24, 3), np.nan)), height=0.5)


def test_a_motion_covers_the_person_of_a_picture() -> None:
    small = dance(10, seed=8).joints[0] * np.float32(0.7) + np.float32([300, -200, 900])
    motion = fitted_to(dance(30), small, 640, 960)
    assert (motion.width, motion.height) == (640, 960)
    seen, wanted = (project(joints, 640, 960) for joints in (motion.joints[0], small))
    np.testing.assert_allclose(seen[PELVIS, :2], wanted[PELVIS, :2], atol=0.5)
    trunks = [np.linalg.norm(points[NECK, :2] - points[PELVIS, :2]) for points in (seen, wanted)]
    assert trunks[0] == pytest.approx(trunks[1], rel=0.1)
    assert trunk_length(motion.joints) == pytest.approx(trunk_length(dance(30).joints), rel=1e-4)
