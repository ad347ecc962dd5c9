"""Finding a model in folders: caches, plain folders, collections of other programs, installed packages."""

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.models.catalog import Entry, HubSource, PackageSource, PersonSource
from engine.models.inspection import found_weights
from engine.models.layouts import Layout, missing_shards, recognise, walk_files
from engine.protocol.models import ModelCondition


@dataclass(frozen=True)
class Place:
    """Where the files of a model were found, and what is wrong there, if anything."""

    folder: Path
    condition: ModelCondition
    size: int = 0
    read_only: bool = False
    note: str = ""


def in_hub_cache(entry: Entry, source: HubSource, cache: Path, *, read_only: bool) -> list[Place]:
    """Look for a model in a Hugging Face cache, in the commit of its branch first."""
    repository = cache / hub_folder_name(source.repository)
    try:
        commits = sorted(path.name for path in (repository / "snapshots").iterdir())
    except OSError:
        return []
    try:
        first = (repository / "refs" / source.revision).read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        first = source.revision
    commits.sort(key=lambda commit: commit != first)
    return [
        place
        for commit in commits
        if (place := check_folder(entry, repository / "snapshots" / commit, read_only=read_only)) is not None
    ]


def in_added(entry: Entry, folder: Path) -> list[Place]:
    """Look for a model in a folder that is only read, whatever its layout."""
    layout = recognise(folder)
    found: list[Place] = []
    if isinstance(entry.source, HubSource):
        found += in_hub_cache(entry, entry.source, folder, read_only=True)
        found += in_hub_cache(entry, entry.source, folder / "hub", read_only=True)
        publisher, _, name = entry.source.repository.partition("/")
        for place in _named(folder, publisher, name):
            if checked := check_folder(entry, place, read_only=True):
                found.append(checked)
        found += _in_wrong_layout(name, folder, layout)
    if isinstance(entry.source, PersonSource):
        found += _own_checkpoint(folder)
    elif layout.kind in ("collection", "files") and len(entry.files) == 1:
        found += _single_file(entry, folder)
    return found


def check_folder(entry: Entry, folder: Path, *, read_only: bool) -> Place | None:
    """Return how much of a model lies in a folder, or None when none of it does."""
    needed = needed_files(entry, folder)
    wants_weights = any(_is_weight(file.name) for file in entry.files)
    if not needed or (wants_weights and not any(map(_is_weight, needed))):
        # Nothing, or configurations alone, which several models of one repository share.
        return None
    absent = [file.name for file in entry.files if not file.optional and not file.matching(needed)]
    absent += missing_shards(folder, set(needed))
    have = sum(size_of(folder / name) or 0 for name in needed)
    if absent:
        return Place(folder, "partial", have, read_only, f"{several(absent)} missing in {folder}.")
    return Place(folder, "found", have, read_only)


def needed_files(entry: Entry, folder: Path) -> list[str]:
    """Return the names, relative to a folder, of its files that belong to a model."""
    names = [path.relative_to(folder).as_posix() for path in walk_files(folder)]
    return sorted({name for file in entry.files for name in file.matching(names)})


def _is_weight(name: str) -> bool:
    return not name.endswith((".json", ".txt", ".model", ".jinja"))


def hub_folder_name(repository: str) -> str:
    """``org/name`` as the Hugging Face cache names its folder."""
    return "models--" + repository.replace("/", "--")


def package_folder(source: PackageSource) -> Path | None:
    """Where the files of an installed package lie, without importing it."""
    try:
        spec = importlib.util.find_spec(source.module)
    except (ImportError, ValueError):
        return None
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(next(iter(spec.submodule_search_locations)))


def in_package(entry: Entry, source: PackageSource) -> Place:
    folder = package_folder(source)
    if folder is None:
        return Place(Path(), "missing", note=f"The package {source.distribution} is not installed.")
    sizes = {file.name: size_of(folder / file.name) for file in entry.files}
    have = sum(size or 0 for size in sizes.values())
    wrong = [file.name for file in entry.files if sizes[file.name] != file.size]
    if wrong:
        note = f"{several(wrong)} of the package {source.distribution} changed; install the package again."
        return Place(folder, "damaged", have, read_only=True, note=note)
    return Place(folder, "installed", have, read_only=True)


def _named(folder: Path, publisher: str, name: str) -> list[Path]:
    """A folder, those in it and those in the publisher's, as far as they are called like a repository.

    Some programs put the publisher into the name. Upper and lower case are the same.
    """
    names = {each.lower() for each in (name, f"{publisher}_{name}")}
    places = (folder, *_entries(folder), *_entries(folder / publisher))
    return [place for place in places if place.name.lower() in names]


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _in_wrong_layout(name: str, folder: Path, layout: Layout) -> list[Place]:
    """The folder of the original layout whose diffusers repository is ``name``."""
    plain = name.removesuffix("-Diffusers")
    if plain == name:
        return []
    for place in (folder, folder / plain):
        if place.name.lower() == plain.lower():
            found = layout if place == folder else recognise(place)
            if found.kind == "original":
                return [Place(place, "wrong_layout", 0, read_only=True, note=found.explanation)]
    return []


def _single_file(entry: Entry, folder: Path) -> list[Place]:
    """One file of a given name anywhere in a collection of weights, as ComfyUI and A1111 keep them."""
    name = entry.files[0].name.rpartition("/")[2]
    for path in walk_files(folder, weights_only=True):
        if path.name == name:
            return [Place(path.parent, "found", size_of(path) or 0, read_only=True)]
    return []


def _own_checkpoint(folder: Path) -> list[Place]:
    """The first SDXL checkpoint below a folder, told by its header."""
    for file in found_weights([folder]):
        if (file.kind, file.family) == ("checkpoint", "SDXL"):
            return [Place(Path(file.path).parent, "found", file.size, read_only=True)]
    return []


def size_of(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def several(names: Sequence[str]) -> str:
    shown = ", ".join(names[:3])
    return shown if len(names) <= 3 else f"{shown} and {len(names) - 3} more"
