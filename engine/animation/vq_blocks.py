"""The parts of 4DMoT's encoder and decoder. All tensors are (batch, channels, time, joints)."""

import torch
from torch import Tensor, nn
from torch.nn import functional


class ResBlock(nn.Module):
    """Two convolutions with group norms, added to the input. The first is dilated where the block is narrow."""

    def __init__(self, channels_in: int, channels_out: int) -> None:
        super().__init__()
        spread = max(1, 512 // channels_out - 1)
        self.block = nn.Sequential(
            nn.GroupNorm(32, channels_in, eps=1e-6),
            nn.SiLU(),
            nn.Conv2d(channels_in, channels_out, 3, padding=spread, dilation=spread),
            nn.GroupNorm(32, channels_out, eps=1e-6),
            nn.SiLU(),
            nn.Conv2d(channels_out, channels_out, 1),
        )
        if channels_in != channels_out:
            self.conv_short: nn.Module | None = nn.Conv2d(channels_in, channels_out, 1)
        else:
            self.conv_short = None

    def forward(self, x: Tensor) -> Tensor:
        kept = x if self.conv_short is None else self.conv_short(x)
        result: Tensor = kept + self.block(x)
        return result


class Downsample(nn.Module):
    """Halves the frames by the mean of pairs, then mixes neighbouring joints. An odd count keeps its first frame."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.joint_downsample = nn.Conv1d(channels, channels, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        odd = x.shape[2] % 2
        pairs = x[:, :, odd:].unflatten(2, (-1, 2)).mean(dim=3)
        return _over_joints(self.joint_downsample, torch.cat([x[:, :, :odd], pairs], dim=2))


class Upsample(nn.Module):
    """Doubles the frames by interpolation, then mixes neighbouring joints. An odd count keeps its first frame."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.upsampler = nn.Conv1d(channels, channels, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        odd = x.shape[2] % 2
        rest = functional.interpolate(x[:, :, odd:], scale_factor=(2.0, 1.0), mode="bilinear", align_corners=True)
        return _over_joints(self.upsampler, torch.cat([x[:, :, :odd], rest], dim=2))


def _over_joints(convolution: nn.Module, x: Tensor) -> Tensor:
    """Apply a 1D convolution along the joints of every frame."""
    frames = x.shape[2]
    mixed: Tensor = convolution(x.transpose(1, 2).flatten(0, 1))
    together: Tensor = mixed.unflatten(0, (-1, frames))
    return together.transpose(1, 2)


class Encoder(nn.Module):
    """Motion (B, 3, T, J) to latents (B, width, T / 4, J); call it for slices of 8 frames, see :func:`in_slices`."""

    def __init__(self, narrow: int, wide: int, width: int) -> None:
        super().__init__()
        self.conv_in = nn.Conv2d(3, narrow, 3, padding=1)
        self.resnet1 = nn.ModuleList(ResBlock(narrow, narrow) for _ in range(3))
        self.downsample1 = Downsample(narrow)
        self.resnet2 = ResBlock(narrow, wide)
        self.resnet3 = nn.ModuleList(ResBlock(wide, wide) for _ in range(3))
        self.downsample2 = Downsample(wide)
        self.conv_out = nn.Conv2d(wide, width, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv_in(x)
        for block in self.resnet1:
            x = block(x)
        x = self.resnet2(self.downsample1(x))
        for block in self.resnet3:
            x = block(x)
        result: Tensor = self.conv_out(self.downsample2(x))
        return result


class Decoder(nn.Module):
    """Latents (B, width, T', J) to motion (B, 3, 4 T', J); call it for slices of 2 latent frames."""

    def __init__(self, narrow: int, wide: int, width: int) -> None:
        super().__init__()
        self.conv_in = nn.Conv2d(width, wide, 3, padding=1)
        self.resnet1 = nn.ModuleList(ResBlock(wide, wide) for _ in range(3))
        self.upsample1 = Upsample(wide)
        self.resnet2 = ResBlock(wide, narrow)
        self.resnet3 = nn.ModuleList(ResBlock(narrow, narrow) for _ in range(3))
        self.upsample2 = Upsample(narrow)
        self.conv_out = nn.Conv2d(narrow, 3, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv_in(x)
        for block in self.resnet1:
            x = block(x)
        x = self.resnet2(self.upsample1(x))
        for block in self.resnet3:
            x = block(x)
        result: Tensor = self.conv_out(self.upsample2(x))
        return result


_SLICES_AT_ONCE = 64


def in_slices(network: nn.Module, x: Tensor, size: int) -> Tensor:
    """Run a network on slices of the frames of (B, C, T, J) and join the results in time.

    The first slice has ``size`` frames plus the remainder, the others ``size``: 49 frames give 9, 8, 8, 8, 8, 8. The
    published weights were trained so, and it decides where the convolutions see padding. Slices of equal length know
    nothing of each other, so they are computed as one batch.
    """
    first = size + x.shape[2] % size
    results: list[Tensor] = [network(x[:, :, :first])]
    rest: Tensor = x[:, :, first:].unflatten(2, (-1, size)) if x.shape[2] > first else x.new_zeros(0)
    for part in rest.split(_SLICES_AT_ONCE, dim=2) if rest.numel() else ():
        count = part.shape[2]
        made: Tensor = network(part.transpose(1, 2).flatten(0, 1))
        results.append(made.unflatten(0, (-1, count)).transpose(1, 2).flatten(2, 3))
    return torch.cat(results, dim=2)
