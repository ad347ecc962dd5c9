"""Questions about motions: read, change, write, and what a training set holds."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.animation.dataset import make_dataset, write_dataset
from engine.animation.motion_file import read_motion, write_motion
from engine.host.answers import answer
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.queries import (
    ChangeMotion,
    DatasetReply,
    DescribeDataset,
    MotionData,
    MotionReply,
    ProbeReply,
    ReadMotion,
    SourceCount,
    WriteMotion,
)
from tests.helpers.motion import dance


def read(path: Path) -> tuple[MotionReply, MotionData]:
    reply, payload = answer(ReadMotion(path=str(path)))
    assert isinstance(reply, MotionReply)
    data = MotionData(
        fps=reply.fps, width=reply.width, height=reply.height, joints=payload[0], boxes=payload[1], source=reply.source
    )
    return reply, data


def change(data: MotionData, **what: object) -> tuple[MotionReply, np.ndarray]:
    reply, payload = answer(ChangeMotion(motion=data, **what))  # type: ignore[arg-type]
    assert isinstance(reply, MotionReply)
    return reply, np.frombuffer(payload[0], "<f4").reshape(-1, 24, 3)


@pytest.fixture
def data(tmp_path: Path) -> MotionData:
    write_motion(tmp_path / "walk.motion.npz", dance(49))
    reply, data = read(tmp_path / "walk.motion.npz")
    assert (reply.frames, reply.fps) == (49, Fraction(20))
    return data


def test_what_is_written_is_what_was_read(tmp_path: Path, data: MotionData) -> None:
    copy = tmp_path / "copy.motion.npz"
    reply, _ = answer(WriteMotion(path=str(copy), motion=data))
    assert isinstance(reply, ProbeReply)
    assert (reply.media.kind, reply.media.frames) == ("motion", 49)
    np.testing.assert_array_equal(read_motion(copy).joints, dance(49).joints)
    with pytest.raises(PortraitsError) as error:
        answer(WriteMotion(path=str(copy), motion=data))
    assert error.value.code is ErrorCode.OUTPUT_EXISTS


def test_changes_are_those_of_the_clean_job(data: MotionData) -> None:
    joints = np.frombuffer(data.joints, "<f4").reshape(-1, 24, 3)
    assert change(data)[1].tolist() == joints.tolist()
    rough = change(data, smoothing="savgol", strength=1.0)[1]
    assert np.abs(np.diff(rough, n=2, axis=0)).mean() < np.abs(np.diff(joints, n=2, axis=0)).mean()
    assert change(data, speed=2.0)[0].frames == 25
    assert change(data, loop=97)[0].frames == 97
    mirrored = change(data, mirror=True)[1]
    np.testing.assert_allclose(mirrored[:, 20, 0], -joints[:, 21, 0])


def test_gaps_are_filled_and_told(data: MotionData) -> None:
    joints = np.frombuffer(data.joints, "<f4").reshape(-1, 24, 3).copy()
    joints[10:14] = np.nan
    holed = MotionData(fps=data.fps, width=data.width, height=data.height, joints=joints.tobytes())
    reply, filled = change(holed, fill_gaps=True)
    assert np.isfinite(filled).all()
    assert reply.notes == ("4 frames without the person were filled.",)


@pytest.mark.parametrize("broken", [b"123", b"\0" * 4 * 71])
def test_half_a_motion_is_refused(data: MotionData, broken: bytes) -> None:
    with pytest.raises(PortraitsError) as error:
        change(MotionData(fps=data.fps, width=512, height=512, joints=broken))
    assert error.value.code is ErrorCode.BAD_INPUT
    with pytest.raises(PortraitsError, match="boxes"):
        change(MotionData(fps=data.fps, width=512, height=512, joints=data.joints, boxes=b"\0" * 16))


def test_a_training_set_tells_its_numbers(tmp_path: Path) -> None:
    motions = [("a.mp4", dance(60).joints), ("a.mp4", dance(40).joints), ("b.mp4", dance(100).joints)]
    write_dataset(tmp_path / "set.npz", make_dataset(motions, Fraction(20), frozenset({"b.mp4"})), overwrite=False)
    reply, _ = answer(DescribeDataset(path=str(tmp_path / "set.npz")))
    assert isinstance(reply, DatasetReply)
    assert (reply.clips, reply.frames, reply.train, reply.unseen, reply.short) == (3, 200, 2, 1, 1)
    assert reply.sources == (
        SourceCount(name="a.mp4", train=2, unseen=0),
        SourceCount(name="b.mp4", train=0, unseen=1),
    )
    assert reply.shared_sources == 0
    assert (sum(reply.lengths), reply.shortest, reply.longest) == (3, 40, 100)


def test_many_numbered_sources_are_told_together(tmp_path: Path) -> None:
    motions = [(f"walk {number}", dance(49).joints) for number in range(20)]
    unseen = frozenset({"walk 3", "walk 4"})
    write_dataset(tmp_path / "set.npz", make_dataset(motions, Fraction(20), unseen), overwrite=False)
    reply, _ = answer(DescribeDataset(path=str(tmp_path / "set.npz")))
    assert isinstance(reply, DatasetReply)
    assert reply.sources == (SourceCount(name="walk", train=18, unseen=2),)
    assert reply.shared_sources == 0
