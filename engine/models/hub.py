"""Asking the Hugging Face hub what a repository has."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase

from huggingface_hub import HfApi, constants

from engine.models.catalog import Entry, HubSource
from engine.models.manifest import is_inside
from engine.models.retry import DEFAULT_PATIENCE, Patience, patiently
from engine.protocol.errors import ErrorCode, PortraitsError

_MAX_FILES = 10_000


@dataclass(frozen=True)
class RemoteFile:
    """A file at its source. ``git_sha1`` is the hub's hash of small files, ``sha256`` that of large ones."""

    name: str
    address: str
    size: int | None = None
    sha256: str = ""
    git_sha1: str = ""


@dataclass(frozen=True)
class Listing:
    """What is needed of a repository at one commit."""

    commit: str
    files: tuple[RemoteFile, ...]


def list_files(
    entry: Entry,
    source: HubSource,
    *,
    token: str | None,
    endpoint: str | None = None,
    patience: Patience = DEFAULT_PATIENCE,
    check: Callable[[], None] = lambda: None,
) -> Listing:
    """Ask which files a repository has now and pick those that the entry needs.

    Raises:
        PortraitsError: NETWORK, or MODEL_MISSING when a needed file is not there or access is refused.
    """
    place = endpoint or constants.ENDPOINT
    api = HfApi(endpoint=place, token=token or False)

    def ask() -> Listing:
        info = api.model_info(source.repository, revision=source.revision, files_metadata=True, timeout=patience.stall)
        siblings = {each.rfilename: each for each in (info.siblings or [])[:_MAX_FILES] if is_inside(each.rfilename)}
        files = []
        for name in _needed(entry, siblings):
            each = siblings[name]
            files.append(
                RemoteFile(
                    name=name,
                    address=f"{place}/{source.repository}/resolve/{info.sha}/{name}",
                    size=each.size,
                    sha256=each.lfs.sha256 if each.lfs else "",
                    git_sha1="" if each.lfs else each.blob_id or "",
                )
            )
        return Listing(commit=info.sha or source.revision, files=tuple(files))

    return patiently(ask, entry, patience, check)


def _needed(entry: Entry, names: Iterable[str]) -> list[str]:
    wanted: dict[str, None] = {}
    for file in entry.files:
        matching = sorted(name for name in names if fnmatchcase(name, file.name))
        if not matching and not file.optional:
            raise PortraitsError(
                ErrorCode.MODEL_MISSING,
                f"The repository {entry.where_from} has no file {file.name}, which {entry.title} needs.",
                "The publisher may have changed it; update Portraits, or add a folder that has the files.",
            )
        wanted.update(dict.fromkeys(matching))
    return list(wanted)
