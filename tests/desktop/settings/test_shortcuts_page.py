"""The shortcuts among the settings: found, changed with a word about who loses them, and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from desktop.settings.dialog import SettingsDialog
from desktop.settings.shortcut_table import KEYS
from tests.desktop.helpers import QUIET, a_window

pytestmark = pytest.mark.qt_log_ignore(QUIET)


@pytest.fixture
def dialog(qtbot, tmp_path: Path) -> Iterator[SettingsDialog]:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        made = SettingsDialog(window, window.services.settings, window.shortcuts)
        made.show()
        made.go_to("shortcuts.gallery.compare")
        yield made
        made.close()
        made.deleteLater()


def test_every_command_is_there_and_can_be_found(dialog: SettingsDialog) -> None:
    page = dialog.shortcuts
    assert page.model.rowCount() == len(page._shortcuts.commands()) > 100
    dialog.search.setText("compare")
    assert {page.model.command(row) for row in range(page.model.rowCount())} == {"gallery.compare", "motion.compare"}
    dialog.search.setText("ctrl+d")
    assert page.model.command(0) == "gallery.compare"
    dialog.search.setText("nothing is like this")
    assert page.model.rowCount() == 0
    assert not page.set_button.isEnabled()
    dialog.search.clear()
    assert page.model.rowCount() > 100


def test_new_keys_name_who_loses_them_and_are_taken_back(dialog: SettingsDialog, qtbot) -> None:  # type: ignore[no-untyped-def]
    page, shortcuts = dialog.shortcuts, dialog._shortcuts
    assert page.command() == "gallery.compare"
    assert page.keys.hasFocus()
    page.keys.setKeySequence(QKeySequence("Ctrl+S"))
    assert page.said.text() == "Ctrl S belongs to “Save project”, which would lose it."
    qtbot.mouseClick(page.set_button, Qt.MouseButton.LeftButton)
    assert shortcuts.keys("gallery.compare") == ("Ctrl+S",)
    assert shortcuts.keys("file.save") == ()
    row = page.model.row_of("gallery.compare")
    assert page.model.index(row, KEYS).data() == "Ctrl S"
    assert dialog.sections["shortcuts"].differs
    dialog._undo.undo()
    assert (shortcuts.keys("gallery.compare"), shortcuts.keys("file.save")) == (("Ctrl+D",), ("Ctrl+S",))
    assert not dialog.sections["shortcuts"].differs


def test_a_bare_letter_is_refused_with_a_reason(dialog: SettingsDialog) -> None:
    page = dialog.shortcuts
    page.keys.setKeySequence(QKeySequence("S"))
    assert "A letter alone" in page.said.text()
    assert not page.set_button.isEnabled()


def test_taking_away_and_resetting(dialog: SettingsDialog, qtbot) -> None:  # type: ignore[no-untyped-def]
    page, shortcuts = dialog.shortcuts, dialog._shortcuts
    qtbot.mouseClick(page.none_button, Qt.MouseButton.LeftButton)
    assert shortcuts.keys("gallery.compare") == ()
    qtbot.mouseClick(page.reset_button, Qt.MouseButton.LeftButton)
    assert shortcuts.keys("gallery.compare") == ("Ctrl+D",)
    shortcuts.choose("file.save", ("Ctrl+Alt+F12",))
    qtbot.mouseClick(dialog.reset_section, Qt.MouseButton.LeftButton)
    assert shortcuts.chosen == {}
    dialog._undo.undo()
    assert shortcuts.chosen == {"file.save": ("Ctrl+Alt+F12",)}


def test_the_settings_come_back_from_the_shortcuts(dialog: SettingsDialog) -> None:
    dialog.go_to("appearance.theme")
    assert dialog.rows["appearance.theme"].isVisible()
    assert not dialog.shortcuts.isVisible()
