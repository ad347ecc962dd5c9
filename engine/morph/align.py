"""Places a picture in the film's frame: fitted to its size, and turned, scaled and moved onto the first face."""

from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.media.pictures import fit_picture
from engine.morph.mesh import Points
from engine.morph.pixels import shrunk, softened

Matrix = NDArray[np.float64]
"""2 x 3 affine matrix from the picture's coordinates to the frame's, both in pixels from the upper left corner."""

_SOFT_EDGE = 0.008

STABLE = (33, 133, 159, 145, 263, 362, 386, 374, 168, 6, 197, 195, 5, 4, 98, 327, 2, 127, 356, 234, 454)
"""Landmarks that expression hardly moves: eye corners and lids, the nose from bridge to base, temples and cheeks."""


def fit_matrix(width: int, height: int, to_width: int, to_height: int, fit: Literal["cover", "contain"]) -> Matrix:
    """Return the matrix that centres a picture in the frame so that it covers it or is contained in it."""
    choose = max if fit == "cover" else min
    scale = choose(to_width / width, to_height / height)
    return np.array(
        [
            [scale, 0.0, (to_width - scale * width) / 2],
            [0.0, scale, (to_height - scale * height) / 2],
        ]
    )


def similarity(source: Points, target: Points) -> Matrix:
    """Return the turn, scale and shift that brings ``source`` nearest to ``target`` in the least squares.

    With points as complex numbers this is the linear regression target = m * source + n.
    """
    p = source[:, 0] + 1j * source[:, 1]
    q = target[:, 0] + 1j * target[:, 1]
    p0, q0 = p.mean(), q.mean()
    m = np.vdot(p - p0, q - q0) / np.vdot(p - p0, p - p0).real
    n = q0 - m * p0
    return np.array([[m.real, -m.imag, n.real], [m.imag, m.real, n.imag]])


def compose(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the matrix that applies ``inner`` and then ``outer``."""
    bottom = np.array([[0.0, 0.0, 1.0]])
    result: Matrix = outer @ np.vstack([inner, bottom])
    return result


def transform(matrix: Matrix, points: Points) -> Points:
    """Apply a matrix to (count, 2) points."""
    result: Points = points @ matrix[:, :2].T + matrix[:, 2]
    return result


def open_share(matrix: Matrix, width: int, height: int, to_width: int, to_height: int) -> float:
    """Return the share of the frame that a picture placed by a matrix leaves open, 0..1."""
    rows, columns = (np.mgrid[:32, :32] + 0.5) / 32
    places = np.column_stack([columns.ravel() * to_width, rows.ravel() * to_height])
    inverse = np.linalg.inv(matrix[:, :2])
    source = (places - matrix[:, 2]) @ inverse.T
    inside = (source >= 0).all(axis=1) & (source[:, 0] <= width) & (source[:, 1] <= height)
    return float(1 - inside.mean())


def face_similarity(points: Points, first: Points) -> Matrix:
    """Return the similarity that brings one face's 478 points onto another's, judged by the stable ones."""
    stable = list(STABLE)
    return similarity(points[stable], first[stable])


def place(
    rgba: NDArray[np.uint8],
    aligned: Matrix | None,
    width: int,
    height: int,
    fit: Literal["cover", "contain"],
    edges: str,
) -> NDArray[np.uint8]:
    """Return the picture in the frame.

    Args:
        rgba: uint8 (h, w, 4).
        aligned: None to fit it only, else the similarity to apply in the frame after fitting.
        edges: with "contain", what fills the rest: "blur" or "#RRGGBB".
    """
    if aligned is None:
        return fit_picture(rgba, width, height, fit, edges)
    if fit == "contain":
        return _warp(fit_picture(rgba, width, height, fit, edges), aligned, width, height)
    # One resampling straight from the picture keeps its sharpness, and the parts that fitting alone would crop.
    matrix = compose(aligned, fit_matrix(rgba.shape[1], rgba.shape[0], width, height, fit))
    return _warp(rgba, matrix, width, height)


def _warp(rgba: NDArray[np.uint8], matrix: Matrix, width: int, height: int) -> NDArray[np.uint8]:
    scale = float(np.hypot(matrix[0, 0], matrix[1, 0]))
    if scale < 0.75:
        # Averaging first avoids the moire that sampling a much larger picture gives.
        small = (max(1, round(rgba.shape[1] * scale)), max(1, round(rgba.shape[0] * scale)))
        shrink = np.diag([rgba.shape[1] / small[0], rgba.shape[0] / small[1]])
        rgba = shrunk(rgba, small)
        matrix = np.column_stack([matrix[:, :2] @ shrink, matrix[:, 2]])
    # OpenCV puts the first pixel's centre at (0, 0), we at (0.5, 0.5).
    shift = matrix[:, 2] + matrix[:, :2] @ np.array([0.5, 0.5]) - 0.5
    opencv = np.column_stack([matrix[:, :2], shift])
    moved = cv2.warpAffine(rgba, opencv, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    result = np.asarray(moved, np.uint8)
    whole = np.full(rgba.shape[:2], 255, np.uint8)
    shown = np.asarray(cv2.warpAffine(whole, opencv, (width, height), flags=cv2.INTER_NEAREST))
    if not shown.all():
        # The picture's edge is drawn out into the open corner; softened, its grain does not become streaks.
        soft = softened(result, max(1.0, _SOFT_EDGE * max(width, height)))
        result = np.asarray(cv2.copyTo(result, shown, soft), np.uint8)
    return result
