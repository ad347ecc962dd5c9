"""Draws the next audio code, with the meaning of transformers' ``generate`` and only from the codes that may follow."""

from dataclasses import dataclass

import torch
from transformers import TopPLogitsWarper

from engine.voice.maya1.ids import CODES, MINIMUM_IDS, SLOTS

CHOICES = CODES + 1
"""The codes of one block, and the stop id as the last one."""
STOP_CHOICE = CODES


@dataclass(frozen=True)
class Sampling:
    """How ids are drawn; the published settings.

    Attributes:
        temperature: 0 takes the most probable id each time.
        top_p: the smallest set of ids with this share of the probability is drawn from; 1 draws from all.
        repetition_penalty: ids that were there already become less probable by this factor of their logit; 1 is none.
    """

    temperature: float = 0.4
    top_p: float = 0.9
    repetition_penalty: float = 1.1


class Noise:
    """Random numbers of one take, drawn on the processor, so that a seed means the same on every device."""

    def __init__(self, seed: int) -> None:
        self._generator = torch.Generator().manual_seed(seed)

    def next(self) -> torch.Tensor:
        """Return exponentially distributed numbers for one draw, shape (CHOICES,)."""
        return torch.empty(CHOICES).exponential_(generator=self._generator)


def probabilities(logits: torch.Tensor, seen: torch.Tensor, stop: torch.Tensor, sampling: Sampling) -> torch.Tensor:
    """Turn logits into the probabilities that are drawn from.

    The order is that of ``generate``: repetition penalty, ids that are not allowed, temperature, top-p.

    Args:
        logits: shape (rows, CHOICES), float32.
        seen: True where an id was generated before, same shape.
        stop: shape (1,): 0 where speech may end, minus infinity where it may not.
        sampling: the settings.
    """
    penalised = torch.where(logits < 0, logits * sampling.repetition_penalty, logits / sampling.repetition_penalty)
    scores = torch.where(seen, penalised, logits)
    scores = torch.cat((scores[:, :CODES], scores[:, CODES:] + stop), dim=1)
    if sampling.temperature > 0:
        scores = scores / sampling.temperature
    if sampling.top_p < 1:
        # The ids are asked for by the interface and not looked at.
        scores = TopPLogitsWarper(sampling.top_p)(seen, scores)
    return scores.softmax(dim=-1)


def draw(chances: torch.Tensor, noise: torch.Tensor, sampling: Sampling) -> torch.Tensor:
    """Draw one choice for each row, shape (rows, 1).

    The largest quotient of a probability and an exponential number wins; that is how ``torch.multinomial`` draws one.
    """
    if sampling.temperature == 0:
        return chances.argmax(dim=-1, keepdim=True)
    return (chances / noise).argmax(dim=-1, keepdim=True)


def slot_of(position: int) -> int:
    """Return the block that the id at a position of the generated ids comes from."""
    return position % SLOTS


def may_stop(position: int) -> bool:
    """Speech may end between frames, once four of them are there."""
    return position % SLOTS == 0 and position >= MINIMUM_IDS
