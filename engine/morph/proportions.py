"""The face as a measure: where and how large things around it are likely to be."""

from dataclasses import dataclass
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.morph.mesh import Points
from engine.morph.pixels import disc

FACE_OVAL = (
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
    152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
)  # fmt: skip
"""Landmarks around the face, from the middle of the forehead clockwise on screen."""

_TOP, _CHIN, _LEFT, _RIGHT = 10, 152, 234, 454
_THREAD = 0.06  # face widths; thinner pieces of a mask are noise to a mesh


def face_width(points: Points) -> float:
    """Return the distance between the cheeks' outermost landmarks, in pixels."""
    return float(np.hypot(*(points[_RIGHT] - points[_LEFT])))


@dataclass(frozen=True)
class FaceMeasure:
    """A face's own coordinates in a picture.

    Attributes:
        centre: (x, y) between forehead and chin.
        across, down: unit vectors.
        width, height: cheek to cheek and forehead to chin, in pixels.
    """

    centre: Points
    across: Points
    down: Points
    width: float
    height: float

    @classmethod
    def of(cls, points: Points) -> Self:
        """Measure a face by its 478 points."""
        down, across = points[_CHIN] - points[_TOP], points[_RIGHT] - points[_LEFT]
        height, width = float(np.hypot(*down)), face_width(points)
        return cls(
            (points[_TOP] + points[_CHIN]) / 2, across / max(width, 1e-6), down / max(height, 1e-6), width, height
        )

    def coordinates(self, shape: tuple[int, ...]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return each pixel's place in face widths across and face heights down from the centre."""
        rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]] + 0.5
        dx, dy = columns - self.centre[0], rows - self.centre[1]
        x = (dx * self.across[0] + dy * self.across[1]) / self.width
        y = (dx * self.down[0] + dy * self.down[1]) / self.height
        return x, y


def one_piece(mask: NDArray[np.uint8], face: FaceMeasure) -> NDArray[np.uint8] | None:
    """Return the piece of a mask that holds the face, without holes and threads; None when the face is not in it."""
    radius = max(1, round(face.width * _THREAD / 2))
    _, labels = cv2.connectedComponents(np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, disc(radius)), np.uint8))
    x, y = np.clip(face.centre.astype(int), 0, (mask.shape[1] - 1, mask.shape[0] - 1))
    label = labels[y, x]
    if label == 0:
        return None
    piece = np.where(labels == label, 255, 0).astype(np.uint8)
    # Holes are what a flood from outside does not reach. It may go round at the sides and above; below the frame the
    # body goes on.
    padded = np.pad(piece, ((1, 0), (1, 1)))
    cv2.floodFill(padded, np.zeros((padded.shape[0] + 2, padded.shape[1] + 2), np.uint8), (0, 0), [255])
    return np.where(padded[1:, 1:-1] == 0, 255, piece).astype(np.uint8)
