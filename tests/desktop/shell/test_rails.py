"""Gallery and create pane in a narrow window: rails of 44 px that open over the viewer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.shell.rails import WIDTH
from desktop.widgets.theme import theme
from desktop.window import MainWindow
from tests.desktop.helpers import QUIET, a_window, with_pictures

pytestmark = pytest.mark.qt_log_ignore(QUIET)


@pytest.fixture
def window(qtbot: Any, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(tmp_path) as (made, _link):
        made.project.new()
        yield made


@pytest.fixture
def narrow(window: MainWindow, qtbot: Any) -> MainWindow:
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: window.docks.rails["gallery"].folded)
    return window


def test_at_1280_all_stand_side_by_side_at_their_own_widths(window: MainWindow, qtbot: Any) -> None:
    px = theme().px
    qtbot.waitUntil(lambda: abs(window.docks.docks["gallery"].width() - px(264)) <= 2)
    assert abs(window.docks.docks["create"].width() - px(328)) <= 2
    assert not window.docks.rails.any_folded


def test_at_1024_the_gallery_is_a_rail_and_the_create_pane_stands(narrow: MainWindow, qtbot: Any) -> None:
    assert narrow.docks.docks["gallery"].width() == theme().px(WIDTH)
    assert narrow.docks.rails["gallery"].rail.isVisible()
    assert not narrow.gallery.isVisible()
    assert not narrow.docks.rails["create"].folded
    assert narrow.create_pane.isVisible()


def test_the_rail_opens_the_gallery_over_the_viewer_and_escape_closes_it(narrow: MainWindow, qtbot: Any) -> None:
    width = narrow.centralWidget().width()
    button = narrow.docks.rails["gallery"].rail.buttons[0]
    assert button.accessibleName() == "Gallery"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    flyout = narrow.docks.rails["gallery"].flyout
    assert narrow.gallery.isVisible()
    assert flyout.isAncestorOf(narrow.gallery)
    assert flyout.geometry().left() == narrow.docks.docks["gallery"].geometry().right() + 1
    assert narrow.centralWidget().width() == width, "nothing moves aside"
    narrow.gallery.add_button.setFocus()
    qtbot.keyClick(narrow.gallery.add_button, Qt.Key.Key_Escape)
    assert not narrow.gallery.isVisible()
    assert QApplication.focusWidget() is button


def test_commands_that_need_a_folded_pane_open_it(narrow: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    with_pictures(narrow, qtbot, tmp_path, "Anna")
    narrow.actions_.run("gallery.search")
    assert narrow.gallery.isVisible()
    assert QApplication.focusWidget() is narrow.gallery.filters.search
    narrow.actions_.run("view.gallery")
    assert not narrow.gallery.isVisible()
    narrow.actions_.run("view.gallery")
    assert narrow.gallery.isVisible()


def test_a_wide_window_brings_the_pane_back_with_what_was_chosen(
    narrow: MainWindow, qtbot: Any, tmp_path: Path
) -> None:
    ids = with_pictures(narrow, qtbot, tmp_path, "Anna", "Marcus")
    narrow.gallery.choose(ids[:1])
    narrow.resize(1280, 800)
    qtbot.waitUntil(lambda: narrow.gallery.isVisible())
    assert not narrow.docks.rails["gallery"].rail.isVisible()
    assert narrow.gallery.chosen_ids() == ids[:1]
    qtbot.waitUntil(lambda: abs(narrow.docks.docks["gallery"].width() - theme().px(264)) <= 2)


def test_large_text_folds_the_create_pane_too(window: MainWindow, qtbot: Any) -> None:
    # As wide as 1024 px are for a person who has doubled the text.
    window.setMinimumSize(0, 0)
    window.resize(theme().px(900), 700)
    rails = window.docks.rails
    qtbot.waitUntil(lambda: rails["create"].folded)
    assert rails["gallery"].folded
    keys = [button.accessibleName() for button in rails["create"].rail.buttons]
    assert "Morph" in keys
    qtbot.mouseClick(rails["create"].rail.buttons[keys.index("Voice")], Qt.MouseButton.LeftButton)
    assert window.create_pane.isVisible()
    assert window.create_pane.current().key == "voice"
    flyout = rails["create"].flyout.geometry()
    assert flyout.right() + 1 == window.docks.docks["create"].geometry().left()


def test_the_queue_takes_the_flyout_away(narrow: MainWindow, qtbot: Any) -> None:
    qtbot.mouseClick(narrow.docks.rails["gallery"].rail.buttons[0], Qt.MouseButton.LeftButton)
    narrow.actions_.run("view.queue")
    assert not narrow.gallery.isVisible()
    narrow.actions_.run("view.queue")
    assert narrow.docks.rails["gallery"].rail.isVisible()


def test_f6_reaches_the_rail(narrow: MainWindow, qtbot: Any) -> None:
    narrow.bar.command.setFocus()
    seen = set()
    for _ in range(8):
        narrow.actions_.run("view.next_pane")
        seen.add(QApplication.focusWidget())
    assert seen & set(narrow.docks.rails["gallery"].rail.buttons)
