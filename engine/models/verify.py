"""Checking the files of a model against their hashes, and removing models."""

import contextlib
import hashlib
import re
from pathlib import Path

from msgspec import structs

from engine.media.files import unreadable, writing
from engine.models.catalog import Entry, PackageSource
from engine.models.manifest import (
    CheckedFile,
    Manifest,
    manifest_path,
    read_manifest,
    read_unfinished,
    unfinished_path,
    write_manifest,
)
from engine.models.places import needed_files
from engine.models.store import Store
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError

_CHUNK = 4 * 1024 * 1024
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SHA1 = re.compile(r"[0-9a-f]{40}")


def cancellable_sha256(path: Path, context: JobContext) -> str:
    """Return a file's SHA-256; cancelling works between chunks of 4 MB.

    Raises:
        PortraitsError: when it cannot be read.
    """
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                context.check_cancelled()
                digest.update(chunk)
    except OSError as error:
        raise unreadable(path, error) from error
    return digest.hexdigest()


def git_sha1_of(path: Path) -> str:
    """Return the hash that git gives a file's content, which the hub uses for small files."""
    digest = hashlib.sha1(b"blob %d\x00" % path.stat().st_size, usedforsecurity=False)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def verify(entry: Entry, store: Store, context: JobContext) -> list[str]:
    """Read every file of a model and compare hashes; a model that is right is marked installed.

    Hashes come from the catalog, from the check at the download, or from the names of blobs in a hub cache. Files of
    which no hash is known are remembered as they are now, with a note.

    Returns:
        One sentence for each file that is wrong; empty when all is well.

    Raises:
        PortraitsError: MODEL_MISSING when nothing is there.
    """
    place = store.place_of(entry)
    if place.condition not in ("installed", "found", "damaged"):
        raise PortraitsError(
            ErrorCode.MODEL_MISSING,
            place.note or f"{entry.title} is not {'complete' if place.condition == 'partial' else 'installed'}.",
            f"Download it: portraits-engine models download {entry.id}.",
        )
    manifest = read_manifest(store.folder, entry.id)
    known = {file.name: file for file in manifest.files} if manifest else {}
    expected = {file.name: file.sha256 for file in entry.files if file.sha256}
    names = sorted(known) or needed_files(entry, place.folder)
    checked: list[CheckedFile] = []
    problems: list[str] = []
    unknown = 0
    for number, name in enumerate(names):
        context.progress(f"Checking {entry.title}", number, len(names), "files")
        before = known.get(name)
        wanted = (before.sha256 if before else "") or expected.get(name, "")
        file, right = _check_file(place.folder, name, wanted, context)
        checked.append(file if before is None or right is not False else structs.replace(before, damaged=True))
        if right is False:
            gone = not (place.folder / name).exists()
            problems.append(f"{name} {'is gone' if gone else 'has another content than it should have'}.")
        unknown += right is None
    context.progress(f"Checking {entry.title}", len(names), len(names), "files")
    if unknown:
        context.note(
            f"No hash is known for {unknown} of {len(names)} files of {entry.title}; "
            "they are remembered as they are now."
        )
    if not isinstance(entry.source, PackageSource):
        write_manifest(store.folder, _manifest(entry, store, place.folder, manifest, checked))
    return problems


def _check_file(folder: Path, name: str, wanted: str, context: JobContext) -> tuple[CheckedFile, bool | None]:
    """Return a file as it is now, and whether it is right; None when no hash of it is known."""
    path = folder / name
    try:
        status = path.stat()
        digest = cancellable_sha256(path, context)
    except (OSError, PortraitsError):
        return CheckedFile(name=name, size=0, sha256=wanted, damaged=True), False
    wanted = wanted or _blob_sha256(path)
    right = digest == wanted if wanted else _matches_blob_sha1(path)
    file = CheckedFile(name=name, size=status.st_size, sha256=digest, modified=status.st_mtime_ns)
    # A wrong file keeps the hash that it should have, so that a later check finds it wrong again.
    return (file if right is not False else structs.replace(file, sha256=wanted, damaged=True)), right


