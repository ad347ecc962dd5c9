"""The film in the window: what is shown, and what belongs to it."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.viewer.film_words import describe
from desktop.viewer.stage import SOURCE, TIMELINE
from desktop.window import MainWindow
from tests.desktop.helpers import QUIET, a_window
from tests.helpers.waiting import LIMIT
from tests.project.edit.films import film, morph, movie, still

pytestmark = pytest.mark.qt_log_ignore(QUIET)


@pytest.fixture
def window(qapp: QCoreApplication, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(tmp_path) as (made, _):
        made.project.new()
        project = film(still("A", 0, 24, name="Anna"), morph("m", 24, 48), still("B", 48, 72, name="Lena"))
        made.services.document.apply("film", lambda _: project)
        yield made


def test_what_is_under_the_playhead_has_a_name() -> None:
    project = film(still("A", 0, 24, name="Anna"), morph("m", 24, 48), still("B", 48, 72, name="Lena"))
    assert describe(project, Fraction(0)) == ("Anna", "still")
    assert describe(project, Fraction(36, 24)) == ("Anna → Lena", "morph · t 0.52")
    assert describe(project, Fraction(99)) == ("", "")
    assert describe(film(movie("M", 0, 24)), Fraction(0))[1] == "movie"


def test_pointing_at_the_timeline_shows_the_film(window: MainWindow, qtbot) -> None:  # type: ignore[no-untyped-def]
    assert window.stage.way() == SOURCE
    window.timeline.playhead.go_to(Fraction(30, 24))
    assert window.stage.way() == TIMELINE
    assert window.film.transport.time.text() == "00:00:01:06"
    assert window.film.transport.frames.text() == "frame 30 of 72"
    qtbot.waitUntil(lambda: window.film.canvas.image() is not None, timeout=LIMIT * 1000)


def test_the_commands_for_playing_mean_what_is_shown(window: MainWindow) -> None:
    run = window.actions_.run
    window.stage.show_film()
    for key, frame in (("play.forward", 1), ("play.second_forward", 25), ("play.back", 24), ("play.end", 71)):
        run(key)
        assert window.film.player.frame == frame
    run("play.start")
    run("play.shuttle_forward")
    assert window.film.player.speed == 1
    run("play.shuttle_forward")
    assert window.film.player.speed == 2
    run("play.shuttle_back")
    assert window.film.player.speed == -1
    run("play.stop")
    assert not window.film.player.playing
    run("play.toggle")
    assert window.film.player.playing
    window.stage.show_way(SOURCE)
    assert not window.film.player.playing


def test_a_frame_becomes_a_picture_of_the_gallery(window: MainWindow, qtbot) -> None:  # type: ignore[no-untyped-def]
    before = len(window.services.document.project.media)
    window.stage.show_film()
    qtbot.waitUntil(lambda: window.film.canvas.image() is not None, timeout=LIMIT * 1000)
    window.film.transport.snapshot.click()
    qtbot.waitUntil(lambda: len(window.services.document.project.media) == before + 1, timeout=LIMIT * 1000)
    assert window.services.document.project.media[-1].kind == "picture"


def test_safe_areas_lie_over_the_picture(window: MainWindow) -> None:
    window.stage.show_film()
    window.film.safe_button.click()
    assert window.film.safe.isVisible()
    assert window.film.safe.size() == window.film.canvas.size()
