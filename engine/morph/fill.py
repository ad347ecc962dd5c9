"""Smooth continuation of colours into places where they are not known."""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.morph.pixels import resized

_SMALLEST = 2


def fill_unknown(colours: NDArray[np.float32], known: NDArray[np.float32]) -> NDArray[np.float32]:
    """Continue colours from where they are known into the rest, smoothly and without holes.

    The pull-push method of Gortler et al. (The Lumigraph, 1996): means of ever larger neighbourhoods on the way down
    a pyramid, and on the way up each place takes what its own neighbourhood knows and the rest from the coarser one.

    Args:
        colours: float32 (height, width, channels).
        known: float32 (height, width), 0 (unknown) to 1.
    """
    height, width = known.shape
    if min(height, width) <= _SMALLEST:
        total = max(float(known.sum()), 1e-6)
        mean: NDArray[np.float32] = (colours * known[..., None]).sum(axis=(0, 1)) / np.float32(total)
        return _mixed(mean, colours, known)
    weight = np.asarray(cv2.pyrDown(known), np.float32)
    weighted = np.asarray(cv2.pyrDown(colours * known[..., None]), np.float32).reshape(*weight.shape, -1)
    below = weighted / np.maximum(weight, np.float32(1e-6))[..., None]
    coarse = fill_unknown(np.asarray(below, np.float32), np.minimum(weight * np.float32(4), np.float32(1)))
    coarse = resized(coarse, (width, height)).reshape(colours.shape)
    return _mixed(coarse, colours, known)


def _mixed(
    coarse: NDArray[np.float32], colours: NDArray[np.float32], known: NDArray[np.float32]
) -> NDArray[np.float32]:
    result: NDArray[np.float32] = coarse + (colours - coarse) * known[..., None]
    return result
