"""MV-DiT-7B from a reference picture and motion tokens to a video."""

from typing import Any

import torch
from torch import Tensor

from engine.animation.denoising import DenoiseSettings, HeldFrames, MotionHalves, OnStep, guided
from engine.animation.motion_memory import MotionMemory
from engine.animation.rope import cogvideox_split, image_rotary, motion_rotary
from engine.animation.schedulers import Sampler7B, cogvideox_scheduler
from engine.diffusion.placement import Placement
from engine.protocol.context import JobContext


class Pipeline7B:
    """The parts of the 7B variant, and how they work together. Latents are (1, T', 16, H / 8, W / 8), float32.

    Args:
        transformer: an :class:`engine.animation.mvdit7b.MVDiT7B`.
        vae: the VAE of CogVideoX.
        placement: brings the parts to the device.
        sampler: "dpm" or "ddim".
    """

    def __init__(self, transformer: Any, vae: Any, placement: Placement, sampler: Sampler7B = "dpm") -> None:
        self.transformer = transformer
        self.vae = vae
        self.placement = placement
        self._sampler: Sampler7B = sampler

    @property
    def fixed_tokens(self) -> int:
        """How many motion tokens a clip must have: as many as the learned stand-in for "no motion"."""
        return int(self.transformer.config.motion_tokens)

    @torch.no_grad()
    def encode(self, video: Tensor, generator: torch.Generator | None = None) -> Tensor:
        """Return latents of a video (1, 3, F, H, W) in -1..1, not scaled.

        Args:
            video: the video.
            generator: draws a sample of the posterior, as the reference picture needs it; None takes its mode.
        """
        with self.placement.ready(self.vae):
            posterior = self.vae.encode(video.to(self.placement.device, self.vae.dtype)).latent_dist
            if generator is None:
                latents: Tensor = posterior.mode().float().cpu()
            else:
                mean, std = posterior.mean.float().cpu(), posterior.std.float().cpu()
                latents = mean + std * torch.randn(mean.shape, generator=generator)
        return latents.transpose(1, 2)

    def reference_latents(self, picture: Tensor, frames: int, generator: torch.Generator) -> Tensor:
        """Return the latents of the reference picture (1, 3, 1, H, W), held for ``frames`` frames.

        The published model was trained with a sample of the posterior that is *not* multiplied by the VAE's scaling
        factor.
        """
        return self.encode(picture.expand(-1, -1, frames, -1, -1), generator)

    def known_latents(self, video: Tensor) -> Tensor:
        """Return the scaled latents of frames (1, 3, F, H, W) that a clip begins with."""
        return self.scaled(self.encode(video))

    def scaled(self, latents: Tensor) -> Tensor:
        """Return latents of the VAE as the model denoises them."""
        return latents * float(self.vae.config.scaling_factor)

    @torch.no_grad()
    def denoise(
        self,
        latents: Tensor,
        reference: Tensor,
        tokens: Tensor,
        settings: DenoiseSettings,
        generator: torch.Generator,
        context: JobContext,
        *,
        held: HeldFrames | None = None,
        on_step: OnStep = lambda *_: None,
        on_estimate: OnStep | None = None,
    ) -> Tensor:
        """Denoise one clip.

        Args:
            latents: noise.
            reference: latents of the reference picture, same shape.
            tokens: motion tokens (1, T' * 24, width).
            settings: steps, guidance and motion.
            generator: on the CPU, for the sampler's own noise.
            context: is asked at each step whether the job was cancelled.
            held: latents that the clip begins with.
            on_step: called after each step with the latents.
            on_estimate: called after each step with what the clean latents are taken for.
        """
        scheduler = cogvideox_scheduler(self._sampler)
        scheduler.set_timesteps(settings.steps)
        times = scheduler.timesteps
        dtype, device = self.transformer.dtype, self.placement.device
        split = cogvideox_split(self.transformer.config.attention_head_dim)
        size = self.transformer.config.patch_size
        image = image_rotary(latents.shape[1], latents.shape[3] // size, latents.shape[4] // size, split).to(device)
        rotary = motion_rotary(latents.shape[1], split)
        with self.placement.ready(self.transformer):
            halves = tokens.to(device, dtype)
            if settings.guided:
                none = self.transformer.unconditional_motion_token.to(device, dtype)[None]
                halves = torch.cat([none, halves])
            count = len(halves)
            motion = MotionHalves(halves, rotary, settings)
            reference = reference.expand(count, -1, -1, -1, -1).to(device, dtype)
            old: Tensor | None = None
            for step, time in enumerate(times):
                context.check_cancelled()
                noisy = scheduler.scale_model_input(latents, time).expand(count, -1, -1, -1, -1).to(device, dtype)
                inputs = torch.cat([noisy, reference], dim=2)
                moment = time.expand(count).to(device)

                def run(rows: slice, memory: MotionMemory, x: Tensor = inputs, t: Tensor = moment) -> Tensor:
                    velocity: Tensor = self.transformer(x[rows], t[rows], image, memory)
                    return velocity

                prediction = guided(motion.predict(step, count, run), settings).cpu()
                if on_estimate is not None:
                    kept = float(scheduler.alphas_cumprod[int(time)])
                    on_estimate(step, kept**0.5 * latents - (1 - kept) ** 0.5 * prediction)
                if self._sampler == "dpm":
                    before = times[step - 1] if step else None
                    latents, old = scheduler.step(
                        prediction, old, time, before, latents, generator=generator, return_dict=False
                    )
                else:
                    latents = scheduler.step(prediction, time, latents, generator=generator, return_dict=False)[0]
                if held is not None:
                    latents = self._hold(scheduler, times, step, latents, held)
                    old = None if old is None else held.put_into(old, held.clean)
                on_step(step, latents)
        return latents

    @staticmethod
    def _hold(scheduler: Any, times: Tensor, step: int, latents: Tensor, held: HeldFrames) -> Tensor:
        """Put the known frames back, as noisy as the next step expects them."""
        clean = held.clean
        if step + 1 < len(times):
            noise = held.noise(step, clean.shape)
            clean = scheduler.add_noise(clean, noise.to(clean), times[step + 1].expand(len(clean)))
        return held.put_into(latents, clean)

    @torch.no_grad()
    def decode(self, latents: Tensor) -> Tensor:
        """Return the video (1, 3, F, H, W) in -1..1 of scaled latents."""
        with self.placement.ready(self.vae):
            scaled = latents.transpose(1, 2) / self.vae.config.scaling_factor
            video: Tensor = self.vae.decode(scaled.to(self.placement.device, self.vae.dtype)).sample
        return video.float().cpu()
