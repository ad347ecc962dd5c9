"""Puts a motion in front of the camera: upright, facing it, at the place and in the size that the models expect."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.animation.camera import focal_length, unproject_at
from engine.animation.motion import Joints, Motion, finite_frames, require_person
from engine.animation.skeleton import (
    LEFT_ANKLE,
    LEFT_HIP,
    LEFT_SHOULDER,
    NECK,
    PELVIS,
    RIGHT_ANKLE,
    RIGHT_HIP,
    RIGHT_SHOULDER,
    mean_joints,
)
from engine.animation.units import trunk_length
from engine.protocol.errors import ErrorCode, PortraitsError


def facing_angle(joints: Joints) -> float:
    """Return how far a person (24, 3) is turned about the vertical, in radians; 0 faces the camera."""
    across = joints[LEFT_HIP] - joints[RIGHT_HIP] + joints[LEFT_SHOULDER] - joints[RIGHT_SHOULDER]
    return float(np.arctan2(across[2], across[0]))


def turned(joints: Joints, angle: float, centre: NDArray[np.floating]) -> Joints:
    """Turn positions (..., 3) about the vertical through ``centre`` by ``angle`` radians, x towards z."""
    cos, sin = np.cos(angle), np.sin(angle)
    matrix = np.array([[cos, 0, -sin], [0, 1, 0], [sin, 0, cos]])
    result: Joints = ((joints - centre) @ matrix.T + centre).astype(np.float32)
    return result


def upright(joints: Joints) -> Joints:
    """Turn a motion (T, 24, 3) whose vertical is z so that y is down, judged by the trunk over all frames."""
    trunk = np.nanmedian(joints[:, NECK] - joints[:, PELVIS], axis=0)
    if abs(trunk[2]) <= abs(trunk[1]):
        return joints
    sign = np.sign(trunk[2])
    return np.stack([joints[..., 0], -sign * joints[..., 2], sign * joints[..., 1]], axis=-1).astype(np.float32)


def before_camera(joints: Joints) -> Joints:
    """Move a motion (T, 24, 3) without a camera so that it starts facing ours, at the mean place of the models."""
    joints = upright(joints)
    start = joints[finite_frames(joints)][0]
    faced = turned(joints, -facing_angle(start), start[PELVIS])
    moved: Joints = (faced + (mean_joints()[PELVIS] - start[PELVIS])).astype(np.float32)
    return moved


def fitted(
    motion: Motion,
    *,
    pelvis: tuple[float, float] | None = None,
    height: float | None = None,
    body_scale: float = 1.0,
) -> Motion:
    """Fit place and size of the first frame's person to the person in a reference picture.

    Apparent size and place are changed by moving the whole motion in space, which is how the models see distance; the
    body itself is only scaled by ``body_scale``.

    Args:
        motion: what to move.
        pelvis: where the pelvis of the first frame shall be seen, as fractions of the picture's width and height.
        height: how high the person of the first frame shall be seen, neck to ankles, as a fraction of the picture.
        body_scale: factor on all bone lengths, for a person of another size.

    Raises:
        PortraitsError: BAD_INPUT for a motion without a person; USAGE for numbers that put it behind the camera.
    """
    require_person(motion)
    first = motion.joints[motion.valid][0]
    joints = (motion.joints - first[PELVIS]) * np.float32(body_scale) + first[PELVIS]
    first = joints[motion.valid][0]
    root = first[PELVIS].astype(np.float64)
    if height is not None:
        span = float(np.linalg.norm(first[NECK] - first[[LEFT_ANKLE, RIGHT_ANKLE]].mean(axis=0)))
        depth = focal_length(motion.width, motion.height) * span / max(height * motion.height, 1e-6)
        root = root * (depth / root[2])
    if pelvis is not None:
        pixel = (pelvis[0] * motion.width, pelvis[1] * motion.height)
        root = unproject_at(pixel, float(root[2]), motion.width, motion.height)
    return _moved(motion.with_joints(joints), root)


def fitted_to(motion: Motion, person: Joints, width: int, height: int) -> Motion:
    """Put a motion where the person of a picture is, and let it be seen as large: its first frame covers them.

    Moving the pelvis along the ray through its pixel keeps the place and changes the size: a body whose trunk is k
    times as long must be k times as far away.

    Args:
        motion: what to move; its bones keep their lengths.
        person: (24, 3) mm, the person in front of the camera of the picture.
        width: of the picture in pixels; the motion has its size afterwards.
        height: of the picture in pixels.

    Raises:
        PortraitsError: BAD_INPUT for a motion without a person, USAGE when it would be behind the camera.
    """
    require_person(motion)
    trunk = trunk_length(person[None])
    scale = trunk_length(motion.joints) / trunk if trunk > 0 else 1.0
    boxes = np.full_like(motion.boxes, np.nan)
    return _moved(replace(motion, width=width, height=height, boxes=boxes), person[PELVIS].astype(np.float64) * scale)


def _moved(motion: Motion, root: NDArray[np.float64]) -> Motion:
    """Move a motion so that the pelvis of its first valid frame is at ``root`` (3,) mm."""
    first = motion.joints[motion.valid][0]
    joints = motion.joints + (root - first[PELVIS]).astype(np.float32)
    if not np.isfinite(root).all() or float(np.nanmin(joints[..., 2])) <= 1.0:
        raise PortraitsError(
            ErrorCode.USAGE,
            "With this size the person would be behind the camera.",
            "Choose a smaller height, or check the units of the motion.",
        )
    return motion.with_joints(joints)


def scaled_to_body(joints: Joints) -> Joints:
    """Scale a motion of unknown unit so that its trunk is as long as that of the mean skeleton."""
    length = trunk_length(joints)
    if length <= 0:
        return joints
    return (joints * (trunk_length(mean_joints()[None]) / length)).astype(np.float32)
