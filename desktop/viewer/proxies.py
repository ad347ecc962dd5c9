"""Has proxies made of the long movies on the timeline, once each, by jobs in the queue."""

from PySide6.QtCore import QObject, Signal

from desktop.state.document import Document
from desktop.state.queue import JobQueue
from desktop.state.queue_entry import JobState, QueueEntry
from desktop.widgets.words import tr
from engine.project.clips import MovieClip
from engine.project.media import MediaItem
from engine.project.proxies import proxy_path, wants_proxy
from engine.project.schema import Project
from engine.protocol.jobs import ProxyJob
from engine.protocol.jobs.base import Source


class ProxyMaker(QObject):
    """Looks at the film after every edit.

    Args:
        document: the film, and where its media lies.
        queue: takes the jobs.
    """

    said = Signal(object)
    """arg: str, that a proxy is being made."""

    made = Signal()
    """A proxy is there now; frames may come from it."""

    def __init__(self, document: Document, queue: JobQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._queue = document, queue
        self._asked: set[str] = set()
        document.changed.connect(self._on_changed)
        queue.ended.connect(self._on_ended)

    def _on_changed(self, project: object) -> None:
        assert isinstance(project, Project)
        for item in long_movies(project):
            if item.sha256 not in self._asked:
                self._asked.add(item.sha256)
                self._make(item)

    def _make(self, item: MediaItem) -> None:
        waits = any(
            isinstance(entry.job, ProxyJob) and entry.job.source.sha256 == item.sha256
            for entry in self._queue.entries()
            if entry.state in (JobState.QUEUED, JobState.RUNNING)
        )
        if waits or proxy_path(item.sha256).is_file():
            return
        source = Source(path=str(self._document.media_folder / item.path), sha256=item.sha256)
        name = item.name or item.path
        self._queue.add(ProxyJob(source=source), title=tr("Proxy of {name}", name=name))
        self.said.emit(tr("A small copy of “{name}” is made, so that it plays smoothly here.", name=name))

    def _on_ended(self, entry: QueueEntry) -> None:
        if isinstance(entry.job, ProxyJob) and entry.state is JobState.DONE:
            self.made.emit()


def long_movies(project: Project) -> list[MediaItem]:
    """Return the movies of a film's timeline that want a proxy."""
    items = project.media_by_id()
    shown = {clip.media for track in project.timeline.tracks for clip in track.clips if isinstance(clip, MovieClip)}
    return [item for item in project.media if item.id in shown and wants_proxy(items[item.id].info)]
