"""Between frames and latents: the VAE encodes and decodes a stretch at a time, so that memory does not grow with it."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.diffusion.wan_vae import latent_statistics
from engine.protocol.errors import ErrorCode, PortraitsError

Rgb = NDArray[np.uint8]
OnPart = Callable[[int, int], None]
"""Hears how many parts of how many are decoded."""

_CHUNK = 8


def to_signed(frames: Rgb) -> Tensor:
    """Return uint8 frames (n, height, width, 3) as float32 (n, 3, height, width) in -1..1."""
    return torch.from_numpy(np.ascontiguousarray(frames)).permute(0, 3, 1, 2).float() / 127.5 - 1


def to_latents(vae: Any, frames: Rgb, *, tiled: bool) -> Tensor:
    """Encode frames into normalised latents (1, 16, n', height / 8, width / 8), float32 on the processor.

    Args:
        vae: an ``AutoencoderKLWan`` on its device.
        frames: uint8 (4k + 1, height, width, 3).
        tiled: encode large frames in tiles.
    """
    vae.use_tiling = tiled
    video = to_signed(frames).permute(1, 0, 2, 3)[None]
    with torch.inference_mode():
        latents: Tensor = vae.encode(video.to(vae.device, vae.dtype)).latent_dist.mode().float().cpu()
    mean, deviation = latent_statistics(vae)
    return (latents - mean) / deviation


def to_frames(vae: Any, latents: Tensor, *, tiled: bool, on_part: OnPart) -> Iterator[Rgb]:
    """Decode normalised latents and yield uint8 frames (n, height, width, 3), some at a time.

    Without tiles one latent frame is decoded after another, and only that is in the memory of the device. With tiles
    one tile is decoded in all its frames, and the tiles wait in main memory for their neighbours.

    Args:
        vae: an ``AutoencoderKLWan`` on its device.
        latents: (1, 16, n', h, w).
        tiled: decode large frames in tiles.
        on_part: called after each part; it may raise.

    Raises:
        PortraitsError: BAD_MODEL when the numbers overflowed, where others would show black frames.
    """
    mean, deviation = latent_statistics(vae)
    scaled = latents.float().cpu() * deviation + mean
    if not bool(torch.isfinite(scaled).all()):
        raise _overflow()
    vae.use_tiling = tiled
    with torch.inference_mode():
        if tiled and _needs_tiles(vae, scaled):
            yield from _tiled(vae, scaled, on_part)
            return
        count = scaled.shape[2]
        for index, part in enumerate(_streamed(vae, scaled)):
            yield _to_rgb(part)
            on_part(index + 1, count)


def _needs_tiles(vae: Any, latents: Tensor) -> bool:
    ratio = vae.spatial_compression_ratio
    tile_height, tile_width = vae.tile_sample_min_height // ratio, vae.tile_sample_min_width // ratio
    return bool(latents.shape[3] > tile_height or latents.shape[4] > tile_width)


def _streamed(vae: Any, latents: Tensor) -> Iterator[Tensor]:
    """Decode one latent frame after another; the VAE keeps what its causal convolutions need of those before.

    This is the loop of the VAE's own ``decode``, which keeps all frames until the last.
    """
    vae.clear_cache()
    try:
        for index in range(latents.shape[2]):
            vae._conv_idx = [0]
            part = latents[:, :, index : index + 1].to(vae.device, vae.dtype)
            decoded = vae.decoder(
                vae.post_quant_conv(part),
                feat_cache=vae._feat_map,
                feat_idx=vae._conv_idx,
                first_chunk=index == 0,
            )
            yield decoded.float().clamp(-1, 1).cpu()
    finally:
        vae.clear_cache()


def _tiled(vae: Any, latents: Tensor, on_part: OnPart) -> Iterator[Rgb]:
    """Decode tile by tile and blend them as the VAE's own ``tiled_decode`` does, some frames at a time."""
    ratio = vae.spatial_compression_ratio
    size = (vae.tile_sample_min_height // ratio, vae.tile_sample_min_width // ratio)
    stride = (vae.tile_sample_stride_height // ratio, vae.tile_sample_stride_width // ratio)
    tops = range(0, latents.shape[3], stride[0])
    lefts = range(0, latents.shape[4], stride[1])
    grid: list[list[Tensor]] = []
    for top in tops:
        row = []
        for left in lefts:
            part = latents[..., top : top + size[0], left : left + size[1]]
            # Half precision holds a 4000th of the range, a sixteenth of one of 256 steps, in half the memory.
            row.append(torch.cat([each.half() for each in _streamed(vae, part)], dim=2))
            on_part(len(grid) * len(lefts) + len(row), len(tops) * len(lefts))
        grid.append(row)
    height, width = latents.shape[3] * ratio, latents.shape[4] * ratio
    for start in range(0, grid[0][0].shape[2], _CHUNK):
        tiles = [[tile[:, :, start : start + _CHUNK].float() for tile in row] for row in grid]
        yield _to_rgb(_blended(vae, tiles)[..., :height, :width])


def _blended(vae: Any, tiles: list[list[Tensor]]) -> Tensor:
    shared_rows = vae.tile_sample_min_height - vae.tile_sample_stride_height
    shared_columns = vae.tile_sample_min_width - vae.tile_sample_stride_width
    rows = []
    for i, row in enumerate(tiles):
        columns = []
        for j, tile in enumerate(row):
            if i > 0:
                tile = vae.blend_v(tiles[i - 1][j], tile, shared_rows)
            if j > 0:
                tile = vae.blend_h(row[j - 1], tile, shared_columns)
            columns.append(tile[..., : vae.tile_sample_stride_height, : vae.tile_sample_stride_width])
        rows.append(torch.cat(columns, dim=-1))
    return torch.cat(rows, dim=-2)


def _to_rgb(video: Tensor) -> Rgb:
    """(1, 3, n, height, width) in -1..1 to uint8 (n, height, width, 3)."""
    if not bool(torch.isfinite(video).all()):
        raise _overflow()
    scaled = (video[0] * 127.5 + 127.5).clamp(0, 255).round().to(torch.uint8)
    frames: Rgb = scaled.permute(1, 2, 3, 0).numpy()
    return np.ascontiguousarray(frames)


def _overflow() -> PortraitsError:
    return PortraitsError(
        ErrorCode.BAD_MODEL,
        "The numbers of the model overflowed, so the shot would be black.",
        "Choose the number format bfloat16 or float32, lower the strengths of styles, or check the model's files.",
    )
