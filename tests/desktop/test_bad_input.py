"""What a person meets when files, folders or disks are not as they should be: an answer in words, and nothing lost."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QLockFile, Qt
from PySide6.QtWidgets import QFileDialog

from desktop.state import project_lock
from desktop.state.project_lock import ProjectLock
from desktop.window import MainWindow
from engine.project import store
from engine.project.folder import media_folder
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.queries import AnyQuery, Probe, Thumbnail
from tests.desktop.helpers import QUIET, AnsweringLink, a_window, make_picture, with_pictures

pytestmark = pytest.mark.qt_log_ignore(QUIET)

_LIMIT_MS = 60_000
_GOOD, _BROKEN, _OTHER = 700, 300, 4000


@pytest.fixture
def window(qtbot: Any, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(tmp_path) as (made, _link):
        yield made


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the dialogs of failures instead of showing them."""
    found: list[str] = []
    monkeypatch.setattr("desktop.window.ask", lambda _parent, title, text, _verbs: found.append(f"{title} {text}"))
    return found


def _refuse_broken(window: MainWindow, is_broken: Callable[[Path], bool]) -> None:
    """Let the engine refuse files, as it refuses those that it cannot read."""
    link = window.services.engine
    assert isinstance(link, AnsweringLink)
    answer = link._answer

    def answer_or_refuse(query_id: int, query: AnyQuery) -> None:
        if isinstance(query, Probe) and is_broken(Path(query.path)):
            what = f'"{Path(query.path).name}" cannot be read: the file ends too early.'
            link.refuse(query_id, Failure(code=ErrorCode.BAD_INPUT, what=what))
        else:
            answer(query_id, query)

    link._answer = answer_or_refuse  # type: ignore[method-assign]


def _saved_project(window: MainWindow, qtbot: Any, tmp_path: Path) -> Path:
    """Save a project with two pictures and close it."""
    with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
    target = tmp_path / "films" / "Two.portraits"
    target.parent.mkdir()
    window.services.document.save_as(target)
    qtbot.waitUntil(lambda: window.services.document.path == target and not window.services.document.dirty)
    window.actions_.run("file.close")
    return target


def _mixed_folder(folder: Path) -> None:
    """Fill a folder with 5000 files in several folders: pictures, broken pictures, and what is no media at all."""
    source = make_picture(folder.parent, "seed").read_bytes()
    for part in range(10):
        (folder / f"part {part}").mkdir(parents=True)
    for number in range(_GOOD):
        # Bytes after the end of a PNG make each one another file to the project.
        (folder / f"part {number % 10}" / f"good {number}.png").write_bytes(source + str(number).encode())
    for number in range(_BROKEN):
        (folder / f"part {number % 10}" / f"broken {number}.png").write_bytes(b"\x89PNG")
    for number in range(_OTHER):
        name = (f"notes {number}.txt", f".hidden {number}.png", f"sidecar {number}.xmp", f"no suffix {number}")[
            number % 4
        ]
        (folder / f"part {number % 10}" / name).write_bytes(b"")


