"""Small pictures of what is being made, from the latents of a step."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.diffusion.allowance import Painter
from engine.image.faces import Rgba
from engine.image.family import LatentColours
from engine.media.pictures import resize_picture

Rgb = NDArray[np.uint8]

LARGEST_SIDE = 512
SHARE = 0.05
"""Of the time of the steps, for previews."""


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


def finished_sheet(pictures: Sequence[Rgba]) -> Rgb:
    """Lay finished pictures, uint8 (height, width, 4) of one size, side by side as :func:`contact_sheet` does."""
    height, width = pictures[0].shape[:2]
    scale = min(1.0, LARGEST_SIDE / math.ceil(math.sqrt(len(pictures))) / max(height, width))
    size = max(1, int(width * scale)), max(1, int(height * scale))
    return contact_sheet(np.stack([resize_picture(picture, *size)[..., :3] for picture in pictures]))


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
