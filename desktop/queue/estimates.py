"""What the jobs of the queue will take, asked of the engine once for each job."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.link import Answered, EngineBase
from desktop.state.queue_entry import QueueEntry
from engine.protocol.queries import Estimate, EstimateJob


class Estimates(QObject):
    """Remembers what was answered.

    Args:
        engine: answers.
    """

    told = Signal(object)
    """arg: str, id of the job whose estimate is known now."""

    def __init__(self, engine: EngineBase, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._known: dict[str, Estimate] = {}
        self._asked: dict[int, str] = {}

    def of(self, job_id: str) -> Estimate | None:
        """Return the estimate of a job as far as it is known."""
        return self._known.get(job_id)

    def ask(self, entry: QueueEntry) -> Estimate | None:
        """Return the estimate of a job; while it is not known, :attr:`told` follows."""
        if entry.job_id not in self._known and entry.job_id not in self._asked.values():
            answer = partial(self._on_answer, entry.job_id)
            self._asked[self._engine.ask(EstimateJob(job=entry.job), answer)] = entry.job_id
        return self._known.get(entry.job_id)

    def seconds(self, entries: Iterable[QueueEntry]) -> float:
        """Return how long jobs take together, 0 while that is not known of all."""
        known = [self._known.get(entry.job_id) for entry in entries]
        return sum(each.seconds or 0 for each in known if each is not None) if None not in known else 0

    def _on_answer(self, job_id: str, answer: Answered) -> None:
        self._asked.pop(answer.query_id, None)
        if isinstance(answer.reply, Estimate):
            self._known[job_id] = answer.reply
            self.told.emit(job_id)