def remove(entry: Entry, store: Store) -> int:
    """Delete a downloaded model for good; it can be downloaded again. Files that another model shares stay.

    Returns:
        The bytes that were freed.

    Raises:
        PortraitsError: NOT_AVAILABLE when it lies in a folder that is only read or in the installation,
            MODEL_MISSING when it is not there.
    """
    place = store.place_of(entry)
    manifest = read_manifest(store.folder, entry.id) or read_unfinished(store.folder, entry.id)
    if place.condition == "missing" and manifest is None:
        raise PortraitsError(ErrorCode.MODEL_MISSING, f"{entry.title} is not installed.", "There is nothing to remove.")
    if isinstance(entry.source, PackageSource):
        raise PortraitsError(
            ErrorCode.NOT_AVAILABLE,
            f"{entry.title} is part of Portraits and goes with it.",
            "There is nothing to remove.",
        )
    if place.read_only:
        raise PortraitsError(
            ErrorCode.NOT_AVAILABLE,
            f"{entry.title} lies in {place.folder}, which is only read.",
            "Take the folder off the list: portraits-engine models remove FOLDER; its files stay.",
        )
    freed = _remove_parts(store.parts_folder(entry.id))
    # The mark goes first: should the rest fail, nothing half-removed counts as installed.
    manifest_path(store.folder, entry.id).unlink(missing_ok=True)
    shared = _shared_names(entry, store)
    names = {file.name for file in manifest.files} if manifest else set(needed_files(entry, place.folder))
    # The codec of the large voice lies there under its other name as well, once it was converted.
    names.update(name for file in entry.files for name in file.also)
    for name in sorted(names):
        path = place.folder / name
        if str(path) not in shared:
            freed += _remove_file(path)
    unfinished_path(store.folder, entry.id).unlink(missing_ok=True)
    _remove_empty_folders(place.folder, store.folder)
    return freed


def _remove_file(path: Path) -> int:
    """Remove a file or a link with its blob, unless another snapshot shows the same blob."""
    with writing(path):
        if not path.is_symlink():
            size = path.stat().st_size if path.exists() else 0
            path.unlink(missing_ok=True)
            return size
        blob = path.resolve()
        path.unlink()
        snapshots = blob.parent.parent / "snapshots"
        if blob.parent.name != "blobs" or not blob.is_file():
            return 0
        others = (each for each in snapshots.rglob("*") if each.is_symlink())
        if any(each.resolve() == blob for each in others):
            return 0
        size = blob.stat().st_size
        blob.unlink()
        return size


def _shared_names(entry: Entry, store: Store) -> set[str]:
    """Paths that another installed model of the same repository uses."""
    shared = set()
    for other in store.catalog:
        manifest = None if other.id == entry.id else read_manifest(store.folder, other.id)
        if manifest is not None and not Path(manifest.folder).is_absolute():
            shared |= {str(store.folder / manifest.folder / file.name) for file in manifest.files}
    return shared


def _remove_parts(folder: Path) -> int:
    freed = 0
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            freed += path.stat().st_size
            path.unlink()
        folder.rmdir()
    return freed


def _remove_empty_folders(folder: Path, stop: Path) -> None:
    """Remove the folders that are empty now, from the deepest up to the store."""
    below = sorted((path for path in folder.rglob("*") if path.is_dir()), key=lambda path: -len(path.parts))
    for place in (*below, folder, *folder.parents):
        if place == stop or stop not in place.parents:
            break
        try:
            place.rmdir()
        except OSError:
            continue


def _manifest(entry: Entry, store: Store, folder: Path, before: Manifest | None, files: list[CheckedFile]) -> Manifest:
    inside = folder.is_relative_to(store.folder)
    shown = folder.relative_to(store.folder).as_posix() if inside else str(folder)
    return Manifest(id=entry.id, folder=shown, revision=before.revision if before else "", files=tuple(files))


def _blob_sha256(path: Path) -> str:
    """The SHA-256 that a hub cache promises by the name of the blob, or an empty string."""
    with contextlib.suppress(OSError, RuntimeError):
        blob = path.resolve(strict=True)
        if blob.parent.name == "blobs" and _SHA256.fullmatch(blob.name):
            return blob.name
    return ""


def _matches_blob_sha1(path: Path) -> bool | None:
    """Whether a small file in a hub cache is what the name of its blob promises; None when there is no promise."""
    with contextlib.suppress(OSError, RuntimeError):
        blob = path.resolve(strict=True)
        if blob.parent.name == "blobs" and _SHA1.fullmatch(blob.name):
            return git_sha1_of(blob) == blob.name
    return None
