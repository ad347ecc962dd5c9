"""The gallery: filters, stars, marks, menus, and items that go to other programs as files."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop.gallery.dragging import make_drag
from desktop.gallery.filter_sheet import FilterSheet
from desktop.gallery.menu import selection_menu
from desktop.state.gallery_item import GalleryFilter
from tests.desktop.helpers import QUIET, a_window, with_pictures

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def test_the_empty_gallery_says_what_belongs_there(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.project.new()
        assert window.gallery._stack.currentWidget().sentence().startswith("Portraits, movies and voices")  # type: ignore[attr-defined]
        assert not window.gallery.filters.isVisible()


def test_typing_searches_and_nothing_found_can_be_cleared(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        qtbot.keyClicks(window.gallery.filters.search, "mar")
        assert window.gallery.model.rowCount() == 1
        qtbot.keyClicks(window.gallery.filters.search, "zzz")
        assert window.gallery._stack.currentWidget().sentence() == "Nothing in the gallery is like that."  # type: ignore[attr-defined]
        qtbot.keyClick(window.gallery.filters.search, Qt.Key.Key_Escape)
        assert window.gallery.model.rowCount() == 2


def test_stars_by_key_keep_the_selection(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        window.gallery.choose(ids[:1])
        qtbot.keyClick(window.gallery.grid, Qt.Key.Key_4)
        assert [item.rating for item in window.gallery.chosen()] == [4]
        assert [item.item_id for item in window.gallery.chosen()] == [ids[0]]
        window.actions_.run("edit.undo")
        assert window.services.document.project.media_by_id()[ids[0]].rating == 0


def test_rejected_ones_hide_and_the_sheet_brings_them_back(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        window.gallery.choose(ids[:1])
        window.actions_.run("gallery.reject")
        assert window.gallery.model.rowCount() == 1
        sheet = FilterSheet(window.gallery.model, window.gallery.filters)
        qtbot.mouseClick(sheet.rejected.button("only"), Qt.MouseButton.LeftButton)
        assert [window.gallery.model.item(0).item_id] == [ids[0]]  # type: ignore[union-attr]
        assert sheet.found.text() == "1 shown"
        assert window.gallery.filters.more.isChecked()
        sheet._clear()
        sheet.deleteLater()
        assert window.gallery.model.filter == GalleryFilter()


def test_filters_narrow_by_stars_and_marks(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus", "Mei")
        model = window.gallery.model
        model.rate(ids[:2], 5)
        model.mark(ids[1:], "blue")
        sheet = FilterSheet(model, window.gallery.filters)
        sheet.marks["blue"].click()
        qtbot.mouseClick(sheet.rating.button("5"), Qt.MouseButton.LeftButton)
        assert [model.item(row).item_id for row in range(model.rowCount())] == [ids[1]]  # type: ignore[union-attr]
        sheet.deleteLater()


def test_items_leave_as_files(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        window.gallery.choose(ids)
        items = window.gallery.chosen()
        drag = make_drag(window.gallery.grid, items, window.gallery.grid.tiles)
        assert drag is not None
        paths = [Path(url.toLocalFile()) for url in drag.mimeData().urls()]
        assert paths == [Path(item.path) for item in items]
        assert all(path.is_file() for path in paths)
        assert make_drag(window.gallery.grid, [replace(items[0], missing=True)], window.gallery.grid.tiles) is None


def test_the_menu_offers_what_can_be_done(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        ids = with_pictures(window, qtbot, tmp_path, "Anna")
        window.gallery.choose(ids)
        menu = selection_menu(window.gallery)
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert {
            "Morph the selected pictures",
            "Animate this",
            "Make a shot of this",
            "Place on timeline",
            "Use these settings",
            "Make a new take",
            "Copy picture",
            "Copy words of the recipe",
            "Show in folder",
            "Put on board",
            "Stars",
            "Colour mark",
            "Move to the trash",
        } <= set(texts)
        for each in menu.findChildren(QMenu):
            each.deleteLater()
        menu.deleteLater()


def test_taking_out_can_be_undone_and_says_so(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        window.gallery.choose(ids[:1])
        window.actions_.run("gallery.trash")
        assert window.gallery.model.rowCount() == 1
        toast = window.toasts.toasts()[-1]
        assert toast.button is not None
        qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
        assert window.gallery.model.rowCount() == 2


def test_two_pictures_are_compared(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        window.gallery.choose(ids[:1])
        window.actions_.run("gallery.compare")
        assert window.toasts.messages() == ["Choose two pictures to compare them."]
        window.gallery.choose(ids)
        window.actions_.run("gallery.compare")
        qtbot.waitUntil(window.viewer.canvas.comparing)
        assert window.viewer.header.title.text() == "Anna · Marcus"
        window.gallery.choose(ids[:1])
        assert window.viewer.item is not None
