"""Makes the clips of an animation one after another, with either variant."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.animation.clips import OVERLAP, Clip, latent_count
from engine.animation.denoising import DenoiseSettings, HeldFrames, OnStep, seeded_noise
from engine.animation.motion import Motion
from engine.animation.pipeline7b import Pipeline7B
from engine.animation.pipeline17b import ImageEncoder, Pipeline17B, clip_input
from engine.animation.previews import LatentPainter, previewing
from engine.animation.reference import as_pictures, as_tensor
from engine.animation.tokenizer import MotionTokenizer, MotionTokens
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError

Picture = NDArray[np.uint8]


class ClipMaker(Protocol):
    """Makes one clip. ``fixed`` says that a clip always has the whole length."""

    fixed: bool

    def make(self, clip: Clip, tokens: Tensor, before: Tensor | None, on_step: OnStep) -> Tensor:
        """Return a clip's video (1, 3, F, H, W) in -1..1.

        Args:
            clip: its length.
            tokens: motion tokens (1, T' * 24, width).
            before: the last frames of the clip before, (1, 3, 9, H, W) in -1..1; None for the first clip.
            on_step: called after each step.
        """


class ClipMaker7B:
    """Clips of MV-DiT-7B: the reference picture is given for every frame of every clip.

    Args:
        pipeline: the models.
        reference: RGB picture, uint8 (H, W, 3), in the size of the result.
        settings: of the denoising.
        seed: of all noise.
        context: progress and cancelling.
    """

    fixed = True

    def __init__(
        self, pipeline: Pipeline7B, reference: Picture, settings: DenoiseSettings, seed: int, context: JobContext
    ) -> None:
        self._pipeline = pipeline
        self._settings = settings
        self._context = context
        self._generator = torch.Generator().manual_seed(seed)
        self._reference = as_tensor(reference[None])

    def make(self, clip: Clip, tokens: Tensor, before: Tensor | None, on_step: OnStep) -> Tensor:
        """Make one clip; see :class:`ClipMaker`."""
        if tokens.shape[1] != self._pipeline.fixed_tokens and self._settings.guided:
            raise PortraitsError(
                ErrorCode.BAD_MODEL,
                f"This MV-DiT-7B was trained for {self._pipeline.fixed_tokens} motion tokens, not {tokens.shape[1]}.",
                "Use it without guidance, or another model.",
            )
        reference = self._pipeline.reference_latents(self._reference, clip.frames, self._generator)
        held = None
        if before is not None:
            held = HeldFrames(self._pipeline.known_latents(before), 1, seeded_noise(self._generator))
        noise = torch.randn(reference.shape, generator=self._generator)
        painter = LatentPainter(self._pipeline.scaled(reference)[0, 0], self._reference)
        latents = self._pipeline.denoise(
            noise,
            reference,
            tokens,
            self._settings,
            self._generator,
            self._context,
            held=held,
            on_step=on_step,
            on_estimate=previewing(self._context, painter, frames=1),
        )
        return self._pipeline.decode(latents)


class ClipMaker17B:
    """Clips of MV-DiT-17B: the first begins with the reference picture, the others with the frames before them.

    Args:
        pipeline: the models.
        image_encoder: gives CLIP tokens.
        reference: RGB picture, uint8 (H, W, 3), in the size of the result.
        texts: umT5 states of the negative and the positive prompt.
        settings: of the denoising.
        seed: of all noise.
        context: progress and cancelling.
        keep_picture: show CLIP the reference in every clip, instead of the last frame of the clip before.
    """

    fixed = False

    def __init__(
        self,
        pipeline: Pipeline17B,
        image_encoder: ImageEncoder,
        reference: Picture,
        texts: Sequence[Tensor],
        settings: DenoiseSettings,
        seed: int,
        context: JobContext,
        *,
        keep_picture: bool = False,
    ) -> None:
        self._pipeline = pipeline
        self._image_encoder = image_encoder
        self._texts = list(texts) if settings.guided else list(texts)[-1:]
        self._settings = settings
        self._context = context
        self._keep_picture = keep_picture
        self._painter: LatentPainter | None = None
        self._generator = torch.Generator().manual_seed(seed)
        self._reference = as_tensor(reference[None])

    def make(self, clip: Clip, tokens: Tensor, before: Tensor | None, on_step: OnStep) -> Tensor:
        """Make one clip; see :class:`ClipMaker`."""
        known = self._reference if before is None else before
        shown = clip_input(self._reference[:, :, 0])
        if before is not None and not self._keep_picture:
            shown = before[:, :, -1]
        given = self._pipeline.given(known, clip.frames)
        if self._painter is None:
            self._painter = LatentPainter(given[0, 4:, 0], known[:, :, :1])
        held = None
        if before is not None:
            held = HeldFrames(given[:, 4:, : latent_count(OVERLAP)], 2, seeded_noise(self._generator))
        noise = torch.randn(given[:, 4:].shape, generator=self._generator)
        latents = self._pipeline.denoise(
            noise,
            given,
            self._image_encoder(shown),
            self._texts,
            tokens,
            self._settings,
            self._context,
            held=held,
            on_step=on_step,
            on_estimate=previewing(self._context, self._painter, frames=2),
        )
        return self._pipeline.decode(latents)


class MadeClip(NamedTuple):
    """What one clip adds to the result.

    Attributes:
        pictures: uint8 (F, H, W, 3), the frames to keep.
        tokens: what the model saw of the motion.
        clip: where it lies.
    """

    pictures: Picture
    tokens: MotionTokens
    clip: Clip


def make_clips(
    maker: ClipMaker,
    tokenizer: MotionTokenizer,
    motion: Motion,
    plan: Sequence[Clip],
    steps: int,
    context: JobContext,
) -> Iterator[MadeClip]:
    """Make the clips of a plan in order.

    Args:
        maker: one of the variants.
        tokenizer: 4DMoT; each clip is tokenised for itself, as the models were trained.
        motion: whole, at the frame rate of the result.
        plan: see :func:`engine.animation.clips.plan_clips`.
        steps: denoising steps of a clip, for the progress.
        context: progress and cancelling.
    """
    before: Tensor | None = None
    total = steps * len(plan)
    for number, clip in enumerate(plan):
        frames = np.minimum(np.arange(clip.start, clip.start + clip.frames), len(motion) - 1)
        tokens = tokenizer.tokenize(motion.taken(frames))

        def on_step(step: int, _: Tensor, done: int = number * steps) -> None:
            context.progress("Denoising", done + step + 1, total, "steps")

        context.progress("Denoising", number * steps, total, "steps")
        video = maker.make(clip, tokens.vectors[None], before, on_step)
        before = video[:, :, -OVERLAP:]
        pictures = as_pictures(video[:, :, : clip.keep])
        if context.preview_due():
            height, width = pictures.shape[1:3]
            context.preview(pictures[len(pictures) // 2].tobytes(), width, height)
        yield MadeClip(pictures, tokens, clip)
