"""Reading and writing ``NAME.portraits``."""

import contextlib
import shutil
from pathlib import Path
from typing import Any

import msgspec

from engine.project.files import read_bounded, replacing, unwritable
from engine.project.migrations import migrate
from engine.project.schema import CURRENT_VERSION, Project
from engine.project.validate import validate
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.values import decode_hook, from_json, to_json

SUFFIX = ".portraits"

OLDEST_VERSION = 1

MAX_PROJECT_BYTES = 256 * 2**20
"""About 8000 pictures with their landmarks; a larger file is refused before it is read."""


class _Header(msgspec.Struct):
    version: int


def load(path: Path) -> Project:
    """Read a project, of this version or an older one. The file itself is not changed.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_INPUT when the file is too large, empty, cut, not JSON, of a newer
            version, has unknown or missing fields or values out of range, or breaks a rule of ``validate``.
    """
    return parse(read_bounded(path, MAX_PROJECT_BYTES, "project"), path)


def parse(data: bytes, path: Path) -> Project:
    """Decode the content of a project file; ``path`` names it in messages. Raises as :func:`load`."""
    if not data.strip():
        raise _bad(path, "it is empty", "Open an autosaved or older copy of it.")
    version = _version_of(data, path)
    if version > CURRENT_VERSION:
        raise _bad(
            path,
            f"it was saved by a newer version of Portraits (file version {version}, known up to {CURRENT_VERSION})",
            "Install the newest version of Portraits to open it.",
        )
    try:
        if version == CURRENT_VERSION:
            project = from_json(data, Project)
        else:
            document: dict[str, Any] = msgspec.json.decode(data)
            project = msgspec.convert(migrate(document, version), Project, dec_hook=decode_hook)
    except msgspec.ValidationError as error:
        raise _bad(path, str(error), "Open an autosaved or older copy of it, or correct that field.") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _not_json(path, error) from error
    validate(project, quoted(path))
    return project


def save(project: Project, path: Path) -> None:
    """Write a project so that a cut at any moment leaves the old file whole, and remove its autosave.

    A file of an older version is first copied to ``NAME.version-N.portraits`` beside it.

    Raises:
        PortraitsError: CANNOT_WRITE or DISK_FULL; BAD_INPUT when the project breaks a rule, so that nothing is ever
            saved that could not be opened again. The file on the disk is then unchanged.
    """
    data = encode(project, path)
    _keep_older_version(path)
    with replacing(path) as file:
        file.write(data)
    discard_autosave(path)


def encode(project: Project, path: Path) -> bytes:
    """Return the file's content, proven to be readable; ``path`` names it in messages. Raises BAD_INPUT."""
    data = to_json(project, indent=1) + b"\n"
    if len(data) > MAX_PROJECT_BYTES:
        raise _bad(path, "it would be too large to be opened again", "Split the film into several projects.")
    if parse(data, path) != project:
        raise _bad(path, "it holds a value that its file cannot keep", "Undo the last change and save again.")
    return data


def autosave_path(path: Path) -> Path:
    """Return where the autosaved state of a project lies: ``.NAME.portraits.autosave`` beside it."""
    return path.with_name(f".{path.name}.autosave")


def autosave(project: Project, path: Path) -> None:
    """Write the project's present state beside its file, which stays as it is. Raises as :func:`save`."""
    data = encode(project, path)
    with replacing(autosave_path(path)) as file:
        file.write(data)


def find_recovery(path: Path) -> Project | None:
    """Return what was autosaved after the last save, or None when there is nothing newer, whole and different.

    A project that is missing or cannot be read makes any whole autosave worth offering.
    """
    beside = autosave_path(path)
    try:
        project = load(beside)
        if path.exists() and beside.stat().st_mtime_ns < path.stat().st_mtime_ns:
            return None
    except (PortraitsError, OSError):
        return None
    with contextlib.suppress(PortraitsError):
        if load(path) == project:
            return None
    return project


def discard_autosave(path: Path) -> None:
    """Remove the autosaved state, if any; failing to is harmless, because an older autosave is never offered."""
    with contextlib.suppress(OSError):
        autosave_path(path).unlink(missing_ok=True)


def _keep_older_version(path: Path) -> None:
    """Copy a file of an older version aside, once, before it is replaced by one of this version."""
    if not path.exists():
        return
    try:
        version = _version_of(read_bounded(path, MAX_PROJECT_BYTES, "project"), path)
    except PortraitsError:
        return  # The person chose to replace something that is no project; there is no version to keep.
    backup = path.with_name(f"{path.stem}.version-{version}{SUFFIX}")
    if version >= CURRENT_VERSION or backup.exists():
        return
    try:
        with replacing(backup) as target, path.open("rb") as source:
            shutil.copyfileobj(source, target)
    except OSError as error:
        raise unwritable(backup, error) from error


def _version_of(data: bytes, path: Path) -> int:
    try:
        version = msgspec.json.decode(data, type=_Header).version
    except msgspec.ValidationError as error:
        raise _bad(path, f"it is not a project ({error})", "Choose a project that Portraits saved.") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _not_json(path, error) from error
    if version < OLDEST_VERSION:
        raise _bad(path, f"its version is {version}", "Choose a project that Portraits saved.")
    return version


def _not_json(path: Path, error: Exception) -> PortraitsError:
    if "truncated" in str(error):
        return _bad(path, "the file ends too early", "Open an autosaved or older copy of it.")
    return _bad(path, f"it is not a project ({error})", "Choose a project that Portraits saved.")


def _bad(path: Path, reason: str, todo: str) -> PortraitsError:
    return PortraitsError(
        ErrorCode.BAD_INPUT, f"The project {quoted(path)} cannot be used: {reason.rstrip('.')}.", todo
    )
