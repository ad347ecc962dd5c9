"""What both variants share in denoising: settings, the motion's share of the steps, and frames held from before."""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from engine.animation.motion_memory import MotionMemory
from engine.animation.rope import Rotary

NoiseAfter = Callable[[int, torch.Size], Tensor]
"""Gives the noise for the held frames after a step: step number, shape."""

OnStep = Callable[[int, Tensor], None]
"""Called after each step with the step number and the latents."""


@dataclass(frozen=True)
class DenoiseSettings:
    """How a clip is denoised.

    Attributes:
        steps: denoising steps.
        guidance: how far the prediction goes beyond the unguided one; 1 or less runs the guided half only.
        motion_strength: factor on what the motion adds.
        motion_start: share of the steps after which the motion begins to count, 0..1.
        motion_end: share of the steps after which it stops, 0..1.
        both_halves: compute the guided and the unguided half in one batch, which is faster and takes more memory.
    """

    steps: int
    guidance: float
    motion_strength: float = 1.0
    motion_start: float = 0.0
    motion_end: float = 1.0
    both_halves: bool = True

    @property
    def guided(self) -> bool:
        return self.guidance > 1.0

    def strength_at(self, step: int) -> float:
        """Return the motion's strength at a step, 0 outside of its share of the steps."""
        return self.motion_strength if self.motion_start <= step / self.steps < self.motion_end else 0.0


@dataclass(frozen=True)
class HeldFrames:
    """The beginning of a clip that is known from the clip before.

    Attributes:
        clean: its latents; the first axis of length ``count`` along ``axis`` are the held latent frames.
        axis: the axis of latent frames.
        noise: gives the noise that is mixed in after each step.
    """

    clean: Tensor
    axis: int
    noise: NoiseAfter

    @property
    def count(self) -> int:
        return self.clean.shape[self.axis]

    def put_into(self, latents: Tensor, held: Tensor) -> Tensor:
        """Return the latents with their first frames replaced by ``held``."""
        rest = latents.narrow(self.axis, self.count, latents.shape[self.axis] - self.count)
        return torch.cat([held.to(latents), rest], dim=self.axis)


def seeded_noise(generator: torch.Generator) -> NoiseAfter:
    """Return noise from a generator, so that the same seed gives the same overlap."""
    return lambda _, shape: torch.randn(shape, generator=generator)


class MotionHalves:
    """The motion for one batch of both halves, or for each half alone."""

    def __init__(self, halves: Tensor, rotary: Rotary, settings: DenoiseSettings) -> None:
        """Take the motion tokens (1 or 2, tokens, width): the unguided half first."""
        self._settings = settings
        if settings.both_halves:
            self._memories = [MotionMemory(halves, rotary)]
        else:
            self._memories = [MotionMemory(half, rotary) for half in halves.split(1)]

    def predict(self, step: int, count: int, run: Callable[[slice, MotionMemory], Tensor]) -> Tensor:
        """Run the model on all rows of a batch and return the predictions in order.

        Args:
            step: the step, for the strength of the motion.
            count: rows of the batch, 1 or 2.
            run: calls the model for some rows.
        """
        for memory in self._memories:
            memory.strength = self._settings.strength_at(step)
        if len(self._memories) == 1:
            return run(slice(0, count), self._memories[0]).float()
        return torch.cat([run(slice(row, row + 1), memory) for row, memory in enumerate(self._memories)]).float()


def guided(prediction: Tensor, settings: DenoiseSettings) -> Tensor:
    """Return ``u + guidance * (c - u)`` for a batch of both halves, the prediction itself for one."""
    if len(prediction) == 1:
        return prediction
    without, with_it = prediction.chunk(2)
    return without + settings.guidance * (with_it - without)
