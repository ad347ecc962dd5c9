"""One zip with a project and its media for handing over, and the careful way back."""

import errno
import os
import shutil
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from engine.project.fields import check_inside_path
from engine.project.files import CHUNK, check_regular, hidden_beside, replacing, sha256_of, unwritable
from engine.project.folder import media_folder, require
from engine.project.schema import Project
from engine.project.store import MAX_PROJECT_BYTES, SUFFIX, encode, load
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

MAX_ENTRIES = 200_001
MAX_UNPACKED_BYTES = 256 * 2**30
MAX_RATIO = 200
"""Media hardly shrinks and JSON by about ten times; an entry that claims more is a zip bomb."""

_DAMAGED = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, ValueError)
"""What ``zipfile`` raises for a damaged or unusual archive."""

Step = Callable[[int, int], None]


def pack(
    project: Project, project_path: Path, output: Path, *, overwrite: bool = False, step: Step | None = None
) -> None:
    """Write a zip with the project and every media file it lists; other files of the media folder stay out.

    Args:
        project: the project as it is now, saved or not.
        project_path: its file; the zip takes its name from there.
        output: usually ``NAME.portraits.zip``.
        overwrite: replace a file that is there.
        step: told (files done, files in all) after each file; may raise to stop, and nothing is left behind.

    Raises:
        PortraitsError: OUTPUT_EXISTS, MISSING_INPUT when a media file is missing, BAD_INPUT when its bytes are not
            those the project knows, CANNOT_WRITE, DISK_FULL.
    """
    if output.exists() and not overwrite:
        raise PortraitsError(
            ErrorCode.OUTPUT_EXISTS, f"{quoted(output)} already exists.", "Pass --overwrite or choose another name."
        )
    files = [(item, require(project_path, item)) for item in project.media]
    folder = media_folder(project_path).name
    with replacing(output) as target, zipfile.ZipFile(target, "w", strict_timestamps=False) as archive:
        archive.writestr(project_path.name, encode(project, project_path), compress_type=zipfile.ZIP_DEFLATED)
        for done, (item, path) in enumerate(files, start=1):
            if sha256_of(path) != item.sha256:
                raise _bad(project_path, f"{item.name or item.path!r} was changed in its media folder")
            archive.write(path, f"{folder}/{item.path}", compress_type=zipfile.ZIP_STORED)
            if step is not None:
                step(done, len(files))


def unpack(archive_path: Path, folder: Path, *, step: Step | None = None) -> Path:
    """Unpack a zip into a new folder.

    Everything is written to a temporary folder first, checked by hash, and moved into place when whole.

    Args:
        archive_path: what :func:`pack` wrote, or what claims to be that.
        folder: the folder to make; it must not exist yet.
        step: told (files done, files in all) after each file; may raise to stop, and nothing is left behind.

    Returns:
        The project file in ``folder``.

    Raises:
        PortraitsError: OUTPUT_EXISTS; BAD_INPUT for a file that is no such zip, has links, encrypted or repeated
            entries, paths that leave the folder, too many or too large entries, or media with other bytes than the
            project says; CANNOT_WRITE, DISK_FULL.
    """
    if folder.exists() or folder.is_symlink():
        raise PortraitsError(
            ErrorCode.OUTPUT_EXISTS, f"The folder {quoted(folder)} already exists.", "Choose a folder that does not."
        )
    temporary = hidden_beside(folder)
    try:
        with _open(archive_path) as archive:
            entries = _checked_entries(archive, archive_path)
            _check_space(sum(entry.file_size for entry in entries), folder)
            temporary.mkdir(parents=True)
            for done, entry in enumerate(entries, start=1):
                _extract(archive, entry, temporary, archive_path)
                if step is not None:
                    step(done, len(entries))
        project_path = temporary / entries[0].filename
        _check_media(project_path, archive_path)
        os.replace(temporary, folder)  # noqa: PTH105 - the same call as in files.py
    except OSError as error:
        raise unwritable(folder, error) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return folder / project_path.name


