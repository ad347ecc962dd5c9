"""Checks a style's file before anything of it is loaded: its family, its numbers, and whether it can act."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from engine.media.files import sha256_of, unreadable
from engine.models.inspection import inspect
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.models import LoraInfo

_UP = (".lora_up.weight", ".lora_B.weight", ".lora.up.weight", ".lora_B.default.weight")


@dataclass(frozen=True)
class LoraFile:
    """A style whose file was checked.

    ``short_hash`` is the hash of the weights without their header, 12 digits, by which sharing sites know a style.
    """

    path: Path
    sha256: str
    short_hash: str


def check_lora(path: Path, family: str) -> LoraFile:
    """Check a style's file: its family first, then its numbers.

    Args:
        path: the file.
        family: of the model it shall act on.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_MODEL for a broken file, one of another family, one with bad numbers, or
            one that changes nothing.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise unreadable(path, error) from error
    info, file = _described(path, status.st_size, status.st_mtime_ns)
    if info.family and info.family != family:
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"{quoted(path)} is a style for {info.family} and does not work with a model of the kind {family}.",
            f"Choose a style for {family}.",
            safe="Nothing was changed.",
        )
    if info.has_bad_numbers:
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"The style {quoted(path)} is damaged: it holds values that are not numbers.",
            "Download it again, or leave it out; every picture would be black.",
        )
    if not _acts(path, status.st_mtime_ns):
        raise no_effect(path)
    return file


def no_effect(path: Path) -> PortraitsError:
    """The refusal of a style that would be loaded without a word and change nothing."""
    return PortraitsError(
        ErrorCode.BAD_MODEL,
        f"The style {quoted(path)} has no effect on this model.",
        "Choose a style made for this kind of model.",
    )


@lru_cache(maxsize=64)
def _described(path: Path, _size: int, _modified: int) -> tuple[LoraInfo, LoraFile]:
    """Remembered as long as the file does not change: a style of 200 MB takes half a second to hash."""
    info = inspect(path)
    if not isinstance(info, LoraInfo):
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"{quoted(path)} is not a style (LoRA): it has none of its matrices.",
            "Choose a LoRA file; a whole model is chosen as the model.",
        )
    with path.open("rb") as file:
        file.seek(8 + int.from_bytes(file.read(8), "little"))
        weights = hashlib.file_digest(file, "sha256").hexdigest()
    return info, LoraFile(path, sha256_of(path), weights[:12])


@lru_cache(maxsize=64)
def _acts(path: Path, _modified: int) -> bool:
    """A style whose second matrices are all zero was never trained and changes nothing."""
    from safetensors import safe_open

    with safe_open(path, "pt") as tensors:
        names = [name for name in tensors.keys() if name.endswith(_UP)]  # noqa: SIM118 - not a mapping
        return any(bool(tensors.get_tensor(name).any()) for name in names)
