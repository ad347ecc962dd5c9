"""Showing a file in the system's file manager, chosen there where the system can do that."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

_SERVICE = "org.freedesktop.FileManager1"
_PATH = "/org/freedesktop/FileManager1"
_ANSWER_MS = 4000


def show_in_folder(path: Path, parent: QObject) -> None:
    """Open the folder of a file with the file chosen; the folder alone where no file manager offers more.

    Args:
        path: the file; when it is gone, its folder is opened.
        parent: lives as long as the answer may take.
    """
    command = _command(path, sys.platform)
    if not path.exists():
        _open_folder(path)
    elif command:
        if not QProcess.startDetached(command[0], command[1:])[0]:
            _open_folder(path)
    else:
        _ask_file_manager(path, parent)


def _command(path: Path, platform: str) -> list[str]:
    """Return the program that shows a file on a platform, and what it is told; [] where a service is asked instead."""
    if platform == "darwin":
        return ["open", "-R", str(path)]
    # The Explorer wants the comma, and takes the path as an argument of its own, quoted as any other.
    return ["explorer.exe", "/select,", str(path)] if platform == "win32" else []


def _open_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _ask_file_manager(path: Path, parent: QObject) -> None:
    """Ask the desktop's file manager without waiting for it: it may have to start first."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        _open_folder(path)
        return
    message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "ShowItems")
    address = bytes(QUrl.fromLocalFile(str(path)).toEncoded().data()).decode("ascii")
    message.setArguments([[address], ""])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(message, _ANSWER_MS), parent)

    def on_answer() -> None:
        if watcher.isError():
            _open_folder(path)
        watcher.deleteLater()

    watcher.finished.connect(on_answer)
