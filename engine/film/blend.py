"""Laying pictures over each other: uint8 (height, width, 4) RGBA with straight alpha, all of the frame's size."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Rgba = NDArray[np.uint8]


@dataclass(frozen=True)
class Layer:
    """What one clip shows in the frame.

    Attributes:
        rgba: its pixels; shared with caches, so never written to.
        opaque: whether every pixel's alpha is 255.
        opacity: 0..1, on top of the pixels' own alpha.
        box: (top, bottom, left, right) outside of which the pixels are clear; None is the whole frame.
        lasts: whether ``rgba`` will never be written to again, so that the same array always means the same pixels.
    """

    rgba: Rgba
    opaque: bool
    opacity: float = 1.0
    box: tuple[int, int, int, int] | None = None
    lasts: bool = True


def layer_of(rgba: Rgba, opacity: float = 1.0) -> Layer:
    """Return a layer, having looked where its pixels are opaque and where they are clear."""
    alpha = rgba[..., 3]
    if (alpha == 255).all():
        return Layer(rgba, opaque=True, opacity=opacity)
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    if not rows.size:
        return Layer(rgba, opaque=False, opacity=opacity, box=(0, 0, 0, 0))
    box = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    return Layer(rgba, opaque=False, opacity=opacity, box=box)


def plain(width: int, height: int, colour: str | None) -> Rgba:
    """Return a frame of one colour "#RRGGBB", or a clear one for None."""
    rgba = (0, 0, 0, 0) if colour is None else (*bytes.fromhex(colour[1:]), 255)
    return np.full((height, width, 4), rgba, np.uint8)


def over(bottom: Rgba, top: Layer, *, bottom_opaque: bool) -> Rgba:
    """Lay ``top`` over ``bottom`` (Porter and Duff's "over"); returns one of them when nothing has to be computed."""
    if top.opacity <= 0:
        return bottom
    if top.opaque and top.opacity >= 1:
        return top.rgba
    if top.opaque and bottom_opaque:
        return np.asarray(cv2.addWeighted(top.rgba, top.opacity, bottom, 1 - top.opacity, 0), np.uint8)
    y0, y1, x0, x1 = top.box or (0, bottom.shape[0], 0, bottom.shape[1])
    if y0 >= y1 or x0 >= x1:
        return bottom
    result = bottom.copy()
    front, back = top.rgba[y0:y1, x0:x1], bottom[y0:y1, x0:x1]
    weight = front[..., 3].astype(np.float32) * np.float32(top.opacity / 255)
    if bottom_opaque:
        mixed = cv2.blendLinear(np.ascontiguousarray(front), np.ascontiguousarray(back), weight, 1 - weight)
        mixed[..., 3] = 255
        result[y0:y1, x0:x1] = mixed
    else:
        result[y0:y1, x0:x1] = _weighted(front, weight, back, _alpha(back) * (1 - weight))
    return result


def dissolve(first: Layer, second: Layer, part: float) -> Layer:
    """Return the mix of two layers: ``first`` at part 0, ``second`` at part 1.

    Both are weighted with their coverage, so that two opaque layers stay opaque all the way.
    """
    if part <= 0:
        return first
    if part >= 1:
        return second
    first_weight, second_weight = first.opacity * (1 - part), second.opacity * part
    if first.opaque and second.opaque and first.opacity == second.opacity:
        mixed = cv2.addWeighted(first.rgba, 1 - part, second.rgba, part, 0)
        return Layer(np.asarray(mixed, np.uint8), opaque=True, opacity=first.opacity)
    mixed = _weighted(first.rgba, _alpha(first.rgba) * first_weight, second.rgba, _alpha(second.rgba) * second_weight)
    return Layer(mixed, opaque=False)


def _alpha(rgba: Rgba) -> NDArray[np.float32]:
    alpha: NDArray[np.float32] = rgba[..., 3].astype(np.float32) / np.float32(255)
    return alpha


def _weighted(a: Rgba, a_weight: NDArray[np.float32], b: Rgba, b_weight: NDArray[np.float32]) -> Rgba:
    """Return straight-alpha pixels whose colour is the weighted mean and whose alpha is the sum of the weights."""
    alpha = a_weight + b_weight
    colour = a[..., :3] * a_weight[..., None] + b[..., :3] * b_weight[..., None]
    colour /= np.maximum(alpha, np.float32(1e-6))[..., None]
    mixed: Rgba = (np.clip(np.dstack([colour, alpha * 255]), 0, 255) + 0.5).astype(np.uint8)
    return mixed
