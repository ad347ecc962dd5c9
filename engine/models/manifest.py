"""What was checked of an installed model: a small file in the store, written when every hash was right."""

from pathlib import Path
from typing import Annotated

import msgspec

from engine.media.files import atomic_output, make_folder
from engine.models.catalog import Sha256, is_inside
from engine.protocol.values import from_json, to_json

FOLDER = ".portraits"
_MAX_MANIFEST = 5_000_000


class CheckedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file as it was when it was checked.

    ``modified`` is its time stamp in nanoseconds; ``sha256`` is the hash it should have.
    """

    name: str
    size: Annotated[int, msgspec.Meta(ge=0)]
    sha256: Sha256
    modified: int = 0
    damaged: bool = False
    """True when the last check found another content."""

    def __post_init__(self) -> None:
        if not is_inside(self.name):
            raise ValueError(f"{self.name!r} leaves the model's folder")


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """The files of one model. ``folder`` is where they lie, relative to the store when inside it."""

    id: str
    folder: str
    revision: str = ""
    files: tuple[CheckedFile, ...]

    def __post_init__(self) -> None:
        if not Path(self.folder).is_absolute() and not is_inside(self.folder):
            raise ValueError(f"{self.folder!r} leaves the store")

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)


def manifest_path(store: Path, identifier: str) -> Path:
    """Where the manifest of a model lies in a store."""
    return store / FOLDER / f"{identifier}.json"


def unfinished_path(store: Path, identifier: str) -> Path:
    """Where the plan of a download lies until every file is there and right."""
    return store / FOLDER / f"{identifier}.unfinished.json"


def read_manifest(store: Path, identifier: str) -> Manifest | None:
    """Return a model's manifest, or None when there is none or it cannot be trusted."""
    return _read(manifest_path(store, identifier), identifier)


def read_unfinished(store: Path, identifier: str) -> Manifest | None:
    """Return the files that an unfinished download is about, or None when there is none."""
    return _read(unfinished_path(store, identifier), identifier)


def _read(path: Path, identifier: str) -> Manifest | None:
    try:
        if path.stat().st_size > _MAX_MANIFEST:
            return None
        manifest = from_json(path.read_bytes(), Manifest)
    except (OSError, ValueError):
        return None
    return manifest if manifest.id == identifier else None


def write_unfinished(store: Path, planned: Manifest) -> None:
    """Keep what a download is about; until it is finished, its files never count as a whole model."""
    _write(unfinished_path(store, planned.id), planned)


def write_manifest(store: Path, manifest: Manifest) -> None:
    """Keep a manifest; from now on the model counts as installed."""
    _write(manifest_path(store, manifest.id), manifest)
    unfinished_path(store, manifest.id).unlink(missing_ok=True)


def _write(path: Path, manifest: Manifest) -> None:
    make_folder(path.parent)
    with atomic_output(path, overwrite=True) as temporary:
        temporary.write_bytes(to_json(manifest, indent=1))
