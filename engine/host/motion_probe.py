"""What is in a motion file, as far as the gallery needs it."""

import math
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.animation.drawing import draw_projected
from engine.animation.motion import Joints
from engine.animation.motion_input import SUFFIXES, load_motions
from engine.media.thumbnails import shrunk
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import MediaInfo

_ANGLE = 20.0
"""Degrees by which the person is turned, so that the depth of a pose is seen."""
_GROUND = 0x26
_FILL = 0.84
_LARGEST = 720


def is_motion(path: Path) -> bool:
    """Tell by its suffix whether a file may be a motion."""
    return path.suffix.lower() in SUFFIXES


def probe_motion(path: Path) -> MediaInfo:
    """Describe the first motion of a file.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_INPUT for a file that is no motion, damaged or hostile.
    """
    motions, _notes = load_motions(path)
    if not motions:
        raise PortraitsError(ErrorCode.BAD_INPUT, f"{quoted(path)} holds no motion.", "Choose another file.")
    first = motions[0]
    return MediaInfo(
        kind="motion",
        format=path.suffix.lower().lstrip("."),
        width=first.width,
        height=first.height,
        frames=len(first),
        fps=float(first.fps),
        duration=first.seconds,
    )


def motion_thumbnail(path: Path, side: int, at: Fraction) -> NDArray[np.uint8]:
    """Return a square RGBA picture of the skeleton that a motion shows at a time, or nearest to it.

    Args:
        path: the motion.
        side: side of the result in pixels; more than 720 gives 720.
        at: seconds; the first motion of the file counts.

    Raises:
        PortraitsError: as :func:`probe_motion`; BAD_INPUT when the person is seen in no frame.
    """
    motions, _notes = load_motions(path)
    seen = np.flatnonzero(motions[0].valid) if motions else np.empty(0, np.intp)
    if not len(seen):
        raise PortraitsError(ErrorCode.BAD_INPUT, f"{quoted(path)} shows nobody.", "Choose another file.")
    first = motions[0]
    frame = seen[np.abs(seen - float(at * first.fps)).argmin()]
    side = min(side, _LARGEST)
    drawn = draw_projected(_in_pixels(first.joints[frame], 2 * side), 2 * side, 2 * side, stick=max(3, side // 36))
    # The ground of the drawing is black; that of pictures is a neutral dark grey.
    rgba = np.full((2 * side, 2 * side, 4), 255, np.uint8)
    rgba[:, :, :3] = np.where(drawn.any(axis=2, keepdims=True), drawn, _GROUND)
    return shrunk(rgba, side)


def _in_pixels(joints: Joints, side: int) -> NDArray[np.float64]:
    """Return where joints are seen in a square that the person fills, from a little to the side; (24, 2) pixels."""
    turn = math.radians(_ANGLE)
    across = joints[:, 0] * math.cos(turn) - joints[:, 2] * math.sin(turn)
    flat = np.stack((across, joints[:, 1]), axis=1).astype(np.float64)
    low, high = np.nanmin(flat, axis=0), np.nanmax(flat, axis=0)
    scale = _FILL * side / max(float((high - low).max()), 1.0)
    found: NDArray[np.float64] = (flat - (low + high) / 2) * scale + side / 2
    return found
