"""The queue on the disk: SQLite with a write-ahead log, one transaction for each change."""

import logging
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import msgspec

from desktop.state.queue_entry import JobState, QueueEntry
from desktop.state.sqlite import open_database
from engine.protocol.values import from_json, to_json

log = logging.getLogger(__name__)

_SCHEMA = (
    """
    CREATE TABLE jobs (
        job_id TEXT PRIMARY KEY,
        position INTEGER NOT NULL,
        state TEXT NOT NULL,
        entry BLOB NOT NULL
    ) STRICT;
    CREATE INDEX jobs_by_position ON jobs (position);
    CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    """,
)


class QueueStore:
    """Keeps entries in order. A call that has returned survives the end of the process.

    Args:
        path: the database; it is made when missing, and moved aside when it is damaged.

    Raises:
        PortraitsError: the folder cannot be written, or the database belongs to a newer version.
    """

    def __init__(self, path: Path) -> None:
        self._database, self.damaged_copy = open_database(path, _SCHEMA)

    def close(self) -> None:
        self._database.close()

    def entries(self) -> tuple[QueueEntry, ...]:
        """Return all entries in order. One that this version cannot read stays in the file and is left out."""
        found = []
        for job_id, data in self._database.execute("SELECT job_id, entry FROM jobs ORDER BY position, rowid"):
            try:
                found.append(from_json(data, QueueEntry))
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                log.warning("the queue's job %s cannot be read: %s", job_id, error)
        return tuple(found)

    def append(self, entry: QueueEntry) -> None:
        """Add an entry at the end.

        Raises:
            ValueError: there is one with this id already.
        """
        try:
            with self._database:
                self._database.execute(
                    "INSERT INTO jobs VALUES (?, (SELECT COALESCE(MAX(position), 0) + 1 FROM jobs), ?, ?)",
                    (entry.job_id, entry.state.value, to_json(entry)),
                )
        except sqlite3.IntegrityError as error:
            raise ValueError(f"the job {entry.job_id} is in the queue already") from error

    def replace(self, entry: QueueEntry, *, expected: JobState) -> bool:
        """Write a changed entry if the stored one is still in the expected state; return whether it was."""
        with self._database:
            changed = self._database.execute(
                "UPDATE jobs SET state = ?, entry = ? WHERE job_id = ? AND state = ?",
                (entry.state.value, to_json(entry), entry.job_id, expected.value),
            )
        return changed.rowcount == 1

    def remove(self, job_ids: Iterable[str]) -> None:
        """Take entries out."""
        with self._database:
            self._database.executemany("DELETE FROM jobs WHERE job_id = ?", [(job_id,) for job_id in job_ids])

    def set_order(self, job_ids: Iterable[str]) -> None:
        """Put the entries into this order."""
        with self._database:
            self._database.executemany(
                "UPDATE jobs SET position = ? WHERE job_id = ?",
                [(position, job_id) for position, job_id in enumerate(job_ids, start=1)],
            )

    def fact(self, name: str, default: str = "") -> str:
        """Return a small value kept beside the queue."""
        row = self._database.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return default if row is None else str(row[0])

    def set_fact(self, name: str, value: str) -> None:
        """Keep a small value beside the queue."""
        with self._database:
            self._database.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))
