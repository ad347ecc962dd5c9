"""Both halves of the guidance go in one batch where the memory allows."""

from typing import Any

import pytest

from engine.animation.settings import memory_plan
from engine.protocol.devices import Device
from engine.protocol.jobs.animate import AnimateJob
from engine.protocol.jobs.base import Source

GIB = 2**30


def card(gigabytes: float) -> Device:
    """A graphics card whose memory is all free."""
    size = round(gigabytes * GIB)
    return Device(id="cuda:0", kind="cuda", name="card", memory_total=size, memory_free=size, capability="8.9")


def job(**more: Any) -> AnimateJob:
    return AnimateJob(reference=Source(path="a.png"), motion=Source(path="b.npz"), output="c.mp4", **more)


def test_a_large_card_takes_both_halves_at_once() -> None:
    found = memory_plan(job(), card(48), 64 * GIB)
    assert found.both_halves
    assert found.plan.kind == "none"


@pytest.mark.parametrize("model", ["7b", "17b"])
def test_one_after_the_other_where_both_would_need_more_offloading(model: Any) -> None:
    """Somewhere between too small for either and large enough for both there is room for one half only."""
    sizes = [card(size / 4) for size in range(8, 400)]
    plans = [memory_plan(job(model=model), device, 256 * GIB) for device in sizes]
    assert plans[-1].both_halves
    alone = [plan.plan for plan in plans if not plan.both_halves and plan.plan.fits]
    assert alone
    wished = [memory_plan(job(model=model, both_halves=False), device, 256 * GIB).plan for device in sizes]
    assert all(plan.plan.slowdown <= other.slowdown for plan, other in zip(plans, wished, strict=True))


@pytest.mark.parametrize("more", [{"both_halves": False}, {"guidance": 1.0}, {"lora": (Source(path="x"),)}])
def test_there_is_nothing_to_put_together(more: dict[str, Any]) -> None:
    assert not memory_plan(job(model="17b", **more), card(80), 64 * GIB).both_halves
