"""The row of tiles above the gallery: what is being made for the open project."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from desktop.viewer.stage import RESULTS
from desktop.window import MainWindow
from engine.protocol.jobs import AnyJob, FilmJob, ImageJob, VoiceJob
from engine.protocol.jobs.base import Source
from tests.desktop.helpers import QUIET, AnsweringLink, a_window

pytestmark = pytest.mark.qt_log_ignore(QUIET)
Opened = tuple[MainWindow, AnsweringLink]


@pytest.fixture
def opened(qtbot: Any, tmp_path: Path) -> Iterator[Opened]:
    with a_window(tmp_path) as (window, link):
        window.project.new()
        yield window, link


def _add(window: MainWindow, job: AnyJob, title: str = "Job", project: str | None = None) -> str:
    path = str(window.services.document.path) if project is None else project
    return window.services.queue.add(job, title=title, project=path).job_id


def _pictures(tmp_path: Path) -> ImageJob:
    return ImageJob(prompt="a", output=str(tmp_path), num_images=8)


def test_it_comes_with_the_job_and_goes_with_it(opened: Opened, qtbot: Any, tmp_path: Path) -> None:
    window, link = opened
    making = window.gallery.making
    assert not making.isVisible()
    job_id = _add(window, _pictures(tmp_path), "Night series")
    link.say_started(job_id)
    qtbot.waitUntil(making.isVisible)
    assert making.accessibleName() == "Being made: Night series"
    link.say_progress(job_id, "Making pictures", 2.5, 8, "pictures")
    assert "picture 3 of 8" in making.toolTip()
    link.say_done(job_id)
    qtbot.waitUntil(lambda: not making.isVisible())


def test_the_newest_preview_is_its_picture(opened: Opened, qtbot: Any, tmp_path: Path) -> None:
    window, link = opened
    making = window.gallery.making
    job_id = _add(window, _pictures(tmp_path))
    link.say_started(job_id)
    qtbot.waitUntil(making.isVisible)
    image = QImage(32, 32, QImage.Format.Format_RGB32)
    image.fill(QColor("orchid"))
    link.say_preview(job_id, image)
    first = making.tiles()[0]
    assert making.grab().toImage().pixelColor(first.center()).name() == QColor("orchid").name()


def test_what_waits_stands_behind_it_as_far_as_there_is_room(opened: Opened, qtbot: Any, tmp_path: Path) -> None:
    window, link = opened
    making = window.gallery.making
    link.say_started(_add(window, _pictures(tmp_path)))
    qtbot.waitUntil(making.isVisible)
    assert len(making.tiles()) == 1
    for name in "abcdefgh":
        _add(window, VoiceJob(text=name, output=str(tmp_path / f"{name}.wav")))
    qtbot.waitUntil(lambda: len(making.waiting) == 8)
    tiles = making.tiles()
    assert 1 < len(tiles) < 9
    assert tiles[-1].right() < making.width()
    assert "8 jobs wait" in making.toolTip()


def test_films_and_other_projects_do_not_come_into_this_gallery(opened: Opened, qtbot: Any, tmp_path: Path) -> None:
    window, link = opened
    link.say_started(_add(window, _pictures(tmp_path), project="/another.portraits"))
    _add(window, FilmJob(project=Source(path="x.portraits"), output=str(tmp_path / "film.mp4")))
    qtbot.wait(20)
    assert not window.gallery.making.isVisible()
    assert window.gallery.making.waiting == ()


def test_pressing_it_shows_pictures_large_and_a_voice_in_the_queue(opened: Opened, qtbot: Any, tmp_path: Path) -> None:
    window, link = opened
    job_id = _add(window, _pictures(tmp_path))
    link.say_started(job_id)
    qtbot.waitUntil(window.gallery.making.isVisible)
    qtbot.mouseClick(window.gallery.making, Qt.MouseButton.LeftButton)
    assert window.stage.way() == RESULTS
    link.say_done(job_id)
    link.say_started(_add(window, VoiceJob(text="a", output=str(tmp_path / "a.wav"))))
    qtbot.waitUntil(window.gallery.making.isVisible)
    qtbot.mouseClick(window.gallery.making, Qt.MouseButton.LeftButton)
    assert window.arrangement.queue_shown()
