"""Faces in pictures, as far as making pictures needs them. The detector comes from outside: see :class:`FaceFinder`."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.project.landmarks import Landmarks

Rgba = NDArray[np.uint8]

_NOSE_TIP, _RIGHT_EDGE, _LEFT_EDGE = 1, 234, 454
_RIGHT_EYE, _LEFT_EYE, _CHIN, _FOREHEAD = 33, 263, 152, 10
_MOST_TURNED = 2.2
_MOST_TILTED = 0.35
_SMALLEST_SHARE = 0.12


class FaceFinder(Protocol):
    """Finds the landmarks of every face in a picture, from left to right.

    Capabilities do not import each other, so that this package cannot ask :mod:`engine.morph` itself; the host hands
    it over with the job.
    """

    def __call__(self, rgba: Rgba) -> Sequence[Landmarks]: ...


class Box(NamedTuple):
    """A part of a picture in whole pixels."""

    left: int
    top: int
    width: int
    height: int


def box_of(face: Landmarks) -> Box:
    """Return the smallest box around the landmarks of a face."""
    points = np.asarray(face.points)
    low, high = np.floor(points.min(axis=0)), np.ceil(points.max(axis=0))
    return Box(int(low[0]), int(low[1]), int(high[0] - low[0]), int(high[1] - low[1]))


def square_around(face: Landmarks, margin: float) -> Box:
    """Return a square around a face, ``margin`` times its longer side, moved and cut so that it lies in the picture."""
    box = box_of(face)
    side = min(round(max(box.width, box.height) * margin), face.width, face.height)
    left = round(box.left + box.width / 2 - side / 2)
    top = round(box.top + box.height / 2 - side / 2)
    return Box(min(max(left, 0), face.width - side), min(max(top, 0), face.height - side), side, side)


def problem_with(faces: Sequence[Landmarks]) -> str:
    """Return why a picture cannot be morphed well, as words that follow "it has"; "" for one frontal face.

    A face is frontal when the nose tip lies between the edges of the face at a ratio of at most 1 : 2.2 (about 25
    degrees of turn), and upright when the line of the eyes rises by less than 0.35 (about 19 degrees).
    """
    if not faces:
        return "no face"
    if len(faces) > 1:
        return f"{len(faces)} faces"
    face = faces[0]
    points = np.asarray(face.points)
    nose, right, left = points[_NOSE_TIP], points[_RIGHT_EDGE], points[_LEFT_EDGE]
    eyes = points[_LEFT_EYE] - points[_RIGHT_EYE]
    span = float(np.hypot(*eyes))
    if span == 0 or abs(eyes[1]) > _MOST_TILTED * abs(eyes[0]):
        return "a tilted face"
    across = eyes / span
    to_right, to_left = float((nose - right) @ across), float((left - nose) @ across)
    if min(to_right, to_left) <= 0 or max(to_right, to_left) > _MOST_TURNED * min(to_right, to_left):
        return "a face that is turned away"
    if float(np.hypot(*(points[_CHIN] - points[_FOREHEAD]))) < _SMALLEST_SHARE * min(face.width, face.height):
        return "a face that is too small"
    box = box_of(face)
    if box.left < 0 or box.top < 0 or box.left + box.width > face.width or box.top + box.height > face.height:
        return "a face that is cut off"
    return ""
