"""MV-DiT-17B from a reference picture, a prompt and motion tokens to a video."""

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor

from engine.animation.denoising import DenoiseSettings, HeldFrames, MotionHalves, OnStep, guided
from engine.animation.motion_memory import MotionMemory
from engine.animation.mvdit17b import padded_context
from engine.animation.rope import image_rotary, motion_rotary, wan_split
from engine.animation.schedulers import flow_scheduler
from engine.diffusion.placement import Placement
from engine.diffusion.wan_vae import WanVae
from engine.protocol.context import JobContext

ImageEncoder = Callable[[Tensor], Tensor]


class Pipeline17B:
    """The parts of the 17B variant, and how they work together. Latents are (1, 16, T', H / 8, W / 8), float32.

    Args:
        transformer: an :class:`engine.animation.mvdit17b.MVDiT17B`.
        vae: the VAE of Wan 2.1.
        placement: brings the parts to the device.
    """

    def __init__(self, transformer: Any, vae: WanVae, placement: Placement) -> None:
        self.transformer = transformer
        self.vae = vae
        self.placement = placement

    def given(self, video: Tensor, frames: int) -> Tensor:
        """Return what the model is told about a clip: (1, 20, T', h, w), 4 channels of mask and 16 of latents.

        Args:
            video: the frames that the clip begins with, (1, 3, k, H, W) in -1..1: the reference picture, or the last
                frames of the clip before. The rest is mid-grey.
            frames: length of the clip.
        """
        known = video.shape[2]
        grey = video.new_zeros(*video.shape[:2], frames - known, *video.shape[3:])
        with self.placement.ready(self.vae.model):
            latents = self.vae.encode(torch.cat([video, grey], dim=2)).cpu()
        mask = torch.zeros(1, 4, *latents.shape[2:])
        mask[:, :, : (known - 1) // 4 + 1] = 1
        return torch.cat([mask, latents], dim=1)

    @torch.no_grad()
    def denoise(
        self,
        latents: Tensor,
        given: Tensor,
        picture_tokens: Tensor,
        texts: Sequence[Tensor],
        tokens: Tensor,
        settings: DenoiseSettings,
        context: JobContext,
        *,
        held: HeldFrames | None = None,
        on_step: OnStep = lambda *_: None,
        on_estimate: OnStep | None = None,
    ) -> Tensor:
        """Denoise one clip.

        Args:
            latents: noise.
            given: see :meth:`given`.
            picture_tokens: CLIP tokens (1, 257, width).
            texts: umT5 states of the negative and the positive prompt; only the latter without guidance.
            tokens: motion tokens (1, T' * 24, width).
            settings: steps, guidance and motion.
            context: is asked at each step whether the job was cancelled.
            held: latents that the clip begins with.
            on_step: called after each step with the latents.
            on_estimate: called after each step with what the clean latents are taken for.
        """
        scheduler = flow_scheduler()
        scheduler.set_timesteps(settings.steps)
        times = scheduler.timesteps
        dtype, device = self.transformer.dtype, self.placement.device
        count = len(texts)
        split = wan_split(self.transformer.config.attention_head_dim)
        _, rows, columns = self.transformer.config.patch_size
        image = image_rotary(latents.shape[2], latents.shape[3] // rows, latents.shape[4] // columns, split).to(device)
        with self.placement.ready(self.transformer):
            motion = MotionHalves(
                tokens.expand(count, -1, -1).to(device, dtype), motion_rotary(latents.shape[2], split), settings
            )
            words = padded_context(list(texts)).to(device, dtype)
            pictures = picture_tokens.expand(count, -1, -1).to(device, dtype)
            told = given.expand(count, -1, -1, -1, -1).to(device, dtype)
            for step, time in enumerate(times):
                context.check_cancelled()
                noisy = latents.expand(count, -1, -1, -1, -1).to(device, dtype)
                inputs = torch.cat([noisy, told], dim=1)
                moment = time.expand(count).to(device)

                def run(part: slice, memory: MotionMemory, x: Tensor = inputs, t: Tensor = moment) -> Tensor:
                    flow: Tensor = self.transformer(x[part], t[part], words[part], pictures[part], image, memory)
                    return flow

                prediction = guided(motion.predict(step, count, run), settings).cpu()
                if on_estimate is not None:
                    on_estimate(step, latents - float(time) / 1000 * prediction)
                latents = scheduler.step(prediction, time, latents, return_dict=False)[0]
                if held is not None:
                    share = float(times[step + 1]) / 1000 if step + 1 < len(times) else 0.0
                    noise = held.noise(step, held.clean.shape).to(held.clean)
                    latents = held.put_into(latents, (1 - share) * held.clean + share * noise)
                on_step(step, latents)
        return latents

    @torch.no_grad()
    def decode(self, latents: Tensor) -> Tensor:
        """Return the video (1, 3, F, H, W) in -1..1."""
        with self.placement.ready(self.vae.model):
            return self.vae.decode(latents.to(self.placement.device)).cpu()


def clip_input(picture: Tensor) -> Tensor:
    """Return the reference (1, 3, H, W) in -1..1 as the image encoder was given it: through 8 bits, cut off.

    The last frame of a clip before is given as it is.
    """
    return ((picture + 1) / 2 * 255).to(torch.uint8).float() / 127.5 - 1
