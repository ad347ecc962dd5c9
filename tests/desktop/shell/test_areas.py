"""Docks and work areas come from one table, are reached by keyboard, and are found again as they were left."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from desktop.create.pane import PANELS
from desktop.shell.areas import AREAS, DOCKS
from tests.desktop.helpers import QUIET, a_window, with_pictures

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def test_the_table_names_what_there_is(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    keys = {dock.key for dock in DOCKS}
    with a_window(tmp_path) as (window, _):
        assert set(window.docks.docks) == keys
        assert all(set(area.docks) <= keys and area.page in window.area_pages for area in AREAS)
        assert {area.panel for area in AREAS} <= {"", *(spec.key for spec in PANELS)}
        assert [window.actions_.keys(f"area.{area.key}") for area in AREAS] == [
            f"Ctrl+{number}" for number in range(1, len(AREAS) + 1)
        ]


def test_each_area_shows_its_page_and_its_docks(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.resize(1600, 1000)
        with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        for area in (*AREAS, AREAS[0]):
            window.actions_.run(f"area.{area.key}")
            assert window.bar.areas.value() == area.key
            assert window.pages.currentWidget() is window.area_pages[area.page]
            assert window.docks.visible() == area.docks
            if area.panel:
                assert window.create_pane.current().key == area.panel


def test_a_pane_opened_in_an_area_is_open_there_the_next_time(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.resize(1600, 1000)
        with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        window.actions_.run("area.sound")
        window.actions_.run("view.gallery")
        assert "gallery" in window.docks.visible()
        window.actions_.run("area.film")
        window.actions_.run("view.create")
        window.actions_.run("area.sound")
        assert set(window.docks.visible()) == {"gallery", "create"}
        window.actions_.run("area.film")
        assert set(window.docks.visible()) == {"gallery", "timeline"}
        window.actions_.run("view.reset")
        assert set(window.docks.visible()) == set(AREAS[0].docks)


def test_a_layout_of_a_window_with_other_docks_is_not_taken(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        with_pictures(window, qtbot, tmp_path, "Anna")
        assert window.docks.restore(window.docks.state())
        assert not window.docks.restore(window.saveState(1))
        assert not window.docks.restore(QByteArray(b"nonsense"))


def test_f6_goes_through_what_is_open(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.resize(1600, 1000)
        with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        window.actions_.run("area.sound")
        qtbot.waitUntil(window.isActiveWindow)
        reached = set()
        for _step in range(4):
            window.actions_.run("view.next_pane")
            focus = window.focusWidget()
            panes = {"audio": window.audio, "create": window.create_pane, "jobs": window.job_bar}
            reached |= {name for name, pane in panes.items() if pane.isAncestorOf(focus)}
        assert reached == {"audio", "create", "jobs"}
