"""A person who cancels in the middle of a job."""

from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled


class CancelledAt(SilentContext):
    """A context whose person cancels once progress reaches a number.

    Args:
        step: of any phase that counts to more than one.
        keep_done: whether the finished parts are wanted.
    """

    def __init__(self, step: float, *, keep_done: bool) -> None:
        super().__init__()
        self._step = step
        self._keep = keep_done
        self._reached = False

    def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
        self._reached = self._reached or (total is not None and total > 1 and step >= self._step)

    def check_cancelled(self) -> None:
        if self._reached:
            raise Cancelled

    @property
    def keep_done(self) -> bool:
        return self._reached and self._keep
