"""Bringing files into the project: the engine says what they are, then they are copied into the media folder."""

from collections import deque
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.link.base import EngineBase
from desktop.link.events import Answered
from desktop.state import media_edits
from desktop.state.background import Background
from desktop.state.document import Document
from desktop.state.import_batch import Batch, ImportReport, ImportStep, Result, kind_by_recipe
from desktop.state.import_files import MAX_FILES, SUFFIXES, list_files
from engine import __version__
from engine.project.folder import add_media
from engine.project.media import MediaItem, MediaKind
from engine.project.schema import Project
from engine.protocol.errors import ErrorCode, Failure, PortraitsError
from engine.protocol.jobs import AnyJob, GridJob, ImageJob, SeriesJob
from engine.protocol.jobs.base import Artifact, MediaInfo, Source
from engine.protocol.queries import Probe, ProbeReply
from engine.protocol.recipe import Recipe, from_text, recipe_of

_ASKED_AT_ONCE = 4
_KINDS = ("picture", "movie", "sound", "motion")
_NO_MEDIA = frozenset({"tokenizer", "tokens", "dataset"})
"""Formats of what jobs about motions make beside motions: nothing that a gallery shows."""
_MAKES_SEVERAL = (ImageJob, GridJob, SeriesJob)


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
        self._batches: deque[Batch] = deque()

    @property
    def busy(self) -> bool:
        return bool(self._batches)

    def add_files(self, paths: tuple[Path, ...]) -> None:
        """Add files, and the media files of folders; ``finished`` follows."""
        batch = Batch(self.tr("Add files"), self._document.path)
        self._batches.append(batch)
        self._background.run(
            lambda: tuple(islice(list_files(paths), MAX_FILES + 1)), self._on_listed, self._on_unlisted
        )

    def add_results(self, job: AnyJob, artifacts: tuple[Artifact, ...]) -> None:
        """Add what a job has made, with the recipe of the job."""
        batch = Batch(self.tr("Add results"), self._document.path, made=True)
        batch.listed = True
        self._batches.append(batch)
        recipe = recipe_of(job, app_version=__version__, inputs=_inputs_of(job))
        for artifact in artifacts:
            if artifact.media.kind in _KINDS and artifact.media.format not in _NO_MEDIA:
                path = Path(artifact.path)
                batch.total += 1
                if isinstance(job, _MAKES_SEVERAL):
                    # Each picture carries a recipe of its own: its seed, and its words with the wildcards filled in.
                    batch.results[path] = Result(job, artifact.media, recipe)
                    batch.waiting.append(path)
                else:
                    self._copy(batch, path, artifact.media, recipe, kind_by_recipe(recipe, artifact.media))
        self._ask_next()

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

    def _take(self, batch: Batch, path: Path, answer: Answered) -> None:
        reply = answer.reply
        result = batch.results.pop(path, None)
        if result is not None:
            self._copy(batch, path, result.media, result.own_recipe(reply), kind_by_recipe(result.recipe, result.media))
            return
        if not isinstance(reply, ProbeReply):
            failure = answer.failure or Failure(code=ErrorCode.INTERNAL, what=f'"{path.name}" was not understood.')
            batch.problems.append((str(path), failure))
            return
        try:
            recipe = from_text(reply.recipe, path.name) if reply.recipe else None
        except PortraitsError:
            # A file is welcome without a recipe that this version cannot read.
            recipe = None
        self._copy(batch, path, reply.media, recipe, kind_by_recipe(recipe, reply.media))

    def _copy(self, batch: Batch, path: Path, info: MediaInfo, recipe: Recipe | None, kind: MediaKind | None) -> None:
        batch.copying += 1

        def copy() -> MediaItem:
            return add_media(Project(), batch.project_path, path, info, kind=kind, recipe=recipe)[1]

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
            if batch.items and batch.project_path != self._document.path:
                batch.problems += [(item.name, _another_project()) for item in batch.items]
                batch.items.clear()
            if batch.items:
                self._document.apply(batch.label, partial(media_edits.add, items=tuple(batch.items)))
            self.finished.emit(ImportReport(tuple(batch.items), tuple(batch.problems), batch.made))
        done = sum(batch.done for batch in self._batches)
        total = sum(batch.total for batch in self._batches)
        if total:
            self.progressed.emit(ImportStep(done, total))


def _inputs_of(job: AnyJob) -> dict[str, str]:
    """Return path -> SHA-256 of the job's inputs whose hash is known."""
    found: dict[str, str] = {}
    for name in job.__struct_fields__:
        value = getattr(job, name)
        for source in value if isinstance(value, tuple) else (value,):
            if isinstance(source, Source) and source.sha256:
                found[source.path] = source.sha256
    return found


def _another_project() -> Failure:
    return Failure(
        code=ErrorCode.NOT_AVAILABLE,
        what="The project was closed or saved under another name before the files were in it.",
        todo="Add them again.",
    )


def _too_many() -> Failure:
    return Failure(
        code=ErrorCode.BAD_INPUT,
        what=f"More than {MAX_FILES} files were added at once.",
        todo="Add the rest in a second step.",
    )


__all__ = ["MAX_FILES", "SUFFIXES", "ImportReport", "ImportStep", "Importer", "list_files"]
