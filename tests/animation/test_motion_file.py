"""The motion file: round trip, and damaged or hostile files."""

import io
import json
import zipfile
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.animation.motion import MAX_FRAMES, Motion, make_motion, require_person
from engine.animation.motion_file import read_motion, write_motion
from engine.animation.motion_input import load_motions, load_one
from engine.protocol.errors import ErrorCode, PortraitsError
from tests.helpers.motion import dance


def same(first: Motion, second: Motion) -> None:
    np.testing.assert_array_equal(first.joints, second.joints)
    np.testing.assert_array_equal(first.valid, second.valid)
    np.testing.assert_array_equal(first.boxes, second.boxes)
    about = ("fps", "width", "height", "person", "source", "extractor")
    assert [getattr(first, name) for name in about] == [getattr(second, name) for name in about]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    frames=st.sampled_from([0, 1, 7, 8, 48, 49, 50]),
    fps=st.fractions(min_value=1, max_value=240, max_denominator=1001),
    source=st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    seed=st.integers(0, 1000),
)
def test_what_is_written_is_read(tmp_path: Path, frames: int, fps: Fraction, source: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    motion = make_motion(
        rng.normal(size=(frames, 24, 3)) * 500,
        fps=fps,
        width=640,
        height=480,
        valid=rng.random(frames) < 0.7,
        boxes=rng.random((frames, 4)) * 100,
        person=3,
        source=source,
        extractor="nlf",
    )
    path = tmp_path / "a.motion.npz"
    write_motion(path, motion, overwrite=True)
    same(read_motion(path), motion)


def test_the_longest_motions_are_read(tmp_path: Path) -> None:
    path = tmp_path / "long.motion.npz"
    write_motion(path, dance(10_000))
    assert len(read_motion(path)) == 10_000


def test_the_same_motion_gives_the_same_file(tmp_path: Path) -> None:
    for name in "ab":
        write_motion(tmp_path / f"{name}.motion.npz", dance(12))
    assert (tmp_path / "a.motion.npz").read_bytes() == (tmp_path / "b.motion.npz").read_bytes()


def test_a_file_that_is_there_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.motion.npz"
    path.write_bytes(b"mine")
    with pytest.raises(PortraitsError) as error:
        write_motion(path, dance(8))
    assert error.value.code is ErrorCode.OUTPUT_EXISTS
    assert path.read_bytes() == b"mine"


def array_bytes(array: Any) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, array, allow_pickle=True)
    return buffer.getvalue()


def header(shape: str, kind: str = "<f4") -> bytes:
    text = f"{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}, }}".encode()
    text += b" " * (-(len(text) + 11) % 64) + b"\n"
    return b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text


GOOD = {
    "motion.json": json.dumps({"format": "portraits-motion-1", "fps": "20", "width": 512, "height": 512}).encode(),
    "joints.npy": array_bytes(np.zeros((4, 24, 3), np.float32)),
    "valid.npy": array_bytes(np.ones(4, np.bool_)),
    "boxes.npy": array_bytes(np.zeros((4, 4), np.float32)),
}


def archive(path: Path, parts: dict[str, bytes | None]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in (GOOD | parts).items():
            if data is not None:
                file.writestr(name, data)
    return path


@pytest.mark.parametrize(
    "parts",
    [
        {"joints.npy": None},
        {"valid.npy": None},
        {"joints.npy": header("(1000000000, 24, 3)")},
        {"joints.npy": header(f"({MAX_FRAMES}, 24, 3)")},
        {"joints.npy": header("(-4, 24, 3)")},
        {"joints.npy": header("(4, 24, 3)", "|O")},
        {"joints.npy": header("(4, 24, 3)", "|V1000000")},
        {"joints.npy": header("(4, 24, 3, 1, 1, 1)")},
        {"joints.npy": b"\x93NUMPY\x01\x00\xff\xff" + b"(" * 65_535},
        {"joints.npy": array_bytes(np.array([{}], dtype=object))},
        {"joints.npy": array_bytes(np.zeros((4, 17, 3), np.float32))},
        {"joints.npy": array_bytes(np.zeros((4, 24, 3), np.float64))},
        {"joints.npy": b"nothing"},
        {"valid.npy": array_bytes(np.ones(3, np.bool_))},
        {"boxes.npy": array_bytes(np.zeros((4, 5), np.float32))},
        {"motion.json": b"{}"},
        {"motion.json": b"[" * 10_000},
        {"motion.json": b'{"format": "portraits-motion-1", "fps": "20", "width": 0, "height": 512}'},
        {"motion.json": b'{"format": "portraits-motion-1", "fps": "0", "width": 9, "height": 512}'},
        {"motion.json": b" " * 100_000},
    ],
)
def test_damaged_and_hostile_files_are_refused(tmp_path: Path, parts: dict[str, bytes | None]) -> None:
    path = archive(tmp_path / "bad.motion.npz", parts)
    with pytest.raises(PortraitsError) as error:
        read_motion(path)
    assert error.value.code is ErrorCode.BAD_INPUT


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    """The header declares four frames, the part unpacks to 40 MB of zeros."""
    path = tmp_path / "bomb.motion.npz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in GOOD.items():
            if name == "joints.npy":
                with file.open(name, "w") as part:
                    part.write(data)
                    for _ in range(40):
                        part.write(bytes(2**20))
            else:
                file.writestr(name, data)
    with pytest.raises(PortraitsError, match="too large"):
        read_motion(path)


@pytest.mark.parametrize("cut", [0, 1, 30, 200, -1])
def test_a_cut_file_is_refused(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "cut.motion.npz"
    write_motion(path, dance(8))
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(PortraitsError):
        read_motion(path)


def test_a_good_archive_is_read(tmp_path: Path) -> None:
    assert len(read_motion(archive(tmp_path / "good.motion.npz", {}))) == 4


@pytest.mark.parametrize("shape", [(5, 23, 3), (5, 24), (5, 24, 4)])
def test_a_wrong_number_of_joints_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(PortraitsError, match="24"):
        make_motion(np.zeros(shape))


@pytest.mark.parametrize("more", [{"fps": Fraction(0)}, {"fps": Fraction(5000)}, {"width": 0}, {"height": 10**6}])
def test_impossible_facts_are_refused(more: dict[str, Any]) -> None:
    with pytest.raises(PortraitsError, match="cannot be"):
        make_motion(np.zeros((2, 24, 3)), **more)


def test_a_motion_longer_than_possible_is_refused() -> None:
    with pytest.raises(PortraitsError, match="frames"):
        make_motion(np.broadcast_to(np.float32(0), (MAX_FRAMES + 1, 24, 3)))


def test_motions_without_anybody_are_told_apart() -> None:
    with pytest.raises(PortraitsError, match="no frames"):
        require_person(make_motion(np.zeros((0, 24, 3))))
    with pytest.raises(PortraitsError, match="no frame with a person"):
        require_person(make_motion(np.full((3, 24, 3), np.nan)))


def test_a_file_is_recognised_by_its_suffix_and_content(tmp_path: Path) -> None:
    path = tmp_path / "a.motion.npz"
    write_motion(path, dance(8))
    assert len(load_motions(path).motions) == 1
    with pytest.raises(PortraitsError, match="no number 1"):
        load_one(path, index=1)
    with pytest.raises(PortraitsError, match="no number 2"):
        load_one(path, person=2)
    other = tmp_path / "a.txt"
    other.write_text("no")
    with pytest.raises(PortraitsError, match="no motion"):
        load_motions(other)
    with pytest.raises(PortraitsError, match="not found"):
        load_motions(tmp_path / "none.npz")
