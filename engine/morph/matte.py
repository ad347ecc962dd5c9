"""Takes a picture apart along an outline: each pixel's share of the person, and the colours of both layers."""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.morph.fill import fill_unknown
from engine.morph.pixels import blurred, brightness, depth, resized, shrunk, size_within

Grey = NDArray[np.float32]
Rgba = NDArray[np.uint8]

_SIDE = 640  # the shares are solved at this size and then follow the picture's own edges
_BAND = 3.2  # pixels of the outline to both sides in which shares are solved
_SIMILAR = 18.0  # levels; where person and background differ by less, colour says nothing and the outline decides
_CERTAIN = 0.06  # shares this near to none or all are none or all
_FLAT = 30.0  # variance in levels squared; below it the picture has no edge to follow
_ROWS = 256


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
    return _layers(rgba, share, _follower(share, picture), behind, background.astype(np.float32))


def _shares(picture: Grey, front: Grey, behind: Grey, soft: Grey) -> Grey:
    """Project colours onto the line from the background's to the person's; where these are alike, trust the outline."""
    line = front - behind
    length = (line * line).sum(axis=2)
    along = ((picture - behind) * line).sum(axis=2) / np.maximum(length, 1)
    trust = length / (length + np.float32(_SIMILAR**2))
    mixed = trust * np.clip(along, 0, 1) + (1 - trust) * soft
    return np.asarray(np.clip((mixed - _CERTAIN) / (1 - 2 * _CERTAIN), 0, 1), np.float32)


def _follower(share: Grey, picture: Grey) -> Grey:
    """Return slope and offset (height, width, 2) with which brightness gives the share: a guided filter, solved small.

    He and Sun, Fast guided filter, 2015.
    """
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.float32)

    def mean(values: Grey) -> Grey:
        return np.asarray(cv2.blur(values, (3, 3)), np.float32)

    mean_grey, mean_share = mean(grey), mean(share)
    slope = (mean(grey * share) - mean_grey * mean_share) / (mean(grey * grey) - mean_grey**2 + np.float32(_FLAT))
    return np.dstack([slope, mean_share - slope * mean_grey])


def _layers(rgba: Rgba, share: Grey, follower: Grey, behind: Grey, known: Grey) -> tuple[Rgba, Rgba]:
    """Bring the solution to the picture's own size, a band of rows at a time to keep memory low."""
    height, width = rgba.shape[:2]
    person, background = np.empty_like(rgba), np.empty_like(rgba)
    small = np.dstack([follower, share, known, behind])
    ratio = small.shape[0] / height
    columns = (np.arange(width, dtype=np.float32) + np.float32(0.5)) * np.float32(small.shape[1] / width)
    for top in range(0, height, _ROWS):
        rows = slice(top, min(top + _ROWS, height))
        y = (np.arange(rows.start, rows.stop, dtype=np.float32) + np.float32(0.5)) * np.float32(ratio)
        maps = np.meshgrid(columns - np.float32(0.5), y - np.float32(0.5))
        slope, offset, flat, seen = (_sampled(small[..., k], *maps) for k in range(4))
        under = np.dstack([_sampled(small[..., k], *maps) for k in range(4, 7)])
        part = rgba[rows]
        alpha = np.clip(slope * brightness(part) + offset, 0, 1)
        alpha[flat <= 0], alpha[flat >= 1] = 0, 1
        alpha = np.round(alpha * 255) / np.float32(255)
        colours = part[..., :3].astype(np.float32)
        under += (colours - under) * seen[..., None]
        front = np.clip(colours - (1 - alpha[..., None]) * under, 0, 255 * alpha[..., None])
        person[rows, :, :3], person[rows, :, 3] = np.round(front), np.round(alpha * 255)
        background[rows, :, :3], background[rows, :, 3] = np.round(under), 255
    return person, background


def _sampled(layer: Grey, x: Grey, y: Grey) -> Grey:
    sampled = cv2.remap(np.ascontiguousarray(layer), x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(sampled, np.float32)
