"""Pictures of any size and shape brought to the size of the film."""

import re
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.protocol.errors import ErrorCode, PortraitsError

Fit = Literal["cover", "contain"]

_BLUR_SIDE = 256
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def fit_picture(
    rgba: NDArray[np.uint8], width: int, height: int, fit: Fit = "cover", background: str = "blur"
) -> NDArray[np.uint8]:
    """Bring a picture to ``width`` x ``height`` without changing its proportions.

    Args:
        rgba: (h, w, 4) with straight alpha.
        width: wanted width in pixels, at least 1.
        height: wanted height in pixels, at least 1.
        fit: "cover" fills the size and cuts what is over, "contain" shows everything.
        background: what "contain" leaves open: "blur", the picture itself enlarged and blurred, or a colour "#RRGGBB".

    Raises:
        PortraitsError: USAGE for a background that is neither.
    """
    h, w = rgba.shape[:2]
    if (w, h) == (width, height):
        return rgba.copy()
    if fit == "cover":
        return _cover(rgba, width, height)
    scale = min(width / w, height / h)
    inner = resize_picture(rgba, max(1, round(w * scale)), max(1, round(h * scale)))
    if inner.shape[:2] == (height, width):
        return inner
    canvas = _blurred(rgba, width, height) if background == "blur" else _plain(background, width, height)
    top, left = (height - inner.shape[0]) // 2, (width - inner.shape[1]) // 2
    place = canvas[top : top + inner.shape[0], left : left + inner.shape[1]]
    place[...] = inner if background == "blur" else over(inner, place)
    return canvas


def parse_colour(text: str) -> tuple[int, int, int]:
    """Read "#RRGGBB" as red, green, blue of 0..255.

    Raises:
        PortraitsError: USAGE when it is written differently.
    """
    if not _COLOUR.fullmatch(text):
        raise PortraitsError(
            ErrorCode.USAGE, f"{text[:40]!r} is not a colour.", 'Write it like "#20242B", or use "blur".'
        )
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def resize_picture(rgba: NDArray[np.uint8], width: int, height: int) -> NDArray[np.uint8]:
    """Resample to exactly ``width`` x ``height``: area averages downwards, Lanczos upwards.

    Colours are weighted with their alpha, so that hidden colours do not bleed into visible edges.
    """
    h, w = rgba.shape[:2]
    if (w, h) == (width, height):
        return rgba.copy()
    opaque = bool((rgba[..., 3] == 255).all())
    source = rgba if opaque else _premultiplied(rgba)
    # OpenCV takes one filter for both axes: when one shrinks and the other grows, go one axis at a time.
    if (width < w) != (height < h):
        widened = cv2.resize(source, (width, h), interpolation=_filter(w, width))
        resized = cv2.resize(widened, (width, height), interpolation=_filter(h, height))
    else:
        resized = cv2.resize(source, (width, height), interpolation=_filter(w, width))
    if opaque:
        resized[..., 3] = 255
        return np.asarray(resized, dtype=np.uint8)
    # Lanczos overshoots colour and alpha alike, so the quotient is taken before either is cut.
    alpha = resized[..., 3:]
    resized[..., :3] = np.where(alpha > 0.5, resized[..., :3] * (255 / np.maximum(alpha, 0.5)), 0)
    return (np.clip(resized, 0, 255) + 0.5).astype(np.uint8)


def over(front: NDArray[np.uint8], back: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Lay one straight-alpha picture over another of the same size (Porter and Duff's "over")."""
    front_alpha = front[..., 3:].astype(np.float32) / 255
    back_alpha = back[..., 3:].astype(np.float32) / 255 * (1 - front_alpha)
    alpha = front_alpha + back_alpha
    colour = (front[..., :3] * front_alpha + back[..., :3] * back_alpha) / np.maximum(alpha, 1e-6)
    return (np.concatenate([colour, alpha * 255], axis=2) + 0.5).astype(np.uint8)


def _premultiplied(rgba: NDArray[np.uint8]) -> NDArray[np.float32]:
    weighted = rgba.astype(np.float32)
    weighted[..., :3] *= weighted[..., 3:] / 255
    return weighted


def _filter(old: int, new: int) -> int:
    return cv2.INTER_AREA if new < old else cv2.INTER_LANCZOS4


def _cover(rgba: NDArray[np.uint8], width: int, height: int) -> NDArray[np.uint8]:
    """Cut the middle to the wanted shape first, so that only what is shown is resampled."""
    h, w = rgba.shape[:2]
    scale = max(width / w, height / h)
    cut_w, cut_h = min(w, max(1, round(width / scale))), min(h, max(1, round(height / scale)))
    top, left = (h - cut_h) // 2, (w - cut_w) // 2
    return resize_picture(rgba[top : top + cut_h, left : left + cut_w], width, height)


def _plain(background: str, width: int, height: int) -> NDArray[np.uint8]:
    return np.full((height, width, 4), (*parse_colour(background), 255), dtype=np.uint8)


def _blurred(rgba: NDArray[np.uint8], width: int, height: int) -> NDArray[np.uint8]:
    """The picture itself, covering, blurred by 4 % of the longer side; computed small, where a blur costs little."""
    scale = min(1.0, _BLUR_SIDE / max(width, height))
    small_w, small_h = max(1, round(width * scale)), max(1, round(height * scale))
    small = _cover(rgba, small_w, small_h)
    blurred = cv2.GaussianBlur(small, (0, 0), 0.04 * max(small_w, small_h), borderType=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.resize(blurred, (width, height), interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
