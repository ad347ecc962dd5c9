"""Between latents and pixels, by hand: the VAE computes in its own format, whatever the rest uses.

diffusers' own decode fails with a bfloat16 UNet and a float32 VAE, and its own encode rounds the VAE for good.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.protocol.errors import ErrorCode, PortraitsError

Rgba = NDArray[np.uint8]

TILED_ABOVE = 1024
"""Wider or higher pictures are decoded in tiles: one piece would take more memory than everything before."""


def to_pictures(vae: Any, latents: Any, *, tiled: bool = False) -> list[Rgba]:
    """Decode latents (n, c, h, w), one picture at a time so that memory does not grow with the batch.

    Args:
        vae: an ``AutoencoderKL``.
        latents: as the pipeline returns them with ``output_type="latent"``.
        tiled: use tiles at any size.

    Returns:
        uint8 pictures (height, width, 4), opaque.

    Raises:
        PortraitsError: BAD_MODEL when the numbers overflowed, where others would show a black picture.
    """
    import torch

    pictures = []
    with torch.inference_mode():
        for single in latents.split(1):
            if not bool(torch.isfinite(single).all()):
                raise _overflow("the model")
            _set_tiling(vae, single, tiled)
            decoded = vae.decode(_unscaled(vae, single), return_dict=False)[0]
            if not bool(torch.isfinite(decoded).all()):
                if vae.dtype == torch.float32:
                    raise _overflow("its decoder")
                vae.to(torch.float32)
                decoded = vae.decode(_unscaled(vae, single), return_dict=False)[0]
            pictures.append(_to_rgba(decoded))
    return pictures


def to_latents(vae: Any, picture: Rgba, *, tiled: bool = False) -> Any:
    """Encode a uint8 picture (height, width, 4) into latents (1, c, h, w) as pipelines have them.

    The middle of the VAE's distribution is taken, so that the same picture always gives the same latents.
    """
    import torch

    pixels = torch.from_numpy(np.ascontiguousarray(picture[..., :3])).permute(2, 0, 1)[None]
    with torch.inference_mode():
        pixels = pixels.to(_device_of(vae), vae.dtype) / 127.5 - 1
        vae.enable_tiling() if tiled or max(picture.shape[:2]) > TILED_ABOVE else vae.disable_tiling()
        latents = vae.encode(pixels).latent_dist.mode()
    mean, deviation = _statistics(vae, latents)
    return (latents - mean) * vae.config.scaling_factor / deviation


def _set_tiling(vae: Any, latents: Any, tiled: bool) -> None:
    factor = 2 ** (len(vae.config.block_out_channels) - 1)
    vae.enable_tiling() if tiled or max(latents.shape[-2:]) * factor > TILED_ABOVE else vae.disable_tiling()


def _unscaled(vae: Any, latents: Any) -> Any:
    latents = latents.to(vae.dtype)
    mean, deviation = _statistics(vae, latents)
    return latents * deviation / vae.config.scaling_factor + mean


def _statistics(vae: Any, like: Any) -> tuple[Any, Any]:
    """Mean and deviation of each channel that some models normalise with; 0 and 1 for the others."""
    import torch

    mean, deviation = getattr(vae.config, "latents_mean", None), getattr(vae.config, "latents_std", None)
    if mean is None or deviation is None:
        return 0.0, 1.0
    mean, deviation = (
        torch.tensor(each, dtype=like.dtype, device=like.device).view(1, -1, 1, 1) for each in (mean, deviation)
    )
    return mean, deviation


def _device_of(vae: Any) -> Any:
    """Where the VAE computes, which with offloading is not where its weights lie."""
    hook = getattr(vae, "_hf_hook", None)
    return getattr(hook, "execution_device", None) or vae.device


def _to_rgba(decoded: Any) -> Rgba:
    import torch

    bytes_ = (decoded[0].float() * 127.5 + 127.5).clamp(0, 255).round().to(torch.uint8)
    rgb = bytes_.permute(1, 2, 0).cpu().numpy()
    rgba = np.full((*rgb.shape[:2], 4), 255, np.uint8)
    rgba[..., :3] = rgb
    return rgba


def _overflow(part: str) -> PortraitsError:
    return PortraitsError(
        ErrorCode.BAD_MODEL,
        f"The numbers of {part} overflowed, so the picture would be black.",
        "Choose the number format float32 or bfloat16, lower the strengths of styles, or check the model's file.",
    )
