"""Errors a person can act on. Each says what happened, what is safe and what to do."""

from enum import StrEnum
from pathlib import Path

import msgspec


class ErrorCode(StrEnum):
    """Why a job failed; decides the exit status and which button the window offers."""

    USAGE = "usage"
    BAD_INPUT = "bad_input"
    MISSING_INPUT = "missing_input"
    OUTPUT_EXISTS = "output_exists"
    CANNOT_WRITE = "cannot_write"
    DISK_FULL = "disk_full"
    NO_FACE = "no_face"
    MODEL_MISSING = "model_missing"
    BAD_MODEL = "bad_model"
    NETWORK = "network"
    OUT_OF_MEMORY = "out_of_memory"
    NOT_AVAILABLE = "not_available"
    INTERNAL = "internal"


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """The wire form of a :class:`PortraitsError`.

    ``what`` is a full sentence with the file or field in it, ``safe`` says what was not lost, ``todo`` what to do now.
    """

    code: ErrorCode
    what: str
    safe: str = ""
    todo: str = ""


class PortraitsError(Exception):
    """A failure with words for the person who meets it.

    Args:
        code: the kind of failure.
        what: one full sentence that names the file or field.
        todo: one full sentence that says what to do.
        safe: one full sentence that says what was not lost, where that could be in doubt.
    """

    def __init__(self, code: ErrorCode, what: str, todo: str = "", *, safe: str = "") -> None:
        super().__init__(what)
        self.failure = Failure(code=code, what=what, safe=safe, todo=todo)

    @property
    def code(self) -> ErrorCode:
        return self.failure.code

    @property
    def exit_status(self) -> int:
        """2 for wrong use of a command or field, 1 for everything else."""
        return 2 if self.code is ErrorCode.USAGE else 1

    def __str__(self) -> str:
        return " ".join(part for part in (self.failure.what, self.failure.safe, self.failure.todo) if part)


class Cancelled(Exception):  # noqa: N818 - not an error: the person asked for it
    """Raised inside a job when the person cancelled it."""


def quoted(path: Path | str) -> str:
    """Return the file's name in double quotes, the way every message names a file.

    Bytes of the name that are no characters become question marks, so that the message can be sent and shown.
    """
    name = Path(path).name or str(path)
    return '"' + name.encode("utf-8", "replace").decode() + '"'


def not_text(error: UnicodeEncodeError) -> PortraitsError:
    """Return the error for a text that cannot be stored: most often a file's name whose bytes are no characters."""
    return PortraitsError(
        ErrorCode.BAD_INPUT,
        f"{quoted(error.object[:300])} has bytes that are no characters.",
        "Rename the file, or write the text again.",
    )
