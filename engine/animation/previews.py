"""Rough pictures of a clip while it is denoised."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from engine.animation.denoising import OnStep
from engine.diffusion.allowance import Allowance
from engine.protocol.context import JobContext

_SHARE = 0.03
"""Of the time of the steps, for previews."""
_SIDE = 256
_RIDGE = 1e-3

Picture = NDArray[np.uint8]


class LatentPainter:
    """Paints latents by one linear map for each of their pixels, next to no work.

    No decoder and no table of colours is needed: the map is fitted by least squares on the reference picture, whose
    latents and colours are both known.

    Args:
        latents: (channels, h, w), those of the reference picture, scaled as the clip's are.
        picture: (1, 3, 1, H, W) in -1..1, the reference picture.
    """

    def __init__(self, latents: Tensor, picture: Tensor) -> None:
        rows = _with_one(latents.float())
        colours = functional.interpolate(picture[:, :, 0].float(), size=latents.shape[1:], mode="area")[0]
        # A ridge keeps channels that the picture says nothing about at zero.
        ridge = _RIDGE * len(rows) * torch.eye(rows.shape[1])
        self._map = torch.linalg.solve(rows.T @ rows + ridge, rows.T @ colours.flatten(1).T)

    def paint(self, latents: Tensor) -> Picture:
        """Return a picture of latents (channels, h, w), uint8 (h * k, w * k, 3)."""
        _, height, width = latents.shape
        mixed = (_with_one(latents.float()) @ self._map).reshape(height, width, 3)
        pixels = ((mixed.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8).numpy()
        times = max(1, _SIDE // max(height, width))
        large: Picture = np.ascontiguousarray(pixels.repeat(times, 0).repeat(times, 1))
        return large


def _with_one(latents: Tensor) -> Tensor:
    flat = latents.flatten(1).T
    return torch.cat([flat, torch.ones(len(flat), 1)], dim=1)


def previewing(context: JobContext, painter: LatentPainter, frames: int) -> OnStep:
    """Return what shows the middle frame after a step, as often as the context wants and time allows.

    Args:
        context: gets the previews.
        painter: paints them.
        frames: the axis of the latent frames, 1 or 2; the first axis is the batch.
    """
    allowance = Allowance(_SHARE)

    def paint(latents: Tensor) -> Picture:
        return painter.paint(latents.select(frames, latents.shape[frames] // 2)[0])

    def on_estimate(_step: int, latents: Tensor) -> None:
        if context.preview_due() and allowance.allows():
            picture = allowance.paint(paint, latents)
            context.preview(picture.tobytes(), picture.shape[1], picture.shape[0])

    return on_estimate
