"""Takes a picture apart along an outline: each pixel's share of the person, and the colours of both layers."""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.morph.compiled import compiled
from engine.morph.fill import fill_unknown
from engine.morph.pixels import blurred, depth, resized, shrunk, size_within

Grey = NDArray[np.float32]
Rgba = NDArray[np.uint8]

_SIDE = 512  # the shares are solved at this size and then follow the picture's own edges
_BAND = 3.2  # pixels of the outline to both sides in which shares are solved
_SIMILAR = 18.0  # levels; where person and background differ by less, colour says nothing and the outline decides
_CERTAIN = 0.06  # shares this near to none or all are none or all
_FLAT = 30.0  # variance in levels squared; below it the picture has no edge to follow


def split_layers(rgba: Rgba, outline: NDArray[np.uint8]) -> tuple[Rgba, Rgba]:
    """Return the person and the background, both uint8 (height, width, 4) multiplied by alpha.

    The person has lost the old background's light at its edges; the background goes on smoothly behind the person.
    The person laid over its own background gives the picture back, but for rounding and stray hair.

    Args:
        rgba: uint8 (height, width, 4), opaque.
        outline: uint8, smaller, 255 on the person.
    """
    height, width = rgba.shape[:2]
    size = size_within(width, height, _SIDE)
    picture = shrunk(rgba, size)[..., :3].astype(np.float32)
    soft = resized(outline, size, cv2.INTER_CUBIC).astype(np.float32) / np.float32(255)
    pixel = max(size) / max(outline.shape)
    soft = blurred(soft, 1.2 * pixel)
    person, background = depth(soft > 0.5) > _BAND * pixel, depth(soft < 0.5) > _BAND * pixel
    behind = fill_unknown(picture, background.astype(np.float32))
    front = fill_unknown(picture, person.astype(np.float32))
    share = _shares(picture, front, behind, soft)
    share[person], share[background] = 1, 0
    layers = np.empty_like(rgba), np.empty_like(rgba)
    slope, offset = _follower(share, picture)
    _enlarge(np.stack([slope, offset, share, background.astype(np.float32), *cv2.split(behind)]), rgba, *layers)
    return layers


def _shares(picture: Grey, front: Grey, behind: Grey, soft: Grey) -> Grey:
    """Project colours onto the line from the background's to the person's; where these are alike, trust the outline."""
    line = front - behind
    length = np.einsum("ijk,ijk->ij", line, line)
    along = np.einsum("ijk,ijk->ij", picture - behind, line) / np.maximum(length, 1)
    trust = length / (length + np.float32(_SIMILAR**2))
    mixed = trust * np.clip(along, 0, 1) + (1 - trust) * soft
    return np.asarray(np.clip((mixed - _CERTAIN) / (1 - 2 * _CERTAIN), 0, 1), np.float32)


def _follower(share: Grey, picture: Grey) -> tuple[Grey, Grey]:
    """Return slope and offset with which brightness gives the share: a guided filter, solved small.

    He and Sun, Fast guided filter, 2015.
    """
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.float32)

    def mean(values: Grey) -> Grey:
        return np.asarray(cv2.blur(values, (3, 3)), np.float32)

    mean_grey, mean_share = mean(grey), mean(share)
    slope = (mean(grey * share) - mean_grey * mean_share) / (mean(grey * grey) - mean_grey**2 + np.float32(_FLAT))
    return slope, mean_share - slope * mean_grey


@compiled
def _between(row: Grey, left: int, share: np.float32) -> np.float32:
    result: np.float32 = row[left] + share * (row[left + 1] - row[left])
    return result


@compiled
def _place_between(position: int, count: int, small: int) -> tuple[int, np.float32]:
    """Return the pixel of the small picture before a pixel of the large one, and how far on it is to the next."""
    place = min(max((position + 0.5) * small / count - 0.5, 0.0), small - 1.0)
    before = min(int(place), small - 2)
    return before, np.float32(place - before)


@compiled
def _enlarge(small: Grey, rgba: Rgba, person: Rgba, background: Rgba) -> None:
    """Bring the solution to the picture's own size and take the layers apart.

    Args:
        small: float32 (7, h, w): slope and offset of the follower, share, 1 where the background is known, and the
            background's three colours.
        rgba: uint8 (height, width, 4), the picture.
        person, background: uint8 (height, width, 4), receive the layers.
    """
    height, width = rgba.shape[:2]
    planes, rows, columns = small.shape
    row = np.empty((planes, columns), np.float32)
    lefts, steps = np.empty(width, np.int64), np.empty(width, np.float32)
    for x in range(width):
        lefts[x], steps[x] = _place_between(x, width, columns)
    for y in range(height):
        top, v = _place_between(y, height, rows)
        for k in range(planes):
            upper, lower, between = small[k, top], small[k, top + 1], row[k]
            for x in range(columns):
                between[x] = upper[x] + v * (lower[x] - upper[x])
        slopes, offsets, shares, knowns = row[0], row[1], row[2], row[3]
        for x in range(width):
            left, u = lefts[x], steps[x]
            known = _between(knowns, left, u)
            if known >= 1:
                for c in range(4):
                    person[y, x, c] = 0
                    background[y, x, c] = rgba[y, x, c]
                continue
            share = _between(shares, left, u)
            if 0 < share < 1:
                red, green, blue = rgba[y, x, 0], rgba[y, x, 1], rgba[y, x, 2]
                grey = np.float32(0.299) * red + np.float32(0.587) * green + np.float32(0.114) * blue
                follower = _between(slopes, left, u) * grey + _between(offsets, left, u)
                share = min(max(follower, np.float32(0)), np.float32(1))
            alpha = int(share * np.float32(255) + np.float32(0.5))
            clear = np.float32(255 - alpha) / np.float32(255)
            for c in range(3):
                colour = np.float32(rgba[y, x, c])
                under = _between(row[4 + c], left, u)
                under += (colour - under) * known
                front = min(max(colour - clear * under, np.float32(0)), np.float32(alpha))
                person[y, x, c] = np.uint8(front + np.float32(0.5))
                background[y, x, c] = np.uint8(under + np.float32(0.5))
            person[y, x, 3] = alpha
            background[y, x, 3] = 255
