"""SMPL and AMASS rotations are put on an average body."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.animation.amass import read_amass
from engine.animation.motion_input import load_motions
from engine.animation.skeleton import (
    LEFT_ANKLE,
    LEFT_ELBOW,
    LEFT_HIP,
    LEFT_SHOULDER,
    LEFT_WRIST,
    NECK,
    PELVIS,
    RIGHT_HIP,
    bone_offsets,
    mean_joints,
    rest_offsets,
)
from engine.protocol.errors import ErrorCode, PortraitsError


def saved(folder: Path, **arrays: Any) -> Path:
    path = folder / "walk.npz"
    np.savez(path, **arrays)
    return path


def standing_z_up(frames: int, width: int = 156) -> Any:
    """Rotations of a person who stands upright in a world with z up and looks along -y, as AMASS has it."""
    poses = np.zeros((frames, width))
    poses[:, 0] = np.pi / 2
    return poses


@pytest.mark.parametrize("width", [66, 72, 156, 165])
def test_a_person_stands_before_the_camera_on_average_bones(tmp_path: Path, width: int) -> None:
    path = saved(
        tmp_path,
        poses=standing_z_up(3, width),
        trans=np.zeros((3, 3)),
        mocap_framerate=np.float64(60),
        gender="neutral",
    )
    loaded = load_motions(path)
    (motion,) = loaded.motions
    assert "average body" in loaded.notes[0]
    assert motion.fps == 60
    first = motion.joints[0]
    np.testing.assert_allclose(first[PELVIS], mean_joints()[PELVIS], atol=0.1)
    assert first[NECK, 1] < first[PELVIS, 1] < first[LEFT_ANKLE, 1]
    assert first[LEFT_HIP, 0] > first[RIGHT_HIP, 0]
    lengths = np.linalg.norm(bone_offsets(motion.joints)[0, 1:], axis=-1)
    np.testing.assert_allclose(lengths, np.linalg.norm(rest_offsets()[1:], axis=-1), rtol=1e-3)


def test_a_rotation_moves_the_limbs_below_it(tmp_path: Path) -> None:
    """SMPL's z points forward: ninety degrees about it lift the left arm straight up."""
    poses = np.zeros((2, 72))
    poses[1, LEFT_SHOULDER * 3 + 2] = np.pi / 2
    (motion,), _ = read_amass(saved(tmp_path, poses=poses, trans=np.zeros((2, 3))))
    arm = motion.joints[:, LEFT_WRIST] - motion.joints[:, LEFT_SHOULDER]
    length = np.linalg.norm(arm[0])
    np.testing.assert_allclose(arm[0], [length, 0, 0], atol=1)
    np.testing.assert_allclose(arm[1], [0, -length, 0], atol=1)
    assert np.linalg.norm(motion.joints[1, LEFT_ELBOW] - motion.joints[1, LEFT_SHOULDER]) == pytest.approx(236, abs=1)


def test_places_are_metres_and_follow_the_person(tmp_path: Path) -> None:
    trans = np.array([[0, 0, 1.0], [0.5, 0, 1.0], [0, 0, 1.25]])
    (motion,), notes = read_amass(saved(tmp_path, poses=standing_z_up(3), trans=trans))
    moved = motion.joints[:, PELVIS] - motion.joints[0, PELVIS]
    assert abs(moved[1, 0]) == pytest.approx(500, abs=1)
    assert moved[2, 1] == pytest.approx(-250, abs=1)
    assert any("120" in note for note in notes)


@pytest.mark.parametrize(
    "arrays",
    [
        {"trans": np.zeros((2, 3))},
        {"poses": np.zeros((2, 30))},
        {"poses": np.zeros((0, 72))},
        {"poses": np.full((2, 72), np.nan)},
        {"poses": np.zeros((2, 72), np.int64)},
        {"poses": np.zeros((2, 72)), "trans": np.zeros((3, 3))},
        {"poses": np.array([{}], dtype=object)},
        {"poses": np.zeros(72)},
    ],
)
def test_files_without_a_motion_are_refused(tmp_path: Path, arrays: dict[str, Any]) -> None:
    with pytest.raises(PortraitsError) as error:
        load_motions(saved(tmp_path, **arrays))
    assert error.value.code is ErrorCode.BAD_INPUT
