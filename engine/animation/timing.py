"""Changes a motion in time: frame rate, speed, cut, loop; and turns left into right."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from engine.animation.motion import MAX_FRAMES, Motion, require_person
from engine.animation.skeleton import MIRRORED
from engine.protocol.errors import ErrorCode, PortraitsError


def resampled(motion: Motion, fps: Fraction) -> Motion:
    """Return the motion at another frame rate and the same speed.

    The first frame stays; positions in between follow straight lines. A new frame between a valid and an invalid one
    is invalid.

    Raises:
        PortraitsError: USAGE for a frame rate outside 1 to 1000.
    """
    if not 1 <= fps <= 1000:
        raise PortraitsError(
            ErrorCode.USAGE, f"The frame rate {float(fps):g} is not between 1 and 1000.", "Choose another one."
        )
    if fps == motion.fps or not len(motion):
        return replace(motion, fps=fps)
    last = len(motion) - 1
    count = last * fps // motion.fps + 1
    return replace(_at(motion, np.arange(count) * float(motion.fps / fps)), fps=fps)


def retimed(motion: Motion, speed: float) -> Motion:
    """Return the motion at the same frame rate and ``speed`` times as fast.

    Raises:
        PortraitsError: USAGE for a speed outside 0.1 to 10.
    """
    if not 0.1 <= speed <= 10:
        raise PortraitsError(ErrorCode.USAGE, f"The speed {speed:g} is not between 0.1 and 10.", "Choose another one.")
    if speed == 1 or not len(motion):
        return motion
    count = int((len(motion) - 1) / speed + 1e-9) + 1
    return _at(motion, np.arange(count) * speed)


def _at(motion: Motion, positions: NDArray[np.floating]) -> Motion:
    """Read the motion at fractional frame numbers."""
    if len(positions) > MAX_FRAMES:
        raise PortraitsError(
            ErrorCode.USAGE, f"The motion would get more than {MAX_FRAMES} frames.", "Choose fewer frames per second."
        )
    last = len(motion) - 1
    low = np.clip(np.floor(positions).astype(np.intp), 0, last)
    high = np.minimum(low + 1, last)
    share = (positions - low).astype(np.float32)
    # A whole position must not touch its neighbour: NaN times zero is NaN.
    high = np.where(share == 0, low, high)
    joints = motion.joints[low] + share[:, None, None] * (motion.joints[high] - motion.joints[low])
    boxes = motion.boxes[low] + share[:, None] * (motion.boxes[high] - motion.boxes[low])
    return replace(motion.with_joints(joints), boxes=boxes.astype(np.float32))


def trimmed(motion: Motion, start: int, end: int | None) -> Motion:
    """Return the frames from ``start`` up to but not including ``end``.

    Raises:
        PortraitsError: USAGE when nothing is left.
    """
    stop = len(motion) if end is None else min(end, len(motion))
    if not 0 <= start < stop:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"Frames {start} to {stop} of a motion with {len(motion)} frames are none.",
            "Choose a start before the end, inside of the motion.",
        )
    return motion.taken(slice(start, stop))


def looped(motion: Motion, frames: int) -> Motion:
    """Repeat a motion to and fro until it has ``frames`` frames; so the loop has no jump.

    Raises:
        PortraitsError: BAD_INPUT for an empty motion, USAGE for too many frames.
    """
    require_person(motion)
    if not 1 <= frames <= MAX_FRAMES:
        raise PortraitsError(
            ErrorCode.USAGE, f"A loop of {frames} frames is not possible.", f"Choose 1 to {MAX_FRAMES} frames."
        )
    period = max(2 * (len(motion) - 1), 1)
    step = np.arange(frames) % period
    return motion.taken(np.minimum(step, period - step) if period > 1 else np.zeros(frames, np.intp))


def mirrored(motion: Motion) -> Motion:
    """Return the motion as in a mirror: the left side moves as the right did, on the other side of the picture."""
    joints = motion.joints[:, list(MIRRORED)] * np.array([-1, 1, 1], np.float32)
    boxes = motion.boxes.copy()
    boxes[:, 0] = motion.width - boxes[:, 0] - boxes[:, 2]
    return replace(motion.with_joints(joints), boxes=boxes)
