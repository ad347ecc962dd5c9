"""Writes scalar curves as a TensorBoard event file.

The format is a row of records (TFRecord) that hold one ``Event`` message each; scalars need three fields of it, so the
TensorBoard package with its web server is not needed for writing.
"""

import os
import struct
import time
from pathlib import Path
from types import TracebackType
from typing import Self

_POLYNOMIAL = 0x82F63B78
"""CRC-32C (Castagnoli), bit-reversed, as TFRecord uses it."""


def _crc_table() -> list[int]:
    table = []
    for byte in range(256):
        value = byte
        for _ in range(8):
            value = (value >> 1) ^ (_POLYNOMIAL if value & 1 else 0)
        table.append(value)
    return table


_TABLE = _crc_table()


def crc32c(data: bytes) -> int:
    """Return the CRC-32C of some bytes."""
    value = 0xFFFFFFFF
    for byte in data:
        value = (value >> 8) ^ _TABLE[(value ^ byte) & 0xFF]
    return value ^ 0xFFFFFFFF


def _masked(data: bytes) -> bytes:
    crc = crc32c(data)
    return struct.pack("<I", (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF)


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _block(field: int, data: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(data)) + data


class EventFile:
    """An open event file; a new one is begun at each start, as TensorBoard expects.

    Args:
        folder: where it lies; made when it is missing.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        now = time.time()
        self._file = (folder / f"events.out.tfevents.{int(now * 1000):014d}.{os.getpid()}").open("ab")
        self._write(now, _block(3, b"brain.Event:2"))

    def scalar(self, name: str, value: float, step: int) -> None:
        """Add one point of a curve."""
        point = _block(1, name.encode()) + _varint(2 << 3 | 5) + struct.pack("<f", value)
        self._write(time.time(), _varint(2 << 3) + _varint(step) + _block(5, _block(1, point)))

    def _write(self, when: float, rest: bytes) -> None:
        data = _varint(1 << 3 | 1) + struct.pack("<d", when) + rest
        length = struct.pack("<Q", len(data))
        self._file.write(length + _masked(length) + data + _masked(data))
        self._file.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
