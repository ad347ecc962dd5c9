"""What happens at the end of each denoising step: cancel, progress, preview, and keeping what lies outside a mask."""

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from engine.diffusion.allowance import Allowance, Painter
from engine.image.preview import contact_sheet
from engine.image.schedulers import clean_estimate
from engine.protocol.context import JobContext


@dataclass(frozen=True)
class Kept:
    """The part of a picture that must not change.

    ``latents`` (1, c, h, w) are the picture's, ``mask`` (1, 1, h, w) is 1 where it may change, ``noise`` (1, c, h, w)
    is added to the kept part for the noise level of each step.
    """

    latents: Any
    mask: Any
    noise: Any


@dataclass
class Count:
    """Progress over all pictures of a job: how many passes are done of how many each picture takes."""

    pictures: int
    passes: int = 1
    done: float = 0.0


class StepWatch:
    """Watches the steps of one call of a pipeline.

    Args:
        context: hears of progress and previews, and may cancel.
        painter: makes previews.
        allowance: how much time previews may take; shared by all calls of a job.
        count: progress; one call is one pass over ``batch`` pictures.
        batch: pictures of this call; a part of one when a picture takes several calls for one pass.
        places: their numbers in the job; none when what is denoised is not the whole picture.
    """

    def __init__(
        self,
        context: JobContext,
        painter: Painter,
        allowance: Allowance,
        count: Count,
        batch: float,
        places: tuple[int, ...] = (),
    ) -> None:
        self._context = context
        self._painter = painter
        self._allowance = allowance
        self._count = count
        self._batch = batch
        self._places = places
        self._kept: Kept | None = None
        self._stepped: Any = None

    def keep(self, kept: Kept) -> None:
        """Let a part of the picture stay as it is."""
        self._kept = kept

    @contextmanager
    def on(self, scheduler: Any) -> Iterator[None]:
        """Catch what the scheduler's steps return while a block runs."""
        original = scheduler.step

        # The pipeline looks at the signature of ``step``; ``wraps`` keeps it visible.
        @functools.wraps(original)
        def step(*arguments: Any, **options: Any) -> Any:
            self._stepped = original(*arguments, **options)
            return self._stepped

        scheduler.step = step
        try:
            yield
        finally:
            del scheduler.step
            self._stepped = None

    def begin(self) -> None:
        """Tell that a pass begins."""
        self._context.check_cancelled()
        self._report(0.0)

    def __call__(self, pipeline: Any, index: int, _time: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        """The pipeline's ``callback_on_step_end``. Raises ``Cancelled``, which ends the call without decoding."""
        self._context.check_cancelled()
        times = pipeline.scheduler.timesteps
        steps = pipeline.num_timesteps
        if self._kept is not None:
            tensors = tensors | {
                "latents": _blend(self._kept, pipeline.scheduler, times, index, steps, tensors["latents"])
            }
        self._report((index + 1) / steps)
        if self._context.preview_due() and self._allowance.allows():
            estimate = clean_estimate(pipeline.scheduler, self._stepped, tensors["latents"])
            sheet = contact_sheet(self._allowance.paint(self._painter, estimate))
            self._context.preview(sheet.tobytes(), sheet.shape[1], sheet.shape[0], self._places)
        return tensors

    def end(self) -> None:
        """Count the pass as done."""
        self._count.done += self._batch / self._count.passes

    def _report(self, share: float) -> None:
        step = self._count.done + share * self._batch / self._count.passes
        self._context.progress("Making pictures", round(step, 3), self._count.pictures, "pictures")


def _blend(kept: Kept, scheduler: Any, times: Any, index: int, steps: int, latents: Any) -> Any:
    """Put the kept part back, at the noise level that the next step expects."""
    background = kept.latents
    if index + 1 < steps:
        # A picture start skips the first times of the schedule.
        following = times[len(times) - steps + index + 1]
        background = scheduler.add_noise(kept.latents, kept.noise, following[None])
    blended = kept.mask * latents + (1 - kept.mask) * background
    return blended.to(latents.dtype)
