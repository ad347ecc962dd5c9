"""Timelines of other programs come in by the File menu and by dropping them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from desktop.shell import timeline_files
from desktop.shell.dropped import sort_dropped
from desktop.window import MainWindow
from engine.project.schema import Project
from engine.project.store import save
from engine.protocol.jobs import TimelineJob
from engine.protocol.jobs.base import Artifact, MediaInfo
from tests.desktop.helpers import QUIET, a_window

pytestmark = pytest.mark.qt_log_ignore(QUIET)


@pytest.fixture
def window(qapp: QCoreApplication, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(tmp_path) as (made, _link):
        yield made


def test_the_menu_asks_for_a_file_and_queues_it(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/somewhere/cut.xml", ""))
    window.actions_.run("file.timeline")
    (entry,) = window.services.queue.entries()
    assert isinstance(entry.job, TimelineJob)
    assert entry.job.source.path == "/somewhere/cut.xml"
    assert Path(entry.job.output).name == "cut.portraits"


def test_a_dropped_timeline_is_read_and_nothing_taken_is_replaced(window: MainWindow) -> None:
    folder = window.services.paths.documents
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cut.portraits").write_text("mine")
    window.files.take((Path("/somewhere/cut.otio"),))
    (entry,) = window.services.queue.entries()
    assert isinstance(entry.job, TimelineJob)
    assert Path(entry.job.output).name == "cut 2.portraits"
    assert sort_dropped((Path("a.otio"), Path("b.png")), Path("media")).timelines == (Path("a.otio"),)


def test_the_project_opens_and_what_was_left_out_is_said(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(timeline_files, "ask", lambda *args: asked.append(args))
    path = tmp_path / "made.portraits"
    save(Project(title="Foreign"), path)
    window.timelines.read(Path("/somewhere/cut.otio"))
    (entry,) = window.services.queue.entries()
    artifact = Artifact(path=str(path), sha256="0" * 64, media=MediaInfo(kind="project"))
    window.timelines.open(replace_entry(entry, artifacts=(artifact,), notes=("The effect is not known here.",)))
    assert window.services.document.path == path
    assert asked[0][1:3] == ("1 thing was not taken over", "The effect is not known here.")


def replace_entry(entry: object, **values: object) -> object:
    return replace(entry, **values)  # type: ignore[type-var]
