"""Showing a file in the system's file manager."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject

from desktop.shell import file_manager
from desktop.shell.file_manager import show_in_folder


@pytest.fixture
def folders(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    opened: list[str] = []
    target = "desktop.shell.file_manager.QDesktopServices.openUrl"
    monkeypatch.setattr(target, lambda url: opened.append(url.toLocalFile()))
    return opened


@pytest.mark.parametrize(
    ("platform", "command"),
    [
        ("darwin", ["open", "-R", "{path}"]),
        ("win32", ["explorer.exe", "/select,", "{path}"]),
        ("linux", []),
    ],
)
def test_each_system_has_its_way_to_choose_a_file(tmp_path: Path, platform: str, command: list[str]) -> None:
    path = tmp_path / "my film.mp4"
    assert file_manager._command(path, platform) == [part.format(path=path) for part in command]


def test_a_file_that_is_gone_opens_its_folder(qapp: Any, tmp_path: Path, folders: list[str]) -> None:
    show_in_folder(tmp_path / "gone.png", QObject())
    assert folders == [str(tmp_path)]


def test_a_program_that_does_not_start_leaves_the_folder(
    qapp: Any, tmp_path: Path, folders: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "here.png"
    path.touch()
    monkeypatch.setattr(file_manager, "_command", lambda _path, _platform: ["no-such-program-here", "x"])
    show_in_folder(path, QObject())
    assert folders == [str(tmp_path)]


def test_without_a_file_manager_to_ask_the_folder_is_opened(
    qapp: Any, tmp_path: Path, folders: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtDBus import QDBusConnection

    path = tmp_path / "here.png"
    path.touch()
    monkeypatch.setattr(file_manager, "_command", lambda _path, _platform: [])
    monkeypatch.setattr(QDBusConnection, "sessionBus", staticmethod(lambda: QDBusConnection("no such bus")))
    show_in_folder(path, QObject())
    assert folders == [str(tmp_path)]
