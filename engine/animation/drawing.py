"""Draws the joints of a motion as the published tools do: discs for joints, then ellipses for limbs."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.animation.camera import project
from engine.animation.motion import Joints

Picture = NDArray[np.uint8]

LIMBS = (
    (15, 12),
    (12, 16),
    (16, 18),
    (18, 20),
    (20, 22),
    (12, 17),
    (17, 19),
    (19, 21),
    (21, 23),
    (12, 9),
    (9, 6),
    (6, 3),
    (3, 0),
    (0, 1),
    (1, 4),
    (4, 7),
    (7, 10),
    (0, 2),
    (2, 5),
    (5, 8),
    (8, 11),
)
_NOT_DRAWN = (13, 14)
_JOINT_COLOURS = (
    "FF0000 00FF00 0000FF FF00FF FFFF00 55FF00 004BFF 00FF55 00FFAA AA00FF 5500FF 0055FF 00FFFF 5500FF AA00FF FF00FF "
    "FF00AA"
)
_LIMB_COLOURS = (
    "FF0000 00FF00 0000FF FFFF00 FF00FF 00FF00 0055FF FFAF00 0000FF FF5500 00FF55 FF00FF FF0000 00AFFF FFFF00 0000FF "
    "00FF00"
)
_FAR = 16_384
"""Positions further away than this many pixels are not drawn: OpenCV's fixed-point coordinates would overflow."""


def _table(text: str) -> tuple[tuple[int, int, int], ...]:
    return tuple((int(c[:2], 16), int(c[2:4], 16), int(c[4:], 16)) for c in text.split())


JOINT_COLOURS = _table(_JOINT_COLOURS)
LIMB_COLOURS = _table(_LIMB_COLOURS)


def stick_width(width: int, height: int, *, tall: bool = False) -> int:
    """Return the half width of a limb in pixels: by the picture's width, or with ``tall`` by its height (17B tool)."""
    return int((height if tall else width) / 350)


def draw_pose(joints: Joints, width: int, height: int, *, stick: int | None = None) -> Picture:
    """Draw one frame on black.

    Args:
        joints: (24, 3) camera millimetres; joints that are not finite or behind the camera are left out.
        width: width of the picture in pixels.
        height: height of the picture in pixels.
        stick: half width of a limb in pixels; the default is :func:`stick_width`.

    Returns:
        uint8 (height, width, 3) RGB.
    """
    return draw_projected(project(joints, width, height), width, height, stick=stick)


def draw_projected(points: NDArray[np.float64], width: int, height: int, *, stick: int | None = None) -> Picture:
    """Draw joints that are in pixels already, (24, 2 or more); NaN is left out. See :func:`draw_pose`."""
    canvas = np.zeros((height, width, 3), np.uint8)
    half = stick_width(width, height) if stick is None else stick
    seen: NDArray[np.bool_] = np.all(np.abs(points[:, :2]) < _FAR, axis=1)  # False for NaN too
    for joint in range(len(points)):
        if joint not in _NOT_DRAWN and seen[joint]:
            centre = (int(points[joint, 0]), int(points[joint, 1]))
            cv2.circle(canvas, centre, 2, JOINT_COLOURS[joint % 17], thickness=-1)
    for index, (start, end) in enumerate(LIMBS):
        if seen[start] and seen[end]:
            _draw_limb(canvas, points[start], points[end], half, LIMB_COLOURS[index % 17])
    return canvas


def _draw_limb(
    canvas: Picture, start: NDArray[np.float64], end: NDArray[np.float64], half: int, colour: tuple[int, int, int]
) -> None:
    (x1, y1), (x2, y2) = start[:2], end[:2]
    length = math.hypot(x1 - x2, y1 - y2)
    angle = int(math.degrees(math.atan2(y2 - y1, x2 - x1)))
    centre = (int((x1 + x2) / 2), int((y1 + y2) / 2))
    outline = np.array(cv2.ellipse2Poly(centre, (int(length / 2), half), angle, 0, 360, 1))
    cv2.fillConvexPoly(canvas, outline, colour)


def draw_turned(joints: Joints, width: int, height: int, angle: float, *, tilt: float = 10.0) -> Picture:
    """Draw one frame as seen by a camera that went around the person: the 3D view.

    Args:
        joints: (24, 3) camera millimetres.
        width: width of the picture in pixels.
        height: height of the picture in pixels.
        angle: how far the camera went around, in degrees; 0 is the motion's own camera direction.
        tilt: how far the camera looks down, in degrees.

    Returns:
        uint8 (height, width, 3) RGB; the person is centred and fills most of the picture.
    """
    finite = joints[np.isfinite(joints).all(axis=1)]
    if not len(finite):
        return np.zeros((height, width, 3), np.uint8)
    centre = (finite.min(axis=0) + finite.max(axis=0)) / 2
    turn, down = math.radians(angle), math.radians(tilt)
    around = np.array([[math.cos(turn), 0, -math.sin(turn)], [0, 1, 0], [math.sin(turn), 0, math.cos(turn)]])
    look = np.array([[1, 0, 0], [0, math.cos(down), math.sin(down)], [0, -math.sin(down), math.cos(down)]])
    away = np.array([0, 0, 2000.0 * max(1.0, height / width)])
    view = (joints - centre) @ (look @ around).T + away
    return draw_pose(view.astype(np.float32), width, height)
