"""The pinhole camera of the motions: 55 degrees of view over the larger side of the picture."""

import numpy as np
from numpy.typing import NDArray

FIELD_OF_VIEW = 55.0
"""Degrees, over the larger side; the camera that NLF assumes when nothing is known."""


def focal_length(width: int, height: int) -> float:
    """Return the focal length in pixels."""
    return float(max(width, height) / (2 * np.tan(np.radians(FIELD_OF_VIEW / 2))))


def project(points: NDArray[np.floating], width: int, height: int) -> NDArray[np.float64]:
    """Project camera positions to the picture.

    Args:
        points: (..., 3) millimetres; x right, y down, z forward.
        width: width of the picture in pixels.
        height: height of the picture in pixels.

    Returns:
        (..., 3) float64: x and y in pixels, and the depth in millimetres. NaN for points that are not in front of the
        camera, or not finite.
    """
    positions = np.asarray(points, np.float64)
    depth = positions[..., 2]
    with np.errstate(divide="ignore", invalid="ignore"):
        pixels = positions[..., :2] / depth[..., None] * focal_length(width, height) + (width / 2, height / 2)
    pixels[~(depth > 0)] = np.nan
    return np.concatenate([pixels, depth[..., None]], axis=-1)


def unproject_at(pixel: tuple[float, float], depth: float, width: int, height: int) -> NDArray[np.float64]:
    """Return the camera position (3,) in mm that is seen at a pixel and lies at a depth in mm."""
    focal = focal_length(width, height)
    return np.array([(pixel[0] - width / 2) * depth / focal, (pixel[1] - height / 2) * depth / focal, depth])
