"""Hostile pickles execute nothing and cost nothing; friendly ones are read exactly."""

import contextlib
import io
import os
import pickle
import struct
import subprocess
from collections import OrderedDict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.animation import pickle_reader
from engine.animation.pickle_reader import read_pickle
from engine.protocol.errors import ErrorCode, PortraitsError

HERE = Path("motion.pkl")


class Runs:
    """An object whose unpickling calls something."""

    def __init__(self, function: Any, *arguments: Any) -> None:
        self._call = (function, arguments)

    def __reduce__(self) -> Any:
        return self._call


def stored(tensor: torch.Tensor) -> bytes:
    """The bytes that torch pickles for a tensor's storage."""
    buffer = io.BytesIO()
    torch.save(
        torch.storage.TypedStorage(wrap_storage=tensor.untyped_storage(), dtype=tensor.dtype, _internal=True),
        buffer,
        _use_new_zipfile_serialization=False,
    )
    return buffer.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(PortraitsError) as error:
        read_pickle(HERE, data)
    assert error.value.code is ErrorCode.BAD_INPUT
    assert "executed" in str(error.value)
    return str(error.value)


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
@pytest.mark.parametrize(
    ("function", "name"),
    [(os.system, "system"), (subprocess.Popen, "Popen"), (eval, "eval"), (exec, "exec"), (open, "open")],
)
def test_calls_are_refused_and_not_made(tmp_path: Path, protocol: int, function: Any, name: str) -> None:
    mark = tmp_path / "mark"
    command = f"touch {mark}" if name in ("system", "Popen") else f"__import__('pathlib').Path({str(mark)!r}).touch()"
    arguments = (str(mark), "w") if name == "open" else (command,)
    message = refused(pickle.dumps([{"pose": Runs(function, *arguments)}], protocol=protocol))
    assert name in message
    assert not mark.exists()


def test_chains_of_getattr_are_refused() -> None:
    chain = b"\x80\x04" + b"\x8c\x08builtins\x8c\x07getattr\x93" + b"\x8c\x02os\x8c\x06system\x86R."
    assert "builtins.getattr" in refused(chain)


@pytest.mark.parametrize(
    "name", ["copyreg\n_reconstructor", "numpy\nload", "torch\nload", "builtins\ntype", "io\nopen"]
)
def test_names_that_no_motion_needs_are_refused(name: str) -> None:
    assert name.replace("\n", ".") in refused(b"\x80\x02c" + name.encode() + b"\n.")


def test_an_allowed_name_can_be_neither_changed_nor_called_with_nonsense() -> None:
    """BUILD on a shared function would set its attributes; NEWOBJ and INST would call classes."""
    reconstruct = b"cnumpy.core.multiarray\n_reconstruct\n"
    assert "change of an object" in refused(b"\x80\x02" + reconstruct + b"}\x8c\x0c__defaults__NsbN.")
    assert "NEWOBJ" in refused(b"\x80\x02cnumpy\nndarray\n)\x81.")
    assert "INST" in refused(b"\x80\x02(icollections\nOrderedDict\n.")
    assert "EXT1" in refused(b"\x80\x02\x82\x01.")
    refused(b"\x80\x02cnumpy\ndtype\nX\x02\x00\x00\x00O8\x85R.")


def test_a_bomb_of_calls_is_refused() -> None:
    bomb = b"\x80\x04" + b"\x8c\x08builtins\x8c\x05print\x93)R" * 100_000 + b"."
    assert "builtins.print" in refused(bomb)


def test_deep_nesting_ends() -> None:
    depth = 50_000
    nested = b"\x80\x02" + b"]" * depth + b"a" * (depth - 1) + b"."
    value = read_pickle(HERE, nested)
    for _ in range(3):
        (value,) = value
    refused(b"\x80\x02" + b"(" * depth + b".")


def test_too_many_steps_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pickle_reader, "MAX_OPCODES", 10_000)
    assert "10000 steps" in refused(b"\x80\x02]" + b"N" * 10_001 + b".")


@pytest.mark.parametrize("opcode", [b"B", b"\x8e", b"\x96"])
def test_a_huge_declared_text_or_byte_string_is_not_allocated(opcode: bytes) -> None:
    size = struct.pack("<I", 2**31 - 1) if opcode == b"B" else struct.pack("<Q", 2**62)
    refused(b"\x80\x05" + opcode + size + b"xx.")


def test_a_huge_memo_index_is_not_allocated() -> None:
    assert read_pickle(HERE, b"\x80\x02]r\xff\xff\xff\x7f.") == []


