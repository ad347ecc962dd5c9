"""The catalog: every model the program speaks of, and those a person adds."""

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Annotated, Literal

import msgspec

from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.folders import config_folder
from engine.protocol.models import ModelKind

_BUILT_IN = Path(__file__).with_name("catalog.toml")
_MAX_CATALOG = 1_000_000

Sha256 = Annotated[str, msgspec.Meta(pattern=r"\A([0-9a-f]{64})?\Z")]
FileName = Annotated[str, msgspec.Meta(min_length=1, max_length=300)]


def is_inside(name: str) -> bool:
    """True for a relative path with forward slashes that stays inside its folder, on every system."""
    path = PurePosixPath(name)
    return bool(name) and not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name


class HubSource(msgspec.Struct, frozen=True, kw_only=True, tag="hub", tag_field="kind", forbid_unknown_fields=True):
    """A repository on the Hugging Face hub. ``revision`` is a branch, or a commit once one has been checked."""

    repository: Annotated[str, msgspec.Meta(pattern=r"\A[\w.-]+/[\w.-]+\Z", max_length=200)]
    revision: Annotated[str, msgspec.Meta(pattern=r"\A[\w./-]{1,100}\Z")] = "main"

    def __post_init__(self) -> None:
        # Both become folders of the store.
        if not is_inside(self.repository) or not is_inside(self.revision):
            raise ValueError(f"{self.repository!r} at {self.revision!r} leaves the store's folder")


class AddressSource(
    msgspec.Struct, frozen=True, kw_only=True, tag="address", tag_field="kind", forbid_unknown_fields=True
):
    """Files at web addresses; ``base`` and a file's name make the address."""

    base: Annotated[str, msgspec.Meta(pattern=r"\Ahttps?://[^\s?#]+/\Z", max_length=500)]


class PackageSource(
    msgspec.Struct, frozen=True, kw_only=True, tag="package", tag_field="kind", forbid_unknown_fields=True
):
    """Files inside a Python package that is installed with the program. ``module`` is where they lie."""

    distribution: str
    module: str


class PersonSource(
    msgspec.Struct, frozen=True, kw_only=True, tag="person", tag_field="kind", forbid_unknown_fields=True
):
    """Files that only the person has, found in the folders that were added."""


Source = HubSource | AddressSource | PackageSource | PersonSource


class FileSpec(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file that is needed, or several by a pattern with ``*``.

    ``also`` are names, no patterns, under which some copies have the same. ``size`` is their sum in bytes. ``inferred``
    marks figures and names that were deduced and not read.
    """

    name: FileName
    also: tuple[FileName, ...] = ()
    size: Annotated[int, msgspec.Meta(ge=0, le=10**13)] = 0
    sha256: Sha256 = ""
    optional: bool = False
    inferred: bool = False

    def __post_init__(self) -> None:
        for name in (self.name, *self.also):
            if not is_inside(name):
                raise ValueError(f"{name!r} leaves the model's folder")
        if self.sha256 and "*" in self.name:
            raise ValueError("A SHA-256 belongs to one file, not to a pattern")
        if any("*" in name for name in self.also):
            raise ValueError("An other name is no pattern")

    def matching(self, names: Iterable[str]) -> list[str]:
        """Return those of ``names`` that are this file or these files, sorted; other names count when none is there."""
        known = sorted(names)
        found = ([name for name in known if fnmatchcase(name, pattern)] for pattern in (self.name, *self.also))
        return next(filter(None, found), [])


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One model."""

    id: Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9][a-z0-9.-]{1,60}\Z")]
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
    purpose: Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
    kinds: tuple[ModelKind, ...]
    source: Source
    files: tuple[FileSpec, ...]
    licence: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    licence_url: str = ""
    must_accept: bool = False
    memory: Annotated[int, msgspec.Meta(ge=0, le=10**13)] = 0
    layout: Literal["diffusers", "files"] = "files"
    note: str = ""
    inferred: tuple[Literal["files", "memory", "licence", "source"], ...] = ()

    @property
    def size(self) -> int:
        """Bytes of the files that are needed, as far as they are known."""
        return sum(file.size for file in self.files if not file.optional)

    @property
    def size_inferred(self) -> bool:
        """True when a size was deduced, or is not known at all."""
        return any(file.inferred or not file.size for file in self.files if not file.optional)

    @property
    def where_from(self) -> str:
        """The source in words."""
        match self.source:
            case HubSource(repository=repository):
                return repository
            case AddressSource(base=base):
                return base
            case PackageSource(distribution=distribution):
                return f"part of the installation ({distribution})"
            case _:
                return "a file of your own"


