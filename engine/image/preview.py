"""Small pictures of what is being made, from the latents of a step."""

import math
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.image.family import LatentColours

Rgb = NDArray[np.uint8]
Painter = Callable[[Any], Rgb]
"""Turns latents (n, channels, h, w) into uint8 pictures (n, height, width, 3)."""

LARGEST_SIDE = 512
_SHARE = 0.05


class Allowance:
    """Keeps the time spent on previews below a twentieth of the time spent on steps.

    Args:
        clock: monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._begun = clock()
        self._spent = 0.0
        self._last = 0.0

    def allows(self) -> bool:
        """True when one more preview, as long as the longest so far, stays within the share."""
        worked = self._clock() - self._begun - self._spent
        return self._spent + self._last <= _SHARE * worked

    def paint(self, painter: Painter, latents: Any) -> Rgb:
        """Paint and take note of the time."""
        before = self._clock()
        painted = painter(latents)
        taken = self._clock() - before
        self._spent += taken
        self._last = max(self._last, taken)
        return painted


def factor_painter(colours: LatentColours) -> Painter:
    """Paint with one linear map per latent pixel: rough colours, next to no work."""
    import torch

    rows, bias = torch.tensor(colours.rows), torch.tensor(colours.bias)

    def paint(latents: Any) -> Rgb:
        # The map runs on the device, so that only three bytes a pixel have to come over.
        matrix = rows.to(latents.device, torch.float32)
        offset = bias.to(latents.device)[:, None, None]
        mixed = torch.einsum("rc,nchw->nrhw", matrix, latents.float()) + offset
        return _to_bytes(mixed)

    return paint


def decoder_painter(decoder: Any) -> Painter:
    """Paint with a tiny decoder (``AutoencoderTiny``): much closer to the result."""
    import torch

    def paint(latents: Any) -> Rgb:
        with torch.inference_mode():
            return _to_bytes(decoder.decode(latents.to(decoder.dtype)).sample)

    return paint


def contact_sheet(pictures: Rgb) -> Rgb:
    """Lay a batch side by side, near a square, at most ``LARGEST_SIDE`` wide and high."""
    count, height, width, _ = pictures.shape
    columns = math.ceil(math.sqrt(count))
    rows = math.ceil(count / columns)
    sheet = np.zeros((rows * height, columns * width, 3), np.uint8)
    for index, picture in enumerate(pictures):
        top, left = index // columns * height, index % columns * width
        sheet[top : top + height, left : left + width] = picture
    longest = max(sheet.shape[:2])
    if longest > LARGEST_SIDE:
        skip = math.ceil(longest / LARGEST_SIDE)
        return np.ascontiguousarray(sheet[::skip, ::skip])
    grow = LARGEST_SIDE // longest
    return sheet.repeat(grow, axis=0).repeat(grow, axis=1)


def _to_bytes(pictures: Any) -> Rgb:
    """(n, 3, h, w) in -1..1 to uint8 (n, h, w, 3); what is not a number becomes grey."""
    import torch

    scaled = torch.nan_to_num(pictures.float() * 127.5 + 127.5, nan=127.5).clamp(0, 255).to(torch.uint8)
    painted: Rgb = scaled.permute(0, 2, 3, 1).cpu().numpy()
    return painted
