"""The thread that answers light questions beside a running job."""

import logging
import threading
from collections.abc import Callable
from typing import NamedTuple

from engine.host.outbox import Outbox
from engine.host.runner import as_portraits_error
from engine.host.window_words import for_window
from engine.protocol.messages import Answer, Ask
from engine.protocol.queries import AnyQuery, AnyReply

log = logging.getLogger(__name__)


class Reply(NamedTuple):
    """What a question gets: the reply and its byte frames."""

    reply: AnyReply
    payload: tuple[bytes, ...] = ()


Answerer = Callable[[AnyQuery], Reply]


class QuestionWorker:
    """Answers questions in the order of arrival; a newer one of the same channel replaces an older one that waits.

    Args:
        outbox: where the answers go.
        answer: finds the reply; it may raise anything.
    """

    def __init__(self, outbox: Outbox, answer: Answerer) -> None:
        self._outbox = outbox
        self._answer = answer
        self._ready = threading.Condition()
        self._waiting: dict[int, Ask] = {}
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="questions", daemon=True)
        self._thread.start()

    def ask(self, message: Ask) -> None:
        """Answer a question when those before it are answered."""
        with self._ready:
            if message.channel:
                for other in [ask for ask in self._waiting.values() if ask.channel == message.channel]:
                    del self._waiting[other.query_id]
            self._waiting[message.query_id] = message
            self._ready.notify()

    def close(self) -> None:
        """Answer nothing more."""
        with self._ready:
            self._closed = True
            self._waiting.clear()
            self._ready.notify()

    def _run(self) -> None:
        while True:
            with self._ready:
                self._ready.wait_for(lambda: self._waiting or self._closed)
                if self._closed:
                    return
                message = self._waiting.pop(next(iter(self._waiting)))
            try:
                reply, payload = self._answer(message.query)
            except Exception as error:
                failure = for_window(as_portraits_error(error).failure)
                self._outbox.put(Answer(query_id=message.query_id, failure=failure))
            else:
                answer = Answer(query_id=message.query_id, reply=reply, payload_frames=len(payload))
                self._outbox.put(answer, payload)
