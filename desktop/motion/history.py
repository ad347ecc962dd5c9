"""States that can be gone back to. Changes of one gesture count as one step."""

from dataclasses import dataclass
from typing import Generic, TypeVar

State = TypeVar("State")


@dataclass(frozen=True)
class Step(Generic[State]):
    """A state, what led to it, and which gesture that belongs to ("" for one of its own)."""

    state: State
    label: str = ""
    merge: str = ""


class History(Generic[State]):
    """Keeps the last states of something that never changes in place.

    Args:
        state: the first one.
        limit: how many steps back are kept.
    """

    def __init__(self, state: State, *, limit: int = 200) -> None:
        self._steps = [Step(state)]
        self._now = 0
        self._limit = limit

    @property
    def state(self) -> State:
        return self._steps[self._now].state

    @property
    def first(self) -> State:
        """The oldest state that is kept."""
        return self._steps[0].state

    @property
    def undo_label(self) -> str:
        """What the next undo takes back, "" for nothing."""
        return self._steps[self._now].label if self._now else ""

    @property
    def redo_label(self) -> str:
        return self._steps[self._now + 1].label if self._now + 1 < len(self._steps) else ""

    def push(self, state: State, label: str, merge: str = "") -> None:
        """Add a state; one with the same ``merge`` as the newest takes its place."""
        del self._steps[self._now + 1 :]
        if merge and self._now and self._steps[self._now].merge == merge:
            self._steps[self._now] = Step(state, label, merge)
            return
        self._steps.append(Step(state, label, merge))
        if len(self._steps) > self._limit + 1:
            # The first state stays: it is what was opened.
            del self._steps[1]
        self._now = len(self._steps) - 1

    def before(self, merge: str) -> State:
        """Return the state that a gesture started from: the one before, while the newest belongs to that gesture."""
        going = merge and self._now and self._steps[self._now].merge == merge
        return self._steps[self._now - 1].state if going else self.state

    def undo(self) -> bool:
        """Go back one step; returns whether there was one."""
        if not self._now:
            return False
        self._now -= 1
        return True

    def redo(self) -> bool:
        """Go forward again; returns whether there was a step."""
        if self._now + 1 >= len(self._steps):
            return False
        self._now += 1
        return True
