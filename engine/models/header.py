"""The header of a .safetensors file: names, shapes and formats, read without the weights and without torch."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open

from engine.media.files import unreadable
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

_MAX_TENSORS = 200_000
_MAX_VALUES = 2 * 10**11
_BLOCK = 32_000_000
# The bits of the exponent; all of them set means infinity or not a number.
_EXPONENTS: dict[str, tuple[type[np.unsignedinteger], int]] = {
    "F64": (np.uint64, 0x7FF0000000000000),
    "F32": (np.uint32, 0x7F800000),
    "F16": (np.uint16, 0x7C00),
    "BF16": (np.uint16, 0x7F80),
}


@dataclass(frozen=True)
class Tensor:
    """One tensor as the header describes it; ``format`` as safetensors names it (F32, BF16, ...)."""

    shape: tuple[int, ...]
    format: str

    @property
    def values(self) -> int:
        """How many numbers it has."""
        return int(np.prod(self.shape, dtype=np.int64)) if self.shape else 1


@dataclass(frozen=True)
class Header:
    """What a file holds. ``metadata`` are the texts that its maker wrote in."""

    tensors: dict[str, Tensor]
    metadata: dict[str, str]

    @property
    def values(self) -> int:
        """How many numbers all tensors have."""
        return sum(tensor.values for tensor in self.tensors.values())

    @property
    def formats(self) -> tuple[str, ...]:
        """Number formats, the one with most tensors first."""
        return tuple(name for name, _ in Counter(tensor.format for tensor in self.tensors.values()).most_common())


def read_header(path: Path) -> Header:
    """Read and check a header: its length, the tensors' places and the file's length must agree.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_MODEL when the file is cut, is no .safetensors or holds too much.
    """
    _check_readable(path)
    try:
        with safe_open(path, framework="numpy") as file:
            names = list(file.keys())
            if len(names) > _MAX_TENSORS:
                raise _bad(path, f"it has more than {_MAX_TENSORS} tensors")
            tensors = {}
            for name in names:
                part = file.get_slice(name)
                tensors[name] = Tensor(tuple(part.get_shape()), part.get_dtype())
            metadata = {str(key): str(value) for key, value in (file.metadata() or {}).items()}
    except (SafetensorError, ValueError, OverflowError, OSError) as error:
        raise _bad(path, _reason(str(error))) from error
    header = Header(tensors, metadata)
    if header.values > _MAX_VALUES:
        raise _bad(path, "it promises more values than any model has")
    return header


def has_bad_numbers(path: Path) -> bool:
    """Tell whether any value is infinite or not a number, reading the file in blocks of 32 MB.

    Raises:
        PortraitsError: as :func:`read_header`.
    """
    header = read_header(path)
    # numpy has no bfloat16, so the bits are looked at; the header was checked above.
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        places = json.loads(file.read(length))
    data = np.memmap(path, np.uint8, "r", offset=8 + length) if header.values else np.zeros(0, np.uint8)
    for name, tensor in header.tensors.items():
        kind = _EXPONENTS.get(tensor.format)
        begin, end = places[name]["data_offsets"]
        if kind is not None and _any_bad(data[begin:end], *kind):
            return True
    return False


def _any_bad(data: NDArray[np.uint8], kind: type[np.unsignedinteger], exponent: int) -> bool:
    for start in range(0, data.size, _BLOCK):
        block = np.frombuffer(data[start : start + _BLOCK].tobytes(), kind)
        if bool(((block & kind(exponent)) == kind(exponent)).any()):
            return True
    return False


def _check_readable(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(16)
    except OSError as error:
        raise unreadable(path, error) from error
    if len(start) < 9:
        raise _bad(path, "it ends too early")
    if start.startswith(b"version https://"):
        raise _bad(path, "it is only a pointer to the real file, as git leaves it without large-file support")
    if start[8:9] == b"{":
        # The header's length comes first and may look like anything; its text begins here.
        return
    if start[:2] == b"PK" or start[0] == 0x80:
        raise _bad(path, "it is a pickle under another name, which could run a program")
    if start[:1] == b"<":
        raise _bad(path, "it is a web page, not the model; the download needed an account")


def _reason(text: str) -> str:
    lowered = text.lower()
    if "incompletebuffer" in lowered or "not fully covered" in lowered or "incomplete" in lowered:
        return "it ends too early, or something was added to it"
    if "headertoo" in lowered or "invalidheaderlength" in lowered or "header too" in lowered or "header" in lowered:
        return "its header is not one of a .safetensors file"
    return text.splitlines()[0][:200] if text else "it is damaged"


def _bad(path: Path, reason: str) -> PortraitsError:
    return PortraitsError(
        ErrorCode.BAD_MODEL,
        f"{quoted(path)} cannot be used: {reason}.",
        "Download or copy it again.",
        safe="Nothing of it was loaded.",
    )
