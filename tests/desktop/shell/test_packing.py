"""A project goes into one file by the File menu, and comes back by dropping it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.shell import project_commands
from desktop.window import MainWindow
from engine.protocol.errors import Failure
from tests.desktop.helpers import QUIET, a_window

pytestmark = pytest.mark.qt_log_ignore(QUIET)


@pytest.fixture
def window(qapp: QCoreApplication, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(tmp_path) as (made, _link):
        yield made


def test_a_packed_project_comes_back_as_it_was(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project_commands, "ask", lambda *_: "drop")
    window.project.sample()
    before = window.services.document.project
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "for Anna"), ""))
    with qtbot.waitSignal(window.services.packing.packed, timeout=30_000):
        window.actions_.run("file.pack")
    archive = tmp_path / "for Anna.portraits.zip"
    assert archive.stat().st_size > 100_000
    for name in ("for Anna", "for Anna 2"):
        with qtbot.waitSignal(window.project.opened, timeout=30_000):
            window.files.take((archive,))
        assert window.services.document.path.parent == window.services.paths.documents / name
        assert window.services.document.project.media == before.media
        assert window.services.document.project.timeline == before.timeline


def test_a_damaged_file_is_told_and_leaves_nothing(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "cut.portraits.zip").write_bytes(b"PK half a zip")
    told: list[Failure] = []
    window.project.refused.disconnect()
    window.project.refused.connect(told.append)
    with qtbot.waitSignal(window.services.packing.failed, timeout=30_000):
        window.files.take((tmp_path / "cut.portraits.zip",))
    assert "cut.portraits.zip" in told[0].what
    assert not (window.services.paths.documents / "cut").exists()
