"""One import that is going on, how far it is, and its end."""

from collections import deque
from pathlib import Path
from typing import NamedTuple

import msgspec

from desktop.state.recipes import with_folders
from engine.project.media import FILE_KINDS, MediaItem, MediaKind
from engine.protocol.errors import Failure, PortraitsError
from engine.protocol.jobs import AnyJob
from engine.protocol.jobs.base import MediaInfo
from engine.protocol.queries import ProbeReply
from engine.protocol.recipe import Recipe, from_text

_RESULT_KINDS: dict[str, MediaKind] = {"voice": "voice", "animate": "animation", "video": "shot"}


class ImportStep(msgspec.Struct, frozen=True):
    """How far an import is."""

    done: int
    total: int


class ImportReport(msgspec.Struct, frozen=True):
    """The end of an import: what came in, and what did not, with the reason."""

    items: tuple[MediaItem, ...]
    problems: tuple[tuple[str, Failure], ...]
    """(path, why)"""
    made: bool = False
    """These are the results of a job, and were not brought by a person."""


class Result(NamedTuple):
    """A file that a job made among others, and the recipe it has when it carries none."""

    job: AnyJob
    media: MediaInfo
    recipe: Recipe

    def own_recipe(self, reply: object) -> Recipe:
        if isinstance(reply, ProbeReply) and reply.recipe:
            try:
                return with_folders(from_text(reply.recipe, "result"), self.job)
            except PortraitsError:
                return self.recipe
        return self.recipe


class Batch:
    """One import that is going on, into the project that was open at its start."""

    def __init__(self, label: str, project_path: Path, *, made: bool = False) -> None:
        self.label = label
        self.project_path = project_path
        self.made = made
        self.waiting: deque[Path] = deque()
        self.total = 0
        self.asked: dict[int, Path] = {}
        self.results: dict[Path, Result] = {}
        self.copying = 0
        self.listed = False
        self.items: list[MediaItem] = []
        self.problems: list[tuple[str, Failure]] = []

    @property
    def done(self) -> int:
        return self.total - len(self.waiting) - len(self.asked) - self.copying

    @property
    def ended(self) -> bool:
        return self.listed and self.done == self.total


def kind_by_recipe(recipe: Recipe | None, media: MediaInfo) -> MediaKind | None:
    """Return what a file is for the person by the job that made it; None for what the file itself says."""
    kind = _RESULT_KINDS.get(recipe.job["kind"]) if recipe is not None else None
    return kind if kind is not None and FILE_KINDS[kind] == media.kind else None