def test_a_dropped_folder_of_5000_mixed_files(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    folder = tmp_path / "holiday"
    _mixed_folder(folder)
    assert sum(1 for path in folder.rglob("*") if path.is_file()) == 5000
    _refuse_broken(window, lambda path: path.name.startswith("broken"))
    steps: list[Any] = []
    window.services.importer.progressed.connect(steps.append)
    with qtbot.waitSignal(window.services.importer.finished, timeout=_LIMIT_MS):
        window.files.take((folder,))
    said = window.toasts.messages()
    assert len(said) == 1, "one message for all of them"
    assert said[0].startswith('300 files cannot be read. The first: "broken 0.png" cannot be read')
    assert said[0].endswith("The other 700 files were added.")
    assert len(steps) > 100, "the import shows how far it is"
    assert len(window.services.document.project.media) == _GOOD
    qtbot.waitUntil(lambda: window.gallery.model.rowCount() == _GOOD, timeout=_LIMIT_MS)
    window.actions_.run("edit.undo")
    assert window.services.document.project.media == ()


def test_a_broken_picture_is_named_and_leaves_nothing(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    _refuse_broken(window, lambda path: path.name == "torn.png")
    torn = tmp_path / "torn.png"
    torn.write_bytes(b"\x89PNG")
    window.files.take((torn,))
    qtbot.waitUntil(lambda: bool(window.toasts.messages()))
    assert window.toasts.messages() == ['"torn.png" cannot be read: the file ends too early.']
    assert window.services.document.project.media == ()
    assert not window.services.document.dirty


def test_a_newer_project_is_refused_and_the_open_one_stays(
    window: MainWindow, qtbot: Any, tmp_path: Path, told: list[str]
) -> None:
    target = _saved_project(window, qtbot, tmp_path)
    window.files.take((target,))
    newer = tmp_path / "Newer.portraits"
    content = msgspec.json.decode(target.read_bytes())
    newer.write_bytes(msgspec.json.encode({**content, "version": 99, "holograms": []}))
    before = newer.read_bytes()
    window.files.take((newer,))
    assert len(told) == 1
    assert "saved by a newer version of Portraits" in told[0]
    assert "Install the newest version" in told[0]
    assert window.services.document.path == target
    assert newer.read_bytes() == before, "a file of a newer version is never touched"


def test_a_vanished_media_file_is_told_shown_and_found_again(
    window: MainWindow, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = _saved_project(window, qtbot, tmp_path)
    saved = store.load(target)
    lost = media_folder(target) / saved.media[0].path
    elsewhere = tmp_path / "moved" / "renamed.png"
    elsewhere.parent.mkdir()
    lost.rename(elsewhere)
    window.files.take((target,))
    document = window.services.document
    qtbot.waitUntil(lambda: len(document.lost.items) == 1)
    assert window.toasts.messages() == ["1 file of this project is missing."]
    model = window.gallery.model
    qtbot.waitUntil(lambda: [model.item(row).missing for row in range(2)].count(True) == 1)
    # The item stays in the project, and its picture can be asked for without harm.
    window.gallery.choose((saved.media[0].id,))
    assert document.project == saved
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(elsewhere.parent))
    button = window.toasts.toasts()[0].button
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: document.lost.items == ())
    assert lost.is_file()


class _FolderThatRefuses(QLockFile):
    """A lock file in a folder that may not be written; root may write everywhere, so the refusal is played."""

    def tryLock(self, *_args: object) -> bool:
        return False

    def error(self) -> QLockFile.LockError:
        return QLockFile.LockError.PermissionError


def test_a_read_only_folder_opens_to_look_and_is_saved_elsewhere(
    window: MainWindow, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = _saved_project(window, qtbot, tmp_path)
    before = target.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(project_lock, "QLockFile", _FolderThatRefuses)
        window.files.take((target,))
    assert window.bar.saved.text() == "Read only"
    assert "The folder of “Two.portraits” cannot be written. Save it under another name." in window.toasts.messages()
    document = window.services.document
    document.set_title("Changed")
    document.autosave()
    other = tmp_path / "Mine.portraits"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(other), ""))
    with qtbot.waitSignal(document.saved):
        window.actions_.run("file.save")
    assert target.read_bytes() == before
    assert not store.autosave_path(target).exists()
    assert store.load(other).title == "Changed"
    assert len(list(media_folder(other).glob("*.png"))) == 2
    assert window.bar.saved.text() == "Saved"


def test_a_full_disk_keeps_the_old_file_and_the_changes(
    window: MainWindow, qtbot: Any, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    target = _saved_project(window, qtbot, tmp_path)
    window.files.take((target,))
    before = target.read_bytes()
    document = window.services.document
    document.set_title("Changed")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _disk_full)
        window.actions_.run("file.save")
        assert len(told) == 1
        assert "disk is full" in told[0]
        window.files.take((make_picture(tmp_path, "Mei", "seagreen"),))
        qtbot.waitUntil(lambda: any("disk is full" in text for text in window.toasts.messages()))
    assert target.read_bytes() == before
    assert sorted(path.name for path in target.parent.iterdir() if not path.name.startswith(".")) == [
        "Two media",
        "Two.portraits",
    ]
    assert len(list(media_folder(target).iterdir())) == 2, "half a copy was left behind"
    assert document.dirty
    assert window.bar.saved.text() == "Not saved"
    # Once there is room again the same command works.
    window.actions_.run("file.save")
    assert store.load(target).title == "Changed"


