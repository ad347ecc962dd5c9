"""Output that is whole or not there: written beside the target under a hidden name, then moved into place."""

import contextlib
import errno
import hashlib
import os
import re
import secrets
import shutil
import stat
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from engine.project.files import sync_folder
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_NO_LINKS = {errno.EPERM, errno.ENOSYS, errno.EMLINK, errno.EACCES, errno.EXDEV, errno.EINVAL}
_NO_LINKS |= {errno.EOPNOTSUPP, errno.ENOTSUP}  # two numbers on macOS
_NAME_BYTES = 255
_PART = re.compile(r"\.[0-9a-f]{8}\.part")


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's content as 64 lower-case hex digits.

    Raises:
        PortraitsError: MISSING_INPUT or BAD_INPUT when the file cannot be read.
    """
    try:
        with open_input(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise unreadable(path, error) from error


def open_input(path: Path) -> BufferedReader:
    """Open a file from outside for reading; pipes and devices, which may never end, are refused.

    Raises:
        PortraitsError: MISSING_INPUT or BAD_INPUT.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            # Windows would say of a folder that it may not be read.
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(mode):
            raise PortraitsError(
                ErrorCode.BAD_INPUT, f"{quoted(path)} is a device or pipe, not a file.", "Name an ordinary file."
            )
        return path.open("rb")
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError | ValueError) -> PortraitsError:
    """Put the failure to open an input into words."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return PortraitsError(
            ErrorCode.MISSING_INPUT, f"{quoted(path)} was not found.", "Check the name and the folder."
        )
    if isinstance(error, IsADirectoryError):
        return PortraitsError(ErrorCode.BAD_INPUT, f"{quoted(path)} is a folder, not a file.", "Name a file in it.")
    if isinstance(error, PermissionError):
        return PortraitsError(
            ErrorCode.BAD_INPUT, f"{quoted(path)} may not be read.", "Allow reading it, or copy it elsewhere."
        )
    return PortraitsError(
        ErrorCode.BAD_INPUT,
        f"{quoted(path)} cannot be read: {getattr(error, 'strerror', None) or error}.",
        "Check the disk, or use another copy.",
    )


def output_exists(path: Path) -> PortraitsError:
    """The refusal to replace something that is already there."""
    return PortraitsError(
        ErrorCode.OUTPUT_EXISTS,
        f"{quoted(path)} is already there.",
        "Pass --overwrite or choose another name.",
        safe="It was not touched.",
    )


def unwritable(path: Path, error: BaseException) -> PortraitsError:
    """Put a system error met while writing ``path`` into words; reads only its ``errno``."""
    number = getattr(error, "errno", None)
    folder = quoted(path.parent)
    if number in _FULL:
        return PortraitsError(
            ErrorCode.DISK_FULL,
            f"The disk is full; {quoted(path)} was not written.",
            "Free some space or choose another folder.",
            safe="No partial file was left.",
        )
    if number == errno.EFBIG:
        what, todo = "the disk cannot hold a file this large", "Choose another disk or a lower quality."
    elif number == errno.ENOENT:
        what, todo = f"the folder {folder} is not there", "Make the folder first, or choose another."
    elif number == errno.ENOTDIR:
        what, todo = f"{folder} is not a folder", "Choose another folder."
    elif number in (errno.EACCES, errno.EPERM):
        what, todo = f"writing in {folder} is not allowed", "Choose another folder."
    elif number == errno.EROFS:
        what, todo = "the disk is read-only", "Choose another disk."
    elif number == errno.ENAMETOOLONG:
        what, todo = "the name is too long", "Choose a shorter name."
    elif number == errno.EISDIR:
        what, todo = "a folder has this name", "Choose another name."
    elif number == errno.EEXIST:
        what, todo = "a file has this name", "Choose another name."
    else:
        what, todo = str(getattr(error, "strerror", None) or error), "Check the disk, or choose another folder."
    return PortraitsError(ErrorCode.CANNOT_WRITE, f"{quoted(path)} cannot be written: {what}.", todo)


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn system errors about ``path``, its temporary file or no file at all into DISK_FULL or CANNOT_WRITE."""
    try:
        yield
    except (PortraitsError, BrokenPipeError):
        # No file is a pipe: who read the command's output has gone.
        raise
    except Exception as error:
        number = getattr(error, "errno", None)
        named = getattr(error, "filename", None)
        about_us = named is None or os.fsdecode(named) == str(path) or _PART.search(os.fsdecode(named)) is not None
        if number in _FULL or number == errno.EFBIG or (isinstance(error, OSError) and about_us):
            raise unwritable(path, error) from error
        raise


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; one that is there is left as it is.

    Raises:
        PortraitsError: CANNOT_WRITE or DISK_FULL.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error


