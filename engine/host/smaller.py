"""The next smaller setting of a job that ran out of memory."""

from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from engine.protocol.jobs import AnyJob, TrainTokenizerJob, VideoJob

_FACTOR = 0.75
_SMALLEST_SIDE = 256
_UNSET_SIDE = 1024


class Step(NamedTuple):
    """A job that needs less memory, and in what it differs: "with 768 x 768 instead of 1024 x 1024 pixels"."""

    job: AnyJob
    words: str


def smaller(job: AnyJob, *, on_card: bool = False) -> Step | None:
    """Return the job with the next smaller setting, or None when it is as small as it gets.

    Args:
        job: what ran out of memory, or would.
        on_card: whether its model runs on a graphics card, where offloading layer by layer needs least.

    Memory grows with the number of pixels: a step of 3/4 on each side needs about 0.56 of it. Sides stay multiples of
    16, which every model and every video codec takes. Shots have more ways to become smaller; a training takes fewer
    clips at once.
    """
    if isinstance(job, TrainTokenizerJob):
        half = job.batch // 2
        words = f"with {half} instead of {job.batch} clips in a batch"
        return Step(replace(job, batch=half), words) if half else None
    if isinstance(job, VideoJob):
        from engine.video.offers import smaller_shot

        offer = smaller_shot(job)
        return None if offer is None else Step(offer.job, offer.words)
    if on_card and getattr(job, "offload", "sequential") != "sequential":
        return Step(replace(job, offload="sequential"), "with sequential offload, which takes longer")
    width, height = getattr(job, "frame", (getattr(job, "width", None), getattr(job, "height", None)))
    if not isinstance(width, int) or not isinstance(height, int):
        return None
    from_source = width == 0 or height == 0
    if from_source:
        width, height = _UNSET_SIDE / _FACTOR, _UNSET_SIDE / _FACTOR
    new_width, new_height = _step(width), _step(height)
    if min(new_width, new_height) < _SMALLEST_SIDE or (new_width, new_height) == (width, height):
        return None
    try:
        changed = replace(job, width=new_width, height=new_height)
    except (ValueError, msgspec.ValidationError):
        return None
    before = "" if from_source else f" instead of {width} x {height}"
    return Step(changed, f"with {new_width} x {new_height}{before} pixels")


def _step(side: float) -> int:
    return round(side * _FACTOR / 16) * 16
