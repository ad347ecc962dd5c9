"""Motion files as the gallery asks about them."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.animation.motion_file import write_motion
from engine.animation.synthetic import KINDS, synthetic_motion
from engine.host.answers import answer
from engine.host.motion_probe import is_motion, motion_thumbnail, probe_motion
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.queries import PictureReply, Probe, ProbeReply, Thumbnail


def test_a_motion_tells_its_length(tmp_path: Path) -> None:
    path = tmp_path / "walk.motion.npz"
    write_motion(path, synthetic_motion(KINDS[0], 3, frames=40, fps=Fraction(20)))
    found = probe_motion(path)
    assert (found.kind, found.format, found.frames, found.fps, found.duration) == ("motion", "npz", 40, 20.0, 2.0)
    reply = answer(Probe(path=str(path))).reply
    assert isinstance(reply, ProbeReply)
    assert reply.media == found
    assert len(reply.sha256) == 64


def test_a_motion_has_a_thumbnail_that_the_person_fills(tmp_path: Path) -> None:
    path = tmp_path / "wave.motion.npz"
    write_motion(path, synthetic_motion(KINDS[1], 3, frames=40))
    found = answer(Thumbnail(path=str(path), side=120, time=1.0))
    assert isinstance(found.reply, PictureReply)
    assert (found.reply.width, found.reply.height) == (120, 120)
    picture = np.frombuffer(found.payload[0], np.uint8).reshape(120, 120, 4)
    rows = np.flatnonzero((picture[:, :, :3] != 0x26).any(axis=(1, 2)))
    assert rows[-1] - rows[0] > 80
    assert (picture[:, :, 3] == 255).all()


def test_a_motion_without_a_person_has_no_thumbnail(tmp_path: Path) -> None:
    path = tmp_path / "nobody.motion.npz"
    motion = synthetic_motion(KINDS[0], 3, frames=5)
    write_motion(path, motion.with_joints(np.full_like(motion.joints, np.nan)))
    with pytest.raises(PortraitsError, match="shows nobody"):
        motion_thumbnail(path, 64, Fraction(0))


@pytest.mark.parametrize("name", ["a.npz", "a.PKL", "a.pickle", "a.bvh"])
def test_motions_are_told_by_their_suffix(name: str) -> None:
    assert is_motion(Path(name))


@pytest.mark.parametrize("name", ["a.png", "a.npy", "a.zip", "npz"])
def test_nothing_else_is_a_motion(name: str) -> None:
    assert not is_motion(Path(name))


@pytest.mark.parametrize("name", ["torn.npz", "torn.pkl", "torn.bvh"])
def test_a_file_that_is_no_motion_is_refused_by_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x80\x04cposix\nsystem\n(S'true'\ntR.")
    with pytest.raises(PortraitsError) as caught:
        answer(Probe(path=str(path)))
    assert caught.value.code is ErrorCode.BAD_INPUT
    assert name in str(caught.value)
