"""Asking the Hugging Face hub what a repository has."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import quote

from huggingface_hub import HfApi, constants

from engine.models.catalog import Entry, HubSource, is_inside
from engine.models.retry import DEFAULT_PATIENCE, Patience, patiently
from engine.protocol.errors import ErrorCode, PortraitsError

_MAX_FILES = 10_000
_COMMIT, _SHA1, _SHA256 = (re.compile(pattern) for pattern in (r"[\w-]{1,100}", "[0-9a-f]{40}", "[0-9a-f]{64}"))


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
        PortraitsError: NETWORK, or MODEL_MISSING when a needed file is not there, access is refused, or the answer
            makes no sense.
    """
    place = endpoint or constants.ENDPOINT
    api = HfApi(endpoint=place, token=token or False)

    def ask() -> Listing:
        info = api.model_info(source.repository, revision=source.revision, files_metadata=True, timeout=patience.stall)
        commit = _named(info.sha, _COMMIT, entry)
        siblings = {each.rfilename: each for each in (info.siblings or [])[:_MAX_FILES] if is_inside(each.rfilename)}
        files = []
        for name in _needed(entry, siblings):
            each = siblings[name]
            files.append(
                RemoteFile(
                    name=name,
                    address=f"{place}/{source.repository}/resolve/{commit}/{quote(name)}",
                    size=each.size,
                    sha256=_named(each.lfs.sha256, _SHA256, entry) if each.lfs else "",
                    git_sha1="" if each.lfs or not each.blob_id else _named(each.blob_id, _SHA1, entry),
                )
            )
        return Listing(commit=commit, files=tuple(files))

    return patiently(ask, entry, patience, check)


def _named(text: str | None, pattern: re.Pattern[str], entry: Entry) -> str:
    """Return a commit or hash as the hub gives it, which becomes the name of a folder or file in the store."""
    if text is None or not pattern.fullmatch(text):
        raise PortraitsError(
            ErrorCode.MODEL_MISSING,
            f"The hub's answer about {entry.where_from} makes no sense.",
            "Try again later, or choose another mirror.",
        )
    return text


def _needed(entry: Entry, names: Collection[str]) -> list[str]:
    wanted: dict[str, None] = {}
    for file in entry.files:
        matching = file.matching(names)
        if not matching and not file.optional:
            raise PortraitsError(
                ErrorCode.MODEL_MISSING,
                f"The repository {entry.where_from} has no file {file.name}, which {entry.title} needs.",
                "The publisher may have changed it; update Portraits, or add a folder that has the files.",
            )
        wanted.update(dict.fromkeys(matching))
    return list(wanted)
