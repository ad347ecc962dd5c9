"""Unpacking the wheels of a pack into one folder."""

import shutil
import stat
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

from engine.media.files import writing
from engine.models.catalog import is_inside
from engine.models.sizes import free_space, sized
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

_MAX_UNPACKED = 40 * 10**9
_MAX_FILES = 200_000
_SPARE_DISK = 100_000_000
_BLOCK = 4 * 1024 * 1024


def place_in_packages(name: str) -> str:
    """Return where a member of a wheel belongs among the packages, "" for one that does not belong there.

    ``torch-2.13.0.data/purelib/functorch/x.py`` becomes ``functorch/x.py``; scripts and headers have no use in a pack.
    """
    first, _, rest = name.partition("/")
    if not first.endswith(".data"):
        return name
    kind, _, inside = rest.partition("/")
    return inside if kind in ("purelib", "platlib") else ""


def unpack(archives: Sequence[Path], folder: Path, on_bytes: Callable[[int, int], None]) -> int:
    """Unpack wheels into a folder that is there and empty.

    Args:
        archives: the wheels; a later one may not contain a file of an earlier one.
        folder: where to.
        on_bytes: told how many bytes of how many are written, after 4 MB at most; what it raises ends the unpacking.

    Returns:
        The sum of all files in bytes.

    Raises:
        PortraitsError: BAD_MODEL (an archive is damaged, too large or leaves the folder), DISK_FULL or CANNOT_WRITE.
    """
    opened = [(archive, _members(archive)) for archive in archives]
    total = sum(member.file_size for _, members in opened for member, _ in members)
    count = sum(len(members) for _, members in opened)
    if total > _MAX_UNPACKED or count > _MAX_FILES:
        raise _bad(archives[0], f"the pack would have {count} files of {sized(total)}")
    free = free_space(folder)
    if total + _SPARE_DISK > free:
        raise PortraitsError(
            ErrorCode.DISK_FULL,
            f"Unpacking needs {sized(total)}, and {sized(free)} are free in {quoted(folder)}.",
            "Free some space; what was downloaded is kept.",
        )
    done = 0
    for archive, members in opened:
        try:
            with zipfile.ZipFile(archive) as source:
                for member, name in members:
                    done = _write(source, member, folder / name, done, total, on_bytes)
        except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError) as error:
            raise _bad(archive, str(error)) from error
    return total


def _members(archive: Path) -> list[tuple[zipfile.ZipInfo, str]]:
    """Return the files of a wheel that are needed, with their places."""
    try:
        with zipfile.ZipFile(archive) as source:
            infos = source.infolist()
    except (zipfile.BadZipFile, OSError) as error:
        raise _bad(archive, str(error)) from error
    found: list[tuple[zipfile.ZipInfo, str]] = []
    for member in infos:
        name = place_in_packages(member.filename)
        if member.is_dir() or not name:
            continue
        kind = stat.S_IFMT(member.external_attr >> 16)
        if not is_inside(name) or kind not in (0, stat.S_IFREG):
            raise _bad(archive, f'"{member.filename[:80]}" is no plain file inside of the pack')
        found.append((member, str(PurePosixPath(name))))
    return found


def _write(
    source: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    target: Path,
    done: int,
    total: int,
    on_bytes: Callable[[int, int], None],
) -> int:
    with writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        # "x": two wheels with the same file would leave a mixture behind.
        with source.open(member) as packed, target.open("xb") as file:
            while block := packed.read(_BLOCK):
                file.write(block)
                done += len(block)
                on_bytes(done, total)
    if (member.external_attr >> 16) & stat.S_IXUSR:
        target.chmod(0o755)
    return done


def size_of_folder(folder: Path) -> int:
    """Return the sum of all files below a folder in bytes, compiled Python left out: it appears with use."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")


def remove_folder(folder: Path) -> bool:
    """Delete a folder as far as the system lets go of its files; return whether it is gone."""
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()


def _bad(archive: Path, reason: str) -> PortraitsError:
    return PortraitsError(
        ErrorCode.BAD_MODEL,
        f"{quoted(archive)} cannot be unpacked: {reason}.",
        "Install the pack again.",
        safe="What was installed before still is.",
    )
