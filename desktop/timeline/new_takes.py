"""New takes: the recipe of a clip is run again with the next seed, and the result takes the clip's place."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from desktop.state.document import Document
from desktop.state.importer import Importer, ImportReport
from desktop.state.queue import JobQueue
from desktop.state.queue_entry import QueueEntry
from desktop.widgets.words import tr
from engine.project.clips import AnyClip, PlacedClip, SoundClip
from engine.project.edit.takes import show_new_take, takes_of
from engine.project.folder import with_item
from engine.project.media import MediaItem
from engine.project.schema import Project
from engine.protocol.jobs import AnyJob
from engine.protocol.recipe import Recipe
from engine.protocol.values import decode_hook


class NewTakes(QObject):
    """Makes takes and swaps them in.

    Args:
        document: the project.
        queue: takes the jobs.
        importer: brings results into the project.
        new_path: returns a path for a result: (words, suffix) -> Path.
    """

    said = Signal(object)
    """arg: str, what was started, or why not."""

    def __init__(
        self,
        document: Document,
        queue: JobQueue,
        importer: Importer,
        new_path: Callable[[str, str], Path],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._queue, self._new_path = document, queue, new_path
        self._running: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._made: dict[str, tuple[str, tuple[str, ...]]] = {}
        queue.ended.connect(self._on_ended)
        importer.finished.connect(self._on_imported)

    def make(self, clip_ids: object) -> None:
        """Make a new take for each chosen clip; clips that show the same file share one."""
        assert isinstance(clip_ids, tuple)
        project = self._document.project
        wanted: dict[str, list[str]] = {}
        for track in project.timeline.tracks:
            for clip in track.clips:
                if clip.id in clip_ids and isinstance(clip, PlacedClip | SoundClip):
                    wanted.setdefault(clip.media, []).append(clip.id)
        started = [self._start(project, media, tuple(ids)) for media, ids in wanted.items()]
        if not any(started):
            self.said.emit(tr("The chosen clips carry no recipe with a seed, so there is nothing to make again."))

    def _start(self, project: Project, media: str, clip_ids: tuple[str, ...]) -> bool:
        item = project.media_by_id()[media]
        clip = next(c for track in project.timeline.tracks for c in track.clips if c.id == clip_ids[0])
        job = next_take(project, clip, item, self._document.media_folder)
        if job is None:
            return False
        old = Path(str(getattr(job, "output", "")))
        try:
            output = self._new_path(old.stem or item.name, old.suffix)
        except OSError as error:
            self.said.emit(tr("The folder for results cannot be made: {folder}.", folder=error.filename or ""))
            return False
        job = replace(job, output=str(output))
        title = tr("New take of {name}", name=item.name or old.stem)
        entry = self._queue.add(job, title=title, project=str(self._document.path))
        self._running[entry.job_id] = media, clip_ids
        return True

    def _on_ended(self, entry: QueueEntry) -> None:
        wanted = self._running.pop(entry.job_id, None)
        if wanted is not None and entry.artifacts:
            self._made[entry.artifacts[0].sha256] = wanted

    def _on_imported(self, report: ImportReport) -> None:
        for item in report.items:
            wanted = self._made.pop(item.sha256, None)
            if wanted is not None:
                self._document.apply(tr("New take"), partial(_swapped, old=wanted[0], new=item, clip_ids=wanted[1]))


def next_take(project: Project, clip: AnyClip, item: MediaItem, folder: Path) -> AnyJob | None:
    """Return the job that made a clip's file with the seed after that of its last take; None without such a recipe.

    Inputs that lie elsewhere by now are found in the project by their bytes.
    """
    recipe = clip.recipe or item.recipe
    if recipe is None or not isinstance(recipe.job.get("seed"), int):
        return None
    items = project.media_by_id()
    recipes = [items[each].recipe for each in takes_of(project, clip) if each in items]
    seeds = [found.job.get("seed") for found in (recipe, *recipes) if found is not None]
    newest = max(seed for seed in seeds if isinstance(seed, int))
    plain = {**_with_paths(recipe.job, recipe, project, folder), "seed": newest + 1}
    try:
        job: AnyJob = msgspec.convert(plain, AnyJob, dec_hook=decode_hook)
    except (msgspec.ValidationError, ValueError):
        return None
    return job


def _with_paths(value: Any, recipe: Recipe, project: Project, folder: Path) -> Any:
    """Return a job's plain form in which inputs without a folder name the project's own files."""
    if isinstance(value, dict):
        found = {key: _with_paths(inner, recipe, project, folder) for key, inner in value.items()}
        path = found.get("path")
        if isinstance(path, str) and path and not Path(path).exists():
            sha256 = next((each.sha256 for each in recipe.inputs if each.name == Path(path).name), found.get("sha256"))
            item = next((each for each in project.media if each.sha256 == sha256), None)
            if item is not None:
                found["path"] = str(folder / item.path)
        return found
    if isinstance(value, list | tuple):
        return [_with_paths(inner, recipe, project, folder) for inner in value]
    return value


def _swapped(project: Project, *, old: str, new: MediaItem, clip_ids: tuple[str, ...]) -> Project:
    items = project.media_by_id()
    if old not in items or new.id not in items or items[new.id].info.kind != items[old].info.kind:
        return project
    first = items[old].take_of or old
    if new.id != first and items[new.id].take_of is None:
        project = with_item(project, replace(items[new.id], take_of=first))
    return show_new_take(project, old, new.id, clip_ids)
