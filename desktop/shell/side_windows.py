"""The windows beside the main one: models, history, settings, and what this program is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.models.window import ModelsWindow
from desktop.queue.job_bar import JobBar
from desktop.settings.dialog import SettingsDialog
from desktop.shell.history import HistoryWindow
from desktop.shell.services import Services
from desktop.widgets.dialog import ask
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
        self._history: HistoryWindow | None = None

    def show_models(self, identifier: str = "") -> None:
        """Show the models, perhaps at one of them."""
        if self.models is None:
            self.models = self._make_models()
        self.models.open(identifier)

    def _make_models(self) -> ModelsWindow:
        s, window = self._services, self._window
        bar = JobBar(s.queue, s.engine, s.devices, s.models)
        bar.set_offline(s.settings.flag("models.offline"))
        bar.queue_pressed.connect(self._show_queue)
        bar.stop_pressed.connect(window.jobs.stop)
        s.settings.changed.connect(self._on_setting)
        self._models_bar = bar
        made = ModelsWindow(s.models, s.devices, bar, window)
        made.move_wanted.connect(window.jobs.move_store)
        return made

    def _show_queue(self) -> None:
        """From the bar of another window: bring the main one with its queue to the front."""
        self._models_bar.set_queue_open(False)
        if not self._window.arrangement.queue_shown():
            self._window.arrangement.toggle_queue()
        self._window.raise_()
        self._window.activateWindow()

    def _on_setting(self, key: str) -> None:
        if key == "models.offline":
            self._models_bar.set_offline(self._services.settings.flag(key))

    def show_history(self) -> None:
        """Show the list of steps that can be undone."""
        if self._history is None:
            self._history = HistoryWindow(self._services.document.undo, self._window)
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
