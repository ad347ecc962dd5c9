"""Work that must not hold the window up: one thread, results back in the window's thread."""

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot

from engine.protocol.errors import ErrorCode, Failure, PortraitsError

log = logging.getLogger(__name__)

Work = Callable[[], Any]
OnResult = Callable[[Any], None]
OnFailure = Callable[[Failure], None]


class _Task(NamedTuple):
    work: Work
    on_result: OnResult
    on_failure: OnFailure


class Background(QObject):
    """Runs one piece of work after the other in a thread of its own, which starts with the first piece.

    Results and failures are told in the thread this object lives in. Nothing is told after :meth:`close`.
    """

    _ended = Signal(object)  # arg: callable without arguments

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._unfinished = 0
        self._idle = threading.Condition()
        self._closed = False
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        return self._unfinished > 0

    def run(self, work: Work, on_result: OnResult, on_failure: OnFailure) -> None:
        """Do work later in the other thread; it may touch nothing that changes."""
        if self._closed:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="background", daemon=True)
            self._thread.start()
        with self._idle:
            self._unfinished += 1
        self._tasks.put(_Task(work, on_result, on_failure))

    def wait(self, seconds: float = 60.0) -> bool:
        """Wait until everything is done; results are told later, from the event loop."""
        with self._idle:
            return self._idle.wait_for(lambda: self._unfinished == 0, seconds)

    def close(self) -> None:
        """Do nothing more, and wait for the piece that is being done."""
        self._closed = True
        self._tasks.put(None)
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    @Slot(object)
    def _tell(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()

    def _run(self) -> None:
        while (task := self._tasks.get()) is not None:
            if not self._closed:
                self._do(task)
            with self._idle:
                self._unfinished -= 1
                self._idle.notify_all()

    def _do(self, task: _Task) -> None:
        try:
            result = task.work()
        except PortraitsError as error:
            self._emit(_Call(task.on_failure, error.failure))
        except Exception as error:
            log.exception("work in the background failed")
            what = f"Something went wrong inside Portraits: {type(error).__name__}: {error}"
            self._emit(_Call(task.on_failure, Failure(code=ErrorCode.INTERNAL, what=what)))
        else:
            self._emit(_Call(task.on_result, result))

    def _emit(self, call: "_Call") -> None:
        self._ended.emit(call)


class _Call(NamedTuple):
    receiver: Callable[[Any], None]
    argument: Any

    def __call__(self) -> None:
        self.receiver(self.argument)