class _CatalogFile(msgspec.Struct, forbid_unknown_fields=True):
    model: tuple[Entry, ...] = ()


class Catalog:
    """Entries by id, in the order of the file, and what was wrong with the person's own ones."""

    def __init__(self, entries: Iterable[Entry], problems: tuple[str, ...] = ()) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self.problems = problems

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._entries

    def get(self, identifier: str) -> Entry:
        """Return an entry.

        Raises:
            PortraitsError: USAGE for an unknown id, with the nearest known ones.
        """
        if identifier in self._entries:
            return self._entries[identifier]
        near = difflib.get_close_matches(identifier.lower(), self._entries, n=3, cutoff=0.4)
        raise PortraitsError(
            ErrorCode.USAGE,
            f'No model is called "{identifier[:80]}".',
            f"Did you mean {' or '.join(near)}?" if near else "portraits-engine models list shows all.",
        )


def user_catalog() -> Path:
    """Where a person's own entries are looked for."""
    return config_folder() / "catalog.toml"


@lru_cache(maxsize=1)
def built_in() -> tuple[Entry, ...]:
    """Return the entries that come with the program."""
    return msgspec.convert(tomllib.loads(_BUILT_IN.read_text("utf-8")), _CatalogFile).model


def load(own: Path | None = None) -> Catalog:
    """Return the built-in entries and the person's own ones.

    A wrong entry of the person's is left out and described in ``problems``; the others stay usable.

    Args:
        own: the person's catalog file, :func:`user_catalog` by default. It may be missing.
    """
    entries = {entry.id: entry for entry in built_in()}
    found, problems = _read_own(own or user_catalog())
    for entry in found:
        if entry.id in entries:
            problems.append(f'The model "{entry.id}" of your catalog has the id of a built-in one and was left out.')
        else:
            entries[entry.id] = entry
    return Catalog(entries.values(), tuple(problems))


def _read_own(path: Path) -> tuple[list[Entry], list[str]]:
    try:
        if path.stat().st_size > _MAX_CATALOG:
            return [], [f"Your catalog {quoted(path)} is larger than 1 MB and was left out."]
        raw = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return [], []
    except (OSError, UnicodeDecodeError) as error:
        return [], [f"Your catalog {quoted(path)} cannot be read: {error}."]
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return [], [f"Your catalog {quoted(path)} is not TOML: {error}. It was left out."]
    models = raw.pop("model", [])
    problems = [f'Your catalog {quoted(path)} has the unknown key "{key}".' for key in raw]
    if not isinstance(models, list):
        return [], [*problems, f"Your catalog {quoted(path)} needs entries that start with [[model]]."]
    entries: list[Entry] = []
    for number, model in enumerate(models, 1):
        try:
            entries.append(msgspec.convert(model, Entry))
        except msgspec.ValidationError as error:
            name = model.get("id", f"number {number}") if isinstance(model, dict) else f"number {number}"
            problems.append(f'The entry "{name}" of your catalog {quoted(path)} was left out: {_plain(error)}.')
    return entries, problems


def _plain(error: msgspec.ValidationError) -> str:
    """``Expected `int`, got `str` - at `$.files[0].size``` becomes ``files[0].size: expected int, got str``."""
    reason, _, where = str(error).partition(" - at `$")
    reason = re.sub(r"[`]", "", reason)
    where = where.rstrip("`").lstrip(".")
    return f"{where}: {reason[0].lower()}{reason[1:]}" if where else f"{reason[0].lower()}{reason[1:]}"
