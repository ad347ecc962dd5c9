"""Moving the store: everything is in the new folder and right before anything in the old one is touched.

On the same disk files are linked, which takes neither time nor room; elsewhere they are copied, and each copy is read
again and compared. Then the new folder becomes the store, and only then the old files go.
"""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from engine.media.files import make_folder, unreadable, writing
from engine.models.catalog import HubSource, PackageSource
from engine.models.folders import add_folder
from engine.models.loaded import kept_models
from engine.models.manifest import FOLDER
from engine.models.places import hub_folder_name
from engine.models.settings import StoreSettings, change_settings
from engine.models.sizes import free_space, sized
from engine.models.store import Store
from engine.models.verify import cancellable_sha256
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import Artifact
from engine.protocol.jobs.store import MoveStoreJob

_CHUNK = 4 * 1024 * 1024
_SPARE = 500_000_000
"""Bytes that stay free on the disk of the new folder."""
_MEGABYTE = 1_000_000


class Piece(NamedTuple):
    """A file or symbolic link of the store, by its name relative to the store."""

    name: str
    size: int
    link: str
    """What a symbolic link points to, "" for a file."""


def run(job: MoveStoreJob, context: JobContext) -> list[Artifact]:
    """Move the store. There are no result files.

    Raises:
        PortraitsError: USAGE for a folder that cannot be the new store, DISK_FULL, CANNOT_WRITE, OUTPUT_EXISTS when it
            holds other files of the same names. The old store is whole then, and what was brought is gone again.
        Cancelled: before the new folder became the store; as above.
    """
    store = Store.default()
    target = Path(job.folder).expanduser().absolute()
    _check_target(store.folder, target)
    # Models that stay loaded have their files open, which some systems do not let go.
    kept_models.drop_all()
    make_folder(target)
    pieces = list(pieces_of(store))
    _check_room(store.folder, target, pieces)
    made: list[Path] = []
    try:
        _bring(store.folder, target, pieces, made, context)
        context.check_cancelled()
        change_settings(lambda settings: _moved_to(target, settings))
    except BaseException:
        _take_back(made, target)
        raise
    _clear(store.folder, pieces)
    if rest := list(pieces_of(store)):
        # A download may have ended in the old folder meanwhile: what is there must not seem lost.
        add_folder(store.folder)
        context.note(f"{len(rest)} files stayed in {store.folder}, which is still searched for models.")
    return []


def pieces_of(store: Store) -> Iterator[Piece]:
    """Yield every file of the store's models, and of what is kept about them; what other programs put there stays."""
    names = {FOLDER}
    for entry in store.catalog:
        place = None if isinstance(entry.source, PackageSource) else store.place_of(entry)
        inside = place is not None and not place.read_only and place.folder.is_relative_to(store.folder)
        if inside and isinstance(entry.source, HubSource):
            names.add(hub_folder_name(entry.source.repository))
    for name in sorted(names):
        for folder, _folders, files in os.walk(store.folder / name):
            for file in sorted(files):
                path = Path(folder) / file
                link = str(path.readlink()) if path.is_symlink() else ""
                size = 0 if link else path.stat().st_size
                yield Piece(path.relative_to(store.folder).as_posix(), size, link)


def _check_target(store: Path, target: Path) -> None:
    if target.resolve() == store.resolve():
        raise PortraitsError(ErrorCode.USAGE, f"The models lie in {target} already.", "Choose another folder.")
    if target.resolve().is_relative_to(store.resolve()):
        raise PortraitsError(
            ErrorCode.USAGE, f"{target} is inside the store that is moved.", "Choose a folder outside of it."
        )


def _check_room(store: Path, target: Path, pieces: list[Piece]) -> None:
    if _same_disk(store, target):
        return
    needed = sum(piece.size for piece in pieces if not (target / piece.name).is_file())
    free = free_space(target)
    if free and needed + _SPARE > free:
        raise PortraitsError(
            ErrorCode.DISK_FULL,
            f"The models take {sized(needed)}, and {sized(free)} are free in {target}.",
            "Free some space or choose another folder.",
            safe="Nothing was moved.",
        )


