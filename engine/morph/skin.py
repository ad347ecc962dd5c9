"""Tells skin from hair and clothes: hairline, ears and collar are edges inside the person that a morph must match."""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.morph.mesh import Points
from engine.morph.pixels import cut, depth, disc
from engine.morph.proportions import FaceMeasure, one_piece

Mask = NDArray[np.uint8]

_ROUNDS = 2
_INSET = 0.035  # face widths; where skin is seen against the background, the outline already holds that edge
_CORE = 0.07  # face widths that the sure skin keeps from the face's edge, where hair may hang in
_NEAR_ACROSS, _NEAR_UP, _NEAR_DOWN = 1.0, 0.85, 1.4  # face widths, heights: where skin is looked for
_LARGEST = 3.5  # times the face; more skin than face, throat and ears means that clothes were taken for skin
_SMALLEST = 0.7


def find_skin(rgb: NDArray[np.uint8], person: Mask, points: Points, face: FaceMeasure) -> Mask | None:
    """Return 255 on the skin of face, ears and throat, or None when it cannot be told from the rest.

    GrabCut inside the person: the middle of the face is skin, hair and clothes are what has other colours.

    Args:
        rgb: uint8 (height, width, 3), a small picture.
        person: uint8 (height, width), 255 on the person.
        points: (478, 2) landmarks in its pixels.
        face: the face's measure in it.
    """
    hull = np.zeros_like(person)
    cv2.fillConvexPoly(hull, cv2.convexHull(np.round(points).astype(np.int32)), [255])
    core = np.asarray(cv2.erode(hull, disc(max(1, round(_CORE * face.width)))), np.uint8)
    x, y = face.coordinates(person.shape)
    inside = person > 0
    seeds = np.full(person.shape, cv2.GC_BGD, np.uint8)
    seeds[inside] = cv2.GC_PR_BGD
    seeds[inside & (np.abs(x) < 0.28) & (y > 0.4) & (y < 0.72)] = cv2.GC_PR_FGD
    seeds[core > 0] = cv2.GC_FGD
    if not (seeds == cv2.GC_FGD).any():
        return None
    skin = np.zeros_like(inside)
    near = _window((np.abs(x) < _NEAR_ACROSS) & (y > -_NEAR_UP) & (y < _NEAR_DOWN))
    skin[near] = cut(np.ascontiguousarray(rgb[near]), np.ascontiguousarray(seeds[near]), _ROUNDS)
    skin &= depth(inside) > _INSET * face.width
    piece = one_piece(np.where(skin, 255, 0).astype(np.uint8), face)
    if piece is None or not _SMALLEST < (piece > 0).sum() / max((hull > 0).sum(), 1) < _LARGEST:
        return None
    return piece


def _window(mask: NDArray[np.bool_]) -> tuple[slice, slice]:
    """Return the smallest window that holds a mask."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