@pytest.mark.parametrize("shape", [(10**12, 24, 3), (2**31, 2**31), (-5,), (True,), ("a",)])
def test_an_array_larger_than_its_bytes_is_refused(shape: Any) -> None:
    data = pickle.dumps(np.zeros(3, np.float32), protocol=2)
    start = data.index(b"(K\x01K\x03\x85")
    hostile = data[:start] + b"(K\x01" + pickle.dumps(shape, 2)[2:-1] + data[start + 6 :]
    refused(hostile)


def test_arrays_of_objects_are_refused() -> None:
    refused(pickle.dumps(np.array([Runs(os.getpid)], dtype=object)))
    refused(pickle.dumps(np.array(["text"])))


@pytest.mark.parametrize("declared", [2**40, 7])
def test_a_tensor_that_lies_about_its_size_is_refused(declared: int) -> None:
    data = pickle.dumps(torch.arange(6.0), protocol=4)
    count = struct.pack("<Q", 6)
    assert data.count(count + torch.arange(6.0).numpy().tobytes()) == 1
    refused(data.replace(count + torch.arange(6.0).numpy().tobytes(), struct.pack("<Q", declared) + bytes(24)))


@pytest.mark.parametrize("data", [b"", b"\x80", b"hello", b"\x80\x04.", b"\x80\x04\x94.", b"\x80\x02a."])
def test_garbage_is_named(data: bytes) -> None:
    assert "motion.pkl" in refused(data)


@given(st.binary(max_size=200))
def test_no_bytes_bring_it_down(data: bytes) -> None:
    """Whatever it is, it is read as plain values or refused in words."""
    with contextlib.suppress(PortraitsError):
        assert not callable(read_pickle(HERE, b"\x80\x04" + data))


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_plain_values_arrays_and_tensors_are_read_exactly(protocol: int) -> None:
    rng = np.random.default_rng(0)
    value = [
        {
            "pose": rng.normal(size=(5, 24, 3)).astype(np.float32),
            "fortran": np.asfortranarray(rng.normal(size=(4, 3))),
            "big": np.arange(5, dtype=">i4"),
            "count": np.int64(7),
            "plain": [1, -2, 2**40, 0.5, "té", b"\x00\xff", None, True, (1, 2, 3, 4), ()],
            "tensor": torch.arange(24.0).view(2, 3, 4).transpose(0, 2),
            "half": torch.ones(3, dtype=torch.float16),
            "empty": torch.zeros(0, 24, 3),
            "ordered": OrderedDict(a=1),
        }
    ]
    (read,) = read_pickle(HERE, pickle.dumps(value, protocol=protocol))
    (wanted,) = value
    for key in ("pose", "fortran", "big"):
        np.testing.assert_array_equal(read[key], wanted[key])
        assert read[key].dtype == wanted[key].dtype
    np.testing.assert_array_equal(read["tensor"], wanted["tensor"].numpy())
    np.testing.assert_array_equal(read["half"], wanted["half"].numpy())
    assert read["empty"].size == 0
    assert read["count"] == 7
    assert read["plain"] == wanted["plain"]
    assert read["ordered"] == {"a": 1}


def test_a_tensor_from_a_graphics_card_is_read_without_one() -> None:
    saved = stored(torch.arange(6.0))
    moved = saved.replace(b"X\x03\x00\x00\x00cpu", b"X\x06\x00\x00\x00cuda:0")
    assert moved != saved
    storage = Runs(torch.storage._load_from_bytes, moved)
    tensor = Runs(torch._utils._rebuild_tensor_v2, storage, 0, (2, 3), (3, 1), False, OrderedDict())
    np.testing.assert_array_equal(read_pickle(HERE, pickle.dumps(tensor)), np.arange(6.0).reshape(2, 3))


@pytest.mark.parametrize(
    ("offset", "shape", "strides"), [(1, (2, 3), (3, 1)), (0, (10**9,), (0,)), (0, (2,), (-1,)), (0, (7,), (1,))]
)
def test_a_tensor_that_reaches_beyond_its_storage_is_refused(offset: int, shape: Any, strides: Any) -> None:
    storage = Runs(torch.storage._load_from_bytes, stored(torch.arange(6.0)))
    refused(pickle.dumps(Runs(torch._utils._rebuild_tensor_v2, storage, offset, shape, strides, False, None)))


def test_a_hostile_pickle_inside_of_a_tensor_is_refused(tmp_path: Path) -> None:
    inner = pickle.dumps(Runs(os.system, f"touch {tmp_path / 'mark'}"))
    message = refused(pickle.dumps(Runs(torch.storage._load_from_bytes, inner)))
    assert "system" in message
    assert not (tmp_path / "mark").exists()