def _same_disk(store: Path, target: Path) -> bool:
    try:
        return store.stat().st_dev == target.stat().st_dev
    except OSError:
        return False


def _bring(store: Path, target: Path, pieces: list[Piece], made: list[Path], context: JobContext) -> None:
    total = max(1.0, sum(piece.size for piece in pieces) / _MEGABYTE)
    done = 0.0
    for piece in pieces:
        context.check_cancelled()
        context.progress("Bringing models", done, total, "MB")
        source, goal = store / piece.name, target / piece.name
        make_folder(goal.parent)
        if piece.link:
            _bring_link(source, goal, piece.link, made)
        elif not _is_there(source, goal, context):
            _bring_file(source, goal, made, context)
        done += piece.size / _MEGABYTE
    context.progress("Bringing models", total, total, "MB")


def _is_there(source: Path, goal: Path, context: JobContext) -> bool:
    """True when a move that was interrupted brought this file before; false when nothing of this name is there."""
    if not goal.is_file():
        return False
    same = source.samefile(goal) or (
        source.stat().st_size == goal.stat().st_size
        and cancellable_sha256(source, context) == cancellable_sha256(goal, context)
    )
    if not same:
        raise PortraitsError(
            ErrorCode.OUTPUT_EXISTS,
            f"{quoted(goal)} in {goal.parent} is another file than the one in the store.",
            "Choose an empty folder.",
            safe="Nothing was moved.",
        )
    return True


def _bring_link(source: Path, goal: Path, link: str, made: list[Path]) -> None:
    if goal.is_symlink() or goal.exists():
        return
    made.append(goal)
    try:
        goal.symlink_to(link)
    except OSError:
        # Without symbolic links a snapshot holds the files themselves.
        with writing(goal):
            shutil.copy2(source, goal)


def _bring_file(source: Path, goal: Path, made: list[Path], context: JobContext) -> None:
    try:
        os.link(source, goal)
    except OSError:
        _copy(source, goal, made, context)
    else:
        made.append(goal)


def _copy(source: Path, goal: Path, made: list[Path], context: JobContext) -> None:
    part = goal.with_name(f".{goal.name}.moving")
    made += [part, goal]
    digest = hashlib.sha256()
    with writing(goal), part.open("wb") as copy:
        for chunk in _chunks(source, context):
            digest.update(chunk)
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    shutil.copystat(source, part)
    if cancellable_sha256(part, context) != digest.hexdigest():
        raise PortraitsError(
            ErrorCode.CANNOT_WRITE,
            f"{quoted(goal)} could not be copied: what was read back differs.",
            "Check the disk, or choose another folder.",
            safe="The models are whole where they were.",
        )
    part.replace(goal)


def _chunks(path: Path, context: JobContext) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                context.check_cancelled()
                yield chunk
    except OSError as error:
        raise unreadable(path, error) from error


def _moved_to(folder: Path, settings: StoreSettings) -> StoreSettings:
    added = tuple(each for each in settings.added if each != str(folder))
    return structs.replace(settings, folder=str(folder), added=added)


def _take_back(made: list[Path], target: Path) -> None:
    """Leave the new folder as it was found."""
    for path in made:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
    _remove_empty({path.parent for path in made}, target)


def _clear(store: Path, pieces: list[Piece]) -> None:
    """Remove what was brought, as far as the system lets go of it."""
    for piece in pieces:
        with contextlib.suppress(OSError):
            (store / piece.name).unlink(missing_ok=True)
    _remove_empty({(store / piece.name).parent for piece in pieces}, store)


def _remove_empty(folders: set[Path], stop: Path) -> None:
    """Remove folders that are empty now, up to the store, which stays."""
    for folder in sorted(folders, key=lambda each: -len(each.parts)):
        for place in (folder, *folder.parents):
            if place == stop or not place.is_relative_to(stop):
                break
            try:
                place.rmdir()
            except OSError:
                break
