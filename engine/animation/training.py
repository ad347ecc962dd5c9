"""One training step of 4DMoT, its learning rate, and the state that an exact resume needs."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from engine.animation.codebook import CodebookLearner, Permutation

COMMIT_WEIGHT = 0.5


@dataclass(frozen=True)
class LearningRate:
    """Linear warm-up, then constant, then one drop.

    Attributes:
        peak: the rate after the warm-up.
        warm_up: steps of the warm-up; step i (from 1) has peak * (i + 1) / (warm_up + 1).
        drop_at: step after which the rate is multiplied by ``drop``.
        drop: the factor.
        published: repeat the original trainer, whose drop never comes because its schedule is never advanced.
    """

    peak: float = 2e-4
    warm_up: int = 5000
    drop_at: int = 300_000
    drop: float = 0.05
    published: bool = False

    def at(self, step: int) -> float:
        """Return the rate of a step; the first step is 1."""
        if step <= self.warm_up:
            return self.peak * (step + 1) / (self.warm_up + 1)
        if step > self.drop_at and not self.published:
            return self.peak * self.drop
        return self.peak


class StepReport(NamedTuple):
    """What one step did. ``loss`` is ``reconstruction + 0.5 * commitment``, on normalised joints."""

    loss: float
    reconstruction: float
    commitment: float
    perplexity: float
    used: int
    replaced: int


def make_optimizer(model: torch.nn.Module, *, weight_decay: float = 1e-4) -> torch.optim.AdamW:
    """Return AdamW with the published betas; the learning rate is set at each step."""
    return torch.optim.AdamW(model.parameters(), lr=0.0, betas=(0.9, 0.99), weight_decay=weight_decay)


def train_step(
    model: torch.nn.Module,
    learner: CodebookLearner,
    optimizer: torch.optim.Optimizer,
    batch: Tensor,
    rate: float,
    permutation: Permutation,
    backward: Any = None,
) -> StepReport:
    """Train on one batch.

    Args:
        model: a :class:`engine.animation.vqvae.MotionVqVae`, possibly wrapped for several processes.
        learner: updates the codebook.
        optimizer: of the model's parameters.
        batch: normalised motions (B, T, 24, 3).
        rate: learning rate of this step.
        permutation: random order of rows, see :class:`engine.animation.codebook.CodebookLearner`.
        backward: computes gradients of a loss; the default is the loss's own.
    """
    for group in optimizer.param_groups:
        group["lr"] = rate
    optimizer.zero_grad(set_to_none=True)
    if not learner.started:
        bare: Any = getattr(model, "module", model)
        with torch.no_grad():
            latents = bare.encode(batch)
        learner.start(latents.permute(0, 2, 3, 1).flatten(0, 2), permutation)
    restored, quantised = model(batch)
    reconstruction = functional.l1_loss(restored, batch)
    loss = reconstruction + COMMIT_WEIGHT * quantised.commitment
    if backward is None:
        torch.autograd.backward(loss)
    else:
        backward(loss)
    optimizer.step()
    use = learner.update(quantised.rows, quantised.indices, permutation)
    return StepReport(
        float(loss.detach()),
        float(reconstruction.detach()),
        float(quantised.commitment.detach()),
        use.perplexity,
        use.used,
        use.replaced,
    )
