"""How much time previews may take."""

import time
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Painter = Callable[[Any], NDArray[np.uint8]]
"""Turns latents into uint8 pictures (n, height, width, 3)."""


class Allowance:
    """Keeps the time spent on previews below a share of the time spent on steps.

    Args:
        share: of the time of the steps.
        clock: monotonic seconds.
    """

    def __init__(self, share: float, clock: Callable[[], float] = time.perf_counter) -> None:
        self._share = share
        self._clock = clock
        self._begun = clock()
        self._spent = 0.0
        self._last = 0.0

    def allows(self) -> bool:
        """True when one more preview, as long as the longest so far, stays within the share."""
        worked = self._clock() - self._begun - self._spent
        return self._spent + self._last <= self._share * worked

    def paint(self, painter: Painter, latents: Any) -> NDArray[np.uint8]:
        """Paint and take note of the time.

        A card works behind the program's back. What it still has to do of the step is waited for first, so that it does
        not count as time of the preview.
        """
        if getattr(latents, "is_cuda", False):
            import torch

            torch.cuda.synchronize(latents.device)
        before = self._clock()
        painted = painter(latents)
        taken = self._clock() - before
        self._spent += taken
        self._last = max(self._last, taken)
        return painted
