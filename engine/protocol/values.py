"""JSON and MessagePack for our structs, with exact fractions for times and frame rates.

A :class:`fractions.Fraction` travels as the string ``"24"`` or ``"24000/1001"``.
"""

import re
from fractions import Fraction
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_FRACTION = re.compile(r"-?\d{1,18}(/[1-9]\d{0,17})?")


def encode_hook(value: Any) -> Any:
    """Turn a value msgspec does not know into one that it does."""
    if isinstance(value, Fraction):
        return str(value)
    raise TypeError(f"{type(value).__name__} cannot be encoded")


def decode_hook(wanted: type, value: Any) -> Any:
    """Turn a decoded value into the wanted type; ValueError becomes msgspec.ValidationError with the field's path."""
    if wanted is Fraction:
        if isinstance(value, bool) or not isinstance(value, int | str):
            raise ValueError("Expected a fraction such as 24 or 24000/1001")
        if isinstance(value, str) and not _FRACTION.fullmatch(value):
            raise ValueError(f"Expected a fraction such as 24 or 24000/1001, got {value[:40]!r}")
        return Fraction(value)
    raise TypeError(f"{wanted.__name__} cannot be decoded")


def to_json(value: Any, *, indent: int | None = None) -> bytes:
    """Encode a struct as UTF-8 JSON; with ``indent`` it is laid out for people and diffs."""
    encoded = msgspec.json.encode(value, enc_hook=encode_hook)
    return encoded if indent is None else msgspec.json.format(encoded, indent=indent)


def from_json(data: bytes | str, wanted: type[T]) -> T:
    """Decode JSON strictly.

    Raises:
        msgspec.ValidationError: a field is missing, unknown or out of its range; the message names its path.
        msgspec.DecodeError: the text is not JSON.
    """
    return msgspec.json.decode(data, type=wanted, dec_hook=decode_hook)


def to_wire(value: Any) -> bytes:
    """Encode a struct as MessagePack."""
    return msgspec.msgpack.encode(value, enc_hook=encode_hook)


def from_wire(data: bytes, wanted: type[T]) -> T:
    """Decode MessagePack strictly; raises as :func:`from_json`."""
    return msgspec.msgpack.decode(data, type=wanted, dec_hook=decode_hook)
