"""Which packs are installed, and putting them into force. Imported before anything heavy; standard library and msgspec.

A pack lies unpacked in a folder of its own below :func:`packs_folder`; a small file ``NAME.json`` beside it names that
folder. Replacing this one file is what installs, updates and removes a pack, so that it is always whole or not there.
"""

import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Annotated

import msgspec

from engine.packs.system import this_system
from engine.protocol.folders import data_folder

_MAX_NOTE = 100_000


class Installed(msgspec.Struct, frozen=True, kw_only=True):
    """An installed pack. ``size`` is the sum of its files in bytes."""

    id: str
    title: str
    folder: Annotated[str, msgspec.Meta(pattern=r"\A\w[\w.-]{0,99}\Z")]
    """Its name in :func:`packs_folder`."""
    system: str
    replaces: dict[str, str]
    size: int
    archives: tuple[str, ...] = ()
    """SHA-256 of what it was made of."""


def packs_folder() -> Path:
    """Return where packs lie."""
    return data_folder() / "packs"


def is_frozen() -> bool:
    """Whether this is the installed application. A copy from source has the PyTorch that pip brought."""
    return bool(getattr(sys, "frozen", False))


def installed(folder: Path) -> Iterator[Installed]:
    """Yield the packs of a folder whose files are there; notes that cannot be read are passed over."""
    try:
        notes = sorted(path for path in folder.iterdir() if path.suffix == ".json" and not path.name.startswith("."))
    except OSError:
        return
    for note in notes:
        try:
            if note.stat().st_size > _MAX_NOTE:
                continue
            found = msgspec.json.decode(note.read_bytes(), type=Installed)
        except (OSError, ValueError):
            continue
        if found.id == note.stem and found.folder not in (".", "..") and (folder / found.folder).is_dir():
            yield found


def misfit(pack: Installed, paths: list[str] | None = None) -> str:
    """Return why a pack does not fit this copy, as a sentence, or "".

    Args:
        pack: the installed pack.
        paths: where the packages that it replaces lie; ``sys.path`` by default.
    """
    if pack.system != this_system():
        return f"{pack.title} was made for another system ({pack.system})."
    for name, wanted in pack.replaces.items():
        found = next(iter(metadata.distributions(name=name, path=sys.path if paths is None else paths)), None)
        version = found.version.partition("+")[0] if found is not None else "none"
        if version != wanted:
            return f"{pack.title} was made for {name} {wanted}, and this version of Portraits has {version}."
    return ""


def use_packs(folder: Path | None = None) -> list[str]:
    """Let this process import from the installed packs instead of from its own copies.

    Call it before anything heavy is imported.

    Args:
        folder: where packs lie, :func:`packs_folder` by default.

    Returns:
        The folders that were put before all others.
    """
    place = folder or packs_folder()
    found = list(installed(place))
    if not found:
        return []
    fitting = [str(place / pack.folder) for pack in found if not misfit(pack)]
    sys.path[:0] = fitting
    return fitting