def _open(path: Path) -> zipfile.ZipFile:
    check_regular(path, "packed project")
    try:
        return zipfile.ZipFile(path)
    except _DAMAGED as error:
        raise _bad(path, f"it is not a whole zip ({str(error).rstrip('.')})") from error
    except OSError as error:
        raise _bad(path, error.strerror or "the system refuses to read it") from error


def _checked_entries(archive: zipfile.ZipFile, path: Path) -> list[zipfile.ZipInfo]:
    """Return the file entries, the project first, after every check that needs no data."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if not 1 <= len(entries) <= MAX_ENTRIES:
        raise _bad(path, f"it has {len(entries)} files")
    projects = [entry for entry in entries if "/" not in entry.filename and entry.filename.endswith(SUFFIX)]
    if len(projects) != 1:
        raise _bad(path, f"it has {len(projects)} project files where one is expected")
    project = projects[0]
    folder = f"{project.filename.removesuffix(SUFFIX)} media/"
    seen: set[str] = set()
    for entry in entries:
        _check_entry(entry, path)
        # Two names that differ in case only would be one file on Windows and macOS.
        if entry.filename.casefold() in seen:
            raise _bad(path, f"{entry.filename!r} is in it twice")
        seen.add(entry.filename.casefold())
        if entry is not project and not entry.filename.startswith(folder):
            raise _bad(path, f"{entry.filename[:80]!r} does not lie in the project's media folder")
    if project.file_size > MAX_PROJECT_BYTES or sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        raise _bad(path, "it would be too large when unpacked")
    return [project, *(entry for entry in entries if entry is not project)]


def _check_entry(entry: zipfile.ZipInfo, path: Path) -> None:
    try:
        check_inside_path(entry.filename)
    except ValueError as error:
        raise _bad(path, str(error)) from error
    mode = entry.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise _bad(path, f"{entry.filename[:80]!r} is a link or a device, not a file")
    if entry.flag_bits & 0x1:
        raise _bad(path, f"{entry.filename[:80]!r} is encrypted")
    if entry.file_size > MAX_RATIO * max(entry.compress_size, 1024):
        raise _bad(path, f"{entry.filename[:80]!r} would grow {MAX_RATIO} times or more when unpacked")


def _check_space(needed: int, folder: Path) -> None:
    there = next((parent for parent in folder.absolute().parents if parent.exists()), None)
    if there is not None and shutil.disk_usage(there).free < needed:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))


def _extract(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: Path, path: Path) -> None:
    target = folder.joinpath(*entry.filename.split("/"))
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as output:
        for chunk in _data_of(archive, entry, path):
            output.write(chunk)


def _data_of(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> Iterator[bytes]:
    """Yield an entry's data, never more than it announced."""
    given = 0
    try:
        with archive.open(entry) as source:
            while chunk := source.read(CHUNK):
                given += len(chunk)
                if given > entry.file_size:
                    raise _bad(path, f"{entry.filename[:80]!r} is larger than it says")
                yield chunk
    except (*_DAMAGED, OSError) as error:  # a wrong offset makes the seek fail
        raise _bad(path, f"the data of {entry.filename[:80]!r} is damaged") from error


def _check_media(project_path: Path, path: Path) -> None:
    """Check that the unpacked project opens, that its media has the bytes it names, and that nothing else is there."""
    project = load(project_path)
    folder = media_folder(project_path)
    strangers = {file for file in folder.rglob("*") if file.is_file()} - {
        folder.joinpath(*item.path.split("/")) for item in project.media
    }
    for stranger in strangers:
        raise _bad(path, f"{stranger.name!r} is in it but not in the project")
    for item in project.media:
        if sha256_of(require(project_path, item)) != item.sha256:
            raise _bad(path, f"the file of {item.name or item.path!r} does not have the bytes the project names")


def _bad(path: Path, reason: str) -> PortraitsError:
    return PortraitsError(
        ErrorCode.BAD_INPUT,
        f"{quoted(path)} cannot be used: {reason}.",
        "Ask for it to be packed again.",
        safe="Nothing was written.",
    )
