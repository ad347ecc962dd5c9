"""The motion as the transformer's blocks use it: tokens, their rotary table, and keys and values kept for all steps.

Motion tokens do not change while a clip is denoised, so each block's keys and values are computed at the first step
and kept. They are kept by the block that needs them first, which also works while blocks are moved to and from the
graphics card.
"""

from collections.abc import Callable

from torch import Tensor

from engine.animation.rope import Rotary

KeysValues = tuple[Tensor, Tensor]


class MotionMemory:
    """What the motion branch of every block attends to, for one clip.

    Args:
        tokens: (B, T' * 24, width) motion tokens on the model's device and in its type.
        rotary: their table.
        strength: factor on what the branch adds; 0 leaves the branch out.
        keep: False computes keys and values at every step, to compare or to save memory.
    """

    def __init__(self, tokens: Tensor, rotary: Rotary, *, strength: float = 1.0, keep: bool = True) -> None:
        self.tokens = tokens
        self.rotary = rotary.to(tokens.device)
        self.strength = strength
        self._keep = keep
        self._kept: dict[int, KeysValues] = {}

    def keys_values(self, block: int, compute: Callable[[Tensor, Rotary], KeysValues]) -> KeysValues:
        """Return keys and values (B, heads, tokens, head channels) of a block, computed when first asked for."""
        kept = self._kept.get(block)
        if kept is None:
            kept = compute(self.tokens, self.rotary)
            if self._keep:
                self._kept[block] = kept
        return kept

    def added(self, x: Tensor, result: Tensor) -> Tensor:
        """Return ``x`` plus the branch's result at the strength that was asked for."""
        return x + result if self.strength == 1.0 else x + result * self.strength
