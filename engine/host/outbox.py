"""Sends the engine's messages from a thread of its own, so that a busy window never slows a job down."""

import itertools
import logging
import threading
from collections.abc import Hashable

from engine.protocol.frames import ByteConnection, send
from engine.protocol.messages import Log, Message, Preview, Progress, SoundPreview

log = logging.getLogger(__name__)

_MAX_LOGS = 500
_MAX_SOUND = 8 * 2**20

Payload = tuple[bytes | memoryview, ...]


class Outbox:
    """Messages on their way to the window, in order.

    A waiting preview or progress message is replaced by a newer one of the same job, and log lines fall away when too
    many wait, so that what waits stays small however slow the other side is. Sound of the same job is joined, up to
    8 MiB (almost three minutes); what comes beyond falls away. Nothing else is ever dropped.
    """

    def __init__(self, connection: ByteConnection) -> None:
        self._connection = connection
        self._ready = threading.Condition()
        self._waiting: dict[Hashable, tuple[Message, Payload]] = {}
        self._numbers = itertools.count()
        self._logs = 0
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="outbox", daemon=True)
        self._thread.start()

    def put(self, message: Message, payload: Payload = ()) -> None:
        """Send a message soon; returns at once."""
        key: Hashable = next(self._numbers)
        if isinstance(message, Preview | Progress):
            key = (type(message), message.job_id)
        with self._ready:
            if isinstance(message, Log):
                if self._logs >= _MAX_LOGS:
                    return
                self._logs += 1
            if isinstance(message, SoundPreview):
                # Another key than those above: a preview of the same job is no sound.
                key = (SoundPreview, message.job_id, message.rate)
                joined = _joined(self._waiting.get(key), message, payload)
                if joined is None:
                    return
                message, payload = joined
            self._waiting[key] = (message, payload)
            self._ready.notify()

    def close(self, seconds: float = 1.0) -> None:
        """Send what waits, for some seconds at most, and then nothing more."""
        with self._ready:
            self._closed = True
            self._ready.notify()
        self._thread.join(seconds)

    def _run(self) -> None:
        while True:
            with self._ready:
                self._ready.wait_for(lambda: self._waiting or self._closed)
                if not self._waiting:
                    return
                message, payload = self._waiting.pop(next(iter(self._waiting)))
                if isinstance(message, Log):
                    self._logs -= 1
            try:
                send(self._connection, message, payload)
            except OSError:
                return  # the window is gone; who reads from it ends this process
            except (TypeError, ValueError):
                log.exception("a message could not be encoded: %s", type(message).__name__)


def _joined(
    waiting: tuple[Message, Payload] | None, message: SoundPreview, payload: Payload
) -> tuple[SoundPreview, Payload] | None:
    """Return sound with what waits before it; None when there is no room for more, or it does not follow on."""
    if waiting is None:
        return message, payload
    before = waiting[0]
    assert isinstance(before, SoundPreview)
    held = b"".join(waiting[1])
    follows = before.start + len(held) // 2 == message.start
    if not follows or len(held) + len(payload[0]) > _MAX_SOUND:
        return None
    return before, (held + bytes(payload[0]),)
