"""Reads BVH motion capture: a tree of joints with offsets, and their rotations over time."""

import re
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.animation.motion import MAX_FRAMES, Motion, make_motion
from engine.animation.motion_file import bad_motion
from engine.animation.placing import before_camera, scaled_to_body
from engine.animation.skeleton import JOINT_COUNT, JOINT_NAMES
from engine.media.files import unreadable

MAX_FILE_BYTES = 256 * 2**20
_MAX_JOINTS = 500
_CHANNELS = {
    f"{axis}{kind}": (kind == "rotation", "XYZ".index(axis)) for axis in "XYZ" for kind in ("position", "rotation")
}

_SYNONYMS = {
    "pelvis": "hips hip pelvis root",
    "left hip": "leftupleg lefthip leftthigh lhipjoint lthigh lfemur lefthipjoint thighl upperlegl",
    "right hip": "rightupleg righthip rightthigh rhipjoint rthigh rfemur righthipjoint thighr upperlegr",
    "spine 1": "spine spine1 lowerback chest abdomen",
    "left knee": "leftleg leftknee leftshin lshin ltibia leftlowleg shinl lowerlegl calfl",
    "right knee": "rightleg rightknee rightshin rshin rtibia rightlowleg shinr lowerlegr calfr",
    "spine 2": "spine1 spine2 chest chest2",
    "left ankle": "leftfoot leftankle lfoot footl",
    "right ankle": "rightfoot rightankle rfoot footr",
    "spine 3": "spine2 spine3 chest3 chest2 upperchest",
    "left foot": "lefttoebase lefttoe ltoes lefttoes toel toebasel",
    "right foot": "righttoebase righttoe rtoes righttoes toer toebaser",
    "neck": "neck neck1 upperneck",
    "head": "head",
    "left shoulder": "leftarm leftuparm lhumerus leftupperarm lshoulder upperarml leftshoulder",
    "right shoulder": "rightarm rightuparm rhumerus rightupperarm rshoulder upperarmr rightshoulder",
    "left collar": "leftcollar leftclavicle lclavicle claviclel leftshoulder shoulderl",
    "right collar": "rightcollar rightclavicle rclavicle clavicler rightshoulder shoulderr",
    "left elbow": "leftforearm leftlowarm leftelbow lradius forearml lowerarml",
    "right elbow": "rightforearm rightlowarm rightelbow rradius forearmr lowerarmr",
    "left wrist": "lefthand leftwrist lwrist lhand handl",
    "right wrist": "righthand rightwrist rwrist rhand handr",
    "left hand": "lefthandindex1 leftfingerbase lfingers lefthandmiddle1 leftindex1",
    "right hand": "righthandindex1 rightfingerbase rfingers righthandmiddle1 rightindex1",
}
"""Which names of a BVH file count as which SMPL joint, best first; letters and digits only, in lower case.

Shoulders come before collars: "LeftShoulder" is the collar only in files that call the shoulder "LeftArm".
"""

_BETWEEN = {
    "neck": ("left shoulder", "right shoulder", 0.5),
    "spine 1": ("pelvis", "neck", 0.2),
    "spine 2": ("pelvis", "neck", 0.5),
    "spine 3": ("pelvis", "neck", 0.6),
    "left collar": ("neck", "left shoulder", 0.4),
    "right collar": ("neck", "right shoulder", 0.4),
    "left foot": ("left ankle", "left ankle", 0.0),
    "right foot": ("right ankle", "right ankle", 0.0),
    "left hand": ("left elbow", "left wrist", 1.3),
    "right hand": ("right elbow", "right wrist", 1.3),
}
"""A joint that the file does not have: this far on the way from one joint to another."""


@dataclass
class _Joint:
    name: str
    parent: int
    offset: NDArray[np.float64]
    channels: list[tuple[bool, int]] = field(default_factory=list)


def read_bvh(path: Path) -> tuple[list[Motion], list[str]]:
    """Read a BVH file.

    Joints are recognised by name; of those that are missing, spine, collars, feet and hands are put between their
    neighbours. The unit of a BVH file is not known, so the body is scaled to the mean skeleton's trunk; it is placed
    before the camera and faces it in the first frame.

    Returns:
        One motion, and sentences about joints that were guessed.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_INPUT for a file that is damaged, too large or without a person's joints.
    """
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise bad_motion(path, f"it is larger than {MAX_FILE_BYTES // 2**20} MB")
        text = path.read_text("utf-8", errors="replace")
    except OSError as error:
        raise unreadable(path, error) from error
    head, mark, tail = text.partition("MOTION")
    if not mark:
        raise bad_motion(path, "it has no MOTION part")
    try:
        tree = _read_tree(path, head)
        values, frame_time = _read_values(path, tail, sum(len(joint.channels) for joint in tree))
    except (ValueError, IndexError, StopIteration) as error:
        raise bad_motion(path, "it is damaged, or no BVH file") from error
    joints, notes = _as_smpl(path, tree, _positions(tree, values))
    # BVH has y up; turning by half a turn about x gives y down and keeps left and right.
    body = scaled_to_body((joints * (1, -1, -1)).astype(np.float32))
    if not len(body) or not np.isfinite(body).all():
        raise bad_motion(path, "it has no frames, or positions that are no numbers")
    fps = Fraction(1 / frame_time).limit_denominator(1001)
    return [make_motion(before_camera(body), fps=fps, source=path.name, extractor="bvh")], notes


