"""Film strips of what is being made, from the clean estimate of a step."""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.diffusion.allowance import Painter
from engine.protocol.shots import STRIP_FRAMES

SHARE = 0.03
"""Of the time of the steps, for previews."""

LARGEST_WIDTH = 480
"""Of one frame of the strip, in pixels."""

Rgb = NDArray[np.uint8]

# Red, green and blue of a normalised latent pixel, fitted by the community on decoded frames of Wan 2.1; as ComfyUI's
# latent formats have them.
_ROWS = (
    (
        -0.1299, 0.0671, 0.3568, 0.0372, 0.0313, 0.0296, -0.3477, 0.0166,
        -0.0412, -0.1293, 0.0680, 0.0032, -0.1251, 0.0060, 0.3477, 0.1984,
    ),
    (
        -0.1692, 0.0406, 0.2548, 0.2344, 0.0189, -0.0956, -0.4059, 0.1902,
        0.0267, 0.0740, 0.3019, 0.0581, 0.0927, -0.0633, 0.2275, 0.0913,
    ),
    (
        0.2932, 0.0442, 0.1747, 0.1420, -0.0328, -0.0665, -0.2925, 0.1975,
        -0.1364, 0.1636, 0.1128, 0.0639, 0.1699, 0.0005, 0.2950, 0.1861,
    ),
)  # fmt: skip
_BIAS = (-0.1835, -0.0868, -0.3360)


def factor_painter() -> Painter:
    """Paint a strip with one linear map for each latent pixel: rough colours, next to no work."""
    rows, bias = torch.tensor(_ROWS), torch.tensor(_BIAS)

    def paint(latents: Tensor) -> Rgb:
        frames = latents[0, :, shown(latents.shape[2])].float()
        matrix, offset = rows.to(frames.device), bias.to(frames.device)[:, None, None, None]
        mixed = torch.einsum("rc,cnhw->rnhw", matrix, frames) + offset
        return strip(_to_bytes(mixed.permute(1, 2, 3, 0) * 0.5 + 0.5))

    return paint


def decoder_painter(decoder: Any) -> Painter:
    """Paint a strip with the tiny decoder: much closer to the result.

    Each frame is decoded with the latent frame before it, which is what its movement needs. One after the other: all
    at once would take some gigabytes at 960 x 544 pixels.
    """

    def paint(latents: Tensor) -> Rgb:
        weight = next(decoder.parameters())
        frames = latents[0].transpose(0, 1).to(weight.device, weight.dtype)
        with torch.inference_mode():
            pairs = (frames[[max(place - 1, 0), place]] for place in shown(len(frames)))
            painted = [_to_bytes(decoder(pair[None])[:, -1].permute(0, 2, 3, 1)) for pair in pairs]
        return strip(np.concatenate(painted))

    return paint


def shown(count: int) -> list[int]:
    """Return which latent frames a strip shows: evenly from the first to the last, again where there are too few."""
    return [round(index * (count - 1) / (STRIP_FRAMES - 1)) for index in range(STRIP_FRAMES)]


def strip(frames: Rgb) -> Rgb:
    """Lay frames side by side; small ones are enlarged and large ones made small in whole steps."""
    width = frames.shape[2]
    if width > LARGEST_WIDTH:
        skip = -(-width // LARGEST_WIDTH)
        frames = frames[:, ::skip, ::skip]
    else:
        grow = max(1, LARGEST_WIDTH // 2 // width)
        frames = frames.repeat(grow, axis=1).repeat(grow, axis=2)
    return np.ascontiguousarray(np.concatenate(list(frames), axis=1))


def _to_bytes(pictures: Tensor) -> Rgb:
    """Numbers in 0..1 to bytes; what is not a number becomes grey."""
    scaled = torch.nan_to_num(pictures.float() * 255, nan=127.5).clamp(0, 255).to(torch.uint8)
    painted: Rgb = scaled.cpu().numpy()
    return painted
