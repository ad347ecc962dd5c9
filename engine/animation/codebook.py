"""How the codebook learns: moving averages of the vectors that fall on each code, and new life for unused codes."""

import math
from collections.abc import Callable
from typing import NamedTuple

import torch
from torch import Tensor

from engine.animation.quantizer import Quantizer

RESET_EVERY = 21
"""Calls between two replacements of unused codes; the first is the 21st call."""

Permutation = Callable[[int], Tensor]


class CodebookUse(NamedTuple):
    """How well a batch used the codebook.

    Attributes:
        perplexity: exp of the entropy of the codes of this batch: how many codes it used, evenly counted.
        used: how many codes hold at least one vector in the moving average.
        replaced: how many codes were replaced at this call.
    """

    perplexity: float
    used: int
    replaced: int


class CodebookLearner:
    """Updates a :class:`Quantizer` from the latents of each training batch.

    With ``published=True`` it repeats the rules of the original trainer, with their faults: a code that was used once
    is protected for ever; a replaced code jumps back at the next call because its averages are not replaced with it. By
    default use is counted afresh after each replacement, and averages follow the replaced code.

    Args:
        quantizer: its codebook is changed in place.
        decay: share of the moving averages that is kept at each call.
        published: see above.
        reduce: sums a tensor over all training processes.
        share: gives every training process the tensor of the first.
    """

    def __init__(
        self,
        quantizer: Quantizer,
        *,
        decay: float = 0.99,
        published: bool = False,
        reduce: Callable[[Tensor], Tensor] = lambda tensor: tensor,
        share: Callable[[Tensor], Tensor] = lambda tensor: tensor,
    ) -> None:
        self._quantizer = quantizer
        self._decay = decay
        self._published = published
        self._reduce = reduce
        self._share = share
        count = len(quantizer.codebook)
        self.sums = torch.zeros_like(quantizer.codebook)
        self.counts = torch.ones(count, device=quantizer.codebook.device)
        self.usage = torch.zeros(count, device=quantizer.codebook.device)
        self.calls = 0
        self.started = False

    @torch.no_grad()
    def start(self, rows: Tensor, permutation: Permutation = torch.randperm) -> None:
        """Fill an empty codebook with the latents of a batch, before it is first used; later calls do nothing."""
        if self.started:
            return
        codebook = self._quantizer.codebook
        if not codebook.any():
            source = self._tiled(rows)
            # The order of a batch is the order of its frames: the first rows would all be of one clip.
            order = torch.arange(len(source)) if self._published else permutation(len(source))
            codebook.copy_(self._share(source[order.to(source.device)[: len(codebook)]]))
        self.sums = codebook.clone()
        self.counts = torch.ones_like(self.counts)
        self.started = True

    @torch.no_grad()
    def update(self, rows: Tensor, indices: Tensor, permutation: Permutation = torch.randperm) -> CodebookUse:
        """Learn from one batch.

        Args:
            rows: its latents, (n, width).
            indices: the code of each, (n,) or any shape of n.
            permutation: gives a random order of n rows; the order decides which latents replace unused codes.
        """
        codebook = self._quantizer.codebook
        flat = indices.flatten()
        counts = torch.zeros_like(self.counts).index_add_(0, flat, torch.ones_like(flat, dtype=self.counts.dtype))
        sums = torch.zeros_like(self.sums).index_add_(0, flat, rows)
        counts, sums = self._reduce(counts), self._reduce(sums)
        self.counts.mul_(self._decay).add_(counts, alpha=1 - self._decay)
        self.sums.mul_(self._decay).add_(sums, alpha=1 - self._decay)
        used = self.counts >= 1.0
        self.usage = torch.maximum(self.usage, used.float())
        codebook.copy_(self.sums / self.counts[:, None])
        self.calls += 1
        replaced = 0
        if self.calls % RESET_EVERY == 0:
            replaced = self._replace_unused(rows, permutation)
        share = counts / counts.sum()
        perplexity = float(torch.exp(-(share * (share + 1e-6).log()).sum()))
        return CodebookUse(perplexity, int(used.sum()), replaced)

    def _replace_unused(self, rows: Tensor, permutation: Permutation) -> int:
        codebook = self._quantizer.codebook
        unused = self.usage == 0
        source = self._tiled(rows)
        order = permutation(len(source)).to(source.device)
        fresh = self._share(source[order[: len(codebook)]])
        codebook[unused] = fresh[unused]
        if not self._published:
            self.sums[unused] = codebook[unused]
            self.counts[unused] = 1.0
            self.usage.zero_()
        return int(unused.sum())

    def _tiled(self, rows: Tensor) -> Tensor:
        """Repeat the rows with a little noise until there are at least as many as codes."""
        count, width = self._quantizer.codebook.shape
        if len(rows) >= count:
            return rows
        repeated = rows.repeat(math.ceil(count / len(rows)), 1)
        return repeated + torch.randn_like(repeated) * (0.01 / math.sqrt(width))

    def state(self) -> dict[str, Tensor]:
        """Return everything that an exact resume needs beside the codebook itself."""
        return {
            "sums": self.sums,
            "counts": self.counts,
            "usage": self.usage,
            "progress": torch.tensor([self.calls, int(self.started)]),
        }

    def load_state(self, state: dict[str, Tensor]) -> None:
        """Go on from :meth:`state`."""
        self.sums.copy_(state["sums"])
        self.counts.copy_(state["counts"])
        self.usage.copy_(state["usage"])
        self.calls, started = (int(value) for value in state["progress"])
        self.started = bool(started)
