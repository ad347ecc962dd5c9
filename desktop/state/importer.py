"""Bringing files into the project: the engine says what they are, then they are copied into the media folder."""

import os
from collections import deque
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from desktop.link.base import EngineBase
from desktop.link.events import Answered
from desktop.state import media_edits
from desktop.state.background import Background
from desktop.state.document import Document
from engine import __version__
from engine.project.folder import add_media
from engine.project.media import MediaItem, MediaKind
from engine.project.schema import Project
from engine.protocol.errors import ErrorCode, Failure, PortraitsError
from engine.protocol.jobs import AnyJob, VoiceJob
from engine.protocol.jobs.base import Artifact, MediaInfo, Source
from engine.protocol.queries import Probe, ProbeReply
from engine.protocol.recipe import Recipe, from_text, recipe_of

MAX_FILES = 20_000
"""More files than this are not taken at once."""

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".gif", ".apng", ".heic", ".heif", ".avif")
MOVIES = (".mp4", ".mov", ".mkv", ".m4v", ".webm", ".avi")
SOUNDS = (".wav", ".mp3", ".flac", ".ogg", ".opus", ".m4a", ".aac")
MOTIONS = (".npz",)
SUFFIXES = frozenset((*PICTURES, *MOVIES, *SOUNDS, *MOTIONS))
"""What is taken out of a dropped folder; a file that is dropped by itself is always looked at."""

_ASKED_AT_ONCE = 4
_KINDS = ("picture", "movie", "sound", "motion")


class ImportStep(msgspec.Struct, frozen=True):
    """How far an import is."""

    done: int
    total: int


class ImportReport(msgspec.Struct, frozen=True):
    """The end of an import: what came in, and what did not, with the reason."""

    items: tuple[MediaItem, ...]
    problems: tuple[tuple[str, Failure], ...]
    """(path, why)"""


class _Batch:
    """One import that is going on."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.waiting: deque[Path] = deque()
        self.total = 0
        self.asked: dict[int, Path] = {}
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


class Importer(QObject):
    """Adds files and results to the document; one undo step for each import.

    Args:
        engine: says what is in a file.
        document: where they go.
    """

    progressed = Signal(object)  # arg: ImportStep
    finished = Signal(object)  # arg: ImportReport

    def __init__(self, engine: EngineBase, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._document = document
        self._background = Background(self)
        self._batches: deque[_Batch] = deque()

    @property
    def busy(self) -> bool:
        return bool(self._batches)

    def add_files(self, paths: tuple[Path, ...]) -> None:
        """Add files, and the media files of folders; ``finished`` follows."""
        batch = _Batch(self.tr("Add files"))
        self._batches.append(batch)
        self._background.run(lambda: tuple(list_files(paths)), self._on_listed, self._on_unlisted)

    def add_results(self, job: AnyJob, artifacts: tuple[Artifact, ...]) -> None:
        """Add what a job has made, with the recipe of the job."""
        batch = _Batch(self.tr("Add results"))
        batch.listed = True
        self._batches.append(batch)
        recipe = recipe_of(job, app_version=__version__, inputs=_inputs_of(job))
        for artifact in artifacts:
            if artifact.media.kind in _KINDS:
                batch.total += 1
                self._copy(batch, Path(artifact.path), artifact.media, recipe, _result_kind(job))
        self._finish_ended()

    def cancel(self) -> None:
        """Leave out what is not done yet; what is done comes in."""
        for batch in self._batches:
            batch.total -= len(batch.waiting)
            batch.waiting.clear()
        self._finish_ended()

    def close(self) -> None:
        """Import nothing more."""
        self._batches.clear()
        self._background.close()

    def _on_listed(self, paths: tuple[Path, ...]) -> None:
        batch = next((batch for batch in self._batches if not batch.listed), None)
        if batch is None:
            return
        batch.listed = True
        batch.waiting.extend(paths[:MAX_FILES])
        batch.total += len(batch.waiting)
        batch.problems += [(str(path), _too_many()) for path in paths[MAX_FILES:]]
        self._ask_next()

    def _on_unlisted(self, failure: Failure) -> None:
        batch = next((batch for batch in self._batches if not batch.listed), None)
        if batch is not None:
            batch.listed = True
            batch.problems.append(("", failure))
        self._finish_ended()

    def _ask_next(self) -> None:
        for batch in self._batches:
            while batch.waiting and len(batch.asked) < _ASKED_AT_ONCE:
                path = batch.waiting.popleft()
                query_id = self._engine.ask(Probe(path=str(path)), self._on_answer)
                batch.asked[query_id] = path
        self._finish_ended()

    def _on_answer(self, answer: Answered) -> None:
        for batch in self._batches:
            path = batch.asked.pop(answer.query_id, None)
            if path is not None:
                self._take(batch, path, answer)
                break
        self._ask_next()

    def _take(self, batch: _Batch, path: Path, answer: Answered) -> None:
        reply = answer.reply
        if not isinstance(reply, ProbeReply):
            failure = answer.failure or Failure(code=ErrorCode.INTERNAL, what=f'"{path.name}" was not understood.')
            batch.problems.append((str(path), failure))
            return
        try:
            recipe = from_text(reply.recipe, path.name) if reply.recipe else None
        except PortraitsError:
            # A file is welcome without a recipe that this version cannot read.
            recipe = None
        self._copy(batch, path, reply.media, recipe, None)

    def _copy(self, batch: _Batch, path: Path, info: MediaInfo, recipe: Recipe | None, kind: MediaKind | None) -> None:
        batch.copying += 1
        project_path = self._document.path

        def copy() -> MediaItem:
            return add_media(Project(), project_path, path, info, kind=kind, recipe=recipe)[1]

        def copied(item: MediaItem) -> None:
            batch.copying -= 1
            batch.items.append(item)
            self._finish_ended()

        def failed(failure: Failure) -> None:
            batch.copying -= 1
            batch.problems.append((str(path), failure))
            self._finish_ended()

        self._background.run(copy, copied, failed)

    def _finish_ended(self) -> None:
        ended = [batch for batch in self._batches if batch.ended]
        for batch in ended:
            self._batches.remove(batch)
            if batch.items:
                self._document.apply(batch.label, partial(media_edits.add, items=tuple(batch.items)))
            self.finished.emit(ImportReport(tuple(batch.items), tuple(batch.problems)))
        done = sum(batch.done for batch in self._batches)
        total = sum(batch.total for batch in self._batches)
        if total:
            self.progressed.emit(ImportStep(done, total))


def list_files(paths: tuple[Path, ...]) -> Iterator[Path]:
    """Yield files, and those below folders that look like media, in order of their names. Hidden ones are left out."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, below, names in os.walk(path):
            below[:] = sorted(name for name in below if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                    yield Path(folder, name)


def _result_kind(job: AnyJob) -> MediaKind | None:
    return "voice" if isinstance(job, VoiceJob) else None


def _inputs_of(job: AnyJob) -> dict[str, str]:
    """Return path -> SHA-256 of the job's inputs whose hash is known."""
    found: dict[str, str] = {}
    for name in job.__struct_fields__:
        value = getattr(job, name)
        for source in value if isinstance(value, tuple) else (value,):
            if isinstance(source, Source) and source.sha256:
                found[source.path] = source.sha256
    return found


def _too_many() -> Failure:
    return Failure(
        code=ErrorCode.BAD_INPUT,
        what=f"More than {MAX_FILES} files were added at once.",
        todo="Add the rest in a second step.",
    )
