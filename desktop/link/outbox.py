"""Sends messages to the engine from a thread of its own, so that a stuck engine never blocks who asks."""

import threading
from queue import SimpleQueue

from engine.protocol.frames import ByteConnection
from engine.protocol.messages import Message
from engine.protocol.values import to_wire


class Outbox:
    """A queue of messages to one connection."""

    def __init__(self, connection: ByteConnection) -> None:
        self._connection = connection
        self._waiting: SimpleQueue[bytes | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="engine outbox", daemon=True)
        self._thread.start()

    def put(self, message: Message) -> None:
        """Send a message soon. What cannot be sent because the engine is gone falls away.

        Raises:
            UnicodeEncodeError: a text of the message, such as the name of a file, has no encoding.
        """
        self._waiting.put(to_wire(message))

    def close(self) -> None:
        """Send nothing more and wait for the thread. A stuck engine must have been ended before."""
        self._waiting.put(None)
        self._thread.join(2.0)

    def _run(self) -> None:
        while (message := self._waiting.get()) is not None:
            try:
                self._connection.send_bytes(message)
            except OSError:
                return
