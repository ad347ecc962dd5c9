"""A motion is put where the person of a reference picture is."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner

from engine.animation import picture_person
from engine.animation.camera import project
from engine.animation.detections import FramePeople, Picture, nobody
from engine.animation.motion_file import read_motion, write_motion
from engine.animation.skeleton import PELVIS, mean_joints
from engine.commands.motion import motion as motion_commands
from engine.host.motion_answers import motion_answer
from engine.media.pictures import write_picture
from engine.protocol.queries import ChangeMotion, MotionData, MotionReply
from tests.helpers.media import gradient
from tests.helpers.motion import dance


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[FramePeople]:
    """What a stand-in for the pose landmarker finds: one person at the right."""
    people = [FramePeople(mean_joints()[None] + np.float32([500, 0, 800]), np.zeros((1, 4), np.float32))]

    class StandIn:
        def __init__(self, model: Path) -> None:
            assert model.name == "pose.task"

        def detect(self, frames: list[Picture]) -> list[FramePeople]:
            assert frames[0].shape == (90, 60, 3)
            return people

        def close(self) -> None:
            pass

    monkeypatch.setattr(picture_person, "MediapipeExtractor", StandIn)
    monkeypatch.setattr(picture_person, "pose_model", lambda: Path("pose.task"))
    return people


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    write_picture(tmp_path / "anna.png", gradient(60, 90), overwrite=False, text=None)
    write_motion(tmp_path / "walk.motion.npz", dance(20))
    return tmp_path


def cleaned(folder: Path) -> Any:
    names = [str(folder / name) for name in ("walk.motion.npz", "anna.png", "fit.motion.npz")]
    return CliRunner().invoke(motion_commands, ["clean", names[0], "--picture", names[1], "--output", names[2]])


def test_clean_puts_the_motion_there(inputs: Path, found: list[FramePeople]) -> None:
    told = cleaned(inputs)
    assert told.exit_code == 0, told.stderr
    motion = read_motion(inputs / "fit.motion.npz")
    assert (motion.width, motion.height) == (60, 90)
    wanted = project(found[0].joints[0], 60, 90)[PELVIS, :2]
    np.testing.assert_allclose(project(motion.joints[0], 60, 90)[PELVIS, :2], wanted, atol=0.1)


def test_the_window_asks_for_the_same(inputs: Path, found: list[FramePeople]) -> None:
    walk = dance(20)
    data = MotionData(fps=walk.fps, width=512, height=512, joints=walk.joints.astype("<f4").tobytes())
    reply, _ = motion_answer(ChangeMotion(motion=data, picture=str(inputs / "anna.png")))
    assert isinstance(reply, MotionReply)
    assert (reply.frames, reply.width, reply.height) == (20, 60, 90)


def test_a_picture_without_anybody_is_told(inputs: Path, found: list[FramePeople]) -> None:
    found[:] = [nobody()]
    told = cleaned(inputs)
    assert told.exit_code == 1
    assert 'No person was found in "anna.png"' in told.stderr
    assert not (inputs / "fit.motion.npz").exists()
