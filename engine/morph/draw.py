"""Draws landmarks and mesh onto pictures, to show what the morph holds on to."""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.morph.mesh import Points, Triangles

_GREEN = (0, 255, 0, 255)
_SHIFT = 4  # OpenCV takes positions as whole sixteenths of a pixel


def draw_points(rgba: NDArray[np.uint8], points: Points) -> NDArray[np.uint8]:
    """Draw a green dot at every point, in place, and return the picture."""
    radius = max(1.0, max(rgba.shape[:2]) / 700)
    for x, y in _fixed(points):
        cv2.circle(rgba, (int(x), int(y)), round(radius * 2**_SHIFT), _GREEN, -1, cv2.LINE_AA, _SHIFT)
    return rgba


def draw_mesh(rgba: NDArray[np.uint8], points: Points, triangles: Triangles) -> NDArray[np.uint8]:
    """Draw every edge of the mesh once as a thin green line, in place, and return the picture."""
    edges = np.sort(np.vstack([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]]), axis=1)
    lines = _fixed(points)[np.unique(edges, axis=0)]
    thickness = max(1, round(max(rgba.shape[:2]) / 1500))
    cv2.polylines(rgba, list(lines), False, _GREEN, thickness, cv2.LINE_AA, _SHIFT)
    return rgba


def _fixed(points: Points) -> NDArray[np.int32]:
    limited = np.clip(points, -30_000, 30_000)  # fixed-point coordinates must stay inside 32 bits
    result: NDArray[np.int32] = np.round((limited - 0.5) * 2**_SHIFT).astype(np.int32)
    return result
