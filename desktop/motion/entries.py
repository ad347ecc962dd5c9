"""The motions that can be chosen: those of the project, and those that are kept for every project."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop.create.results import file_stem
from engine.project.folder import resolve
from engine.project.schema import Project
from engine.protocol.errors import PortraitsError

SUFFIX = ".motion.npz"
SUFFIXES = (".npz", ".pkl", ".pickle", ".bvh")
FOLDER = "motions"


@dataclass(frozen=True)
class MotionEntry:
    """A motion in the list.

    Attributes:
        path: its file.
        name: what it is called.
        item_id: of the project's item, "" for one that is kept for every project.
        frames: how many; 0 while that is not known.
        fps: frames per second; 0 while that is not known.
    """

    path: Path
    name: str
    item_id: str = ""
    frames: int = 0
    fps: float = 0.0

    @property
    def kept(self) -> bool:
        """Whether it is kept for every project."""
        return not self.item_id

    @property
    def seconds(self) -> float:
        return self.frames / self.fps if self.fps else 0.0


def motion_name(name: str) -> str:
    """Return a file's name without what a motion file adds."""
    stem = name.removesuffix(SUFFIX)
    return stem if stem != name else Path(name).stem


def project_entries(project: Project, project_path: Path) -> list[MotionEntry]:
    """Return the motions of a project, the newest first."""
    found = []
    for item in reversed(project.media):
        if item.kind != "motion":
            continue
        try:
            path = resolve(project_path, item)
        except PortraitsError:
            continue
        name = motion_name(item.name or path.name)
        found.append(MotionEntry(path, name, item.id, item.info.frames, item.info.fps))
    return found


class KeptMotions:
    """The folder of motions that are kept for every project.

    Args:
        folder: is made with the first motion.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def paths(self) -> list[Path]:
        """Return the files, by name."""
        try:
            return sorted(
                (path for path in self.folder.iterdir() if path.name.endswith(SUFFIX)), key=lambda p: p.name.lower()
            )
        except OSError:
            return []

    def free_path(self, name: str) -> Path:
        """Return a path that no motion has yet."""
        stem = file_stem(name)
        path, number = self.folder / f"{stem}{SUFFIX}", 1
        while path.exists():
            number += 1
            path = self.folder / f"{stem} {number}{SUFFIX}"
        return path

    def keep(self, source: Path, name: str) -> Path:
        """Keep a copy of a motion file. Raises OSError when it cannot be written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.free_path(name)
        beside = path.with_name(f".{path.name}.new")
        shutil.copyfile(source, beside)
        beside.replace(path)
        return path

    def rename(self, path: Path, name: str) -> Path:
        """Give a motion another name. Raises OSError."""
        if name == motion_name(path.name):
            return path
        return path.rename(self.free_path(name))


def matching(entries: Iterable[MotionEntry], words: str) -> list[MotionEntry]:
    """Return the entries whose name or length has all the words."""
    wanted = words.lower().split()
    return [
        entry
        for entry in entries
        if all(word in f"{entry.name} {entry.frames} {entry.seconds:.1f}".lower() for word in wanted)
    ]
