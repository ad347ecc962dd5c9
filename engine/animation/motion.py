"""A motion in memory: the joints of one person over time, and what is known about where they came from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from engine.animation.skeleton import JOINT_COUNT
from engine.protocol.errors import ErrorCode, PortraitsError

MAX_FRAMES = 200_000
"""Longest motion, nearly three hours at 20 frames per second."""

DEFAULT_FPS = Fraction(20)
"""The frame rate of the published models."""

Joints = NDArray[np.float32]


@dataclass(frozen=True)
class Motion:
    """The 24 SMPL joints of one person over time, in camera coordinates.

    Attributes:
        joints: float32 (T, 24, 3) in millimetres; x right, y down, z away from the camera. NaN in frames that are not
            valid.
        valid: bool (T,), False where the person was not found.
        fps: frames per second.
        width: width of the driving video's picture in pixels.
        height: height of the driving video's picture in pixels.
        boxes: float32 (T, 4), where the person is in the picture: x, y, width, height in pixels; NaN where not known.
        person: which person of the video, 0 for the first.
        source: the name of the file it came from.
        extractor: what found the joints, such as "nlf" or "mediapipe, approximate".
    """

    joints: Joints
    valid: NDArray[np.bool_]
    fps: Fraction
    width: int
    height: int
    boxes: Joints
    person: int = 0
    source: str = ""
    extractor: str = ""

    def __len__(self) -> int:
        return len(self.joints)

    @property
    def seconds(self) -> float:
        return float(len(self) / self.fps)

    def with_joints(self, joints: Joints) -> "Motion":
        """Return the same motion with other positions for the same frames; a frame with NaN becomes invalid."""
        return replace(self, joints=joints.astype(np.float32), valid=finite_frames(joints))

    def taken(self, frames: NDArray[np.intp] | slice | Sequence[int]) -> "Motion":
        """Return a motion of some of the frames, in the order given."""
        return replace(self, joints=self.joints[frames], valid=self.valid[frames], boxes=self.boxes[frames])


def finite_frames(joints: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Return which frames of (T, 24, 3) hold numbers only, (T,)."""
    good: NDArray[np.bool_] = np.all(np.isfinite(joints), axis=(1, 2))
    return good


def make_motion(
    joints: NDArray[np.floating],
    *,
    fps: Fraction = DEFAULT_FPS,
    width: int = 512,
    height: int = 512,
    valid: NDArray[np.bool_] | None = None,
    boxes: NDArray[np.floating] | None = None,
    person: int = 0,
    source: str = "",
    extractor: str = "",
) -> Motion:
    """Build a motion and fill in what is not given.

    Args:
        joints: (T, 24, 3) millimetres; frames with values that are not finite become invalid.
        valid: frames that hold a person; the default takes every finite frame.
        boxes: (T, 4) pixels.

    Raises:
        PortraitsError: BAD_INPUT for a wrong number of joints, more frames than :data:`MAX_FRAMES`, or a frame rate or
            picture size out of range.
    """
    what = f"The motion of {source!r}" if source else "The motion"
    if joints.ndim != 3 or joints.shape[1:] != (JOINT_COUNT, 3):
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"{what} has the shape {'x'.join(map(str, joints.shape))}, not frames x {JOINT_COUNT} x 3.",
            f"Use a motion of the {JOINT_COUNT} SMPL joints.",
        )
    if len(joints) > MAX_FRAMES:
        raise PortraitsError(
            ErrorCode.BAD_INPUT, f"{what} has more than {MAX_FRAMES} frames.", "Cut it into shorter ones."
        )
    if not 1 <= fps <= 1000 or not (1 <= width <= 65_535 and 1 <= height <= 65_535):
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"{what} says {width} x {height} pixels at {float(fps):g} frames per second, which cannot be.",
            "Extract it again, or give the right frame rate.",
        )
    with np.errstate(over="ignore"):
        positions = np.array(joints, np.float32)
    finite = finite_frames(positions)
    good = finite if valid is None else finite & valid
    positions[~good] = np.nan
    where = np.full((len(positions), 4), np.nan, np.float32) if boxes is None else np.array(boxes, np.float32)
    return Motion(positions, good, fps, width, height, where, person, source, extractor)


def require_person(motion: Motion) -> None:
    """Check that there is something to work with.

    Raises:
        PortraitsError: BAD_INPUT when the motion has no frames, or no frame with a person.
    """
    name = f"The motion of {motion.source!r}" if motion.source else "The motion"
    if not len(motion):
        raise PortraitsError(ErrorCode.BAD_INPUT, f"{name} has no frames.", "Choose another motion.")
    if not motion.valid.any():
        raise PortraitsError(
            ErrorCode.BAD_INPUT, f"{name} has no frame with a person in it.", "Choose another person or another video."
        )