@contextlib.contextmanager
def atomic_output(path: Path, *, overwrite: bool) -> Iterator[Path]:
    """Yield a temporary path in the same folder; move it to ``path`` when the block ends well.

    The temporary file exists, is empty and has the suffix of ``path``. It is synced before it is moved, and removed
    when the block ends with any exception, also a cancelled job or Ctrl-C. Without ``overwrite`` a file that appears at
    ``path`` meanwhile is not replaced either. A symbolic link at ``path`` is followed.

    Raises:
        PortraitsError: OUTPUT_EXISTS, CANNOT_WRITE or DISK_FULL.
    """
    with writing(path.absolute()):
        path = Path(os.path.realpath(path)) if path.is_symlink() else path.absolute()
        _refuse(path, overwrite=overwrite)
        temporary = _reserve(path)
        try:
            yield temporary
            _sync(temporary)
            _move(temporary, path, overwrite=overwrite)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(path.parent)


@contextlib.contextmanager
def atomic_folder(folder: Path, members: re.Pattern[str], *, overwrite: bool) -> Iterator[Path]:
    """Yield a temporary folder beside ``folder``; its files appear in ``folder`` when the block ends well.

    A folder that is not there yet appears whole, by one rename. Into a folder that exists the files are moved one by
    one. Names that ``members`` matches belong to the output: where the folder has some, they are a reason to refuse or,
    with ``overwrite``, are replaced and those left over are removed. Other files in the folder are never touched.

    Raises:
        PortraitsError: OUTPUT_EXISTS, CANNOT_WRITE or DISK_FULL.
    """
    folder = folder.absolute()
    if folder.exists() and not folder.is_dir():
        raise PortraitsError(
            ErrorCode.OUTPUT_EXISTS,
            f"{quoted(folder)} is a file, not a folder.",
            "Choose another name.",
            safe="It was not touched.",
        )
    with writing(folder):
        old = {file.name for file in folder.iterdir() if members.fullmatch(file.name)} if folder.exists() else set()
        if old and not overwrite:
            raise output_exists(folder / min(old))
        temporary = folder.with_name(_hidden_name(folder))
        temporary.mkdir()
        try:
            yield temporary
            new = sorted(temporary.iterdir())
            for file in new:
                _sync(file)
            if folder.exists():
                _move_files(new, folder, overwrite=overwrite)
                for name in old - {file.name for file in new}:
                    (folder / name).unlink(missing_ok=True)
            else:
                temporary.rename(folder)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
        sync_folder(folder.parent)


def _refuse(path: Path, *, overwrite: bool) -> None:
    if path.is_dir():
        raise unwritable(path, IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)))
    if os.path.lexists(path) and not overwrite:
        raise output_exists(path)


def _hidden_name(path: Path) -> str:
    """``.NAME.1a2b3c4d.part.SUFFIX``, cut to what file systems take."""
    tail = f".{secrets.token_hex(4)}.part{path.suffix}"
    room = _NAME_BYTES - len(os.fsencode(tail)) - 1
    return "." + os.fsencode(path.stem)[: max(room, 0)].decode("utf-8", "ignore") + tail


def _reserve(path: Path) -> Path:
    if len(os.fsencode(path.name)) > _NAME_BYTES:
        raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG))
    temporary = path.with_name(_hidden_name(path))
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    return temporary


def _sync(path: Path) -> None:
    # Windows flushes only through a handle that may write.
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _move(temporary: Path, path: Path, *, overwrite: bool) -> None:
    if overwrite:
        temporary.replace(path)
        return
    try:
        if os.name == "nt":
            temporary.rename(path)
        else:
            # A hard link is the POSIX move that fails when the name is taken.
            os.link(temporary, path, follow_symlinks=False)
    except FileExistsError as error:
        raise output_exists(path) from error
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _refuse(path, overwrite=False)
        temporary.rename(path)


def _move_files(files: list[Path], folder: Path, *, overwrite: bool) -> None:
    """Move every file; without ``overwrite`` those already moved are taken back when one cannot be."""
    moved: list[Path] = []
    try:
        for file in files:
            _move(file, folder / file.name, overwrite=overwrite)
            moved.append(folder / file.name)
    except BaseException:
        if not overwrite:
            for path in moved:
                path.unlink(missing_ok=True)
        raise
