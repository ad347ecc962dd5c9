"""Finding media that is missing, by its bytes."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from engine.project.files import copy_hashed, sha256_of, unwritable
from engine.project.folder import media_folder, resolve
from engine.project.media import MediaItem
from engine.project.schema import Project
from engine.protocol.errors import PortraitsError

MAX_FILES = 1_000_000
"""A search looks at no more files than this."""


def missing_media(project: Project, project_path: Path, *, verify: bool = False) -> list[MediaItem]:
    """Return the items whose file is not there or has another size; with ``verify`` also those with other bytes."""
    return [item for item in project.media if not _is_whole(project_path, item, verify=verify)]


def find_media(
    missing: Iterable[MediaItem], folders: Iterable[Path], *, seen: Callable[[int], None] | None = None
) -> dict[str, Path]:
    """Look for the files of missing items in folders and everything below them. Links are not followed.

    Args:
        missing: what to look for; only files of the right size are hashed.
        folders: where to look. A folder that cannot be read is passed over.
        seen: told the number of files looked at so far; may raise to stop the search.

    Returns:
        SHA-256 -> a file with these bytes, for what was found.
    """
    wanted = {item.sha256: item.size for item in missing}
    found: dict[str, Path] = {}
    for count, path in enumerate(_files_below(folders), start=1):
        if len(found) == len(wanted) or count > MAX_FILES:
            break
        if seen is not None:
            seen(count)
        digest = _digest_if_size(path, {size for sha256, size in wanted.items() if sha256 not in found})
        if digest in wanted:
            found.setdefault(digest, path)
    return found


def relink(project: Project, project_path: Path, folders: Iterable[Path]) -> tuple[list[MediaItem], list[MediaItem]]:
    """Find missing media in ``folders`` and copy it back into the media folder under its name.

    The project file does not change: an item is its bytes, wherever they came from.

    Returns:
        The items that are back, and those still missing.

    Raises:
        PortraitsError: CANNOT_WRITE or DISK_FULL.
    """
    missing = missing_media(project, project_path, verify=True)
    found = find_media(missing, folders)
    for item in missing:
        if item.sha256 in found:
            _put_back(found[item.sha256], project_path, item)
    back = [item for item in missing if item.sha256 in found]
    return back, [item for item in missing if item.sha256 not in found]


def _is_whole(project_path: Path, item: MediaItem, *, verify: bool) -> bool:
    try:
        path = resolve(project_path, item)
        if not path.is_file() or path.stat().st_size != item.size:
            return False
        return not verify or sha256_of(path) == item.sha256
    except (PortraitsError, OSError):
        return False


def _files_below(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for where, below, names in os.walk(folder):
            below.sort()
            for name in sorted(names):
                yield Path(where, name)


def _digest_if_size(path: Path, sizes: set[int]) -> str:
    """Return the file's hash when its size is one of those wanted and it can be read, else an empty string."""
    try:
        if path.is_symlink() or path.stat().st_size not in sizes:
            return ""
        return sha256_of(path)
    except (PortraitsError, OSError):
        return ""


def _put_back(source: Path, project_path: Path, item: MediaItem) -> None:
    target = media_folder(project_path).joinpath(*item.path.split("/"))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_symlink() or target.is_file():
            target.unlink()  # A link that leads away, or damaged bytes that would pass for the copy by their size.
    except OSError as error:
        raise unwritable(target, error) from error
    copy_hashed(source, target.parent, target.suffix)
