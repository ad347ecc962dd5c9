"""Reads SMPL and AMASS ``.npz`` motions without the licensed body model, whose file is not needed here.

Such a file holds joint rotations. Where the body's joints are comes from the body model; in its place the skeleton of
:func:`engine.animation.skeleton.rest_offsets` is used, so bone lengths are those of an average person.
"""

from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.animation.motion import MAX_FRAMES, Motion, make_motion
from engine.animation.motion_file import bad_motion, open_archive, read_array
from engine.animation.placing import before_camera
from engine.animation.skeleton import (
    JOINT_COUNT,
    forward_kinematics,
    rest_offsets,
    rotations_from_axis_angle,
)

_RATES = ("mocap_framerate", "mocap_frame_rate", "framerate", "fps")
_BODY = 22
"""Joints with body rotations in SMPL-H and SMPL-X files; SMPL has two more, for the hands."""

_USUAL_FPS = 120.0


def read_amass(path: Path) -> tuple[list[Motion], list[str]]:
    """Read the arrays ``poses`` (T, 72 or more) and ``trans`` (T, 3) of an SMPL, SMPL-H or SMPL-X motion.

    The motion is placed before the camera and faces it in the first frame.

    Returns:
        One motion, and sentences about what was assumed.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_INPUT for a damaged file or one without these arrays.
    """
    notes = [f"{path.name!r} was put on an average body, because its own needs the licensed SMPL model."]
    with open_archive(path) as archive:
        names = set(archive.namelist())
        if "poses.npy" not in names:
            raise bad_motion(path, "it is neither a motion file of this program nor one of SMPL or AMASS")
        poses = read_array(archive, "poses.npy", path, (MAX_FRAMES, 512))
        trans = read_array(archive, "trans.npy", path, (MAX_FRAMES, 3)) if "trans.npy" in names else None
        rates = [read_array(archive, f"{name}.npy", path, ()) for name in _RATES if f"{name}.npy" in names]
    if poses.dtype.kind != "f" or poses.shape[1] < _BODY * 3 or not len(poses):
        raise bad_motion(path, f"its rotations have the shape {'x'.join(map(str, poses.shape))}")
    if trans is not None and (trans.dtype.kind != "f" or trans.shape != (len(poses), 3)):
        raise bad_motion(path, "its places do not fit its rotations")
    fps = float(rates[0]) if rates and rates[0].dtype.kind in "fiu" else 0.0
    if not 1 <= fps <= 1000:
        notes.append(f"{path.name!r} does not tell its frame rate; {_USUAL_FPS:g} per second was assumed.")
        fps = _USUAL_FPS
    count = JOINT_COUNT if poses.shape[1] == JOINT_COUNT * 3 else _BODY
    vectors = np.zeros((len(poses), JOINT_COUNT, 3))
    vectors[:, :count] = poses[:, : count * 3].reshape(len(poses), count, 3)
    # SMPL's own axes are x to the body's left, y up, z forward; ours have y down and z away from the camera.
    vectors *= (1, -1, -1)
    root = np.zeros((len(poses), 3)) if trans is None else np.asarray(trans, np.float64) * 1000 * (1, -1, -1)
    joints = forward_kinematics(rest_offsets(), rotations_from_axis_angle(vectors), root.astype(np.float32))
    if not np.isfinite(joints).all():
        raise bad_motion(path, "it holds values that are no numbers")
    return [
        make_motion(
            before_camera(joints),
            fps=Fraction(fps).limit_denominator(1001),
            source=path.name,
            extractor="smpl rotations, average body",
        )
    ], notes
