"""Names, buddies, targets and the order of Tab: everything can be reached and says what it is."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QSlider, QWidget

from desktop.settings.dialog import SettingsDialog
from desktop.window import MainWindow
from tests.desktop.helpers import QUIET, a_window, with_pictures

pytestmark = pytest.mark.qt_log_ignore(QUIET)

_SMALLEST_TARGET = 22
"""Chips are 22 high; the space around them makes the target 24."""


def _every_part(window: MainWindow) -> list[QWidget]:
    for key in window.create_pane.tabs:
        window.create_pane.open(key)
    return window.findChildren(QWidget)


def test_every_button_has_a_name(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        buttons = [part for part in _every_part(window) if isinstance(part, QAbstractButton)]
        assert len(buttons) > 60
        nameless = [type(b).__name__ for b in buttons if not (b.accessibleName() or b.text()).strip()]
        # Qt's own corner of a table and the extension button of a tool bar have no words and are never shown here.
        assert [name for name in nameless if name not in ("QAbstractButton", "QToolBarExtension", "QToolButton")] == []


def test_every_field_has_a_name(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        dialog = SettingsDialog(window, window.services.settings, window.shortcuts)
        kinds = QAbstractSpinBox | QComboBox | QSlider | QLineEdit
        parts = [part for part in (*_every_part(window), *dialog.findChildren(QWidget)) if isinstance(part, kinds)]
        inner = [part for part in parts if isinstance(part.parentWidget(), QAbstractSpinBox | QComboBox)]
        fields = [part for part in parts if part not in inner]
        assert len(fields) > 25
        assert [
            f"{type(f).__name__} in {type(f.parentWidget()).__name__}" for f in fields if not f.accessibleName()
        ] == []
        dialog.deleteLater()


def test_labels_of_the_forms_have_buddies(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.project.new()
        window.create_pane.open("morph")
        buddies = [label.buddy() for label in window.create_pane.findChildren(QLabel) if label.buddy() is not None]
        assert len(buddies) >= 10


def test_targets_are_large_enough(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        qtbot.waitExposed(window)
        buttons = [b for b in window.findChildren(QAbstractButton) if b.isVisible()]
        small = [
            f"{type(b).__name__} {b.accessibleName() or b.text()} {b.width()}x{b.height()}"
            for b in buttons
            if min(b.width(), b.height()) < _SMALLEST_TARGET
        ]
        assert small == []


def test_tab_goes_through_a_pane_and_leaves_it_again(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        qtbot.waitUntil(window.isActiveWindow)
        window.gallery.filters.search.setFocus()
        seen: list[QWidget] = []
        for _step in range(200):
            window.focusNextChild()
            focus = window.focusWidget()
            if focus in seen:
                break
            seen.append(focus)
        names = {type(part).__name__ for part in seen}
        assert {"GalleryGrid", "Button", "IconButton", "NumberField", "CommandField"} <= names, names


def test_grid_and_table_share_one_selection(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        window.gallery.choose(ids[:1])
        window.gallery.show_table(True)
        assert window.gallery.table.isVisible()
        assert window.gallery.table.selectionModel() is window.gallery.grid.selectionModel()
        assert [item.item_id for item in window.gallery.chosen()] == [ids[0]]
