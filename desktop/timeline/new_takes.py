"""New takes: the recipe of a clip is run again, with the next seed or as it was, and the result takes its place."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from desktop.state.document import Document
from desktop.state.importer import Importer, ImportReport
from desktop.state.queue import JobQueue
from desktop.state.queue_entry import NOWHERE, Destination, QueueEntry
from desktop.state.recipes import job_of_plain, with_paths
from desktop.widgets.words import tr
from engine.project.clips import AnyClip, PlacedClip, SoundClip
from engine.project.edit.takes import show_new_take, takes_of
from engine.project.folder import with_item
from engine.project.media import MediaItem
from engine.project.schema import Project
from engine.protocol.jobs import AnyJob


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
        self._edited: tuple[type, Destination] | None = None
        self._made: dict[str, Destination] = {}
        queue.added.connect(self._on_added)
        queue.ended.connect(self._on_ended)
        importer.finished.connect(self._on_imported)

    def make(self, clip_ids: object) -> None:
        """Make a new take for each chosen clip; clips that show the same file share one."""
        self._make(clip_ids, fresh=True)

    def make_again(self, clip_ids: object) -> None:
        """Run the recipes of clips again as they are: for files that are missing, or after a model has changed."""
        self._make(clip_ids, fresh=False)

    def job_to_edit(self, clip_id: str) -> AnyJob | None:
        """Return the job that made a clip's file, to be shown in its panel; None without a recipe.

        The next job of that kind that is started gives its result to the clip.
        """
        project = self._document.project
        clip = next((c for track in project.timeline.tracks for c in track.clips if c.id == clip_id), None)
        if not isinstance(clip, PlacedClip | SoundClip) or clip.media not in project.media_by_id():
            return None
        item = project.media_by_id()[clip.media]
        job = same_again(project, clip, item, self._document.media_folder)
        self._edited = (type(job), Destination(media=clip.media, clips=(clip_id,))) if job is not None else None
        return job

    def _on_added(self, entry: QueueEntry) -> None:
        if self._edited is not None and type(entry.job) is self._edited[0] and entry.destination == NOWHERE:
            _, destination = self._edited
            self._edited = None
            self._queue.send_to(entry.job_id, destination)

    def _make(self, clip_ids: object, *, fresh: bool) -> None:
        assert isinstance(clip_ids, tuple)
        project = self._document.project
        wanted: dict[str, list[str]] = {}
        for track in project.timeline.tracks:
            for clip in track.clips:
                if clip.id in clip_ids and isinstance(clip, PlacedClip | SoundClip):
                    wanted.setdefault(clip.media, []).append(clip.id)
        started = [self._start(project, media, tuple(ids), fresh=fresh) for media, ids in wanted.items()]
        if not any(started):
            without = tr("The chosen clips carry no recipe with a seed, so there is nothing to make again.")
            self.said.emit(without if fresh else tr("The chosen clips carry no recipe, so they cannot be made again."))

    def _start(self, project: Project, media: str, clip_ids: tuple[str, ...], *, fresh: bool) -> bool:
        item = project.media_by_id()[media]
        clip = next(c for track in project.timeline.tracks for c in track.clips if c.id == clip_ids[0])
        maker = next_take if fresh else same_again
        job = maker(project, clip, item, self._document.media_folder)
        if job is None:
            return False
        old = Path(str(getattr(job, "output", "")))
        try:
            output = self._new_path(old.stem or item.name, old.suffix)
        except OSError as error:
            self.said.emit(tr("The folder for results cannot be made: {folder}.", folder=error.filename or ""))
            return False
        job = replace(job, output=str(output))
        name = item.name or old.stem
        title = tr("New take of {name}", name=name) if fresh else tr("{name} again", name=name)
        self._edited = None
        destination = Destination(media=media, clips=clip_ids)
        self._queue.add(job, title=title, project=str(self._document.path), destination=destination)
        return True

    def _on_ended(self, entry: QueueEntry) -> None:
        here = entry.destination.media and entry.project == str(self._document.path)
        if here and entry.artifacts:
            self._made[entry.artifacts[0].sha256] = entry.destination

    def _on_imported(self, report: ImportReport) -> None:
        for item in report.items:
            wanted = self._made.pop(item.sha256, None)
            if wanted is not None:
                swap = partial(_swapped, old=wanted.media, new=item, clip_ids=wanted.clips)
                self._document.apply(tr("New take"), swap)


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
    return job_of_plain({**with_paths(recipe.job, recipe, project, folder), "seed": newest + 1})


def same_again(project: Project, clip: AnyClip, item: MediaItem, folder: Path) -> AnyJob | None:
    """Return the job that made a clip's file, as it was; inputs as :func:`next_take`. None without such a recipe."""
    recipe = clip.recipe or item.recipe
    return job_of_plain(with_paths(recipe.job, recipe, project, folder)) if recipe is not None else None


def _swapped(project: Project, *, old: str, new: MediaItem, clip_ids: tuple[str, ...]) -> Project:
    items = project.media_by_id()
    if old not in items or new.id not in items or items[new.id].info.kind != items[old].info.kind:
        return project
    first = items[old].take_of or old
    if new.id != first and items[new.id].take_of is None:
        project = with_item(project, replace(items[new.id], take_of=first))
    return show_new_take(project, old, new.id, clip_ids)
