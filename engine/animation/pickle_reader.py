"""Reads the few kinds of pickles that motions come in, without unpickling: nothing in the file is ever called.

The opcodes are taken apart by the standard library's ``pickletools``; this module keeps the stack. A global is only a
name here. When the pickle calls one, the name is looked up in a short table of harmless rebuilders of ours; every other
name ends the reading. An array is only made when the bytes for it are in the file, so that a declared size costs
nothing.
"""

import io
import pickletools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from engine.animation.pickle_values import (
    REBUILDERS,
    STORAGE_TYPES,
    NumberType,
    PendingArray,
    PickleRefused,
    key_of,
    text,
)
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

MAX_OPCODES = 5_000_000
_MARK = object()


class _Global:
    """The name of something that the pickle wants to use."""

    __slots__ = ("name",)

    def __init__(self, module: str, name: str) -> None:
        self.name = f"{module}.{name}"


def read_pickle(path: Path, data: bytes) -> Any:
    """Return what the pickle in ``data`` describes: dicts, lists, tuples, texts, numbers and NumPy arrays.

    Tensors of torch become arrays, wherever they were stored.

    Raises:
        PortraitsError: BAD_INPUT; the message names the first thing that was refused.
    """
    try:
        return _finished(_run(io.BytesIO(data), _Storages()))
    except PickleRefused as error:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"{quoted(path)} was not read: it contains {error}, which no motion needs.",
            "Do not open this file with other programs, and get the motion from a source you trust.",
            safe="Nothing in it was executed.",
        ) from error
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError, UnicodeError) as error:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"{quoted(path)} is damaged, or no pickle.",
            "Get the file again, or choose another.",
            safe="Nothing in it was executed.",
        ) from error


class _Storages(dict[str, str]):
    """The storages that a torch file names, by key: the number type of each."""


def _run(stream: io.BytesIO, storages: _Storages) -> Any:
    """Follow the opcodes of one pickle up to its end and return the object on the stack."""
    stack: list[Any] = []
    memo: dict[int, Any] = {}
    operations: Iterator[tuple[Any, Any, int | None]] = pickletools.genops(stream)
    for count, (opcode, argument, _) in enumerate(operations):
        if count > MAX_OPCODES:
            raise PickleRefused(f"more than {MAX_OPCODES} steps")
        name = opcode.name
        if name == "STOP":
            return _popped(stack)
        if name in _PLAIN:
            stack.append(argument)
        elif name in _CONSTANTS:
            stack.append(_CONSTANTS[name]())
        elif name in ("BINPUT", "LONG_BINPUT", "PUT"):
            memo[argument] = stack[-1]
        elif name == "MEMOIZE":
            memo[len(memo)] = stack[-1]
        elif name in ("BINGET", "LONG_BINGET", "GET"):
            stack.append(memo[argument])
        elif name == "BINPERSID":
            stack.append(_persistent(_popped(stack), storages))
        elif name in _STEPS:
            _STEPS[name](stack, argument)
        elif name not in ("PROTO", "FRAME"):
            raise PickleRefused(f"the instruction {name}")
    raise ValueError("the pickle has no end")


_PLAIN = {
    "BININT",
    "BININT1",
    "BININT2",
    "LONG1",
    "BINFLOAT",
    "BINUNICODE",
    "SHORT_BINUNICODE",
    "BINUNICODE8",
    "BINBYTES",
    "SHORT_BINBYTES",
    "BINBYTES8",
    "BYTEARRAY8",
}
_CONSTANTS: dict[str, Callable[[], Any]] = {
    "NONE": lambda: None,
    "NEWTRUE": lambda: True,
    "NEWFALSE": lambda: False,
    "EMPTY_LIST": list,
    "EMPTY_DICT": dict,
    "EMPTY_TUPLE": tuple,
    "MARK": lambda: _MARK,
}


def _popped(stack: list[Any]) -> Any:
    """Take the topmost object; a mark is none."""
    item = stack.pop()
    if item is _MARK:
        raise ValueError("a mark where an object belongs")
    return item


def _above_mark(stack: list[Any]) -> list[Any]:
    items = []
    while (item := stack.pop()) is not _MARK:
        items.append(item)
    items.reverse()
    return items


def _tuple_of(count: int) -> Callable[[list[Any], Any], None]:
    def step(stack: list[Any], _: Any) -> None:
        items = tuple(_popped(stack) for _ in range(count))[::-1]
        stack.append(items)

    return step


def _tuple(stack: list[Any], _: Any) -> None:
    items = tuple(_above_mark(stack))
    stack.append(items)


