"""The bar at the top in windows of every width."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.widgets.theme import theme
from desktop.window import MainWindow
from tests.desktop.helpers import QUIET, a_window

pytestmark = pytest.mark.qt_log_ignore(QUIET)


@pytest.fixture
def window(qtbot: Any, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(tmp_path) as (made, _link):
        made.project.new()
        yield made


def _resize(window: MainWindow, qtbot: Any, width: int) -> None:
    window.resize(width, 700)
    qtbot.waitUntil(lambda: window.bar.width() == width)


def _gap(window: MainWindow) -> int:
    """Pixels between the work areas and what stands at their right."""
    return window.bar._document.geometry().left() - window.bar.areas.geometry().right()


@pytest.mark.parametrize("width", [1024, 1100, 1200, 1280, 1440, 1920])
def test_the_work_areas_cover_nothing(window: MainWindow, qtbot: Any, width: int) -> None:
    _resize(window, qtbot, width)
    bar = window.bar
    assert bar.areas.geometry().left() > bar.menu_bar.geometry().right()
    assert _gap(window) > 0
    bar.set_saved("Read only", "lock", "warn")
    assert _gap(window) > 0


def test_words_give_way_in_a_narrow_window_and_come_back(window: MainWindow, qtbot: Any) -> None:
    _resize(window, qtbot, 1024)
    bar = window.bar
    film = bar.areas.button("film")
    assert not bar.saved.isVisible()
    assert bar.saved_icon.toolTip() == bar.saved.text()
    assert film.width() < theme().metrics("small", bold=True).horizontalAdvance(film.text()) + theme().px(20)
    assert film.toolTip() == film.accessibleName() == "Film"
    _resize(window, qtbot, 1440)
    assert bar.saved.isVisible()
    assert film.width() > theme().metrics("small", bold=True).horizontalAdvance(film.text())
    assert film.toolTip() == ""


def test_the_words_of_the_work_areas_stay_longer_than_those_of_the_command_field(
    window: MainWindow, qtbot: Any
) -> None:
    bar = window.bar
    _resize(window, qtbot, 1440)
    full = bar.command.width()
    _resize(window, qtbot, next(w for w in range(1400, 1000, -4) if _command_is_short(window, qtbot, w)))
    assert bar.command.width() < full
    assert bar.command.toolTip() == "Find a command"
    assert not bar.saved.isVisible()
    assert bar.areas.button("film").toolTip() == "", "the work areas still have their words"


def _command_is_short(window: MainWindow, qtbot: Any, width: int) -> bool:
    _resize(window, qtbot, width)
    return bool(window.bar.command.toolTip())


def test_in_a_wide_window_they_stand_in_the_middle(window: MainWindow, qtbot: Any) -> None:
    _resize(window, qtbot, 1600)
    middle = window.bar.areas.geometry().center().x()
    assert abs(middle - window.bar.width() // 2) <= 1
