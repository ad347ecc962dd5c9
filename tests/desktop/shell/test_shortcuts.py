"""Shortcuts are a person's own: changed at once, kept, and never two commands on the same keys in one place."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.shell.action_spec import ActionSpec
from desktop.shell.actions import Actions
from desktop.shell.shortcuts import Shortcuts
from desktop.state.shortcut_file import read_shortcuts, write_shortcuts
from engine.protocol.errors import ErrorCode, PortraitsError
from tests.desktop.helpers import QUIET, a_window, with_pictures

pytestmark = pytest.mark.qt_log_ignore(QUIET)

SPECS = (
    ActionSpec("file.save", "Save", "File", ("Ctrl+S",)),
    ActionSpec("edit.redo", "Redo", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec("gallery.reject", "Reject", "Edit", ("X",), scope="gallery"),
    ActionSpec("timeline.cut", "Cut", "Clip", ("C",), scope="timeline"),
)


@pytest.fixture
def window(qtbot) -> QWidget:  # type: ignore[no-untyped-def]
    made = QWidget()
    qtbot.addWidget(made)
    return made


def make(window: QWidget, path: Path) -> Shortcuts:
    actions = Actions(window, SPECS)
    actions.connect_all({spec.key: lambda: None for spec in SPECS})
    return Shortcuts(actions, path)


def test_a_choice_counts_at_once_and_is_there_again(window: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "config" / "shortcuts.toml"
    shortcuts = make(window, path)
    told: list[object] = []
    shortcuts.changed.connect(told.append)
    shortcuts.choose("file.save", ("Ctrl+Alt+S",))
    assert shortcuts.keys("file.save") == ("Ctrl+Alt+S",)
    assert told == ["file.save"]
    again = make(window, path)
    assert again.keys("file.save") == ("Ctrl+Alt+S",)
    assert again.keys("edit.redo") == ("Ctrl+Shift+Z", "Ctrl+Y")
    again.reset("file.save")
    assert again.is_default("file.save")
    assert read_shortcuts(path) == {}


def test_keys_that_are_taken_are_named_and_go_to_who_got_them_last(window: QWidget, tmp_path: Path) -> None:
    shortcuts = make(window, tmp_path / "shortcuts.toml")
    assert shortcuts.conflicts("file.save", "Ctrl+Y") == ("edit.redo",)
    shortcuts.choose("file.save", ("Ctrl+Y",))
    assert shortcuts.keys("file.save") == ("Ctrl+Y",)
    assert shortcuts.keys("edit.redo") == ("Ctrl+Shift+Z",)
    shortcuts.reset_all()
    assert [shortcuts.is_default(spec.key) for spec in SPECS] == [True] * len(SPECS)


def test_two_panes_may_have_the_same_letter_and_a_pane_and_everywhere_may_not(window: QWidget, tmp_path: Path) -> None:
    shortcuts = make(window, tmp_path / "shortcuts.toml")
    assert shortcuts.conflicts("gallery.reject", "C") == ()
    assert shortcuts.conflicts("gallery.reject", "Ctrl+S") == ("file.save",)
    assert shortcuts.conflicts("file.save", "C") == ("timeline.cut",)


@pytest.mark.parametrize(("keys", "refused"), [("S", True), ("Shift+S", True), ("Ctrl+S", False), ("F5", False)])
def test_a_letter_alone_is_for_one_pane_only(window: QWidget, tmp_path: Path, keys: str, refused: bool) -> None:
    shortcuts = make(window, tmp_path / "shortcuts.toml")
    assert shortcuts.problem("file.save", keys) is refused
    assert not shortcuts.problem("gallery.reject", keys)


@pytest.mark.parametrize("content", ["keys = 3", "[keys]\nx = 'Ctrl+X'", "[keys\n", "\x00"])
def test_a_file_that_makes_no_sense_leaves_the_defaults(window: QWidget, tmp_path: Path, content: str) -> None:
    path = tmp_path / "shortcuts.toml"
    path.write_text(content, "utf-8")
    assert make(window, path).keys("file.save") == ("Ctrl+S",)


def test_a_command_of_a_newer_version_keeps_its_keys_in_the_file(window: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "shortcuts.toml"
    write_shortcuts(path, {"future.command": ("Ctrl+1",)})
    make(window, path).choose("file.save", ("F2",))
    assert read_shortcuts(path) == {"file.save": ("F2",), "future.command": ("Ctrl+1",)}


def test_a_file_that_cannot_be_written_is_told(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    shortcuts = make(window, tmp_path / "shortcuts.toml")
    with pytest.raises(PortraitsError) as error:
        shortcuts.choose("file.save", ("F2",))
    assert error.value.code is ErrorCode.DISK_FULL
    assert shortcuts.keys("file.save") == ("F2",)
    assert list(tmp_path.iterdir()) == []


def test_buttons_palette_and_tooltips_show_the_new_keys_and_the_keys_work(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        window.shortcuts.choose("job.stop", ("Ctrl+Alt+.",))
        window.shortcuts.choose("edit.settings", ("F9",))
        assert window.job_bar.stop.toolTip() == "Stop the job  Ctrl Alt ."
        window.palette_.open("settings")
        assert next(hit.entry.keys for hit in window.palette_.hits() if hit.entry.key == "edit.settings") == "F9"
        window.palette_.close_palette()
        qtbot.waitUntil(window.isActiveWindow)
        opened: list[str] = []
        window.actions_.ran.connect(opened.append)
        window.actions_["edit.settings"].triggered.disconnect()
        window.actions_["edit.settings"].triggered.connect(lambda: opened.append("settings"))
        qtbot.keyClick(window, Qt.Key.Key_F9)
        assert opened == ["settings"]


def test_the_palette_leads_to_the_shortcut_of_a_command(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        wanted: list[object] = []
        window.palette_.shortcut_wanted.disconnect()
        window.palette_.shortcut_wanted.connect(wanted.append)
        window.palette_.open("compare two")
        qtbot.keyClick(window.palette_.input, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        assert wanted == ["gallery.compare"]
        assert not window.palette_.isVisible()


def test_chosen_keys_come_back_with_the_next_window(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.shortcuts.choose("view.queue", ("F8",))
    with a_window(tmp_path) as (window, _):
        assert window.actions_.keys("view.queue") == "F8"
        assert "F8" in window.job_bar.queue_button.toolTip()
