"""The SkyReels-V2 pipelines of diffusers, given what they would otherwise compute with all parts at hand at once.

Words are encoded before, pictures and the end of a movie are latents already, and a long shot is made by one call for
each window: so each part is in memory only while it works, every window has its own prompt, and a stopped or failed
shot keeps the windows that are finished.
"""

from dataclasses import dataclass
from typing import Any

import torch
from diffusers import (
    SkyReelsV2DiffusionForcingPipeline,
    SkyReelsV2ImageToVideoPipeline,
    SkyReelsV2Pipeline,
    UniPCMultistepScheduler,
)
from torch import Tensor


@dataclass(frozen=True)
class Given:
    """What is known of a stretch of latents before it is denoised; each is (1, channels, n, h, w) or None.

    Attributes:
        before: latent frames at its start that stay as they are.
        after: a latent frame after its end that it leads to.
        condition: mask and latents of the pictures, for models that take them as channels.
        tokens: of the pictures, (n, tokens, width), for the same models.
    """

    before: Tensor | None = None
    after: Tensor | None = None
    condition: Tensor | None = None
    tokens: Tensor | None = None


class ShotScheduler(UniPCMultistepScheduler):  # type: ignore[misc]
    """UniPC that remembers the copies which the forcing pipeline makes of it, one for each latent frame."""

    copies: list["ShotScheduler"]

    def __deepcopy__(self, memo: dict[int, Any]) -> "ShotScheduler":
        twin = make_scheduler(self.config, self.config.flow_shift)
        self.copies.append(twin)
        return twin

    def clean_estimate(self, latents: Tensor) -> Tensor:
        """Return what the finished latents look like from here.

        The solver turns what the model said into its estimate of the clean latents and keeps it.

        Args:
            latents: after the last step, (1, 16, n, h, w); taken where a frame has not begun or is given.
        """
        if not self.copies:
            kept = self.model_outputs[-1]
            return latents if kept is None else kept
        outputs = [each.model_outputs[-1] for each in self.copies[-latents.shape[2] :]]
        frames = [latents[:, :, index] if kept is None else kept for index, kept in enumerate(outputs)]
        return torch.stack(frames, dim=2)


def make_scheduler(config: Any, flow_shift: float) -> ShotScheduler:
    """Return a scheduler with a flow shift. The published settings have 1.0, which no model was made for."""
    scheduler: ShotScheduler = ShotScheduler.from_config(config, flow_shift=flow_shift)
    scheduler.copies = []
    return scheduler


class _Prepared:
    """Works on the transformer alone; device, noise and what is given are set before each call."""

    work_device: torch.device
    noise: Tensor
    given: Given

    @property
    def _execution_device(self) -> torch.device:
        return self.work_device

    def set_up(self, noise: Tensor, given: Given, device: Any) -> None:
        """Take what the next call works on."""
        self.noise, self.given, self.work_device = noise, given, torch.device(device)


class WordsPipeline(_Prepared, SkyReelsV2Pipeline):  # type: ignore[misc]
    """Words to latents."""

    def prepare_latents(self, *_: Any, **__: Any) -> Tensor:
        """Return the noise."""
        return self.noise.to(self.work_device)


class PicturePipeline(_Prepared, SkyReelsV2ImageToVideoPipeline):  # type: ignore[misc]
    """A picture, or a first and a last one, to latents."""

    def encode_image(self, *_: Any, **__: Any) -> Tensor:
        """Return the tokens that are given."""
        assert self.given.tokens is not None
        return self.given.tokens.to(self.work_device)

    def prepare_latents(self, *_: Any, **__: Any) -> tuple[Tensor, Tensor]:
        """Return the noise and the condition that is given."""
        assert self.given.condition is not None
        return self.noise.to(self.work_device), self.given.condition.to(self.work_device)

    def condition(self, first: Tensor, last: Tensor | None, frames: int) -> Tensor:
        """Return mask and latents of pictures (1, 3, height, width) in -1..1; the VAE has to be on its device."""
        height, width = first.shape[-2:]
        nothing = torch.zeros(1, self.vae.config.z_dim, (frames - 1) // 4 + 1, height // 8, width // 8)
        with torch.inference_mode():
            condition: Tensor = super().prepare_latents(
                first,
                1,
                self.vae.config.z_dim,
                height,
                width,
                frames,
                torch.float32,
                self.vae.device,
                None,
                nothing,
                last,
            )[1]
        return condition.cpu()


class WindowPipeline(_Prepared, SkyReelsV2DiffusionForcingPipeline):  # type: ignore[misc]
    """One window of a shot, with latent frames that are given at its start, and perhaps one after its end."""

    def prepare_latents(self, *_: Any, **__: Any) -> tuple[Tensor, int, Tensor | None, int]:
        """Return the noise, how many latent frames there are, and those that are given at the start."""
        self.scheduler.copies.clear()
        # The pipeline writes into the latents; the noise may be needed again.
        latents = self.noise.to(self.work_device, copy=True)
        if self.given.after is not None:
            latents = torch.cat([latents, self.given.after.to(latents)], dim=2)
        before = self.given.before
        if before is None:
            return latents, latents.shape[2], None, 0
        return latents, latents.shape[2], before.to(self.work_device), before.shape[2]

    def generate_timestep_matrix(
        self, num_latent_frames: int, step_template: Tensor, base_num_latent_frames: int, *rest: Any
    ) -> tuple[Tensor, Tensor, Tensor, list[tuple[int, int]]]:
        """Return when each latent frame is denoised; what is given after the end is clean all the time."""
        del base_num_latent_frames
        matrix, index, updates, interval = super().generate_timestep_matrix(
            num_latent_frames, step_template, num_latent_frames, *rest
        )
        if self.given.after is not None:
            matrix[:, -1:] = 0
            updates[:, -1:] = False
        return matrix, index, updates, interval
