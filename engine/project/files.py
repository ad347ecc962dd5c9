"""Writing files so that a cut at any moment leaves the old one whole, and hashing while copying.

``engine.media`` has its own writer for movies; this one needs nothing but the standard library, because the window
saves projects too.
"""

import contextlib
import errno
import hashlib
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from engine.protocol.errors import ErrorCode, PortraitsError, quoted

CHUNK = 1024 * 1024


def check_regular(path: Path, what: str) -> os.stat_result:
    """Check that ``path`` is an ordinary file before it is opened: a pipe would wait for ever.

    Args:
        path: the file.
        what: what it should be, for messages ("project", "picture").

    Raises:
        PortraitsError: MISSING_INPUT or BAD_INPUT.
    """
    try:
        status = path.stat()
    except FileNotFoundError as error:
        raise PortraitsError(
            ErrorCode.MISSING_INPUT, f"The {what} {quoted(path)} does not exist.", "Check the name and the folder."
        ) from error
    except (OSError, ValueError) as error:
        raise _unreadable(path, what, error) from error
    if not stat.S_ISREG(status.st_mode):
        raise PortraitsError(ErrorCode.BAD_INPUT, f"{quoted(path)} is not a file.", f"Choose a {what} file.")
    return status


def read_bounded(path: Path, limit: int, what: str) -> bytes:
    """Read a whole file of at most ``limit`` bytes; a larger one is refused before anything is read.

    Raises:
        PortraitsError: MISSING_INPUT or BAD_INPUT.
    """
    if check_regular(path, what).st_size > limit:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"{quoted(path)} is larger than {limit // 2**20} MB, which no {what} is.",
            f"Choose a {what} file.",
        )
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise _unreadable(path, what, error) from error
    if len(data) > limit:
        raise PortraitsError(ErrorCode.BAD_INPUT, f"{quoted(path)} grew while it was read.", "Try again.")
    return data


def sha256_of(path: Path, what: str = "file") -> str:
    """Return a file's SHA-256 in lower-case hex. Raises PortraitsError: MISSING_INPUT or BAD_INPUT."""
    check_regular(path, what)
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(path, what, error) from error


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a temporary file beside ``path`` that takes its place when the block ends well.

    It is flushed to the disk before the move and the folder after it. When the block raises, or any step fails, the
    temporary file is removed and ``path`` is as it was. A link is followed, so that the link itself stays.

    Raises:
        PortraitsError: CANNOT_WRITE or DISK_FULL.
    """
    target = path.resolve()
    temporary = hidden_beside(target)
    try:
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
        # Not tempfile: its files are closed to other people, and a saved project should follow the umask.
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            os.replace(temporary, target)  # noqa: PTH105 - beside os.fsync, so that tests cut both at one place
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise unwritable(path, error) from error
    sync_folder(target.parent)


def hidden_beside(path: Path) -> Path:
    """Return a new name for the temporary file or folder that is to become ``path``: ``.NAME.1a2b3c.part``."""
    name = os.fsencode(path.name)[:100].decode("utf-8", "ignore")  # bytes, because that is what file systems count
    return path.with_name(f".{name}.{secrets.token_hex(6)}.part")


def copy_hashed(source: Path, folder: Path, suffix: str) -> tuple[str, int]:
    """Copy a file into ``folder`` under the name ``SHA256 + suffix``.

    The hash is taken from the bytes that were written, so a file that changes meanwhile is still named rightly. The
    copy is skipped when a file of that name and size is already there.

    Returns:
        The hash and the number of bytes.

    Raises:
        PortraitsError: MISSING_INPUT, BAD_INPUT (also for a file without bytes), CANNOT_WRITE or DISK_FULL.
    """
    if check_regular(source, "file").st_size == 0:
        raise PortraitsError(ErrorCode.BAD_INPUT, f"{quoted(source)} is empty.", "Save it again, or leave it out.")
    digest = sha256_of(source)
    size = source.stat().st_size
    target = folder / f"{digest}{suffix}"
    if target.is_file() and target.stat().st_size == size:
        return digest, size
    copied = hashlib.sha256()
    with replacing(target) as output:
        for chunk in _chunks(source):
            copied.update(chunk)
            output.write(chunk)
        if copied.hexdigest() != digest:
            raise PortraitsError(
                ErrorCode.BAD_INPUT, f"{quoted(source)} changed while it was copied.", "Add it again when it is whole."
            )
    return digest, size


def _chunks(path: Path) -> Iterator[bytes]:
    """Yield a file piece by piece; a failure to read is told apart from one to write."""
    try:
        with path.open("rb") as reader:
            while chunk := reader.read(CHUNK):
                yield chunk
    except OSError as error:
        raise _unreadable(path, "file", error) from error


def sync_folder(folder: Path) -> None:
    """Make a rename durable. Not every system and file system can, and the file is whole without it."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def unwritable(path: Path, error: OSError) -> PortraitsError:
    """Return the error for a file that could not be written, in words."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC):
        return PortraitsError(
            ErrorCode.DISK_FULL,
            f"The disk is full; {quoted(path)} was not written.",
            "Free some space or choose another folder, then try again.",
            safe="What was there before is unchanged.",
        )
    reason = (error.strerror or str(error)).rstrip(".")
    return PortraitsError(
        ErrorCode.CANNOT_WRITE,
        f"{quoted(path)} cannot be written: {reason}.",
        "Choose another folder, or change the permissions of this one.",
        safe="What was there before is unchanged.",
    )


def _unreadable(path: Path, what: str, error: Exception) -> PortraitsError:
    reason = (getattr(error, "strerror", None) or str(error)).rstrip(".")
    return PortraitsError(
        ErrorCode.BAD_INPUT, f"The {what} {quoted(path)} cannot be read: {reason}.", "Check that you may read it."
    )
