"""Rotary position tables: for the patches of the video, and for motion tokens in time and space (4D).

Neighbouring channels form a pair that is turned by an angle; frequency i of an axis with d channels is
``10000 ** (-2 i / d)`` (Su et al., "RoFormer", 2021). Each head's channels are split over the axes, time first. The
place in space of a motion token is the *mean* place of its joint in millimetres, so angles reach hundreds of radians:
the tables stay float32 whatever the model runs in.
"""

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from engine.animation.motion import Joints
from engine.animation.skeleton import JOINT_COUNT, mean_joints

_THETA = 10_000.0


class Rotary(NamedTuple):
    """Cosines and sines, both float32 (tokens, head channels), each angle twice in a row."""

    cos: Tensor
    sin: Tensor

    def to(self, device: torch.device | str) -> "Rotary":
        return Rotary(self.cos.to(device), self.sin.to(device))


class HeadSplit(NamedTuple):
    """How the channels of a head are split over axes.

    Attributes:
        image: time, row and column of a video patch.
        motion: time, and x, y, z of a joint.
    """

    image: tuple[int, int, int]
    motion: tuple[int, int, int, int]


def cogvideox_split(head: int) -> HeadSplit:
    """Return the split of MV-DiT-7B: 16 | 24 24 and 16 | 16 16 16 for heads of 64."""
    quarter = head // 4
    return HeadSplit((quarter, head // 8 * 3, head // 8 * 3), (quarter, quarter, quarter, quarter))


def wan_split(head: int) -> HeadSplit:
    """Return the split of MV-DiT-17B: 44 | 42 42 and 44 | 28 28 28 for heads of 128."""
    side = 2 * (head // 6)
    time = head - 2 * side
    third = 2 * side // 3
    return HeadSplit((time, side, side), (time, third, third, third))


def is_wan_head(head: int) -> bool:
    """Tell whether heads of this width can be split over time and space in pairs."""
    split = wan_split(head)
    return sum(split.motion) == head and all(channels % 2 == 0 for channels in (*split.image, *split.motion))


def image_rotary(frames: int, rows: int, columns: int, split: HeadSplit) -> Rotary:
    """Return the table of a grid of patches, ordered by frame, row, column."""
    grid = torch.meshgrid(*(torch.arange(size) for size in (frames, rows, columns)), indexing="ij")
    return _table([axis.flatten() for axis in grid], split.image)


def motion_rotary(latent_frames: int, split: HeadSplit, mean: Joints | None = None) -> Rotary:
    """Return the table of motion tokens, ordered by latent frame and joint.

    Args:
        latent_frames: T'; the time position is the latent frame, as for the video's patches.
        split: the channels of each axis.
        mean: mean joints (24, 3) mm; the default is the published one. They are centred on their average.
    """
    joints = mean_joints() if mean is None else mean
    # Each axis is averaged for itself: another order of the float32 sum moves the tables by 3e-5.
    centre = np.array([axis.mean() for axis in joints.T], np.float32)
    centred = torch.from_numpy(joints - centre)
    times = torch.arange(latent_frames).repeat_interleave(JOINT_COUNT)
    return _table([times, *centred.repeat(latent_frames, 1).unbind(dim=1)], split.motion)


def _table(positions: list[Tensor], channels: tuple[int, ...]) -> Rotary:
    angles = torch.cat([_angles(axis, width) for axis, width in zip(positions, channels, strict=True)], dim=1)
    return Rotary(angles.cos(), angles.sin())


def _angles(positions: Tensor, channels: int) -> Tensor:
    # float32 as in training: at hundreds of radians float64 angles would differ by 6e-5.
    frequencies = 1.0 / _THETA ** (torch.arange(0, channels, 2, dtype=torch.float32) / channels)
    return torch.outer(positions.float(), frequencies).repeat_interleave(2, dim=1)


def rotated(x: Tensor, table: Rotary) -> Tensor:
    """Turn the channel pairs of (..., tokens, head channels); computed in float32, returned in the type of ``x``."""
    even, odd = x.float().unflatten(-1, (-1, 2)).unbind(dim=-1)
    across = torch.stack([-odd, even], dim=-1).flatten(-2)
    return (x.float() * table.cos + across * table.sin).to(x.dtype)
