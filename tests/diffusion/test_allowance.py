"""How much time previews may take."""

from typing import Any

import numpy as np
import pytest

from engine.diffusion.allowance import Allowance


@pytest.mark.parametrize("share", [0.03, 0.05])
def test_previews_take_their_share_of_the_time_at_most(share: float) -> None:
    now = 0.0

    def clock() -> float:
        return now

    def painter(_: Any) -> Any:
        nonlocal now
        now += 0.4
        return np.zeros((1, 1, 1, 3), np.uint8)

    allowance = Allowance(share, clock)
    spent = steps = 0.0
    for _ in range(200):
        now += 1.0
        steps += 1.0
        if allowance.allows():
            allowance.paint(painter, None)
            spent += 0.4
            # The first is painted without knowing how long it takes.
            assert spent <= max(0.4, share * steps + 1e-9)
    assert spent == pytest.approx(share * steps, abs=0.4)
