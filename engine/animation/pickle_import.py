"""Turns the pickled motions of MTVCrafter into ours: its training lists, and what its extractor writes."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.animation.motion import MAX_FRAMES, Motion, make_motion
from engine.animation.motion_file import bad_motion
from engine.animation.people import follow_people
from engine.animation.pickle_reader import read_pickle
from engine.animation.skeleton import JOINT_COUNT
from engine.animation.units import to_millimetres
from engine.media.files import unreadable

MAX_FILE_BYTES = 512 * 2**20
MAX_ENTRIES = 100_000
_JOINTS_KEY = "joints3d_nonparam"
_DEFAULT_SIDE = 512


def read_pickled_motions(path: Path, fps: Fraction) -> tuple[list[Motion], list[str]]:
    """Read a pickle of MTVCrafter: a dict, or a list of dicts, each with the joints of one video under "pose".

    Args:
        path: the file.
        fps: the frame rate of the videos, which the pickle does not tell.

    Returns:
        One motion for each person of each entry, and sentences about what was changed.

    Raises:
        PortraitsError: MISSING_INPUT; BAD_INPUT for a pickle that does more than hold a motion, or holds none.
    """
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise bad_motion(path, f"it is larger than {MAX_FILE_BYTES // 2**20} MB")
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    root = read_pickle(path, data)
    entries = root if isinstance(root, list) else [root]
    if len(entries) > MAX_ENTRIES:
        raise bad_motion(path, f"it lists more than {MAX_ENTRIES} motions")
    motions: list[Motion] = []
    notes: list[str] = []
    for index, entry in enumerate(entries):
        found, said = _read_entry(path, entry, index, fps)
        motions += found
        notes += said
    if not motions:
        raise bad_motion(path, "it lists no motion")
    return motions, notes


def _read_entry(path: Path, entry: Any, index: int, fps: Fraction) -> tuple[list[Motion], list[str]]:
    if not isinstance(entry, dict) or "pose" not in entry:
        raise bad_motion(path, f"entry {index} has no joints under 'pose'")
    pose = entry["pose"]
    people = _people_of_frames(path, pose, index) if isinstance(pose, dict) else [_whole(path, pose, index)]
    name = entry.get("video_path")
    source = Path(name).name if isinstance(name, str) and name else f"{path.stem} {index}"
    motions, notes = [], []
    for person, joints in enumerate(people):
        joints, note = to_millimetres(joints, source)
        notes += [note] if note else []
        motions.append(
            make_motion(
                joints,
                fps=fps,
                width=_side(entry.get("video_width")),
                height=_side(entry.get("video_height")),
                person=person,
                source=source,
                extractor="nlf",
            )
        )
    return motions, notes


def _side(value: Any) -> int:
    return value if type(value) is int and 1 <= value <= 65_535 else _DEFAULT_SIDE


def _whole(path: Path, pose: Any, index: int) -> NDArray[np.float32]:
    """The form of the training lists: one array for the whole video."""
    if not isinstance(pose, np.ndarray) or pose.dtype.kind != "f":
        raise bad_motion(path, f"the joints of entry {index} are no numbers")
    if pose.ndim != 3 or pose.shape[1:] != (JOINT_COUNT, 3) or len(pose) > MAX_FRAMES:
        shape = "x".join(map(str, pose.shape))
        raise bad_motion(path, f"the joints of entry {index} have the shape {shape}, not frames x {JOINT_COUNT} x 3")
    return pose.astype(np.float32)


def _people_of_frames(path: Path, pose: dict[Any, Any], index: int) -> list[NDArray[np.float32]]:
    """The extractor's form: a list over frames of a list over pictures of (persons, 24, 3)."""
    frames = pose.get(_JOINTS_KEY)
    if not isinstance(frames, list) or len(frames) > MAX_FRAMES:
        raise bad_motion(path, f"entry {index} has no list of frames under {_JOINTS_KEY!r}")
    detections: list[NDArray[np.float32]] = []
    for frame in frames:
        people = frame[0] if isinstance(frame, list) and len(frame) == 1 else frame
        if isinstance(people, list) and not people:
            people = np.zeros((0, JOINT_COUNT, 3), np.float32)
        if not isinstance(people, np.ndarray) or people.dtype.kind != "f":
            raise bad_motion(path, f"a frame of entry {index} holds no joints")
        if people.size == 0:
            people = np.zeros((0, JOINT_COUNT, 3), np.float32)
        if people.ndim != 3 or people.shape[1:] != (JOINT_COUNT, 3) or len(people) > 1000:
            raise bad_motion(path, f"a frame of entry {index} has the shape {'x'.join(map(str, people.shape))}")
        detections.append(people.astype(np.float32))
    return follow_people(detections) or [np.full((len(frames), JOINT_COUNT, 3), np.nan, np.float32)]
