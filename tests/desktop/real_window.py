"""The window as the application builds it, with an engine in a process of its own."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.link import EngineLink, EngineState
from desktop.shell.services import Services
from desktop.startup.logs import LogBook
from desktop.startup.paths import Paths
from desktop.state.settings import Settings
from desktop.widgets.theme import Mode, theme
from desktop.window import MainWindow

LIMIT_MS = 120_000


@contextmanager
def a_real_window(folder: Path, qtbot: Any, command: Sequence[str] | None = None) -> Iterator[MainWindow]:
    """Give a window whose engine is ready.

    Args:
        folder: everything it keeps goes there.
        qtbot: of pytest-qt.
        command: starts the engine; None as the application does.
    """
    paths = Paths(*(folder / name for name in ("config", "data", "cache", "logs", "documents")))
    theme().set_look(mode=Mode.DARK, reduced_motion=True)
    settings = Settings(paths.settings_file)
    engine = EngineLink(paths.engine_log, settings=settings.for_engine(), command=command)
    book = LogBook()
    services = Services.make(paths, settings, engine, book)
    window = MainWindow(services)
    window.show()
    engine.start()
    qtbot.waitUntil(lambda: engine.status.state is EngineState.READY, timeout=LIMIT_MS)
    try:
        yield window
    finally:
        window.viewer.player.unload()
        window.hide()
        services.document.close()
        services.close()
        book.close()
        window.deleteLater()


def drop(target: QWidget, files: Sequence[Path]) -> None:
    """Let go of files over a widget, as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(100, 100), Qt.DropAction.CopyAction, data, buttons, keys)
    target.dropEvent(event)
    assert event.isAccepted()
