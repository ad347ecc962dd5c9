"""The open project: undo, saving, autosave, recovery, locks, missing media."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from desktop.state import media_edits
from desktop.state.document import Document
from desktop.state.sessions import Sessions
from engine.project import store
from engine.project.schema import Project
from engine.protocol.errors import ErrorCode, PortraitsError
from tests.desktop.state.conftest import Heard
from tests.desktop.state.media import media_item, write_file
from tests.helpers.waiting import LIMIT

OpenWindow = Callable[[], Document]


@pytest.fixture
def open_window(qapp: QCoreApplication, tmp_path: Path) -> Iterator[OpenWindow]:
    """Open a document as a start of the window does; an earlier one counts as killed."""
    documents: list[Document] = []

    def open_it() -> Document:
        for document in documents:
            document._timer.stop()
            document._background.close()
            document._lock.release()
        documents.append(Document(Sessions(tmp_path / "data"), autosave_seconds=0.02))
        return documents[-1]

    yield open_it
    if documents:
        documents[-1].close()


def _titled(title: str) -> Callable[[Project], Project]:
    return lambda project: replace(project, title=title)


def _saved(tmp_path: Path, title: str = "Six faces") -> Path:
    path = tmp_path / "film.portraits"
    store.save(Project(title=title), path)
    return path


def test_a_new_window_has_an_empty_draft(document: Document) -> None:
    assert document.is_draft
    assert document.empty
    assert not document.dirty
    assert document.title == ""
    assert document.project == Project()


def test_changes_are_told_undone_and_done_again(document: Document) -> None:
    heard = Heard(changed=document.changed, dirty=document.dirty_changed)
    assert document.apply("Rename project", _titled("One"))
    assert document.apply("Rename project", _titled("Two"))
    assert document.undo.undoText() == "Rename project"
    document.undo.undo()
    assert document.project.title == "One"
    document.undo.undo()
    assert not document.dirty
    document.undo.redo()
    assert [project.title for project in heard.of("changed")] == ["One", "Two", "One", "", "One"]
    assert heard.of("dirty") == [True, False, True]


def test_a_change_that_changes_nothing_is_no_step(document: Document) -> None:
    assert not document.apply("Nothing", lambda project: project)
    assert not document.apply("Nothing", _titled(""))
    assert document.undo.count() == 0


def test_a_drag_is_one_step(document: Document) -> None:
    for number in range(10):
        document.apply("Move clip", _titled(str(number)), merge="drag 1")
    document.apply("Move clip", _titled("other"), merge="drag 2")
    assert document.undo.count() == 2
    document.undo.undo()
    document.undo.undo()
    assert document.project.title == ""


def test_saving_and_opening(document: Document, tmp_path: Path) -> None:
    path = _saved(tmp_path)
    heard = Heard(opened=document.opened, saved=document.saved)
    document.open(path)
    assert (document.title, document.path, document.is_draft) == ("Six faces", path, False)
    document.set_title("Seven faces")
    document.save()
    assert not document.dirty
    assert store.load(path).title == "Seven faces"
    document.undo.undo()
    assert document.dirty, "undoing past a save is a change"
    assert heard.events == [("opened", path), ("saved", path)]


def test_a_project_that_cannot_be_opened_leaves_the_open_one(document: Document, tmp_path: Path) -> None:
    document.set_title("Mine")
    broken = tmp_path / "broken.portraits"
    broken.write_text("{")
    with pytest.raises(PortraitsError):
        document.open(broken)
    assert document.project.title == "Mine"
    assert document.dirty


def test_the_state_is_put_aside_soon_after_an_edit(document: Document, tmp_path: Path, qtbot: Any) -> None:
    path = _saved(tmp_path)
    document.open(path)
    with qtbot.waitSignal(document.autosaved, timeout=LIMIT * 1000):
        document.set_title("Edited")
    assert store.load(path).title == "Six faces"
    found = document.recoverable(path)
    assert found is not None
    assert found.title == "Edited"
    document.save()
    assert document.recoverable(path) is None


def test_after_a_crash_the_unsaved_state_is_offered_and_recovered(
    open_window: OpenWindow, tmp_path: Path, qtbot: Any
) -> None:
    path = _saved(tmp_path)
    first = open_window()
    first.open(path)
    with qtbot.waitSignal(first.autosaved, timeout=LIMIT * 1000):
        first.set_title("Edited")
    sessions = Sessions(tmp_path / "data")
    assert sessions.crashed_with == path
    second = open_window()
    second.recover(path)
    assert second.project.title == "Edited"
    assert second.dirty
    second.save()
    assert not second.dirty
    assert store.load(path).title == "Edited"


def test_a_crashed_draft_is_found_again(open_window: OpenWindow, tmp_path: Path, qtbot: Any) -> None:
    first = open_window()
    with qtbot.waitSignal(first.autosaved, timeout=LIMIT * 1000):
        first.set_title("Never saved")
    draft = first.path
    second = open_window()
    sessions = Sessions(tmp_path / "data")
    assert sessions.left_drafts() == (draft,)
    sessions.sweep(keep=second.path)
    second.recover(draft)
    assert second.project.title == "Never saved"
    assert second.is_draft


def test_a_proper_end_leaves_nothing_to_recover(open_window: OpenWindow, tmp_path: Path) -> None:
    path = _saved(tmp_path)
    document = open_window()
    document.open(path)
    document.set_title("Dropped")
    document.close()
    sessions = Sessions(tmp_path / "data")
    assert sessions.crashed_with is None
    assert sessions.left_drafts() == ()
    assert sessions.recent == (path,)
    assert store.find_recovery(path) is None


def test_save_as_takes_the_media_along(document: Document, tmp_path: Path, qtbot: Any) -> None:
    item, gone = media_item("a"), media_item("gone")
    write_file(document.path, item)
    document.apply("Add", partial(media_edits.add, items=(item, gone)))
    draft, target = document.path, tmp_path / "My film.portraits"
    with qtbot.waitSignal(document.saved, timeout=LIMIT * 1000):
        document.save_as(target)
    assert (document.path, document.is_draft, document.dirty) == (target, False, False)
    assert (tmp_path / "My film media" / item.path).read_bytes() == b"0123456789"
    assert store.load(target) == document.project
    assert draft.parent.exists(), "a job that runs may read there"
    sessions = Sessions(tmp_path / "data")
    sessions.sweep(keep=target)
    assert not draft.parent.exists()


def test_save_as_writes_the_project_it_was_asked_for_when_another_is_opened_meanwhile(
    document: Document, tmp_path: Path, qtbot: Any
) -> None:
    document.set_title("First")
    target, other = tmp_path / "first.portraits", _saved(tmp_path)
    document.save_as(target)
    document.open(other)
    qtbot.wait(50)
    assert document.path == other
    assert document.project == store.load(other)
    assert store.load(target).title == "First"


def test_save_as_that_fails_leaves_the_project_where_it_was(document: Document, tmp_path: Path, qtbot: Any) -> None:
    document.set_title("Mine")
    (tmp_path / "file").write_text("in the way")
    before = document.path
    with qtbot.waitSignal(document.problem, timeout=LIMIT * 1000) as caught:
        document.save_as(tmp_path / "file" / "film.portraits")
    assert caught.args[0].code is ErrorCode.CANNOT_WRITE
    assert document.path == before
    assert document.dirty


def test_a_project_that_is_open_elsewhere_can_only_be_saved_under_another_name(
    document: Document, tmp_path: Path
) -> None:
    path = _saved(tmp_path)
    other = Document(Sessions(tmp_path / "other data"))
    other.open(path)
    document.open(path)
    assert "film.portraits" in document.read_only_reason
    document.set_title("Mine")
    with pytest.raises(PortraitsError) as caught:
        document.save()
    assert caught.value.code is ErrorCode.CANNOT_WRITE
    assert store.load(path).title == "Six faces"
    other.close()
    document.open(path)
    assert document.read_only_reason == ""


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="the root user may write everywhere")
def test_a_folder_that_cannot_be_written_is_said_at_once(document: Document, tmp_path: Path) -> None:
    path = _saved(tmp_path)
    tmp_path.chmod(0o500)
    try:
        document.open(path)
        assert "cannot be written" in document.read_only_reason
    finally:
        tmp_path.chmod(0o700)


def test_missing_media_is_found_out_and_found_again(document: Document, tmp_path: Path, qtbot: Any) -> None:
    import hashlib

    data = b"0123456789"
    sha256 = hashlib.sha256(data).hexdigest()
    item = replace(media_item("a"), sha256=sha256, path=f"{sha256}.png", size=len(data))
    path = tmp_path / "film.portraits"
    store.save(Project(media=(item,)), path)
    with qtbot.waitSignal(document.lost.changed, timeout=LIMIT * 1000):
        document.open(path)
    assert document.lost.items == (item,)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "renamed.png").write_bytes(data)
    with qtbot.waitSignal(document.lost.found, timeout=LIMIT * 1000) as caught:
        document.lost.search((tmp_path / "elsewhere",))
    assert caught.args[0] == (item,)
    assert document.lost.items == ()
    assert (tmp_path / "film media" / item.path).read_bytes() == data


def test_recent_projects_are_the_newest_first_and_once(document: Document, tmp_path: Path) -> None:
    paths = []
    for name in "abc":
        (tmp_path / name).mkdir()
        paths.append(_saved(tmp_path / name))
        document.open(paths[-1])
    document.open(paths[0])
    sessions = Sessions(tmp_path / "data")
    assert sessions.recent == (paths[0], paths[2], paths[1])


def test_a_damaged_list_of_recent_projects_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / "session.json").write_text("[1, 2")
    sessions = Sessions(tmp_path)
    assert sessions.recent == ()
    assert sessions.crashed_with is None
