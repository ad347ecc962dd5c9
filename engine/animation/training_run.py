"""Advances a training to its last step: curves, checks on unseen motions, saved states, and the end."""

import signal
import threading
from collections.abc import Sequence
from types import FrameType
from typing import Any, Self

import numpy as np

from engine.animation.trainer import TokenizerTrainer, Validation
from engine.animation.training import StepReport
from engine.animation.training_record import TrainingRecord
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError


def run_training(
    trainer: TokenizerTrainer, record: TrainingRecord, context: JobContext, *, log_every: int
) -> Validation | None:
    """Advance a training to its last step, or until its errors have not fallen for as many checks as the pace allows.

    The state is saved as often as the pace says, at the end, when the job is cancelled, and whenever the error is
    smaller than ever before.

    Args:
        trainer: at any step.
        record: gets curve values and states, and tells the pace; it is asked with every point of the curves.
        context: progress and cancelling.
        log_every: steps between two points of the training curves.

    Returns:
        The last validation.

    Raises:
        PortraitsError: BAD_INPUT when the loss is no number any more.
    """
    total = trainer.settings.steps
    recent: list[StepReport] = []
    validation: Validation | None = None
    pace = trainer.agreed(record.pace())
    enough = False
    with _HeldInterrupt() as held:
        while trainer.step < total and not enough:
            try:
                held.interrupt()
                context.check_cancelled()
            except BaseException:
                record.save()
                raise
            report = trainer.advance()
            if not np.isfinite(report.loss):
                raise _broken_down(trainer.step)
            recent.append(report)
            context.progress("Training", trainer.step, total, "steps")
            last = trainer.step == total
            if trainer.step % log_every == 0 or last:
                record.log({**_means(recent), "learning_rate": trainer.settings.rate.at(trainer.step)})
                recent = []
                pace = trainer.agreed(record.pace())
            is_best = False
            if trainer.step % pace.check_every == 0 or last:
                validation = trainer.validate()
                if validation is not None:
                    since_best = trainer.agreed(record.checked(validation))
                    is_best, enough = since_best == 0, 0 < pace.patience <= since_best
            due = trainer.step % pace.save_every == 0 or last or enough
            if due or is_best:
                record.save(only_best=not due)
    if enough:
        context.note(f"The training ended at step {trainer.step}: its error had not fallen for {pace.patience} checks.")
    return validation


class _HeldInterrupt:
    """Lets a first Ctrl-C wait for the end of a step, and a second one not.

    After half a step the state could not be saved so that going on gives the same numbers.
    """

    def __init__(self) -> None:
        self._came = False
        self._before: Any = None

    def __enter__(self) -> Self:
        # Only the main thread may set handlers, and only it is interrupted.
        if threading.current_thread() is threading.main_thread() and callable(signal.getsignal(signal.SIGINT)):
            self._before = signal.signal(signal.SIGINT, self._hold)
        return self

    def __exit__(self, *_error: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def _hold(self, number: int, frame: FrameType | None) -> None:
        if self._came:
            self._before(number, frame)
        self._came = True

    def interrupt(self) -> None:
        """Raise KeyboardInterrupt where Ctrl-C came since the last step."""
        if self._came:
            raise KeyboardInterrupt


def _broken_down(step: int) -> PortraitsError:
    return PortraitsError(
        ErrorCode.BAD_INPUT,
        f"The training broke down at step {step}: the loss is no number.",
        "Lower the learning rate and go on from the last saved state.",
        safe="The saved states are whole.",
    )


def _means(reports: Sequence[StepReport]) -> dict[str, float]:
    values = np.array(reports, np.float64)
    curves = dict(zip(StepReport._fields, values.mean(axis=0).tolist(), strict=True))
    curves["replaced"] = float(values[:, -1].sum())
    return curves
