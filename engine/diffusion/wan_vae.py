"""The VAE of Wan 2.1 from diffusers, with weights in the original layout and the latents' normalisation."""

import re
from typing import Any

import torch
from diffusers import AutoencoderKLWan
from diffusers.loaders.single_file_utils import convert_wan_vae_to_diffusers
from torch import Tensor

from engine.diffusion.weights import State, load_strictly

_PREFIX = "model."
_LEVELS = 4


class WanVae:
    """Videos (B, 3, F, H, W) in -1..1 to latents (B, 16, T', H / 8, W / 8) that are normal per channel, and back.

    F is 4 k + 1; the first frame has a latent frame of its own.
    """

    def __init__(self, model: Any) -> None:
        self.model = model
        self._mean, self._deviation = latent_statistics(model)

    @torch.no_grad()
    def encode(self, video: Tensor) -> Tensor:
        """Return the normalised mode of the latents, float32."""
        latents: Tensor = self.model.encode(video.to(self.model.device, self.model.dtype)).latent_dist.mode().float()
        return (latents - self._mean.to(latents)) / self._deviation.to(latents)

    @torch.no_grad()
    def decode(self, latents: Tensor) -> Tensor:
        """Return the video in -1..1, float32."""
        scaled = latents.float() * self._deviation.to(latents.device) + self._mean.to(latents.device)
        video: Tensor = self.model.decode(scaled.to(self.model.device, self.model.dtype), return_dict=False)[0]
        return video.float().clamp(-1, 1)


def latent_statistics(model: Any) -> tuple[Tensor, Tensor]:
    """Return mean and deviation of the latents' channels of an ``AutoencoderKLWan``, each (1, 16, 1, 1, 1)."""
    mean, deviation = (
        torch.tensor(each).view(1, -1, 1, 1, 1) for each in (model.config.latents_mean, model.config.latents_std)
    )
    return mean, deviation


def build_wan_vae(state: State, name: str, *, dtype: torch.dtype | None = None) -> WanVae:
    """Make the VAE from a state dict in the original Wan layout or that of diffusers, strictly.

    Raises:
        PortraitsError: BAD_MODEL, with the keys that are missing or left over.
    """
    state = {key.removeprefix(_PREFIX): value for key, value in state.items()}
    blocks = 2
    if "encoder.conv1.weight" in state:
        base = state["encoder.conv1.weight"].shape[0]
        blocks = _blocks_per_level(state)
        state = convert_wan_vae_to_diffusers(_numbered_for_two_blocks(state, blocks))
    else:
        first = state.get("encoder.conv_in.weight")
        base = 96 if first is None else first.shape[0]
        blocks = 1 if "decoder.up_blocks.0.resnets.2.conv1.weight" not in state else 2
    with torch.device("meta"):
        model = AutoencoderKLWan(base_dim=base, num_res_blocks=blocks)
    load_strictly(model, state, name, dtype=dtype)
    return WanVae(model.eval())


def _blocks_per_level(state: State) -> int:
    """The decoder has one block more per level than the encoder, and an upsampler after each level but the last."""
    numbers = [int(key.split(".")[2]) for key in state if re.match(r"decoder\.upsamples\.\d+\.", key)]
    return (max(numbers, default=14) + 2) // _LEVELS - 2


def _numbered_for_two_blocks(state: State, blocks: int) -> State:
    """Give the decoder's parts the numbers they have with two blocks per level, the only ones diffusers renames."""

    def renumber(found: re.Match[str]) -> str:
        level, part = divmod(int(found[1]), blocks + 2)
        return f"decoder.upsamples.{level * 4 + (3 if part > blocks else part)}."

    return {re.sub(r"^decoder\.upsamples\.(\d+)\.", renumber, key): value for key, value in state.items()}
