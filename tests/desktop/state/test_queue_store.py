"""The queue's file: order, conditional changes, damaged and newer files."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.state.queue_entry import JobState, QueueEntry
from desktop.state.queue_store import QueueStore
from engine.protocol.errors import ErrorCode, PortraitsError
from tests.helpers.scripted_jobs import script


@pytest.fixture
def store(tmp_path: Path) -> Iterator[QueueStore]:
    store = QueueStore(tmp_path / "queue.sqlite")
    yield store
    store.close()


def _entry(job_id: str, state: JobState = JobState.QUEUED) -> QueueEntry:
    return QueueEntry(job_id=job_id, job=script("sleep 0"), title=f"Job {job_id}", state=state)


def _ids(store: QueueStore) -> list[str]:
    return [entry.job_id for entry in store.entries()]


def test_what_is_written_is_read_again(store: QueueStore) -> None:
    entry = _entry("a")
    store.append(entry)
    assert store.entries() == (entry,)


def test_the_same_job_is_not_taken_twice(store: QueueStore) -> None:
    store.append(_entry("a"))
    with pytest.raises(ValueError, match="already"):
        store.append(_entry("a"))


def test_a_change_counts_only_in_the_expected_state(store: QueueStore) -> None:
    store.append(_entry("a"))
    assert store.replace(_entry("a", JobState.RUNNING), expected=JobState.QUEUED)
    assert not store.replace(_entry("a", JobState.RUNNING), expected=JobState.QUEUED)
    assert store.entries()[0].state is JobState.RUNNING


@given(st.permutations(list("abcdefg")))
def test_any_order_is_kept_and_new_ones_come_last(tmp_path_factory: pytest.TempPathFactory, order: list[str]) -> None:
    store = QueueStore(tmp_path_factory.mktemp("queue") / "queue.sqlite")
    for job_id in "abcdefg":
        store.append(_entry(job_id))
    store.set_order(order)
    store.append(_entry("last"))
    assert _ids(store) == [*order, "last"]
    store.close()


def test_an_entry_of_a_kind_that_is_not_known_is_left_out_and_not_lost(store: QueueStore, tmp_path: Path) -> None:
    store.append(_entry("a"))
    store.append(_entry("b"))
    database = sqlite3.connect(tmp_path / "queue.sqlite")
    (data,) = database.execute("SELECT entry FROM jobs WHERE job_id = 'a'").fetchone()
    unknown = data.replace(b'"voice"', b'"hologram"')
    with database:
        database.execute("UPDATE jobs SET entry = ? WHERE job_id = 'a'", (unknown,))
    assert _ids(store) == ["b"]
    assert database.execute("SELECT COUNT(*) FROM jobs").fetchone() == (2,)
    database.close()


def test_facts_are_kept(store: QueueStore) -> None:
    assert store.fact("clean", "yes") == "yes"
    store.set_fact("clean", "no")
    store.set_fact("clean", "perhaps")
    assert store.fact("clean") == "perhaps"


@pytest.mark.parametrize("content", [b"no database at all", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_put_aside_and_a_new_one_begun(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "queue.sqlite"
    path.write_bytes(content)
    store = QueueStore(path)
    assert store.entries() == ()
    assert store.damaged_copy == tmp_path / "queue.sqlite.damaged-1"
    assert store.damaged_copy.read_bytes() == content
    store.close()


def test_a_file_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "queue.sqlite"
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version = 99")
    database.close()
    before = path.read_bytes()
    with pytest.raises(PortraitsError) as caught:
        QueueStore(path)
    assert caught.value.code is ErrorCode.BAD_INPUT
    assert "newer version" in caught.value.failure.what
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(PortraitsError) as caught:
        QueueStore(tmp_path / "file" / "queue.sqlite")
    assert caught.value.code is ErrorCode.CANNOT_WRITE
