"""Messages on a connection: one MessagePack frame each, followed by the byte frames it announces. No pickle.

Works over :class:`multiprocessing.connection.Connection` and anything with ``send_bytes`` and ``recv_bytes``.
"""

from collections.abc import Sequence
from typing import Any, Protocol

import msgspec

from engine.protocol.values import from_wire, to_wire

MAX_MESSAGE = 16 * 2**20
MAX_PAYLOAD = 512 * 2**20
MAX_PAYLOAD_FRAMES = 64


class ByteConnection(Protocol):
    """The part of a multiprocessing connection that is used here."""

    def send_bytes(self, buf: Any, /) -> None: ...

    def recv_bytes(self, maxlength: int | None = None, /) -> bytes: ...


class GarbledConnection(Exception):  # noqa: N818 - names the state, reads well in `except GarbledConnection`
    """The other side sent something that is not a message; the connection cannot be used any more."""


def send(connection: ByteConnection, message: msgspec.Struct, payload: Sequence[bytes | memoryview] = ()) -> None:
    """Send a message and its byte frames. The caller holds the sending lock.

    Raises:
        OSError: the other side is gone.
        ValueError: the number of byte frames is not what the message announces.
    """
    announced = getattr(message, "payload_frames", 0)
    if announced != len(payload):
        raise ValueError(f"{type(message).__name__} announces {announced} byte frames, got {len(payload)}")
    connection.send_bytes(to_wire(message))
    for frame in payload:
        connection.send_bytes(frame)


def receive(connection: ByteConnection, wanted: Any) -> tuple[Any, list[bytes]]:
    """Wait for the next message and its byte frames.

    Args:
        connection: where it comes from.
        wanted: the union of the messages that may come, ``ToEngine`` or ``ToWindow``.

    Raises:
        EOFError, OSError: the other side is gone.
        GarbledConnection: not a message of the wanted union, or too large.
    """
    try:
        data = connection.recv_bytes(MAX_MESSAGE)
    except OSError as error:
        if "bad message length" in str(error) or "too long" in str(error):
            raise GarbledConnection(f"A message is larger than {MAX_MESSAGE} bytes.") from error
        raise
    try:
        message = from_wire(data, wanted)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise GarbledConnection(f"Not a message: {error}") from error
    count = getattr(message, "payload_frames", 0)
    if not 0 <= count <= MAX_PAYLOAD_FRAMES:
        raise GarbledConnection(f"{count} byte frames were announced; at most {MAX_PAYLOAD_FRAMES} are allowed.")
    return message, [connection.recv_bytes(MAX_PAYLOAD) for _ in range(count)]
