"""Folders that cannot be written are told before the window; the milestones of a start are in the log."""

import logging
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.link.fake import FakeLink
from desktop.startup.folders import tell_unwritable, unwritable_folder
from desktop.startup.milestones import OPENED, READY, SHOWN, Milestones
from desktop.startup.paths import Paths
from desktop.state.document import Document
from desktop.state.sessions import Sessions


def paths_in(folder: Path) -> Paths:
    return Paths(folder / "config", folder / "data", folder / "cache", folder / "logs", folder / "documents")


def test_folders_that_can_be_written_are_made(tmp_path: Path) -> None:
    assert unwritable_folder(paths_in(tmp_path)) is None
    assert (tmp_path / "config").is_dir()
    assert (tmp_path / "data").is_dir()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file is in the way")
    found = unwritable_folder(paths_in(tmp_path))
    assert found is not None
    assert found[0] == tmp_path / "config"
    assert found[1]


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.startup.folders.os.access", lambda folder, _mode: Path(folder).name != "data")
    assert unwritable_folder(paths_in(tmp_path)) == (tmp_path / "data", "writing there is not allowed")


def test_the_message_says_where_why_and_what_to_do(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(f"{box.text()} {box.informativeText()}"))
    tell_unwritable(tmp_path / "data", "Permission denied")
    for text in (shown[0], capsys.readouterr().err):
        assert str(tmp_path / "data") in text
        assert "Permission denied" in text
        assert "PORTRAITS_HOME" in text


def test_milestones_are_logged_once_each(qtbot: object, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    engine, window = FakeLink(), QWidget()
    document = Document(Sessions(tmp_path))
    Milestones(window, document, engine)
    window.resize(40, 40)
    window.show()
    for _ in range(2):
        window.grab()
    document.opened.emit(tmp_path / "Füm.portraits")
    engine.become_ready()
    lines = [record.getMessage() for record in caplog.records]
    assert lines.count(SHOWN) == 1
    assert f"{OPENED} {tmp_path / 'Füm.portraits'}" in lines
    assert any(line.startswith(READY) for line in lines)
    window.close()
    window.deleteLater()
    document.close()
