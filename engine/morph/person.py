"""Cuts the person out of a portrait, starting from the landmarks: no model is needed."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.media.colour import is_opaque
from engine.morph.blend import premultiply
from engine.morph.matte import split_layers
from engine.morph.mesh import Points
from engine.morph.pixels import Size, brightness, cut, disc, resized, shrunk, size_within
from engine.morph.proportions import FaceMeasure, one_piece
from engine.morph.skin import find_skin

Mask = NDArray[np.uint8]

_CUT_SIDE = 208
_SMALLEST_FACE = 8  # pixels at that size
_CLEAR_SHARE = 0.02  # a picture with more clear pixels has been cut out already
_ROUNDS = 2
_DENT = 0.15  # face widths; half the width of dents that are filled


@dataclass(frozen=True)
class PersonLayer:
    """A picture taken apart into the person and what is behind.

    Attributes:
        person: uint8 (height, width, 4), colours multiplied by alpha.
        background: uint8 (height, width, 4), multiplied by alpha, continued behind the person.
        skin: uint8, smaller, 255 on face, ears and throat; None where skin could not be told from hair and clothes.
    """

    person: NDArray[np.uint8]
    background: NDArray[np.uint8]
    skin: Mask | None


def separate_person(rgba: NDArray[np.uint8], points: Points) -> PersonLayer | None:
    """Take a portrait apart, or return None when no believable person was found.

    Args:
        rgba: uint8 (height, width, 4), straight alpha.
        points: (478, 2) landmarks in its pixels.
    """
    height, width = rgba.shape[:2]
    size = size_within(width, height, _CUT_SIDE)
    small = shrunk(rgba, size)
    rgb = np.ascontiguousarray(small[..., :3])
    small_points = points * (size[0] / width, size[1] / height)
    face = FaceMeasure.of(small_points)
    if min(face.width, face.height) < _SMALLEST_FACE:
        return None
    cut_out = not is_opaque(rgba) and bool((rgba[..., 3] < 128).mean() > _CLEAR_SHARE)
    outline = (
        np.where(small[..., 3] >= 128, 255, 0).astype(np.uint8)
        if cut_out
        else _outline(rgb, _texture(rgba, size), small_points, face)
    )
    if outline is None or not _believable(outline, small_points, face):
        return None
    skin = find_skin(rgb, outline, small_points, face)
    if cut_out:
        return PersonLayer(premultiply(rgba), np.zeros_like(rgba), skin)
    return PersonLayer(*split_layers(rgba, outline), skin)


def _texture(rgba: NDArray[np.uint8], size: Size) -> NDArray[np.float32]:
    """Return how much brightness varies around each pixel of the small picture, seen at twice its size; in levels."""
    grey = resized(brightness(rgba), (2 * size[0], 2 * size[1]), cv2.INTER_AREA).astype(np.float32)
    spread = np.maximum(cv2.blur(grey * grey, (5, 5)) - cv2.blur(grey, (5, 5)) ** 2, 0)
    return shrunk(np.sqrt(spread, dtype=np.float32), size)


def _outline(rgb: NDArray[np.uint8], texture: NDArray[np.float32], points: Points, face: FaceMeasure) -> Mask | None:
    """Return 255 on the person: GrabCut seeded by the face, helped by the hair's texture."""
    seeds = _seeds(rgb.shape[:2], points, face)
    background = seeds == cv2.GC_BGD
    if not background.any():
        return None
    # Grey hair before a grey wall has no colour of its own, but strands, where the wall is smooth.
    smooth = float(np.quantile(texture[background], 0.995))
    x, y = face.coordinates(rgb.shape)
    around_hair = ((x / 0.8) ** 2 + ((y + 0.15) / 0.95) ** 2 < 1) & (y < 0.2)
    person = cut(rgb, seeds, _ROUNDS) | ((texture > 1.5 * smooth + 2) & around_hair)
    filled = _without_dents(np.where(person, 255, 0).astype(np.uint8), face)
    return one_piece(filled, face)


def _seeds(shape: tuple[int, ...], points: Points, face: FaceMeasure) -> Mask:
    """What is sure and what is likely, from the proportions of a head and shoulders."""
    x, y = face.coordinates(shape)
    head = (x / 0.72) ** 2 + ((y + 0.12) / 0.80) ** 2 < 1
    # What lies below the shoulders is the person until its colour says otherwise; were it guessed to be background, the
    # clothes' colours would enter the background's model and never leave it.
    shoulders = (y > 0.62) & (np.abs(x) < 0.4 + 3.2 * np.clip((y - 0.62) / 0.4, 0, 1))
    around = (x / 1.75) ** 2 + ((y + 0.1) / 1.45) ** 2 < 1
    below = (y > 0.35) & (np.abs(x) < 1.3 + 2.2 * np.clip(y - 0.35, 0, 1))
    throat = (np.abs(x) < 0.2) & (y > 0.3)
    chest = (y > 1.05) & (np.abs(x) < 0.4 + 1.2 * np.clip(y - 1.05, 0, 1))
    seeds = np.full(shape[:2], cv2.GC_BGD, np.uint8)
    seeds[around | below] = cv2.GC_PR_BGD
    seeds[head | shoulders] = cv2.GC_PR_FGD
    seeds[throat | chest] = cv2.GC_FGD
    cv2.fillConvexPoly(seeds, cv2.convexHull(np.round(points).astype(np.int32)), [int(cv2.GC_FGD)])
    return seeds


def _without_dents(person: Mask, face: FaceMeasure) -> Mask:
    """Fill narrow dents above the jaw: hair has them only where its colour is like the background's."""
    radius = max(1, round(face.width * _DENT))
    padded = np.pad(person, 2 * radius, mode="edge")
    closed = np.asarray(cv2.morphologyEx(padded, cv2.MORPH_CLOSE, disc(radius)), np.uint8)
    _, y = face.coordinates(person.shape)
    return np.where(y < 0.1, closed[2 * radius : -2 * radius, 2 * radius : -2 * radius], person)


def _believable(outline: Mask, points: Points, face: FaceMeasure) -> bool:
    """Whether a mask has the proportions of a head on shoulders with the face in it."""
    inside = outline > 0
    height, width = inside.shape
    columns = np.clip(points[:, 0].astype(int), 0, width - 1)
    rows = np.clip(points[:, 1].astype(int), 0, height - 1)
    if inside[rows, columns].mean() < 0.95:
        return False
    if inside.sum() < 0.85 * face.width * face.height or inside.mean() > 0.92:
        return False
    brow = np.clip(int(face.centre[1] - 0.2 * face.height), 0, height - 1)
    return bool(0.85 < inside[brow].sum() / face.width < 3.2)
