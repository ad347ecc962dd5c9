"""Both kinds of pickles of MTVCrafter become motions."""

import pickle
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.animation.pickle_import import read_pickled_motions
from engine.protocol.errors import ErrorCode, PortraitsError
from tests.helpers.motion import dance

FPS = Fraction(30)


def written(folder: Path, value: Any) -> Path:
    path = folder / "motion.pkl"
    path.write_bytes(pickle.dumps(value))
    return path


def entry(pose: Any, **more: Any) -> dict[str, Any]:
    return {"video_path": "./videos/дance.mp4", "video_width": 604, "video_height": 1080, "pose": pose} | more


def test_a_training_list_is_read_exactly(tmp_path: Path) -> None:
    joints = [dance(n).joints for n in (20, 30)]
    path = written(tmp_path, [entry(joints[0], video_length=20), entry(joints[1], file_path=None)])
    motions, notes = read_pickled_motions(path, FPS)
    assert notes == []
    assert [len(motion) for motion in motions] == [20, 30]
    np.testing.assert_array_equal(motions[1].joints, joints[1])
    assert (motions[0].width, motions[0].height, motions[0].fps, motions[0].source) == (604, 1080, 30, "дance.mp4")


def test_a_single_dict_is_accepted(tmp_path: Path) -> None:
    motions, _ = read_pickled_motions(written(tmp_path, entry(dance(8).joints)), FPS)
    assert len(motions) == 1


def test_persons_of_the_extractors_output_are_followed_over_frames(tmp_path: Path) -> None:
    """Two people who change places in the list, one of them missing at times, and a frame without anybody."""
    left, right = dance(40, seed=1).joints, dance(40, seed=2).joints + np.float32([1500, 0, 0])
    frames = []
    for number in range(40):
        people = [left[number], right[number]]
        if number % 3 == 0:
            people.reverse()
        if 10 <= number < 14:
            people = [left[number]]
        if number == 20:
            people = []
        frames.append([torch.from_numpy(np.array(people, np.float32).reshape(-1, 24, 3))])
    motions, _ = read_pickled_motions(written(tmp_path, entry({"joints3d_nonparam": frames})), FPS)
    assert [motion.person for motion in motions] == [0, 1]
    first, second = motions
    assert int(first.valid.sum()) == 39
    assert int(second.valid.sum()) == 35
    np.testing.assert_array_equal(first.joints[first.valid], left[first.valid])
    np.testing.assert_array_equal(second.joints[second.valid], right[second.valid])


def test_a_video_without_anybody_gives_a_motion_without_valid_frames(tmp_path: Path) -> None:
    frames = [[torch.zeros(0, 24, 3)]] * 5
    (motion,), _ = read_pickled_motions(written(tmp_path, entry({"joints3d_nonparam": frames})), FPS)
    assert len(motion) == 5
    assert not motion.valid.any()


@pytest.mark.parametrize(("factor", "word"), [(1e-3, "metres"), (1e-1, "centimetres")])
def test_another_unit_is_noticed(tmp_path: Path, factor: float, word: str) -> None:
    joints = dance(10).joints
    (motion,), (note,) = read_pickled_motions(written(tmp_path, entry(joints * np.float32(factor))), FPS)
    assert word in note
    np.testing.assert_allclose(motion.joints, joints, rtol=1e-5)


def test_frames_with_nan_become_invalid(tmp_path: Path) -> None:
    joints = dance(10).joints.copy()
    joints[4, 7, 1] = np.nan
    joints[6] = np.inf
    (motion,), _ = read_pickled_motions(written(tmp_path, entry(joints)), FPS)
    assert np.flatnonzero(~motion.valid).tolist() == [4, 6]


@pytest.mark.parametrize(
    "value",
    [
        [],
        "text",
        {"poses": 1},
        [{"pose": np.zeros((5, 17, 3), np.float32)}],
        [{"pose": np.zeros((5, 24, 2), np.float32)}],
        [{"pose": np.zeros((24, 3), np.float32)}],
        [{"pose": np.zeros((5, 24, 3), np.int32)}],
        [{"pose": {"joints3d_nonparam": "no"}}],
        [{"pose": {"joints3d_nonparam": [[np.zeros((2, 17, 3), np.float32)]]}}],
        [{"pose": {}}],
    ],
)
def test_what_is_no_motion_is_refused(tmp_path: Path, value: Any) -> None:
    with pytest.raises(PortraitsError) as error:
        read_pickled_motions(written(tmp_path, value), FPS)
    assert error.value.code is ErrorCode.BAD_INPUT
    assert '"motion.pkl"' in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError) as error:
        read_pickled_motions(tmp_path / "none.pkl", FPS)
    assert error.value.code is ErrorCode.MISSING_INPUT
