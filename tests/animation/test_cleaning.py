"""Outliers, gaps, smoothing."""

import numpy as np
import pytest

from engine.animation.cleaning import gaps_filled, mean_joint_error, smoothed, without_outliers
from engine.animation.motion import make_motion
from engine.protocol.errors import PortraitsError
from tests.helpers.motion import dance, standing


def test_a_joint_that_jumps_for_a_frame_is_replaced_and_nothing_else() -> None:
    motion = dance(60)
    joints = motion.joints.copy()
    joints[20, 18] += (900, 0, 0)
    joints[41, 7] -= (0, 1500, 0)
    cleaned, count = without_outliers(motion.with_joints(joints))
    assert count == 2
    changed = np.abs(cleaned.joints - motion.joints).max(axis=2)
    assert changed[20, 18] < 40
    assert changed[41, 7] < 40
    changed[20, 18] = changed[41, 7] = 0
    assert changed.max() == 0


def test_a_clean_motion_has_no_outliers() -> None:
    for kind in ("walk", "wave", "turn"):
        motion = dance(80, kind=kind)
        cleaned, count = without_outliers(motion)
        assert count == 0
        np.testing.assert_array_equal(cleaned.joints, motion.joints)


def test_gaps_follow_straight_lines_and_the_ends_are_held() -> None:
    joints = standing(10) + np.arange(10, dtype=np.float32)[:, None, None]
    joints[[0, 4, 5, 9]] = np.nan
    filled, count = gaps_filled(make_motion(joints))
    assert count == 4
    assert filled.valid.all()
    shift = (filled.joints - standing(10)).mean(axis=(1, 2))
    np.testing.assert_allclose(shift, [1, 1, 2, 3, 4, 5, 6, 7, 8, 8], atol=1e-3)


def test_long_gaps_can_be_left() -> None:
    joints = standing(20)
    joints[[3, 10, 11, 12, 13, 14]] = np.nan
    filled, count = gaps_filled(make_motion(joints), longest=3)
    assert count == 1
    assert np.flatnonzero(~filled.valid).tolist() == [10, 11, 12, 13, 14]


@pytest.mark.parametrize("frames", [0, 4])
def test_a_motion_without_anybody_cannot_be_filled(frames: int) -> None:
    with pytest.raises(PortraitsError):
        gaps_filled(make_motion(np.full((frames, 24, 3), np.nan)))


@pytest.mark.parametrize("method", ["one-euro", "savgol"])
def test_smoothing_takes_noise_away_and_keeps_the_motion(method: str) -> None:
    motion = dance(100)
    noise = np.random.default_rng(0).normal(size=motion.joints.shape).astype(np.float32) * 15
    noisy = motion.with_joints(motion.joints + noise)
    smooth = smoothed(noisy, method, strength=0.5)  # type: ignore[arg-type]
    before, after = (mean_joint_error(each.joints, motion.joints) for each in (noisy, smooth))
    assert after < 0.75 * before
    shaking = [np.abs(np.diff(each.joints, 2, axis=0)).mean() for each in (noisy, smooth)]
    assert shaking[1] < 0.5 * shaking[0]


@pytest.mark.parametrize("method", ["one-euro", "savgol"])
@pytest.mark.parametrize("frames", [1, 2, 4, 5, 60])
def test_a_still_person_stays(method: str, frames: int) -> None:
    motion = make_motion(standing(frames))
    np.testing.assert_allclose(smoothed(motion, method).joints, motion.joints, atol=0.01)  # type: ignore[arg-type]


def test_stretches_are_smoothed_apart() -> None:
    joints = standing(40)
    joints[20:] += 500
    joints[18:22] = np.nan
    smooth = smoothed(make_motion(joints), "savgol", strength=1.0)
    np.testing.assert_allclose(smooth.joints[:18], joints[:18], atol=0.01)
    np.testing.assert_allclose(smooth.joints[22:], joints[22:], atol=0.01)
    assert (~smooth.valid).sum() == 4


def test_the_error_is_the_mean_distance_of_joints() -> None:
    joints = standing(4)
    assert mean_joint_error(joints, joints + np.float32([3, 4, 0])) == pytest.approx(5, abs=1e-3)
    joints[0] = np.nan
    assert mean_joint_error(joints, standing(4)) == 0
