"""The codebook of 4DMoT: each latent vector is replaced by the nearest of 8192 codes."""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

_ROWS_AT_ONCE = 4096


class Quantised(NamedTuple):
    """What the codebook made of latents.

    Attributes:
        grid: the nearest codes, (B, width, T', J); gradients pass straight through to the latents.
        indices: which codes they are, (B, T', J).
        commitment: mean squared distance of the latents from their codes.
        rows: the latents as rows (B * T' * J, width), without gradient.
    """

    grid: Tensor
    indices: Tensor
    commitment: Tensor
    rows: Tensor


class Quantizer(nn.Module):
    """A codebook without gradient; it learns by moving averages, see :mod:`engine.animation.codebook`."""

    codebook: Tensor

    def __init__(self, count: int, width: int) -> None:
        super().__init__()
        self.register_buffer("codebook", torch.zeros(count, width))

    def nearest(self, rows: Tensor) -> Tensor:
        """Return the index of the nearest code for each row (n, width), by squared distance."""
        lengths = self.codebook.square().sum(dim=1)
        found = []
        for part in rows.split(_ROWS_AT_ONCE):
            distance = part.square().sum(dim=1, keepdim=True) - 2 * part @ self.codebook.T + lengths
            found.append(distance.argmin(dim=1))
        return torch.cat(found)

    def forward(self, latents: Tensor) -> Quantised:
        """Quantise latents (B, width, T', J)."""
        batch, _, frames, joints = latents.shape
        rows = latents.permute(0, 2, 3, 1).flatten(0, 2)
        indices = self.nearest(rows.detach())
        codes = self.codebook[indices]
        commitment = functional.mse_loss(rows, codes)
        through = rows + (codes - rows).detach()
        grid = through.unflatten(0, (batch, frames, joints)).permute(0, 3, 1, 2)
        return Quantised(grid, indices.view(batch, frames, joints), commitment, rows.detach())
