"""Frame rate, speed, cut, loop, mirror."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.animation.motion import make_motion
from engine.animation.skeleton import JOINT_NAMES, MIRRORED, PARENTS
from engine.animation.timing import looped, mirrored, resampled, retimed, trimmed
from engine.protocol.errors import PortraitsError
from tests.helpers.motion import dance, standing


@given(
    frames=st.integers(1, 80),
    fps=st.sampled_from([Fraction(20), Fraction(24), Fraction(30), Fraction(60), Fraction(30000, 1001)]),
    wanted=st.sampled_from([Fraction(20), Fraction(24), Fraction(25)]),
)
def test_another_frame_rate_keeps_the_length_in_seconds(frames: int, fps: Fraction, wanted: Fraction) -> None:
    motion = make_motion(standing(frames), fps=fps)
    result = resampled(motion, wanted)
    assert result.fps == wanted
    assert abs((len(result) - 1) / wanted - (frames - 1) / fps) < 1 / wanted
    np.testing.assert_allclose(result.joints, standing(len(result)), atol=1e-3)


@pytest.mark.parametrize("fps", [Fraction(0), Fraction(-20), Fraction(1, 10**9), Fraction(10**12)])
def test_an_absurd_frame_rate_is_refused(fps: Fraction) -> None:
    with pytest.raises(PortraitsError, match="is not between 1 and 1000"):
        resampled(make_motion(standing(4), fps=Fraction(20)), fps)


def test_positions_between_frames_lie_on_straight_lines() -> None:
    joints = standing(7) + np.arange(7, dtype=np.float32)[:, None, None] * 10
    result = resampled(make_motion(joints, fps=Fraction(30)), Fraction(20))
    np.testing.assert_allclose((result.joints - standing(5)).mean(axis=(1, 2)), [0, 15, 30, 45, 60], atol=1e-2)


def test_an_invalid_frame_spoils_only_what_needs_it() -> None:
    joints = standing(7)
    joints[3] = np.nan
    result = resampled(make_motion(joints, fps=Fraction(30)), Fraction(20))
    # The new frames lie at 0, 1.5, 3, 4.5 and 6: only the third needs frame 3.
    assert result.valid.tolist() == [True, True, False, True, True]


def test_speed_and_cut() -> None:
    motion = dance(61)
    np.testing.assert_array_equal(retimed(motion, 2).joints, motion.joints[::2])
    assert len(retimed(motion, 0.5)) == 121
    np.testing.assert_array_equal(trimmed(motion, 10, 20).joints, motion.joints[10:20])
    assert len(trimmed(motion, 10, None)) == 51
    for wrong in (0, 100.0):
        with pytest.raises(PortraitsError):
            retimed(motion, wrong)
    for start, end in ((61, None), (5, 5), (9, 3), (-1, 4)):
        with pytest.raises(PortraitsError):
            trimmed(motion, start, end)


@pytest.mark.parametrize("frames", [1, 5, 9, 40])
def test_a_loop_goes_to_and_fro_without_a_jump(frames: int) -> None:
    motion = dance(5)
    loop = looped(motion, frames)
    order = [0, 1, 2, 3, 4, 3, 2, 1]
    np.testing.assert_array_equal(loop.joints, motion.joints[[order[i % 8] for i in range(frames)]])


def test_a_single_frame_can_be_looped_and_nothing_cannot() -> None:
    assert len(looped(dance(1), 9)) == 9
    with pytest.raises(PortraitsError):
        looped(make_motion(np.zeros((0, 24, 3))), 9)


def test_a_mirror_twice_gives_the_motion_back() -> None:
    motion = dance(20)
    np.testing.assert_array_equal(mirrored(mirrored(motion)).joints, motion.joints)
    assert not np.allclose(mirrored(motion).joints, motion.joints)


def test_left_and_right_are_paired() -> None:
    for joint, other in enumerate(MIRRORED):
        name = JOINT_NAMES[joint]
        swapped = name.replace("left", "x").replace("right", "left").replace("x", "right")
        assert JOINT_NAMES[other] == swapped
        if joint:
            assert PARENTS[other] == MIRRORED[PARENTS[joint]]
