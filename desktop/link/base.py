"""The engine as the window's models see it; :class:`EngineLink` and :class:`FakeLink` are the two implementations."""

from collections.abc import Callable
from typing import Literal
from weakref import WeakMethod

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.link.events import Answered, EngineState, EngineStatus
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.jobs import AnyJob
from engine.protocol.messages import Answer
from engine.protocol.queries import AnyQuery

DownloadAction = Literal["start", "pause", "resume", "cancel"]
OnAnswer = Callable[[Answered], None]

_GONE = Failure(code=ErrorCode.NOT_AVAILABLE, what="The engine stopped before it could answer.")


class EngineBase(QObject):
    """Requests to the engine, and signals that carry one frozen struct each.

    All methods are called from the thread the object lives in and return at once; all signals arrive there.
    """

    status_changed = Signal(object)  # arg: EngineStatus
    stopped = Signal(object)  # arg: EngineStopped
    job_started = Signal(object)  # arg: JobStarted
    progress = Signal(object)  # arg: Progress
    preview = Signal(object)  # arg: PreviewFrame
    sounded = Signal(object)  # arg: SoundFrame
    noted = Signal(object)  # arg: Note
    job_done = Signal(object)  # arg: JobDone
    job_failed = Signal(object)  # arg: JobFailed
    job_cancelled = Signal(object)  # arg: JobCancelled
    answered = Signal(object)  # arg: Answered
    download_changed = Signal(object)  # arg: DownloadState
    stats = Signal(object)  # arg: Stats
    logged = Signal(object)  # arg: Log

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._status = EngineStatus(state=EngineState.OFF)
        self._questions = Questions()

    @property
    def status(self) -> EngineStatus:
        return self._status

    @property
    def ready(self) -> bool:
        """True when jobs and questions reach the engine."""
        return self._status.state is EngineState.READY

    def start(self) -> None:
        """Start the engine process; nothing happens when it runs already."""
        raise NotImplementedError

    def shutdown(self) -> None:
        """End the engine and wait until it is gone, a few seconds at most."""
        raise NotImplementedError

    def restart(self) -> None:
        """End the engine, cancelling what runs, and start a fresh one."""
        raise NotImplementedError

    def stop_now(self) -> None:
        """Kill the engine wherever it is and start a fresh one; its job counts as stopped by the person."""
        raise NotImplementedError

    def unload(self) -> None:
        """Let the engine free loaded models."""
        raise NotImplementedError

    def submit(self, job_id: str, job: AnyJob, preview_rate: float = 10.0) -> None:
        """Give a job to the engine, which runs one after the other.

        Raises:
            RuntimeError: the engine is not ready.
        """
        raise NotImplementedError

    def cancel(self, job_id: str, keep_done: bool = False) -> None:
        """Stop a job at its next step; with ``keep_done`` what is whole so far is written."""
        raise NotImplementedError

    def download(self, model: str, action: DownloadAction, *, accept_licence: bool = False) -> None:
        """Start or steer the download of a model; it goes on beside jobs, and ``download_changed`` tells how.

        Without a ready engine nothing happens.

        Args:
            model: its id in the catalog.
            action: what to do.
            accept_licence: the person has read the licence and accepts it.
        """
        raise NotImplementedError

    def ask(self, query: AnyQuery, on_answer: OnAnswer | None = None, channel: str = "") -> int:
        """Ask something light; the answer comes as ``answered`` and to ``on_answer``.

        Args:
            query: the question.
            on_answer: called once with the answer; a bound method is held weakly, so its object may go first, and
                with it the interest in the answer.
            channel: a newer question of the same channel replaces an older one, which is then never answered.

        Returns:
            The question's number.
        """
        query_id = self._questions.add(query, on_answer, channel)
        if self.ready:
            self._send_question(query_id, query, channel)
        else:
            self._questions.hold(query_id)
        return query_id

    def forget(self, query_id: int) -> None:
        """Take no interest in an answer any more."""
        self._questions.take(query_id)

    def _send_question(self, query_id: int, query: AnyQuery, channel: str) -> None:
        raise NotImplementedError

    def _send_held_questions(self) -> None:
        for query_id, query, channel in self._questions.release():
            self._send_question(query_id, query, channel)

    def _deliver(self, answer: Answer, payload: tuple[bytes, ...] = ()) -> None:
        """Hand an answer to whoever asked; answers to forgotten questions fall away."""
        question = self._questions.take(answer.query_id)
        if question is None:
            return
        query, callback = question
        event = Answered(
            query_id=answer.query_id, query=query, reply=answer.reply, failure=answer.failure, payload=payload
        )
        receiver = callback() if callback is not None else None
        if receiver is not None and _is_there(receiver):
            receiver(event)
        self.answered.emit(event)

    def _fail_open_questions(self) -> None:
        for query_id in self._questions.sent():
            self._deliver(Answer(query_id=query_id, failure=_GONE))


class Questions:
    """The questions that wait for an answer."""

    def __init__(self) -> None:
        self._next_id = 1
        self._open: dict[int, tuple[AnyQuery, str, Callable[[], OnAnswer | None] | None]] = {}
        self._by_channel: dict[str, int] = {}
        self._held: dict[int, None] = {}

    def add(self, query: AnyQuery, on_answer: OnAnswer | None, channel: str) -> int:
        """Number a question; an older one of the same channel is forgotten."""
        query_id = self._next_id
        self._next_id += 1
        if channel:
            self.take(self._by_channel.get(channel, 0))
            self._by_channel[channel] = query_id
        self._open[query_id] = (query, channel, _reference(on_answer))
        return query_id

    def take(self, query_id: int) -> tuple[AnyQuery, Callable[[], OnAnswer | None] | None] | None:
        """Remove a question and return it with its receiver, or None when nobody waits for it."""
        found = self._open.pop(query_id, None)
        self._held.pop(query_id, None)
        if found is None:
            return None
        query, channel, callback = found
        if channel and self._by_channel.get(channel) == query_id:
            del self._by_channel[channel]
        return query, callback

    def hold(self, query_id: int) -> None:
        """Keep a question until the engine is ready."""
        self._held[query_id] = None

    def release(self) -> list[tuple[int, AnyQuery, str]]:
        """Return the held questions in order and hold them no longer."""
        held = [(query_id, self._open[query_id][0], self._open[query_id][1]) for query_id in self._held]
        self._held.clear()
        return held

    def sent(self) -> list[int]:
        """Return the numbers of the questions that were sent and not answered."""
        return [query_id for query_id in self._open if query_id not in self._held]


def _reference(on_answer: OnAnswer | None) -> Callable[[], OnAnswer | None] | None:
    if on_answer is None:
        return None
    if hasattr(on_answer, "__self__") and hasattr(on_answer, "__func__"):
        return WeakMethod(on_answer)
    return lambda: on_answer


def _is_there(receiver: OnAnswer) -> bool:
    """Whether the receiver's object lives: what Qt has deleted may stay in Python until garbage is collected."""
    owner = getattr(receiver, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
