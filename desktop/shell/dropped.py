"""What a person drops or chooses, sorted by what becomes of it."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from desktop.state.packing import PACKED_SUFFIX
from engine.project.store import SUFFIX

TIMELINES = (".otio", ".xml")
"""OpenTimelineIO and Final Cut XML."""

_WEIGHTS = (".safetensors",)


class Dropped(NamedTuple):
    """Files by what becomes of them.

    Attributes:
        projects: are opened.
        packed: projects in one file; they are unpacked first.
        timelines: of other programs; a project is made of each.
        weights: styles (LoRA) and models; the store can look in their folders.
        own: files of the open project, which come from its gallery.
        media: everything else, folders too: what can be used of it joins the project.
    """

    projects: tuple[Path, ...]
    packed: tuple[Path, ...]
    timelines: tuple[Path, ...]
    weights: tuple[Path, ...]
    own: tuple[Path, ...]
    media: tuple[Path, ...]


def sort_dropped(files: Iterable[Path], media_folder: Path) -> Dropped:
    """Sort files by their names; nothing is read."""
    found: dict[str, list[Path]] = {kind: [] for kind in Dropped._fields}
    for path in files:
        found[_kind(path, media_folder)].append(path)
    return Dropped(**{kind: tuple(paths) for kind, paths in found.items()})


def _kind(path: Path, media_folder: Path) -> str:
    if path.name.endswith(PACKED_SUFFIX):
        return "packed"
    if path.suffix == SUFFIX:
        return "projects"
    if path.suffix.lower() in TIMELINES:
        return "timelines"
    if path.suffix.lower() in _WEIGHTS:
        return "weights"
    return "own" if path.parent == media_folder else "media"