def _append(stack: list[Any], _: Any) -> None:
    item = _popped(stack)
    _expect(stack[-1], list).append(item)


def _appends(stack: list[Any], _: Any) -> None:
    items = _above_mark(stack)
    _expect(stack[-1], list).extend(items)


def _set_item(stack: list[Any], _: Any) -> None:
    value, key = _popped(stack), _popped(stack)
    _expect(stack[-1], dict)[key_of(key)] = value


def _set_items(stack: list[Any], _: Any) -> None:
    items = _above_mark(stack)
    target = _expect(stack[-1], dict)
    for key, value in zip(items[::2], items[1::2], strict=True):
        target[key_of(key)] = value


def _global(stack: list[Any], argument: Any) -> None:
    module, _, name = str(argument).partition(" ")
    stack.append(_known(_Global(module, name)))


def _stack_global(stack: list[Any], _: Any) -> None:
    name, module = _popped(stack), _popped(stack)
    stack.append(_known(_Global(text(module), text(name))))


def _reduce(stack: list[Any], _: Any) -> None:
    arguments, what = _popped(stack), _popped(stack)
    if not isinstance(what, _Global) or what.name not in _REBUILDERS or not isinstance(arguments, tuple):
        raise PickleRefused(f"a call of {what.name if isinstance(what, _Global) else type(what).__name__}")
    stack.append(_REBUILDERS[what.name](*arguments))


def _build(stack: list[Any], _: Any) -> None:
    state = _popped(stack)
    if not isinstance(stack[-1], PendingArray | NumberType):
        raise PickleRefused("a change of an object")
    stack[-1].set_state(state)


_STEPS: dict[str, Callable[[list[Any], Any], None]] = {
    "TUPLE": _tuple,
    "TUPLE1": _tuple_of(1),
    "TUPLE2": _tuple_of(2),
    "TUPLE3": _tuple_of(3),
    "APPEND": _append,
    "APPENDS": _appends,
    "SETITEM": _set_item,
    "SETITEMS": _set_items,
    "GLOBAL": _global,
    "STACK_GLOBAL": _stack_global,
    "REDUCE": _reduce,
    "BUILD": _build,
}


def _expect(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise PickleRefused(f"a change of a {type(value).__name__}")
    return value


def _known(what: _Global) -> _Global:
    if what.name in _REBUILDERS or what.name in STORAGE_TYPES:
        return what
    raise PickleRefused(f"the name {what.name!r}")


def _persistent(reference: Any, storages: _Storages) -> Any:
    """Take note of a storage that a torch file refers to: ("storage", type, key, place, size, view)."""
    if not isinstance(reference, tuple) or len(reference) < 5 or reference[0] != "storage":
        raise PickleRefused("a reference to something outside")
    kind, key = reference[1], text(reference[2])
    if not isinstance(kind, _Global) or kind.name not in STORAGE_TYPES:
        raise PickleRefused("a storage of an unknown kind")
    storages[key] = STORAGE_TYPES[kind.name]
    return key


def _torch_storage(data: Any) -> np.ndarray[Any, Any]:
    """Read the storage of a tensor: torch's own file format before 1.6, five pickles and then the raw numbers."""
    if not isinstance(data, bytes):
        raise PickleRefused("a tensor of an unknown form")
    stream, storages = io.BytesIO(data), _Storages()
    parts = [_run(stream, storages) for _ in range(5)]
    key, keys = parts[3], parts[4]
    if keys != [key] or key not in storages:
        raise PickleRefused("a tensor of an unknown form")
    count = int.from_bytes(stream.read(8), "little")
    kind = np.dtype(storages[key])
    raw = stream.read()
    if count * kind.itemsize != len(raw):
        raise PickleRefused(f"a tensor that declares {count} numbers, but does not hold them")
    return np.frombuffer(raw, kind)


_REBUILDERS: dict[str, Callable[..., Any]] = {**REBUILDERS, "torch.storage._load_from_bytes": _torch_storage}


def _finished(root: Any) -> Any:
    """Replace the stand-ins of arrays by the arrays; without recursion, and each container only once."""
    if isinstance(root, PendingArray):
        return _content(root)
    seen: set[int] = set()
    todo = [root]
    while todo:
        item = todo.pop()
        if id(item) in seen or not isinstance(item, dict | list):
            continue
        seen.add(id(item))
        for key, value in list(item.items()) if isinstance(item, dict) else list(enumerate(item)):
            if isinstance(value, PendingArray):
                item[key] = _content(value)
            else:
                todo.append(value)
    return root


def _content(array: PendingArray) -> np.ndarray[Any, Any]:
    if array.value is None:
        raise PickleRefused("an array without content")
    return array.value
