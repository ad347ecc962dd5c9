"""BVH files become motions of the 24 joints."""

from pathlib import Path

import numpy as np
import pytest

from engine.animation.bvh import read_bvh
from engine.animation.motion_input import load_motions
from engine.animation.skeleton import (
    HEAD,
    LEFT_ANKLE,
    LEFT_COLLAR,
    LEFT_HIP,
    LEFT_SHOULDER,
    LEFT_WRIST,
    NECK,
    PELVIS,
    RIGHT_HIP,
    RIGHT_WRIST,
    SPINE2,
    mean_joints,
)
from engine.animation.units import trunk_length
from engine.protocol.errors import ErrorCode, PortraitsError

# name, parent, offset in cm; y up, z to the front, x to the body's left
MIXAMO = [
    ("Hips", "", (0, 95, 0)),
    ("Spine", "Hips", (0, 10, 0)),
    ("Spine1", "Spine", (0, 12, 0)),
    ("Spine2", "Spine1", (0, 12, 0)),
    ("Neck", "Spine2", (0, 18, 0)),
    ("Head", "Neck", (0, 9, 2)),
    *(
        part
        for side, sign in (("Left", 1), ("Right", -1))
        for part in (
            (f"{side}Shoulder", "Spine2", (6 * sign, 12, 0)),
            (f"{side}Arm", f"{side}Shoulder", (12 * sign, 0, 0)),
            (f"{side}ForeArm", f"{side}Arm", (27 * sign, 0, 0)),
            (f"{side}Hand", f"{side}ForeArm", (25 * sign, 0, 0)),
            (f"{side}UpLeg", "Hips", (9 * sign, -6, 0)),
            (f"{side}Leg", f"{side}UpLeg", (0, -42, 0)),
            (f"{side}Foot", f"{side}Leg", (0, -41, 0)),
            (f"{side}ToeBase", f"{side}Foot", (0, -5, 13)),
        )
    ),
]


def bvh(
    frames: list[dict[str, tuple[float, float, float]]], names: list[tuple[str, str, tuple[int, int, int]]] = MIXAMO
) -> str:
    """Write a BVH text: for each frame the zxy rotations of some joints in degrees; "Hips.position" moves the root."""
    order: list[str] = []

    def joint(name: str, depth: int) -> list[str]:
        offset = next(o for n, _, o in names if n == name)
        children = [n for n, parent, _ in names if parent == name]
        order.append(name)
        kind = "ROOT" if depth == 0 else "JOINT"
        channels = "6 Xposition Yposition Zposition" if depth == 0 else "3"
        lines = [f"{kind} mixamorig:{name}", "{", "OFFSET {} {} {}".format(*offset)]
        lines.append(f"CHANNELS {channels} Zrotation Xrotation Yrotation")
        for child in children:
            lines += joint(child, depth + 1)
        if not children:
            lines += ["End Site", "{", "OFFSET 0 0 1", "}"]
        return [*lines, "}"]

    lines = ["HIERARCHY", *joint(names[0][0], 0), "MOTION", f"Frames: {len(frames)}", "Frame Time: 0.0333333"]
    for frame in frames:
        values: list[float] = list(frame.get("position", (0, 0, 0)))
        for name in order:
            values += frame.get(name, (0, 0, 0))
        lines.append(" ".join(map(str, values)))
    return "\n".join(lines) + "\n"


def saved(folder: Path, text: str) -> Path:
    path = folder / "walk.bvh"
    path.write_text(text)
    return path


