"""The windows beside the main one: models, history, settings, and what this program is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QUndoView

from desktop.models.window import ModelsWindow
from desktop.settings.dialog import SettingsDialog
from desktop.shell.services import Services
from desktop.widgets.dialog import ask
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine import __version__

if TYPE_CHECKING:
    from desktop.window import MainWindow


class SideWindows(QObject):
    """Makes each window when it is wanted first.

    Args:
        window: the window they belong to.
        services: what they show.
    """

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self.models: ModelsWindow | None = None
        self._history: QUndoView | None = None

    def show_models(self, identifier: str = "") -> None:
        """Show the models, perhaps at one of them."""
        if self.models is None:
            self.models = ModelsWindow(self._services.models, self._services.devices, self._window)
            self.models.move_wanted.connect(self._window.jobs.move_store)
        self.models.open(identifier)

    def show_history(self) -> None:
        """Show the list of steps that can be undone."""
        if self._history is None:
            self._history = QUndoView(self._services.document.undo, self._window)
            self._history.setWindowFlag(Qt.WindowType.Tool)
            self._history.setWindowTitle(tr("History"))
            self._history.setAccessibleName(tr("History"))
            self._history.setEmptyLabel(tr("As it was opened"))
            self._history.resize(theme().px(260), theme().px(360))
        self._history.show()
        self._history.raise_()

    def show_settings(self, key: str = "") -> None:
        """Show the settings, perhaps at a section, at one of them, or at ``shortcuts.COMMAND``."""
        dialog = SettingsDialog(self._window, self._services.settings, self._window.shortcuts)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        if key:
            dialog.go_to(key)

    def show_about(self) -> None:
        """Say what this is and under which licence."""
        text = tr("Films of faces and people, made on your own computer.")
        licence = tr("Free software under the Apache License 2.0. Icons by Lucide (ISC).")
        ask(self._window, f"Portraits {__version__}", f"{text}\n\n{licence}", [("close", tr("Close"))])
