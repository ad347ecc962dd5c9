"""The jobs of the queue in their order, in memory and on the disk."""

from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from desktop.state.queue_entry import Destination, JobState, QueueEntry
from desktop.state.queue_store import QueueStore
from desktop.state.recipes import relocated
from engine.project.folder import media_folder
from engine.protocol.jobs import AnyJob

_NEEDS_PERSON = (JobState.FAILED, JobState.INTERRUPTED)


class QueueList(QObject):
    """Holds all jobs. What changes is on the disk before anybody is told.

    Args:
        store: where they are kept.
    """

    added = Signal(object)  # arg: QueueEntry
    changed = Signal(object)  # arg: QueueEntry
    removed = Signal(object)  # arg: job id
    reordered = Signal(object)  # arg: tuple of all job ids in their order

    def __init__(self, store: QueueStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._entries: dict[str, QueueEntry] = {}

    def entries(self) -> tuple[QueueEntry, ...]:
        """Return all entries in their order."""
        return tuple(self._entries.values())

    def entry(self, job_id: str) -> QueueEntry | None:
        return self._entries.get(job_id)

    def waiting(self) -> tuple[QueueEntry, ...]:
        return tuple(entry for entry in self._entries.values() if entry.state is JobState.QUEUED)

    def needs_person(self) -> tuple[QueueEntry, ...]:
        """Return what failed or was interrupted."""
        return tuple(entry for entry in self._entries.values() if entry.state in _NEEDS_PERSON)

    def finished(self) -> tuple[QueueEntry, ...]:
        return tuple(e for e in self._entries.values() if e.state in (JobState.DONE, JobState.CANCELLED))

    def edit(self, job_id: str, job: AnyJob, title: str | None = None) -> bool:
        """Change a waiting job; return False when it does not wait any more."""
        entry = self._entries[job_id]
        title = entry.title if title is None else title
        return self._write(entry, expected=JobState.QUEUED, job=job, title=title)

    def send_to(self, job_id: str, destination: Destination) -> bool:
        """Say where the result of a waiting job belongs; return False when it does not wait any more."""
        return self._write(self._entries[job_id], expected=JobState.QUEUED, destination=destination)

    def move(self, job_id: str, before: str | None) -> None:
        """Move an entry before another one, or to the end."""
        if job_id == before:
            return
        order = [key for key in self._entries if key != job_id]
        order.insert(len(order) if before is None else order.index(before), job_id)
        self._reorder(order)

    def follow_project(self, before: Path, after: Path) -> None:
        """A project was saved under another name: the results of its jobs go there, and its media lies there."""
        for entry in self.entries():
            if entry.project == str(before):
                job = relocated(entry.job, media_folder(before), media_folder(after))
                self._write(entry, expected=entry.state, project=str(after), job=job)

    def remove(self, job_id: str) -> QueueEntry | None:
        """Take an entry out of the list and return it; the running one stays."""
        entry = self._entries.get(job_id)
        if entry is None or entry.state is JobState.RUNNING:
            return None
        self._store.remove([job_id])
        del self._entries[job_id]
        self.removed.emit(job_id)
        return entry

    def clear_finished(self) -> tuple[QueueEntry, ...]:
        """Take out what is done or cancelled, and return it; result files stay where they are."""
        gone = self.finished()
        self._store.remove([entry.job_id for entry in gone])
        for entry in gone:
            del self._entries[entry.job_id]
            self.removed.emit(entry.job_id)
        return gone

    def _append(self, entry: QueueEntry) -> None:
        self._store.append(entry)
        self._entries[entry.job_id] = entry
        self.added.emit(entry)

    def _write(self, entry: QueueEntry, *, expected: JobState, emit: bool = True, **fields: Any) -> bool:
        """Write changed fields if the entry is still in the expected state."""
        changed = replace(entry, **fields)
        if not self._store.replace(changed, expected=expected):
            return False
        self._show(changed, emit=emit)
        return True

    def _show(self, entry: QueueEntry, *, emit: bool = True) -> None:
        self._entries[entry.job_id] = entry
        if emit:
            self.changed.emit(entry)

    def _put_first(self, job_id: str) -> None:
        """Put a waiting job before all other waiting ones."""
        first = next((entry.job_id for entry in self.waiting()), job_id)
        self.move(job_id, before=first)

    def _reorder(self, order: list[str]) -> None:
        self._store.set_order(order)
        self._entries = {job_id: self._entries[job_id] for job_id in order}
        self.reordered.emit(tuple(order))
