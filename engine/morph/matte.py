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
    planes = np.ascontiguousarray(np.moveaxis(behind, 2, 0))
    _enlarge(np.stack([slope, offset, share, background.astype(np.float32)]), planes, rgba, *layers)
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
def _between(layer: Grey, top: int, left: int, v: np.float32, u: np.float32) -> np.float32:
    upper = layer[top, left] + u * (layer[top, left + 1] - layer[top, left])
    lower = layer[top + 1, left] + u * (layer[top + 1, left + 1] - layer[top + 1, left])
    result: np.float32 = upper + v * (lower - upper)
    return result


@compiled
def _enlarge(small: Grey, behind: Grey, rgba: Rgba, person: Rgba, background: Rgba) -> None:
    """Bring the solution to the picture's own size and take the layers apart.

    Args:
        small: float32 (4, h, w): slope and offset of the follower, share, and 1 where the background is known.
        behind: float32 (3, h, w), the background's colours.
        rgba: uint8 (height, width, 4), the picture.
        person, background: uint8 (height, width, 4), receive the layers.
    """
    height, width = rgba.shape[:2]
    rows, columns = small.shape[1:]
    for y in range(height):
        v = min(max((y + 0.5) * rows / height - 0.5, 0.0), rows - 1.0)
        top = min(int(v), rows - 2)
        v = np.float32(v - top)
        for x in range(width):
            u = min(max((x + 0.5) * columns / width - 0.5, 0.0), columns - 1.0)
            left = min(int(u), columns - 2)
            u = np.float32(u - left)
            known = _between(small[3], top, left, v, u)
            person[y, x] = 0
            if known >= 1:
                background[y, x] = rgba[y, x]
                continue
            share = _between(small[2], top, left, v, u)
            if 0 < share < 1:
                red, green, blue = rgba[y, x, 0], rgba[y, x, 1], rgba[y, x, 2]
                grey = np.float32(0.299) * red + np.float32(0.587) * green + np.float32(0.114) * blue
                slope, offset = _between(small[0], top, left, v, u), _between(small[1], top, left, v, u)
                share = min(max(slope * grey + offset, np.float32(0)), np.float32(1))
            alpha = int(share * np.float32(255) + np.float32(0.5))
            clear = np.float32(255 - alpha) / np.float32(255)
            for c in range(3):
                colour = np.float32(rgba[y, x, c])
                under = _between(behind[c], top, left, v, u)
                under += (colour - under) * known
                front = min(max(colour - clear * under, np.float32(0)), np.float32(alpha))
                person[y, x, c] = np.uint8(front + np.float32(0.5))
                background[y, x, c] = np.uint8(under + np.float32(0.5))
            person[y, x, 3] = alpha
            background[y, x, 3] = 255
