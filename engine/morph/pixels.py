"""OpenCV's plainest calls, typed: what goes in comes out in the same element type."""

from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

S = TypeVar("S", np.uint8, np.float32)

Size = tuple[int, int]
"""Width, height."""


def size_within(width: int, height: int, side: int) -> Size:
    """Return the size at which the longer side is at most ``side``; never below 8 x 8 pixels, never enlarged."""
    scale = min(1.0, side / max(width, height))
    return max(min(8, width), round(width * scale)), max(min(8, height), round(height * scale))


def resized(picture: NDArray[S], size: Size, interpolation: int = cv2.INTER_LINEAR) -> NDArray[S]:
    """Return the picture at another size; the same array when the size is the same."""
    if (picture.shape[1], picture.shape[0]) == size:
        return picture
    return np.asarray(cv2.resize(picture, size, interpolation=interpolation), picture.dtype)


def shrunk(picture: NDArray[S], size: Size) -> NDArray[S]:
    """Return the picture smaller, every pixel the mean of those it stands for."""
    return resized(picture, size, cv2.INTER_AREA)


def blurred(picture: NDArray[S], sigma: float) -> NDArray[S]:
    """Return the picture under a Gaussian of ``sigma`` pixels."""
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma), picture.dtype)


def softened(picture: NDArray[S], sigma: float) -> NDArray[S]:
    """Return nearly what :func:`blurred` gives, many times faster for a wide Gaussian: it is made at a smaller size."""
    height, width = picture.shape[:2]
    times = max(1, int(sigma / 2))
    small = shrunk(picture, (max(1, width // times), max(1, height // times)))
    return resized(blurred(small, sigma / times), (width, height))


def brightness(rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return Rec. 601 luma of an RGBA picture."""
    return np.asarray(cv2.cvtColor(rgba, cv2.COLOR_RGBA2GRAY), np.uint8)


def disc(radius: int) -> NDArray[np.uint8]:
    """Return a round kernel, ``2 * radius + 1`` pixels across."""
    side = 2 * radius + 1
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)), np.uint8)


def depth(mask: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Return each pixel's distance from the nearest one that is not in the mask."""
    return np.asarray(cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, 3), np.float32)


def cut(rgb: NDArray[np.uint8], seeds: NDArray[np.uint8], rounds: int) -> NDArray[np.bool_]:
    """GrabCut (Rother, Kolmogorov, Blake 2004): return what belongs to the foreground.

    Args:
        rgb: uint8 (height, width, 3).
        seeds: uint8 (height, width) of ``cv2.GC_*``; overwritten.
        rounds: how often colours and outline are estimated in turn.
    """
    cv2.setRNGSeed(7)  # the first clusters are drawn by chance; the same picture must give the same mask
    cv2.grabCut(rgb, seeds, (0, 0, 0, 0), np.zeros((1, 65)), np.zeros((1, 65)), rounds, cv2.GC_INIT_WITH_MASK)
    return np.isin(seeds, (cv2.GC_FGD, cv2.GC_PR_FGD))
