"""What happens at the end of each denoising step: cancel, progress and preview."""

from typing import Any

from engine.diffusion.allowance import Allowance, Painter
from engine.diffusion.memory import is_out_of_memory
from engine.models.loaded import free_memory
from engine.protocol.context import JobContext
from engine.video.preview import Rgb, factor_painter

PHASE = "Denoising"


class StepWatch:
    """Watches the steps of a shot's windows.

    Args:
        context: hears of progress and previews, and may cancel.
        painter: makes previews.
        allowance: how much time they may take.
        windows: how many windows the shot has.
        steps: of each.

    Attributes:
        window: the one at work, counted from 0.
    """

    def __init__(
        self, context: JobContext, painter: Painter, allowance: Allowance, *, windows: int, steps: int
    ) -> None:
        self._context = context
        self._painter = painter
        self._allowance = allowance
        self._windows = windows
        self._steps = steps
        self.window = 0

    def begin(self, window: int) -> None:
        """Tell that a window begins."""
        self.window = window
        self._context.check_cancelled()
        self._report(0.0)

    def __call__(self, pipeline: Any, index: int, _time: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        """The pipeline's ``callback_on_step_end``. Raises ``Cancelled``, which ends the call without decoding."""
        self._context.check_cancelled()
        self._report((index + 1) / pipeline.num_timesteps)
        if self._context.preview_due() and self._allowance.allows():
            strip = self._painted(pipeline.scheduler.clean_estimate(tensors["latents"]))
            self._context.preview(strip.tobytes(), strip.shape[1], strip.shape[0])
        return {}

    def _painted(self, estimate: Any) -> Rgb:
        """Paint; where the memory has no room for the tiny decoder, with the linear map from now on."""
        try:
            return self._allowance.paint(self._painter, estimate)
        except Exception as error:
            if not is_out_of_memory(error):
                raise
        free_memory()
        self._context.note("The memory has no room for fine previews; rough ones are shown.")
        self._painter = factor_painter()
        return self._allowance.paint(self._painter, estimate)

    def _report(self, share: float) -> None:
        step = (self.window + share) * self._steps
        self._context.progress(PHASE, round(step, 2), self._windows * self._steps, "steps")
