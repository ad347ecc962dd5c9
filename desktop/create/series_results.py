"""What becomes of a finished series: its portraits join the project, and a morph through them goes on the timeline."""

import logging
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from desktop.state.document import Document
from desktop.state.importer import Importer, ImportReport
from desktop.state.queue import JobQueue
from desktop.state.queue_entry import JobState, QueueEntry
from desktop.widgets.words import counted, tr
from engine.project.builder import lay_morphs
from engine.project.folder import with_item
from engine.project.landmarks import Landmarks
from engine.project.schema import Project
from engine.project.store import load
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs import SeriesJob

log = logging.getLogger(__name__)

Marks = Mapping[str, Landmarks]
"""SHA-256 of a portrait -> the landmarks that the series found in it."""


class SeriesResults(QObject):
    """Waits for the portraits of a series to be imported and lays them on the timeline, as one step of the history.

    Args:
        document: the project that is open.
        importer: brings the portraits in.
        queue: tells when a series is done.
    """

    said = Signal(object)
    """arg: str, what was done."""

    def __init__(self, document: Document, importer: Importer, queue: JobQueue, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._waiting: dict[tuple[str, ...], QueueEntry] = {}
        queue.ended.connect(self._on_ended)
        importer.finished.connect(self._on_imported)

    def _on_ended(self, entry: QueueEntry) -> None:
        here = entry.project == str(self._document.path)
        if isinstance(entry.job, SeriesJob) and entry.state is JobState.DONE and here:
            portraits = tuple(each.sha256 for each in entry.artifacts if each.media.kind == "picture")
            if portraits:
                self._waiting[portraits] = entry

    def _on_imported(self, report: ImportReport) -> None:
        """Look whether these are the portraits of a series, then place them."""
        ids = {item.sha256: item.id for item in report.items}
        series = next((portraits for portraits in self._waiting if set(portraits) <= ids.keys()), None)
        if series is None:
            return
        entry = self._waiting.pop(series)
        order = tuple(ids[sha256] for sha256 in series)
        project = next((each.path for each in entry.artifacts if each.media.kind == "project"), "")
        self._place(entry, order, _marks_in(Path(project)))

    def _place(self, entry: QueueEntry, order: tuple[str, ...], marks: Marks) -> None:
        job = entry.job
        assert isinstance(job, SeriesJob)
        change = partial(lay_series, order=order, job=job, marks=marks)
        if self._document.apply(tr("Place the series"), change):
            text = counted(
                len(order),
                "{n} portrait of the series is on the timeline.",
                "A morph through {n} portraits is on the timeline.",
            )
            self.said.emit(text)


def lay_series(project: Project, *, order: tuple[str, ...], job: SeriesJob, marks: Marks) -> Project:
    """Return the project with the portraits of a series behind its last clip, and their landmarks.

    Args:
        project: it has the portraits as media items already.
        order: the ids of the portraits.
        job: says how long portraits stand and morphs take.
        marks: what the series found.
    """
    items = project.media_by_id()
    for each in order:
        found = marks.get(items[each].sha256)
        if found is not None and items[each].landmarks is None:
            project = with_item(project, replace(items[each], landmarks=found))
    start = project.timeline.duration
    return lay_morphs(project, order, hold=job.hold, morph=job.morph, settings=job.settings, start=start)


def _marks_in(path: Path) -> dict[str, Landmarks]:
    """Return what the series found. Without its file the landmarks are found again when the morph is rendered."""
    try:
        project = load(path)
    except PortraitsError as error:
        log.warning("the landmarks of a series were left out: %s", error)
        return {}
    return {item.sha256: item.landmarks for item in project.media if item.landmarks is not None}
