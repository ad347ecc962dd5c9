"""Nothing but weights is loaded, and only when it fits."""

import hashlib
import json
import os
import pickle
import struct
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from engine.models.header import has_bad_numbers, read_header
from engine.models.safe import check_shapes, load_pickle, load_tensors, load_torchscript
from engine.protocol.errors import ErrorCode, PortraitsError


class Evil:
    """A real attack: unpickling it creates a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, (f"touch {self.path}",)


def saved(path: Path, **tensors: torch.Tensor) -> Path:
    save_file(tensors or {"weight": torch.ones(2, 3), "bias": torch.zeros(2)}, path, metadata={"made": "here"})
    return path


def test_safetensors_are_described_and_loaded(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.safetensors")
    header = read_header(path)
    assert {name: (each.shape, each.format) for name, each in header.tensors.items()} == {
        "weight": ((2, 3), "F32"),
        "bias": ((2,), "F32"),
    }
    assert header.metadata == {"made": "here"}
    assert header.values == 8
    assert torch.equal(load_tensors(path)["weight"], torch.ones(2, 3))


@pytest.mark.parametrize("suffix", [".pt", ".pth", ".bin"])
@pytest.mark.parametrize("protocol", [2, 4])
def test_a_hostile_pickle_is_refused_by_name_and_does_nothing(tmp_path: Path, suffix: str, protocol: int) -> None:
    path, trace = tmp_path / f"model{suffix}", tmp_path / "it ran"
    torch.save({"weight": Evil(trace)}, path, pickle_protocol=protocol)
    with pytest.raises(PortraitsError, match="model") as caught:
        load_tensors(path)
    assert caught.value.code is ErrorCode.BAD_MODEL
    assert 'asks to run "posix.system"' in caught.value.failure.what or "nt.system" in caught.value.failure.what
    assert not trace.exists()


def test_the_attack_is_real(tmp_path: Path) -> None:
    trace = tmp_path / "it_ran"
    pickle.loads(pickle.dumps(Evil(trace)))
    assert trace.exists()


@pytest.mark.parametrize("name", ["model.pt", "model.safetensors", "model.ckpt"])
def test_a_bare_hostile_pickle_under_any_name_does_nothing(tmp_path: Path, name: str) -> None:
    path, trace = tmp_path / name, tmp_path / "it_ran"
    path.write_bytes(pickle.dumps(Evil(trace)))
    with pytest.raises(PortraitsError) as caught:
        load_tensors(path)
    assert caught.value.code is ErrorCode.BAD_MODEL
    assert not trace.exists()


def test_a_pickle_of_weights_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "weights.pth"
    torch.save({"weight": torch.ones(3)}, path)
    assert torch.equal(load_tensors(path)["weight"], torch.ones(3))


def test_nested_pickles_are_given_whole_to_who_knows_them(tmp_path: Path) -> None:
    path = tmp_path / "deepspeed.pt"
    torch.save({"module": {"weight": torch.ones(3)}, "step": 7}, path)
    assert load_pickle(path)["step"] == 7
    with pytest.raises(PortraitsError, match="no list of tensors"):
        load_tensors(path)


@pytest.mark.parametrize("name", ["model.ckpt", "model.pkl", "model.exe", "model"])
def test_other_kinds_are_refused_unread(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"anything")
    with pytest.raises(PortraitsError, match=name) as caught:
        load_tensors(tmp_path / name)
    assert "safetensors" in caught.value.failure.todo


def header_file(path: Path, header: object, body: bytes = b"", length: int | None = None) -> Path:
    raw = header if isinstance(header, bytes) else json.dumps(header).encode()
    path.write_bytes((len(raw) if length is None else length).to_bytes(8, "little") + raw + body)
    return path


ONE = {"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}}


@pytest.mark.parametrize(
    ("header", "body", "length"),
    [
        (ONE, b"", None),  # cut
        (ONE, bytes(7), None),
        (ONE, bytes(9), None),  # something added
        (ONE, bytes(8), 2**63),  # a header that lies about its length
        (ONE, bytes(8), 10),
        (ONE, bytes(8), 10_000),
        ({"a": {"dtype": "F32", "shape": [2**40, 2**40], "data_offsets": [0, 8]}}, bytes(8), None),
        ({"a": {"dtype": "F32", "shape": [-1], "data_offsets": [0, 8]}}, bytes(8), None),
        ({"a": {"dtype": "F32", "shape": [2], "data_offsets": [8, 0]}}, bytes(8), None),
        ({"a": {"dtype": "XX", "shape": [2], "data_offsets": [0, 8]}}, bytes(8), None),
        (b"not json at all", b"", None),
        (b"[]", b"", None),
    ],
)
def test_headers_that_lie_are_found(tmp_path: Path, header: object, body: bytes, length: int | None) -> None:
    path = header_file(tmp_path / "lying model.safetensors", header, body, length)
    with pytest.raises(PortraitsError, match=r"lying model\.safetensors") as caught:
        read_header(path)
    assert caught.value.code is ErrorCode.BAD_MODEL
    assert caught.value.failure.todo


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "ends too early"),
        (b"abc", "ends too early"),
        (b"version https://git-lfs.github.com/spec/v1\noid", "pointer"),
        (b"PK\x03\x04 a zip archive", "pickle"),
        (b"<!DOCTYPE html><html></html>", "web page"),
    ],
)
def test_other_things_under_the_name_are_recognised(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "model.safetensors"
    path.write_bytes(content)
    with pytest.raises(PortraitsError, match=words):
        read_header(path)


def test_a_cut_file_is_found(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.safetensors", weight=torch.ones(1000))
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(PortraitsError, match="ends too early"):
        load_tensors(path)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    for name in ("none.safetensors", "none.pth"):
        with pytest.raises(PortraitsError) as caught:
            load_tensors(tmp_path / name)
        assert caught.value.code is ErrorCode.MISSING_INPUT
    with pytest.raises(PortraitsError, match="is a folder, not a file"):
        read_header(tmp_path)


def test_what_does_not_fit_a_network_is_named() -> None:
    with pytest.raises(PortraitsError) as caught:
        check_shapes(Path("x"), {"weight": (3, 3), "other": (2,)}, {"weight": (2, 3), "bias": (2,)})
    what = caught.value.failure.what
    assert "1 missing (bias); 1 unexpected (other); 1 of another shape (weight: 3x3 instead of 2x3)" in what


def test_long_lists_of_names_are_shortened() -> None:
    expected = {f"layer{number}": (1,) for number in range(100)}
    with pytest.raises(PortraitsError) as caught:
        check_shapes(Path("x"), {}, expected)
    assert "100 missing" in caught.value.failure.what
    assert len(caught.value.failure.what) < 200


@pytest.mark.parametrize("dtype", [torch.float32, torch.float16, torch.bfloat16, torch.float64])
@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_bad_numbers_are_found_in_every_format(tmp_path: Path, dtype: torch.dtype, value: float) -> None:
    good = torch.linspace(-60000, 60000, 1001).to(dtype)
    bad = good.clone()
    bad[700] = value
    assert not has_bad_numbers(saved(tmp_path / "good.safetensors", a=torch.arange(5), b=good))
    assert has_bad_numbers(saved(tmp_path / "bad.safetensors", a=torch.arange(5), b=good.clone(), c=bad))


def test_no_tensors_have_no_bad_numbers(tmp_path: Path) -> None:
    assert not has_bad_numbers(header_file(tmp_path / "empty.safetensors", {}))


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "program.torchscript"
    with pytest.warns(DeprecationWarning, match="deprecated"):
        torch.jit.script(torch.nn.Linear(2, 2)).save(str(path))
    return path


def test_programs_run_only_with_the_right_hash_or_after_confirming(program: Path) -> None:
    right = hashlib.sha256(program.read_bytes()).hexdigest()
    given = torch.zeros(1, 2)
    assert load_torchscript(program, sha256=right)(given).shape == (1, 2)
    assert load_torchscript(program, sha256="", confirmed=True)(given).shape == (1, 2)
    with pytest.raises(PortraitsError) as caught:
        load_torchscript(program, sha256="")
    assert caught.value.code is ErrorCode.NOT_AVAILABLE
    program.write_bytes(program.read_bytes() + b"!")
    with pytest.raises(PortraitsError, match="has changed") as caught:
        load_torchscript(program, sha256=right, confirmed=True)
    assert caught.value.code is ErrorCode.BAD_MODEL


def test_something_else_is_no_program(tmp_path: Path) -> None:
    path = tmp_path / "x.torchscript"
    path.write_bytes(np.arange(100, dtype=np.uint8).tobytes())
    with pytest.raises(PortraitsError, match="not a TorchScript program"):
        load_torchscript(path, sha256="", confirmed=True)


@pytest.mark.parametrize("length", [0x80, 0x180, 0x4B50, 60])
def test_a_header_of_any_length_is_read(tmp_path: Path, length: int) -> None:
    """The length stands first: 0x80, "PK" and "<" there are neither a pickle nor a web page."""
    text = b'{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}'
    path = tmp_path / "fine.safetensors"
    path.write_bytes(struct.pack("<Q", length) + text.ljust(length) + bytes(4))
    assert read_header(path).tensors["a"].shape == (1,)
