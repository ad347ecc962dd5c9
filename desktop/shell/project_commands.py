"""New, open, save, close: what the File menu does, with the questions it has to ask."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

import resources
from desktop.shell.services import Services
from desktop.shell.trash import Trash
from desktop.state.packing import PACKED_SUFFIX
from desktop.widgets.dialog import ask
from desktop.widgets.words import counted, tr
from engine.project.sample import sample_project
from engine.project.store import SUFFIX
from engine.protocol.errors import PortraitsError


class ProjectCommands(QObject):
    """The commands for projects.

    Args:
        window: for dialogs.
        services: the document and where things lie.
        trash: takes the files of removed results when a project is left.
    """

    opened = Signal()
    """A project is open and is to be shown."""

    closed = Signal()
    """The welcome page is to be shown."""

    refused = Signal(object)
    """arg: Failure."""

    def __init__(self, window: QWidget, services: Services, trash: Trash) -> None:
        super().__init__(window)
        self._trash = trash
        self._window = window
        self._services = services
        self._document = services.document
        self.guards: list[Callable[[], bool]] = []
        """Panes that are asked first; False keeps the project open."""
        services.packing.unpacked.connect(self.open)
        services.packing.failed.connect(self.refused)

    def new(self) -> None:
        """Start an empty project."""
        if self.may_leave():
            self._document.new()
            self.opened.emit()

    def choose(self) -> None:
        """Ask for a project file and open it."""
        folder = str(self._services.paths.documents)
        path, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open a project"), folder, f"{tr('Portraits projects')} (*{SUFFIX} *{PACKED_SUFFIX})"
        )
        if path.endswith(PACKED_SUFFIX):
            self.unpack(Path(path))
        elif path:
            self.open(Path(path))

    def open(self, path: Path) -> bool:
        """Open a project; autosaved changes are offered. Return whether it is open now."""
        if not self.may_leave():
            return False
        try:
            if self._document.recoverable(path) is not None and self._wants_recovery(path):
                self._document.recover(path)
            else:
                self._document.open(path)
        except PortraitsError as error:
            self.refused.emit(error.failure)
            return False
        self.opened.emit()
        return True

    def sample(self) -> None:
        """Start a project with the sample film in it: portraits, their morphs, a title and a voice."""
        if not self.may_leave():
            return
        try:
            self._document.start(partial(sample_project, resources.path("samples")))
        except PortraitsError as error:
            self.refused.emit(error.failure)
            return
        self.opened.emit()

    def save(self) -> bool:
        """Save; a draft asks for its name first. Return whether it is saved."""
        if self._document.is_draft or self._document.read_only_reason:
            return self.save_as()
        return self._try(self._document.save)

    def save_as(self) -> bool:
        """Ask for a name and save under it."""
        folder = self._services.paths.documents
        folder.mkdir(parents=True, exist_ok=True)
        proposed = folder / f"{self._document.title or tr('My film')}{SUFFIX}"
        path, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save the project as"), str(proposed), f"{tr('Portraits projects')} (*{SUFFIX})"
        )
        if not path:
            return False
        chosen = Path(path) if path.endswith(SUFFIX) else Path(path + SUFFIX)
        return self._try(lambda: self._document.save_as(chosen))

    def close(self) -> None:
        """Close the project and show the welcome page."""
        if self.may_leave():
            self._document.new()
            self.closed.emit()

    def pack(self) -> None:
        """Ask for a name and write the project and its media into one file."""
        proposed = self._services.paths.documents / f"{self._document.title or tr('My film')}{PACKED_SUFFIX}"
        path, _ = QFileDialog.getSaveFileName(
            self._window, tr("Pack the project"), str(proposed), f"{tr('Packed projects')} (*{PACKED_SUFFIX})"
        )
        if path:
            self._services.packing.pack(Path(path if path.endswith(PACKED_SUFFIX) else path + PACKED_SUFFIX))

    def unpack(self, path: Path) -> None:
        """Open a packed project: it is unpacked into the person's folder of projects first."""
        self._services.packing.unpack(path)

    def may_leave(self) -> bool:
        """Return True when what is open may be left: nothing changed, or the person decided."""
        if not self._panes_agree():
            return False
        if not self._document.dirty or self._ask_to_save():
            self._trash.empty()
            return True
        return False

    def _panes_agree(self) -> bool:
        return all(agrees() for agrees in self.guards)

    def _ask_to_save(self) -> bool:
        document = self._document
        name = document.title or tr("this project")
        answer = ask(
            self._window,
            tr("Save the changes to “{name}”?", name=name),
            tr("Pictures and movies that were made are on the disk in any case."),
            [("stay", tr("Go on working")), ("drop", tr("Close without saving")), ("save", tr("Save"))],
        )
        if answer == "save":
            return self.save()
        return answer == "drop"

    def may_quit(self) -> bool:
        """Return True when the window may close: running work and changes were asked about in one question."""
        running = self._services.queue.running()
        if running is None:
            return self.may_leave()
        if not self._panes_agree():
            return False
        answer = self._ask_to_stop(running.title.strip("“”„"))
        if answer == "stay" or (answer == "save" and not self.save()):
            return False
        self._trash.empty()
        return True

    def _ask_to_stop(self, title: str) -> str:
        waiting = len(self._services.queue.waiting())
        parts = [tr("It can be run again from the queue.")]
        if waiting:
            parts.append(counted(waiting, "The job that waits is kept.", "The {n} jobs that wait are kept."))
        verbs = [("stay", tr("Go on working")), ("quit", tr("Stop the job and quit"))]
        if self._document.dirty:
            name = self._document.title or tr("this project")
            parts.append(tr("The changes to “{name}” are not saved yet.", name=name))
            verbs[1:] = [("quit", tr("Quit without saving")), ("save", tr("Save and quit"))]
        question = tr("“{title}” is still running. Quit anyway?", title=title)
        return ask(self._window, question, " ".join(parts), verbs)

    def _wants_recovery(self, path: Path) -> bool:
        answer = ask(
            self._window,
            tr("“{name}” has changes that were not saved.", name=path.stem),
            tr("They were put aside when Portraits ended without closing. The saved project stays as it is."),
            [("saved", tr("Open the saved project")), ("recover", tr("Open with the changes"))],
        )
        return answer == "recover"

    def _try(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except PortraitsError as error:
            self.refused.emit(error.failure)
            return False
        return True
