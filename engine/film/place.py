"""Puts pictures of any size into the film's frame, where a clip says."""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.film.blend import Layer, Rgba, layer_of, over, plain
from engine.media.pictures import fit_picture
from engine.morph.align import Matrix, compose, fit_matrix
from engine.morph.align import place as place_aligned
from engine.project.clips import PlacedClip

LEAST_SCALE = 1e-4


class Levels:
    """A picture with what moving it needs again and again: its halvings, and what lies behind it.

    Both are made when first needed. A small copy is sampled instead of a large one, so that a picture shown
    small does not flicker.
    """

    def __init__(self, rgba: Rgba) -> None:
        self._levels = [rgba]
        self._edges: dict[tuple[int, int, str], Rgba] = {}
        self.opaque = bool((rgba[..., 3] == 255).all())

    @property
    def rgba(self) -> Rgba:
        """The picture itself."""
        return self._levels[0]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture itself, in pixels."""
        return self.rgba.shape[1], self.rgba.shape[0]

    def at(self, scale: float) -> Rgba:
        """Return the smallest level that need not be enlarged when the picture is shown at ``scale``."""
        index = 0
        while scale * 2 ** (index + 1) <= 1 and min(self.size) >= 2 ** (index + 1):
            index += 1
        while len(self._levels) <= index:
            self._levels.append(_halved(self._levels[-1], self.opaque))
        return self._levels[index]

    def edges(self, width: int, height: int, edges: str) -> Rgba:
        """Return what lies behind the contained picture: a colour, or the picture itself, covering and blurred."""
        key = width, height, edges
        if key not in self._edges:
            blur = edges == "blur"
            self._edges[key] = _blurred(self.rgba, width, height) if blur else plain(width, height, edges)
        return self._edges[key]


def clip_matrix(width: int, height: int, x: float, y: float, scale: float) -> Matrix:
    """Return the matrix that scales the frame about its middle and moves it by parts of its width and height."""
    return np.array(
        [
            [scale, 0.0, width / 2 * (1 - scale) + x * width],
            [0.0, scale, height / 2 * (1 - scale) + y * height],
        ]
    )


def picture_matrix(
    size: tuple[int, int], frame: tuple[int, int], clip: PlacedClip, motion: Matrix | None, aligned: Matrix | None
) -> Matrix:
    """Return the matrix from a picture's coordinates to the frame's, in pixels from the upper left corner.

    Args:
        size: width and height of the picture.
        frame: width and height of the frame.
        clip: says how the picture is fitted.
        motion: the clip's place and scale as :func:`clip_matrix` gives it; None is the clip's rest.
        aligned: what turns the fitted picture onto another face; None without.
    """
    matrix = fit_matrix(*size, *frame, clip.fit)
    for outer in (aligned, motion):
        if outer is not None:
            matrix = compose(outer, matrix)
    return matrix


def place_picture(
    levels: Levels, frame: tuple[int, int], clip: PlacedClip, motion: Matrix | None, aligned: Matrix | None
) -> Layer:
    """Return the picture in the frame; arguments as :func:`picture_matrix`.

    At rest the result is what a morph movie shows of the same picture. A moved picture keeps everything that fitting
    alone would cut away. ``clip.edges`` fills what a contained picture leaves free; it does not move.
    """
    width, height = frame
    if motion is None and (clip.fit == "cover" or clip.edges != "none"):
        return layer_of(place_aligned(levels.rgba, aligned, width, height, clip.fit, clip.edges))
    matrix = picture_matrix(levels.size, frame, clip, motion, aligned)
    # Turning a face onto another opens slivers at the frame's edges; they are filled as a morph movie fills them.
    fill = aligned is not None and clip.fit == "cover" and motion is not None and motion[0, 0] >= 1
    moved = layer_of(warp(levels, matrix, width, height, fill=fill))
    if clip.fit == "cover" or clip.edges == "none" or moved.opaque:
        return moved
    edges = levels.edges(width, height, clip.edges)
    return layer_of(over(edges, moved, bottom_opaque=bool((edges[..., 3] == 255).all())))


def warp(levels: Levels, matrix: Matrix, width: int, height: int, *, fill: bool = False) -> Rgba:
    """Return the picture under a matrix in a frame of the given size.

    Where the picture does not reach the frame is clear or, with ``fill``, continues the picture's outermost pixels. A
    pixel on the picture's edge is as opaque as it is covered.
    """
    scale = max(float(np.hypot(matrix[0, 0], matrix[1, 0])), LEAST_SCALE)
    source = levels.at(scale)
    full, used = levels.size, (source.shape[1], source.shape[0])
    linear = matrix[:, :2] @ np.diag([full[0] / used[0], full[1] / used[1]])
    # OpenCV puts the first pixel's centre at (0, 0), we at (0.5, 0.5).
    opencv = np.column_stack([linear, matrix[:, 2] + linear @ np.array([0.5, 0.5]) - 0.5])
    straight = source if levels.opaque else _premultiplied(source)
    moved = cv2.warpAffine(straight, opencv, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    result: Rgba = np.asarray(moved, np.uint8) if levels.opaque else _straight(np.asarray(moved, np.float32))
    if not fill:
        _cover(result, matrix, full, scale)
    return result


def _cover(rgba: Rgba, matrix: Matrix, size: tuple[int, int], scale: float) -> None:
    """Multiply alpha with the share of each pixel that the picture covers, from the distance to its nearest edge."""
    height, width = rgba.shape[:2]
    to_picture = cv2.invertAffineTransform(matrix)
    corners = np.array([[0, 0, 1], [width, 0, 1], [0, height, 1], [width, height, 1]], float) @ to_picture.T
    if (corners > -1e-6).all() and (corners < np.array(size) + 1e-6).all():
        return
    x, y = np.arange(width, dtype=np.float32) + 0.5, np.arange(height, dtype=np.float32)[:, None] + 0.5
    covered = np.ones((height, width), np.float32)
    for axis in (0, 1):
        place = (to_picture[axis, 0] * x + to_picture[axis, 1] * y + to_picture[axis, 2]).astype(np.float32)
        inside = np.minimum(place, np.float32(size[axis]) - place) * np.float32(scale)
        covered *= np.clip(inside + np.float32(0.5), 0, 1)
    rgba[..., 3] = (rgba[..., 3] * covered + 0.5).astype(np.uint8)


def _blurred(rgba: Rgba, width: int, height: int) -> Rgba:
    small = fit_picture(rgba, max(1, width // 8), max(1, height // 8), "cover")
    sigma = 0.04 * max(small.shape[:2])
    blurred = cv2.GaussianBlur(small, (0, 0), sigma, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.resize(blurred, (width, height), interpolation=cv2.INTER_CUBIC), np.uint8)


def _halved(rgba: Rgba, opaque: bool) -> Rgba:
    size = max(1, rgba.shape[1] // 2), max(1, rgba.shape[0] // 2)
    if opaque:
        return np.asarray(cv2.resize(rgba, size, interpolation=cv2.INTER_AREA), np.uint8)
    return _straight(np.asarray(cv2.resize(_premultiplied(rgba), size, interpolation=cv2.INTER_AREA), np.float32))


def _premultiplied(rgba: Rgba) -> NDArray[np.float32]:
    result = rgba.astype(np.float32)
    result[..., :3] *= result[..., 3:] / np.float32(255)
    return result


def _straight(premultiplied: NDArray[np.float32]) -> Rgba:
    """Undo :func:`_premultiplied`; a cubic filter's overshoot is cut off."""
    alpha = np.clip(premultiplied[..., 3:], 0, 255)
    premultiplied[..., :3] *= 255 / np.maximum(alpha, np.float32(0.5))
    premultiplied[..., 3:] = alpha
    return (np.clip(premultiplied, 0, 255) + 0.5).astype(np.uint8)
