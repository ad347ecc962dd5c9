"""The tiny decoder of Wan latents (TAEHV, published as taew2_1): latents to small frames in a moment, for previews.

Structure and names of the weights as published: https://github.com/madebyollin/taehv (MIT).
"""

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.models.safe import check_shapes, load_tensors

FILE = "taew2_1.pth"

_WIDTHS = (256, 128, 64, 64)
_LATENTS = 16
_PREFIX = "decoder."


class _Soft(nn.Module):
    """Keeps values within -3..3, smoothly."""

    def forward(self, x: Tensor) -> Tensor:
        return torch.tanh(x / 3) * 3


class _Memory(nn.Module):
    """A residual block that also sees the frame before; x is (batch * frames, channels, height, width)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.conv = nn.Sequential(
            _conv(2 * width, width), nn.ReLU(), _conv(width, width), nn.ReLU(), _conv(width, width)
        )

    def forward(self, x: Tensor, batch: int) -> Tensor:
        frames = x.unflatten(0, (batch, -1))
        past = functional.pad(frames, (0, 0, 0, 0, 0, 0, 1, 0))[:, :-1].flatten(0, 1)
        changed: Tensor = self.conv(torch.cat([x, past], dim=1))
        summed: Tensor = torch.relu(changed + x)
        return summed


class _Grow(nn.Module):
    """Makes ``times`` frames of each one."""

    def __init__(self, width: int, times: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(width, width * times, 1, bias=False)
        self._times = times

    def forward(self, x: Tensor) -> Tensor:
        grown: Tensor = self.conv(x).unflatten(1, (self._times, -1))
        return grown.flatten(0, 1)


class TinyDecoder(nn.Module):
    """Latents (batch, frames, 16, h, w) to pictures in 0..1, (batch, 4 frames - 3, 3, 8 h, 8 w)."""

    def __init__(self) -> None:
        super().__init__()
        layers: list[nn.Module] = [_Soft(), _conv(_LATENTS, _WIDTHS[0]), nn.ReLU()]
        for level, times in enumerate((1, 2, 2)):
            width = _WIDTHS[level]
            layers += [_Memory(width) for _ in range(3)]
            layers += [nn.Upsample(scale_factor=2), _Grow(width, times), _conv(width, _WIDTHS[level + 1], bias=False)]
        layers += [nn.ReLU(), _conv(_WIDTHS[-1], 3)]
        self.decoder = nn.Sequential(*layers)

    def forward(self, latents: Tensor) -> Tensor:
        """Decode; the frames that the first latent frame stands for are trimmed to one."""
        batch = latents.shape[0]
        x: Tensor = latents.flatten(0, 1)
        for layer in self.decoder:
            x = layer(x, batch) if isinstance(layer, _Memory) else layer(x)
        pictures: Tensor = x.unflatten(0, (batch, -1))
        return pictures[:, 3:].clamp(0, 1)


def load_tiny_decoder(folder: Path) -> TinyDecoder:
    """Load the published file, a pickle of weights, weights-only.

    Raises:
        PortraitsError: BAD_MODEL when it is damaged or of another network.
    """
    path = folder / FILE
    tensors = {name: value for name, value in load_tensors(path).items() if name.startswith(_PREFIX)}
    with torch.device("meta"):
        decoder = TinyDecoder()
    expected = {name: tuple(value.shape) for name, value in decoder.state_dict().items()}
    check_shapes(path, {name: tuple(value.shape) for name, value in tensors.items()}, expected)
    decoder.load_state_dict(tensors, strict=True, assign=True)
    return decoder.eval().requires_grad_(False)


def _conv(inputs: int, outputs: int, *, bias: bool = True) -> nn.Conv2d:
    return nn.Conv2d(inputs, outputs, 3, padding=1, bias=bias)
