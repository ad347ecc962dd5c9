"""Opening our SQLite files: write-ahead log, schema steps, and what happens to a damaged file."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from engine.protocol.errors import ErrorCode, PortraitsError, quoted


def open_database(path: Path, schema: Sequence[str]) -> tuple[sqlite3.Connection, Path | None]:
    """Open a database and bring it to the newest schema.

    With the write-ahead log a commit survives the end of the process at any moment; ``synchronous`` is NORMAL, so that
    a commit in the window's thread never waits for the disk. Loss of power may undo the last commits, but never breaks
    the file.

    Args:
        path: the file; it and its folder are made when missing.
        schema: SQL scripts; script ``n`` leads from version ``n`` to ``n + 1``.

    Returns:
        The connection, and where a damaged file was put aside (None when it was whole).

    Raises:
        PortraitsError: CANNOT_WRITE, or BAD_INPUT when the file belongs to a newer version.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _opened(path, schema), None
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            aside = _put_aside(path)
            return _opened(path, schema), aside
    except (OSError, sqlite3.OperationalError) as error:
        raise PortraitsError(
            ErrorCode.CANNOT_WRITE,
            f"{quoted(path)} cannot be opened: {error}.",
            f"Make sure that the folder {path.parent} can be written and has room.",
        ) from error


def _opened(path: Path, schema: Sequence[str]) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=5.0)
    try:
        version = int(database.execute("PRAGMA user_version").fetchone()[0])
        if version > len(schema):
            raise PortraitsError(
                ErrorCode.BAD_INPUT,
                f"{quoted(path)} was written by a newer version of Portraits.",
                "Install the newest version of Portraits.",
            )
        # Only now: a file that is refused is left exactly as it was.
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        for number, script in enumerate(schema[version:], start=version + 1):
            database.executescript(f"BEGIN; {script}; PRAGMA user_version = {number}; COMMIT;")
    except BaseException:
        database.close()
        raise
    return database


def _put_aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    path.replace(aside)
    for suffix in ("-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + suffix).unlink()
    return aside
