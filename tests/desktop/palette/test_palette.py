"""The palette finds what is typed and runs it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.palette.search import Entry, find
from tests.desktop.helpers import QUIET, a_window, with_pictures

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def _found(typed: str, *texts: str) -> list[str]:
    return [hit.entry.text for hit in find([Entry("commands", text, text) for text in texts], typed)]


def test_a_beginning_comes_before_a_middle() -> None:
    assert _found("morph", "Make a morph", "Morph these", "Polymorph") == ["Morph these", "Make a morph", "Polymorph"]


def test_every_word_must_be_found_and_initials_count() -> None:
    assert _found("to trash", "Move to the trash", "To do") == ["Move to the trash"]
    assert _found("mtt", "Move to the trash", "Empty") == ["Move to the trash"]
    assert _found("zzz", "Move to the trash") == []


def test_the_found_letters_are_named() -> None:
    hit = find([Entry("commands", "x", "Correct this morph")], "MORPH")[0]
    assert hit.spans == ((13, 5),)


def test_other_words_of_a_command_find_it_too() -> None:
    assert find([Entry("commands", "x", "Move to the trash", also="delete")], "delete")


def test_typing_and_enter_run_a_command(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.project.new()
        qtbot.waitUntil(window.isActiveWindow)
        window.actions_.run("edit.find")
        assert window.palette_.isVisible()
        assert window.palette_.input.hasFocus()
        qtbot.keyClicks(window.palette_.input, "light look")
        qtbot.keyClick(window.palette_.input, Qt.Key.Key_Return)
        assert not window.palette_.isVisible()
        assert window.services.settings.value("appearance.theme") == "light"
        window.actions_.run("view.dark")


def test_arrow_keys_pass_over_the_heads_of_groups(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        with_pictures(window, qtbot, tmp_path, "Morphea")
        palette = window.palette_
        palette.open("morph")
        groups = {hit.entry.group for hit in palette.hits()}
        assert {"commands", "gallery"} <= groups
        for _step in range(len(palette.hits()) + 1):
            qtbot.keyClick(palette.input, Qt.Key.Key_Down)
            assert palette.list.currentIndex().row() not in [
                row for row, each in enumerate(palette._model.rows) if isinstance(each, str)
            ]


def test_an_item_of_the_gallery_is_found_and_shown(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        window.palette_.open("marcus")
        qtbot.keyClick(window.palette_.input, Qt.Key.Key_Return)
        assert window.viewer.item is not None
        assert window.viewer.item.item_id == ids[1]


def test_escape_leads_out_and_the_focus_goes_back(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        with_pictures(window, qtbot, tmp_path, "Anna")
        qtbot.waitUntil(window.isActiveWindow)
        window.gallery.filters.search.setFocus()
        window.palette_.open()
        qtbot.keyClick(window.palette_.input, Qt.Key.Key_Escape)
        assert not window.palette_.isVisible()
        assert window.gallery.filters.search.hasFocus()
