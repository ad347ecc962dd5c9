"""Shortcuts on buttons: what a button shows is the shortcut its command has now."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

from desktop.shell.shortcuts import Shortcuts
from desktop.widgets.buttons import Button, IconButton, shortcut_text

if TYPE_CHECKING:
    from desktop.window import MainWindow


class ShownKeys:
    """Keeps the buttons of a window that name a shortcut right when a person chooses another one.

    Args:
        window: whose buttons these are.
        shortcuts: which command has which keys.
    """

    def __init__(self, window: "MainWindow", shortcuts: Shortcuts) -> None:
        self._window = window
        self._shortcuts = shortcuts
        self._buttons: dict[str, tuple[QAbstractButton, ...]] = {
            "edit.undo": (window.bar.undo,),
            "edit.redo": (window.bar.redo,),
            "file.add": (window.gallery.add_button,),
            "file.export": (window.bar.export,),
            "gallery.compare": (window.gallery.compare_button,),
            "gallery.details": (window.gallery.selection_bar.details, window.viewer.details),
            "job.stop": (window.job_bar.stop, window.queue.detail.stop),
            "play.full": (window.viewer.full, window.film.full_button),
            "view.queue": (window.job_bar.queue_button,),
        }
        for command in (*self._buttons, "edit.find"):
            if not shortcuts.is_default(command):
                self.show(command)
        shortcuts.changed.connect(self.show)

    def show(self, command: str) -> None:
        """Show the first shortcut of a command wherever it is shown."""
        keys = next(iter(self._shortcuts.keys(command)), "")
        if command == "edit.find":
            self._window.bar.command.set_keys(keys)
        if command == "job.stop":
            self._window.job_bar.stop_keys = keys
        for button in self._buttons.get(command, ()):
            name = button.accessibleName() or button.toolTip().split("  ")[0] or button.text()
            if isinstance(button, IconButton):
                button.set_name(name, keys)
            elif isinstance(button, Button) and button.shows_keys:
                button.set_keys(keys)
            else:
                name = button.toolTip().split("  ")[0]
                button.setToolTip(f"{name}  {shortcut_text(keys)}" if keys else name)