def _read_tree(path: Path, text: str) -> list[_Joint]:
    """Read the HIERARCHY part without recursion. End sites are kept as joints without a name."""
    words = iter(text.split())
    tree: list[_Joint] = []
    open_joints: list[int] = []
    for word in words:
        if word in ("ROOT", "JOINT", "End"):
            name = next(words)
            parent = open_joints[-1] if open_joints else -1
            tree.append(_Joint("" if word == "End" else name, parent, np.zeros(3)))
            if len(tree) > _MAX_JOINTS:
                raise bad_motion(path, f"it has more than {_MAX_JOINTS} joints")
        elif word == "{":
            open_joints.append(len(tree) - 1)
        elif word == "}":
            open_joints.pop()
        elif word == "OFFSET":
            tree[-1].offset = np.array([float(next(words)) for _ in range(3)])
        elif word == "CHANNELS":
            count = int(next(words))
            if not 0 <= count <= 6:
                raise bad_motion(path, f"a joint has {count} channels")
            names = [next(words) for _ in range(count)]
            if any(name not in _CHANNELS for name in names):
                raise bad_motion(path, f"it has the unknown channels {' '.join(names)[:80]!r}")
            tree[-1].channels = [_CHANNELS[name] for name in names]
    if not tree or open_joints:
        raise bad_motion(path, "its tree of joints is not whole")
    return tree


def _read_values(path: Path, text: str, width: int) -> tuple[NDArray[np.float64], float]:
    declared = re.search(r"Frames:\s*(\d{1,9})\s+Frame Time:\s*([0-9.eE+-]{1,30})", text)
    if declared is None or not width:
        raise bad_motion(path, "it does not say how many frames it has")
    frames, frame_time = int(declared[1]), float(declared[2])
    if frames > MAX_FRAMES or not 1e-3 <= frame_time <= 1:
        raise bad_motion(path, f"it declares {frames} frames of {frame_time:g} s")
    numbers = np.array(text[declared.end() :].split(), np.float64)
    if len(numbers) != frames * width:
        raise bad_motion(path, f"it declares {frames} frames, but holds {len(numbers) / width:g}")
    return numbers.reshape(frames, width), frame_time


def _positions(tree: list[_Joint], values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (T, joints, 3) by forward kinematics; each joint's channels apply in the order of the file."""
    frames = len(values)
    world = np.empty((frames, len(tree), 3, 3))
    places = np.empty((frames, len(tree), 3))
    column = 0
    for index, joint in enumerate(tree):
        rotation = np.broadcast_to(np.eye(3), (frames, 3, 3))
        shift = np.zeros((frames, 3))
        for is_rotation, axis in joint.channels:
            if is_rotation:
                rotation = rotation @ _about(axis, np.radians(values[:, column]))
            else:
                shift[:, axis] = values[:, column]
            column += 1
        if joint.parent < 0:
            world[:, index], places[:, index] = rotation, joint.offset + shift
        else:
            world[:, index] = world[:, joint.parent] @ rotation
            places[:, index] = places[:, joint.parent] + (
                world[:, joint.parent] @ (joint.offset + shift)[..., None]
            ).squeeze(-1)
    return places


def _about(axis: int, angles: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the rotations (T, 3, 3) about x, y or z."""
    matrix = np.zeros((len(angles), 3, 3))
    first, second = (axis + 1) % 3, (axis + 2) % 3
    matrix[:, axis, axis] = 1
    matrix[:, first, first] = matrix[:, second, second] = np.cos(angles)
    matrix[:, first, second] = -np.sin(angles)
    matrix[:, second, first] = np.sin(angles)
    return matrix


def _as_smpl(path: Path, tree: list[_Joint], places: NDArray[np.float64]) -> tuple[NDArray[np.float64], list[str]]:
    """Pick the 24 SMPL joints by name; each joint of the file is used once."""
    by_name: dict[str, int] = {}
    for index, joint in enumerate(tree):
        plain = re.sub("[^a-z0-9]", "", joint.name.rpartition(":")[2].lower())
        if plain:
            by_name.setdefault(plain, index)
    found: dict[str, NDArray[np.float64]] = {}
    for name, synonyms in _SYNONYMS.items():
        for synonym in synonyms.split():
            if synonym in by_name:
                found[name] = places[:, by_name.pop(synonym)]
                break
    guessed = [name for name in _BETWEEN if name not in found]
    for name in guessed:
        start, end, share = _BETWEEN[name]
        if start in found and end in found:
            found[name] = found[start] + share * (found[end] - found[start])
    missing = [name for name in JOINT_NAMES if name not in found]
    if missing:
        raise bad_motion(path, f"it has no joint that could be the {missing[0]}")
    joints = np.empty((len(places), JOINT_COUNT, 3))
    for index, name in enumerate(JOINT_NAMES):
        joints[:, index] = found[name]
    if not guessed:
        return joints, []
    return joints, [f"{path.name!r} has no joint for {', '.join(guessed)}; they were put between their neighbours."]
