"""What the window always shows of the document: its name, whether it is saved, and what can be undone."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.shell.services import Services
from desktop.widgets.words import tr

if TYPE_CHECKING:
    from desktop.window import MainWindow


class Marks(QObject):
    """Keeps title, saved state and the words of undo and redo right.

    Args:
        window: whose title and bar show them.
        services: the document.
    """

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._document = document = services.document
        document.opened.connect(self._on_opened)
        for signal in (document.changed, document.saved, document.autosaved, document.dirty_changed):
            signal.connect(self.show_saved)
        for signal in (document.undo.canUndoChanged, document.undo.canRedoChanged, document.undo.indexChanged):
            signal.connect(self.show_undo)
        self.show_saved()
        self.show_undo()

    def show_title(self) -> None:
        """Show the project's name in the title of the window."""
        name = "" if self._window.arrangement.on_welcome() else self._document.title or tr("New project")
        # In this order: Qt wants the mark's place in the title before it may be set.
        if not name:
            self._window.setWindowModified(False)
        self._window.setWindowTitle(f"{name}[*] — Portraits" if name else "Portraits")
        if name:
            self._window.setWindowModified(self._document.dirty)

    def show_saved(self, *_args: object) -> None:
        """Say in the bar whether everything is on the disk."""
        document, bar = self._document, self._window.bar
        if document.read_only_reason:
            bar.set_saved(tr("Read only"), "lock", "warn")
        elif document.dirty:
            bar.set_saved(tr("Not saved"), "circle-dot")
        elif document.is_draft:
            bar.set_saved(tr("New"), "file")
        else:
            bar.set_saved(tr("Saved"), "check")
        self.show_title()

    def show_undo(self, *_args: object) -> None:
        """Name the steps that undo and redo would take."""
        undo, window = self._document.undo, self._window
        for key, can, words, button in (
            ("edit.undo", undo.canUndo(), undo.undoText(), window.bar.undo),
            ("edit.redo", undo.canRedo(), undo.redoText(), window.bar.redo),
        ):
            base = tr(window.actions_.specs[key].text)
            text = f"{base}: {words}" if words else base
            window.actions_[key].setEnabled(can)
            window.actions_[key].setText(text)
            button.setEnabled(can)
            button.set_name(text, window.actions_.keys(key))

    def _on_opened(self, _path: Path) -> None:
        self._window.viewer.clear()
        if self._document.project.timeline.duration:
            self._window.stage.show_film()
        self.show_saved()
        if reason := self._document.read_only_reason:
            text = f"{reason} {tr('Save it under another name.')}"
            self._window.toasts.show_message(text, tr("Save project as …"), self._save_elsewhere)

    def _save_elsewhere(self) -> None:
        self._window.project.save_as()
