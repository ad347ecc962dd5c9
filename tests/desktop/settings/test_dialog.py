"""The settings dialog is the schema, and every change counts at once and can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.settings.dialog import SettingsDialog
from desktop.state import secrets
from desktop.state.settings import Settings
from desktop.state.settings_schema import SETTINGS
from desktop.widgets.buttons import Button
from engine.protocol.errors import ErrorCode, PortraitsError
from tests.desktop.helpers import QUIET, a_window

pytestmark = pytest.mark.qt_log_ignore(QUIET)


@pytest.fixture
def dialog(qtbot, tmp_path: Path) -> Iterator[SettingsDialog]:  # type: ignore[no-untyped-def]
    with a_window(tmp_path, settings=Settings()) as (window, _):
        made = SettingsDialog(window, window.services.settings, window.shortcuts)
        made.show()
        yield made
        made.close()
        made.deleteLater()


def test_every_setting_has_a_row(dialog: SettingsDialog) -> None:
    assert set(dialog.rows) == set(SETTINGS)


def test_a_change_counts_at_once_and_is_shown(dialog: SettingsDialog) -> None:
    settings = dialog._settings
    dialog.edit("engine.preview_rate", 3)
    assert settings.value("engine.preview_rate") == 3
    assert dialog.rows["engine.preview_rate"].reset_button.isVisible()
    assert dialog.changed_button.text() == f"1 of {len(SETTINGS)} changed"
    assert dialog.sections["engine"].differs
    dialog._undo.undo()
    assert settings.value("engine.preview_rate") == SETTINGS["engine.preview_rate"].default
    assert not dialog.sections["engine"].differs


def test_reset_by_its_arrow(dialog: SettingsDialog, qtbot) -> None:  # type: ignore[no-untyped-def]
    dialog.edit("models.offline", False)
    qtbot.mouseClick(dialog.rows["models.offline"].reset_button, Qt.MouseButton.LeftButton)
    assert dialog._settings.value("models.offline") is True


def test_search_leaves_what_answers(dialog: SettingsDialog) -> None:
    dialog.search.setText("previews")
    visible = [key for key, row in dialog.rows.items() if row.isVisible()]
    assert visible == ["engine.preview_rate"]
    dialog.search.setText("no such thing at all")
    assert dialog.nothing.isVisible()
    dialog.search.clear()
    assert all(row.isVisibleTo(dialog) for row in dialog.rows.values())


def test_only_what_differs(dialog: SettingsDialog, qtbot) -> None:  # type: ignore[no-untyped-def]
    dialog.edit("models.offline", False)
    qtbot.mouseClick(dialog.changed_button, Qt.MouseButton.LeftButton)
    assert [key for key, row in dialog.rows.items() if row.isVisible()] == ["models.offline"]


def test_it_fits_the_smallest_window(dialog: SettingsDialog) -> None:
    window = dialog.parentWidget().window()
    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()


def test_a_token_goes_to_the_key_store_under_the_engines_name_and_can_be_forgotten(
    dialog: SettingsDialog, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    kept: dict[str, str] = {}
    monkeypatch.setattr(secrets, "write", kept.__setitem__)
    monkeypatch.setattr(secrets, "remove", kept.pop)
    row = dialog.rows["models.hugging_face_token"]
    assert isinstance(row.field, QLineEdit)
    row.field.setText("hf_abc")
    row.field.editingFinished.emit()
    assert kept == {"huggingface": "hf_abc"}
    assert row.field.text() == ""
    (forget,) = [button for button in row.findChildren(Button) if button.text() == "Forget"]
    qtbot.mouseClick(forget, Qt.MouseButton.LeftButton)
    assert kept == {}
    assert row.field.placeholderText() == "Nothing is kept"


def test_a_setting_that_cannot_be_written_is_told_at_the_foot(
    dialog: SettingsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_key: str, _value: object) -> None:
        raise PortraitsError(ErrorCode.CANNOT_WRITE, "The settings could not be written.")

    monkeypatch.setattr(dialog._settings, "set_value", refuse)
    dialog.edit("engine.preview_rate", 3)
    assert dialog._hint.text() == "The settings could not be written."
