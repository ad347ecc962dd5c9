"""What a pickle of a motion may be made of: arrays, tensors, and the table of the names that stand for them.

Nothing here executes anything of the file. An array is only made over bytes that the file really holds.
"""

import math
from collections.abc import Callable
from typing import Any

import numpy as np

_NUMBERS = {"f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"}
_STORAGES = {
    "FloatStorage": "<f4",
    "DoubleStorage": "<f8",
    "HalfStorage": "<f2",
    "LongStorage": "<i8",
    "IntStorage": "<i4",
    "ShortStorage": "<i2",
    "CharStorage": "<i1",
    "ByteStorage": "<u1",
    "BoolStorage": "<b1",
}


class PickleRefused(Exception):  # noqa: N818 - caught at the border and turned into a PortraitsError
    """The pickle holds something that a motion does not need; the text says what."""


class NumberType:
    """A number type: its letters, and the byte order that the state of the pickle sets later."""

    __slots__ = ("letters", "order")

    def __init__(self, letters: str) -> None:
        if letters not in _NUMBERS:
            raise PickleRefused(f"an array of {letters[:20]!r}")
        self.letters = letters
        self.order = "<"

    def set_state(self, state: Any) -> None:
        if not isinstance(state, tuple) or len(state) < 2 or state[1] not in ("<", ">", "|", "="):
            raise PickleRefused("a number type of an unknown form")
        self.order = str(state[1])

    def numpy(self) -> np.dtype[Any]:
        return np.dtype(self.order.replace("|", "=") + self.letters)


class PendingArray:
    """An array that waits for its content."""

    __slots__ = ("value",)

    def __init__(self) -> None:
        self.value: np.ndarray[Any, Any] | None = None

    def set_state(self, state: Any) -> None:
        if not isinstance(state, tuple) or len(state) != 5:
            raise PickleRefused("an array of an unknown form")
        _, shape, dtype, fortran, data = state
        self.value = _array(data, dtype, shape, "F" if fortran else "C")


def text(value: Any) -> str:
    """Return a name from the pickle, checked to be a short text."""
    if type(value) is not str or len(value) > 200:
        raise PickleRefused("a name that is no text")
    return value


def key_of(value: Any) -> Any:
    """Return a dictionary key from the pickle, checked to be a text or a whole number."""
    if type(value) not in (str, int, bool):
        raise PickleRefused(f"a dictionary key of the kind {type(value).__name__}")
    return value


def _rebuild_array(*_: Any) -> PendingArray:
    return PendingArray()


def _rebuild_dtype(letters: Any, *_: Any) -> NumberType:
    return NumberType(text(letters).lstrip("<>=|"))


def _rebuild_scalar(dtype: Any, data: Any) -> Any:
    return _array(data, dtype, (), "C")[()].item()


def _rebuild_bytes(letters: Any, encoding: Any = "utf-8") -> bytes:
    if encoding not in ("latin1", "latin-1") or type(letters) is not str:
        raise PickleRefused("a text in an unknown encoding")
    return letters.encode("latin-1")


def _rebuild_dict(items: Any = ()) -> dict[Any, Any]:
    return {key_of(key): value for key, value in items}


def _array(data: Any, dtype: Any, shape: Any, order: Any) -> np.ndarray[Any, Any]:
    """Return an array over bytes that are there; a declared shape that does not fit them is refused."""
    if not isinstance(data, bytes | bytearray) or not isinstance(dtype, NumberType) or not isinstance(shape, tuple):
        raise PickleRefused("an array of an unknown form")
    if len(shape) > 8 or not all(type(side) is int and side >= 0 for side in shape):
        raise PickleRefused("an array of an unknown shape")
    kind = dtype.numpy()
    if math.prod(shape) * kind.itemsize != len(data):
        raise PickleRefused(f"an array that declares {'x'.join(map(str, shape))[:60]} numbers, but does not hold them")
    return np.frombuffer(bytes(data), kind).reshape(shape, order="F" if order == "F" else "C")


def _frombuffer(data: Any, dtype: Any, shape: Any, order: Any) -> np.ndarray[Any, Any]:
    return _array(data, dtype, shape, order)


def _rebuild_tensor(storage: Any, offset: Any, shape: Any, strides: Any, *_: Any) -> np.ndarray[Any, Any]:
    whole = isinstance(shape, tuple) and isinstance(strides, tuple) and len(shape) == len(strides) <= 8
    numbers = whole and all(type(n) is int and n >= 0 for n in (offset, *shape, *strides))
    if not isinstance(storage, np.ndarray) or not numbers:
        raise PickleRefused("a tensor of an unknown form")
    if math.prod(shape) == 0:
        return np.zeros(tuple(0 if not n else min(n, 1024) for n in shape), storage.dtype)
    last = offset + sum((n - 1) * step for n, step in zip(shape, strides, strict=True))
    if last >= len(storage) or math.prod(shape) > len(storage):
        raise PickleRefused("a tensor larger than its numbers")
    size = storage.dtype.itemsize
    return np.lib.stride_tricks.as_strided(storage[offset:], shape, tuple(s * size for s in strides)).copy()


STORAGE_TYPES: dict[str, str] = {f"torch.{name}": dtype for name, dtype in _STORAGES.items()}
STORAGE_TYPES |= {f"torch.cuda.{name}": dtype for name, dtype in _STORAGES.items()}
STORAGE_TYPES |= {"numpy.ndarray": ""}

REBUILDERS: dict[str, Callable[..., Any]] = {
    "numpy.core.multiarray._reconstruct": _rebuild_array,
    "numpy._core.multiarray._reconstruct": _rebuild_array,
    "numpy.core.multiarray.scalar": _rebuild_scalar,
    "numpy._core.multiarray.scalar": _rebuild_scalar,
    "numpy.core.numeric._frombuffer": _frombuffer,
    "numpy._core.numeric._frombuffer": _frombuffer,
    "numpy.dtype": _rebuild_dtype,
    "_codecs.encode": _rebuild_bytes,
    "collections.OrderedDict": _rebuild_dict,
    "torch._utils._rebuild_tensor_v2": _rebuild_tensor,
}