def _disk_full(_file: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_second_window_on_the_same_project_can_only_look(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    target = _saved_project(window, qtbot, tmp_path)
    other_window = ProjectLock(target)
    assert other_window.reason == ""
    try:
        window.files.take((target,))
        assert window.bar.saved.text() == "Read only"
        said = " ".join(window.toasts.messages())
        assert "“Two.portraits” is open in another window" in said
        assert "Save it under another name." in said
        window.services.document.set_title("Changed here")
        window.services.document.autosave()
        assert store.load(target).title != "Changed here"
        assert not store.autosave_path(target).exists(), "the other window's autosave is not ours to replace"
    finally:
        other_window.release()


def test_media_that_vanishes_while_the_project_is_open_is_told_on_coming_back(
    window: MainWindow, qtbot: Any, tmp_path: Path
) -> None:
    ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
    document = window.services.document
    lost = document.media_folder / document.project.media_by_id()[ids[1]].path
    kept = lost.read_bytes()
    lost.unlink()
    window.files._on_application(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: "1 file of this project is missing." in window.toasts.messages())
    model = window.gallery.model
    assert [model.item(model.row_of(each)).missing for each in ids] == [False, True]  # type: ignore[union-attr]
    lost.write_bytes(kept)
    window.files._on_application(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: document.lost.items == ())
    assert [model.item(model.row_of(each)).missing for each in ids] == [False, False]  # type: ignore[union-attr]


def test_a_picture_that_cannot_be_read_any_more_says_why_in_the_viewer(
    window: MainWindow, qtbot: Any, tmp_path: Path
) -> None:
    ids = with_pictures(window, qtbot, tmp_path, "Anna")
    link = window.services.engine
    assert isinstance(link, AnsweringLink)
    answer = link._answer
    what = '"Anna.png" cannot be read: the file ends too early.'

    def refuse(query_id: int, query: AnyQuery) -> None:
        if isinstance(query, Thumbnail) and query.side > 1000:
            link.refuse(query_id, Failure(code=ErrorCode.BAD_INPUT, what=what))
        else:
            answer(query_id, query)

    link._answer = refuse  # type: ignore[method-assign]
    window.gallery.choose(())
    window.viewer.clear()
    window.services.thumbnails.forget(document_path(window, ids[0]))
    window.gallery.choose(ids)
    qtbot.waitUntil(lambda: window.viewer.facts.text() == what)


def document_path(window: MainWindow, item_id: str) -> Path:
    document = window.services.document
    return document.media_folder / document.project.media_by_id()[item_id].path


def test_a_folder_without_media_says_so(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "notes.txt").write_text("nothing")
    window.files.take((folder,))
    qtbot.waitUntil(lambda: bool(window.toasts.messages()))
    assert window.toasts.messages()[0].startswith("There is nothing in it that can be used")


def test_a_large_import_can_be_stopped(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    source = make_picture(tmp_path, "seed").read_bytes()
    for number in range(200):
        (folder / f"{number}.png").write_bytes(source + str(number).encode())
    window.files.take((folder,))
    document = window.services.document
    with qtbot.waitSignal(window.services.importer.progressed, timeout=_LIMIT_MS):
        pass
    with qtbot.waitSignal(window.services.importer.finished, timeout=_LIMIT_MS):
        window.actions_.run("file.stop_adding")
    assert 0 < len(document.project.media) < 200, "what has come in stays, and the rest is left out"
    assert "No more files are added; those that have come in stay." in window.toasts.messages()
