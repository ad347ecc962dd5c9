"""Waits for one engine process to connect, without ever waiting for ever."""

import threading
import time
from contextlib import suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, Listener


class Rendezvous:
    """A listener for one connection, authenticated by a key."""

    def __init__(self, key: bytes) -> None:
        self._listener = Listener(authkey=key)
        self._closing = threading.Event()
        self._connection: Connection | None = None
        self._met = threading.Event()
        self._thread = threading.Thread(target=self._accept, name="engine rendezvous", daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return str(self._listener.address)

    def wait(self, seconds: float) -> Connection | None:
        """Return the connection once the engine is there, or None after some seconds."""
        self._met.wait(seconds)
        return self._connection

    def close(self) -> None:
        """Listen no longer. A connection that was made stays open."""
        self._closing.set()
        if not self._met.is_set():
            # A listening socket cannot be interrupted: knocking wakes it up.
            with suppress(OSError, EOFError):
                Client(self.address).close()
        self._thread.join(2.0)
        self._listener.close()

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                connection = self._listener.accept()
            except (AuthenticationError, EOFError, OSError):
                time.sleep(0.01)
                continue
            if self._closing.is_set():
                connection.close()
            else:
                self._connection = connection
                self._met.set()
            return