def test_joints_are_found_by_name_and_face_the_camera(tmp_path: Path) -> None:
    motions, notes = read_bvh(saved(tmp_path, bvh([{}, {"position": (10, 0, 0)}, {}])))
    (motion,) = motions
    assert len(motion) == 3
    assert motion.fps == 30
    assert "left hand" in notes[0]
    first = motion.joints[0]
    np.testing.assert_allclose(first[PELVIS], mean_joints()[PELVIS], atol=0.1)
    assert trunk_length(motion.joints) == pytest.approx(trunk_length(mean_joints()[None]), rel=1e-4)
    # y is down, the left side is to the right of the picture, the toes point at the camera
    assert first[HEAD, 1] < first[NECK, 1] < first[SPINE2, 1] < first[PELVIS, 1] < first[LEFT_ANKLE, 1]
    assert first[LEFT_HIP, 0] > first[RIGHT_HIP, 0]
    assert first[LEFT_SHOULDER, 0] > first[LEFT_COLLAR, 0] > first[NECK, 0]
    assert first[10, 2] < first[LEFT_ANKLE, 2]
    scale = trunk_length(mean_joints()[None]) / 52
    assert motion.joints[1, PELVIS, 0] - first[PELVIS, 0] == pytest.approx(10 * scale, rel=1e-3)


def test_rotations_apply_in_the_order_of_the_file(tmp_path: Path) -> None:
    """Ninety degrees about z lift the left arm up; then the forearm bends about its own x, which changes nothing."""
    (motion,), _ = read_bvh(saved(tmp_path, bvh([{}, {"LeftArm": (90, 0, 0), "LeftForeArm": (0, 90, 0)}])))
    scale = trunk_length(mean_joints()[None]) / 52
    arm = motion.joints[1, LEFT_WRIST] - motion.joints[1, LEFT_SHOULDER]
    np.testing.assert_allclose(arm, [0, -52 * scale, 0], atol=1)
    np.testing.assert_allclose(motion.joints[1, RIGHT_WRIST], motion.joints[0, RIGHT_WRIST], atol=1e-2)


def test_a_turned_root_is_turned_to_the_camera(tmp_path: Path) -> None:
    (straight,), _ = read_bvh(saved(tmp_path, bvh([{}])))
    (turned,), _ = read_bvh(saved(tmp_path, bvh([{"Hips": (0, 0, 120)}])))
    np.testing.assert_allclose(turned.joints, straight.joints, atol=0.5)


def test_missing_joints_are_put_between_their_neighbours_and_told(tmp_path: Path) -> None:
    few = [joint for joint in MIXAMO if joint[0] not in ("Spine1", "Neck", "LeftToeBase", "RightToeBase")]
    few = [
        (name, {"Spine2": "Spine", "Head": "Spine2"}.get(name, parent), offset)
        if parent in ("Spine1", "Neck")
        else (name, parent, offset)
        for name, parent, offset in few
    ]
    loaded = load_motions(saved(tmp_path, bvh([{}], few)))
    assert "neck" in loaded.notes[0]
    assert "left foot" in loaded.notes[0]
    assert np.isfinite(loaded.motions[0].joints).all()


def test_a_skeleton_without_a_person_is_refused(tmp_path: Path) -> None:
    snake = [("Hips", "", (0, 0, 0)), ("Tail", "Hips", (0, 0, 10)), ("Head", "Tail", (0, 0, 10))]
    with pytest.raises(PortraitsError, match="could be the"):
        read_bvh(saved(tmp_path, bvh([{}], snake)))


GOOD = bvh([{}])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "HIERARCHY",
        "MOTION",
        GOOD.replace("Frames: 1", "Frames: 999999999"),
        GOOD.replace("Frames: 1", "Frames: 2"),
        GOOD.replace("Frame Time: 0.0333333", "Frame Time: 0"),
        GOOD.replace("Frame Time: 0.0333333", "Frame Time: nan"),
        GOOD.replace("OFFSET 0 95 0", "OFFSET 0 x 0"),
        GOOD.replace("OFFSET 0 95 0", "OFFSET 0 nan 0"),
        GOOD.replace("CHANNELS 3", "CHANNELS 9999999", 1),
        GOOD.replace("Zrotation", "Wrotation", 1),
        GOOD.replace("}\nMOTION", "MOTION"),
        "HIERARCHY\n" + "JOINT a {\n" * 5000 + "MOTION\nFrames: 1\nFrame Time: 0.1\n",
        GOOD.rstrip() + " nan",
    ],
)
def test_damaged_and_hostile_files_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(PortraitsError) as error:
        read_bvh(saved(tmp_path, text))
    assert error.value.code is ErrorCode.BAD_INPUT
    assert '"walk.bvh"' in str(error.value)
