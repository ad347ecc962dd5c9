"""The open project: what it holds, how it changes, and how nothing of it is lost."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QUndoStack

from desktop.state.background import Background
from desktop.state.edit import Edit
from desktop.state.lost_media import LostMedia
from desktop.state.media_edits import Change
from desktop.state.project_lock import ProjectLock
from desktop.state.save_as import copy_media
from desktop.state.sessions import Sessions
from engine.project import store
from engine.project.folder import media_folder
from engine.project.schema import Project
from engine.protocol.errors import ErrorCode, Failure, PortraitsError, quoted

log = logging.getLogger(__name__)

_UNDO_LIMIT = 500


class Document(QObject):
    """One open project at a time.

    Projects are frozen: every change makes a new one, so that undo keeps the old ones and saving can go on in the
    background.

    A new project lies in the drafts folder until it is saved under a name, so that results have a place from the start.

    Args:
        sessions: remembers what is open, for the start after a crash; it knows the drafts folder.
        autosave_seconds: how long after an edit the state is put aside.
    """

    opened = Signal(object)  # arg: Path of the project that is open now
    changed = Signal(object)  # arg: Project
    moved = Signal(object, object)  # args: Path before and after saving under another name; ``opened`` follows
    saved = Signal(object)  # arg: Path
    autosaved = Signal(object)  # arg: Path
    dirty_changed = Signal(object)  # arg: bool
    problem = Signal(object)  # arg: Failure of something that was done in the background

    def __init__(self, sessions: Sessions, parent: QObject | None = None, *, autosave_seconds: float = 5.0) -> None:
        super().__init__(parent)
        self._sessions = sessions
        self.undo = QUndoStack(self)
        self.undo.setUndoLimit(_UNDO_LIMIT)
        self.undo.cleanChanged.connect(self._update_dirty)
        self._background = Background(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.autosave)
        self.set_autosave_seconds(autosave_seconds)
        self.lost = LostMedia(self, self._background)
        self._project = Project()
        self._path = sessions.new_draft()
        self._lock = ProjectLock(self._path)
        self._recovered = False
        self._dirty = False
        self._sessions.remember(self._path)

    # What it is

    @property
    def project(self) -> Project:
        return self._project

    @property
    def path(self) -> Path:
        """Where the project lies; a draft has a place too."""
        return self._path

    @property
    def is_draft(self) -> bool:
        """True until the project is saved under a name."""
        return self._sessions.is_draft(self._path)

    @property
    def title(self) -> str:
        """The project's name for the window's title; empty for an unnamed draft."""
        return self._project.title or ("" if self.is_draft else self._path.stem)

    @property
    def dirty(self) -> bool:
        """True when there is something that the project file does not have."""
        return self._dirty

    @property
    def empty(self) -> bool:
        """True when nothing would be lost by opening something else."""
        return self.is_draft and not self._dirty and not self._project.media

    @property
    def read_only_reason(self) -> str:
        """Why the project can only be saved under another name, as a sentence; empty when it can be saved."""
        return self._lock.reason

    # Opening and saving

    def new(self) -> None:
        """Start an empty project in the drafts folder."""
        self._switch(Project(), self._sessions.new_draft(), recovered=False)

    def start(self, fill: Callable[[Path], Project]) -> None:
        """Start a project in the drafts folder with what ``fill`` makes for its path; the one that is open stays
        when that fails.

        Raises:
            PortraitsError: as ``fill``.
        """
        path = self._sessions.new_draft()
        self._switch(fill(path), path, recovered=False)

    def open(self, path: Path) -> None:
        """Open a project; the one that is open stays when this fails.

        Raises:
            PortraitsError: the file cannot be used.
        """
        self._switch(store.load(path), path, recovered=False)

    def recoverable(self, path: Path) -> Project | None:
        """Return the state that was autosaved after the last save, if there is one."""
        return store.find_recovery(path)

    def recover(self, path: Path) -> None:
        """Open the autosaved state of a project; it counts as edited.

        Raises:
            PortraitsError: MISSING_INPUT when there is none.
        """
        project = store.find_recovery(path)
        if project is None:
            raise PortraitsError(
                ErrorCode.MISSING_INPUT, f"There is no autosaved state of {quoted(path)}.", "Open the project itself."
            )
        self._switch(project, path, recovered=True)

    def save(self) -> None:
        """Write the project file.

        Raises:
            PortraitsError: it cannot be written; nothing is lost.
        """
        self._check_writable()
        self._timer.stop()
        self._background.wait()
        store.save(self._project, self._path)
        self._mark_saved()

    def save_as(self, path: Path) -> None:
        """Write the project and its media under another name, in the background, and go on there.

        ``saved`` follows, or ``problem`` when it cannot be written; the project then stays where it was.
        """
        self._timer.stop()
        project, before = self._project, self._path

        def copy() -> Path:
            copy_media(project, before, path)
            store.save(project, path)
            return path

        self._background.run(copy, partial(self._finish_save_as, before, project), self._on_problem)

    def close(self) -> None:
        """The window closes, and what was not saved was to be dropped: nothing will be offered at the next start."""
        self._timer.stop()
        self.undo.blockSignals(True)  # Qt empties it when this object is half taken down, which must reach nobody
        self._background.close()
        store.discard_autosave(self._path)
        if self.is_draft and not self._path.exists():
            self._sessions.discard_draft(self._path)
        self._lock.release()
        self._sessions.forget()

    @Slot()
    def autosave(self) -> None:
        """Put the present state aside in the background."""
        self._timer.stop()
        if self._dirty and not self.read_only_reason:
            project, path = self._project, self._path
            self._background.run(lambda: store.autosave(project, path), self._on_autosaved, self._on_problem)

    def set_autosave_seconds(self, seconds: float) -> None:
        """Change how long after an edit the state is put aside."""
        self._timer.setInterval(round(seconds * 1000))

    # Changing

    def apply(self, label: str, change: Change, *, merge: str = "") -> bool:
        """Change the project so that it can be undone.

        Args:
            label: what undo takes back, in the person's words ("Move clip").
            change: gets the project and returns the new one, or the same one when nothing changes.
            merge: changes that follow one another with the same text here are undone together (a drag).

        Returns:
            Whether anything changed.
        """
        after = change(self._project)
        if after is self._project or after == self._project:
            return False
        self.undo.push(Edit(self._show, label, self._project, after, merge))
        return True

    def set_title(self, title: str) -> bool:
        """Name the project."""
        return self.apply(self.tr("Rename project"), lambda project: replace(project, title=title))

    @property
    def media_folder(self) -> Path:
        return media_folder(self._path)

    # Inside

    def _show(self, project: Project) -> None:
        """Called by the undo commands."""
        self._project = project
        self._update_dirty()
        # The stack says only after this whether the state is the saved one; autosaving asks again.
        self._timer.start()
        self.changed.emit(project)

    def _switch(self, project: Project, path: Path, *, recovered: bool) -> None:
        self._timer.stop()
        self._background.wait()
        if path != self._path:
            store.discard_autosave(self._path)
            if self.is_draft and not self._path.exists():
                self._sessions.discard_draft(self._path)
        self._lock.release()
        self._lock = ProjectLock(path)
        self._path = path
        self._project = project
        self._recovered = recovered
        self.lost.forget()
        self.undo.clear()
        self._update_dirty()
        self._sessions.remember(path)
        self.opened.emit(path)
        self.changed.emit(project)
        self.lost.look()

    def _finish_save_as(self, before: Path, written: Project, path: Path) -> None:
        if self._path != before:
            return  # another project was opened meanwhile; the one that was written is whole
        try:
            if self._project is not written:
                copy_media(self._project, before, path)
                store.save(self._project, path)
        except PortraitsError as error:
            self._on_problem(error.failure)
            return
        store.discard_autosave(before)
        self._lock.release()
        self._path, self._lock = path, ProjectLock(path)
        self._sessions.remember(path)
        self._sessions.leave_draft(before)
        self.moved.emit(before, path)
        self.opened.emit(path)
        # The project is the same, but its media lies elsewhere now: whoever has made paths of it makes them anew.
        self.changed.emit(self._project)
        self._mark_saved()

    def _mark_saved(self) -> None:
        self._recovered = False
        self.undo.setClean()
        self._update_dirty()
        self.saved.emit(self._path)

    def _check_writable(self) -> None:
        if self.read_only_reason:
            raise PortraitsError(
                ErrorCode.CANNOT_WRITE,
                self.read_only_reason,
                "Save it under another name.",
                safe="Your changes are kept in this window.",
            )

    def _update_dirty(self, *_clean: object) -> None:
        dirty = self._recovered or not self.undo.isClean()
        if dirty != self._dirty:
            self._dirty = dirty
            self.dirty_changed.emit(dirty)

    def _on_autosaved(self, _result: object) -> None:
        self.autosaved.emit(self._path)

    def _on_problem(self, failure: Failure) -> None:
        log.warning("%s %s", failure.what, failure.todo)
        self.problem.emit(failure)
