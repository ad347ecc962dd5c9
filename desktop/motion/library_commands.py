"""What is done with motions of the library: import, extract, keep, rename, copy, draw, remove."""

import logging
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.motion.entries import SUFFIX, SUFFIXES, KeptMotions, MotionEntry, motion_name
from desktop.motion.extract_dialog import ask_for_motion
from desktop.shell.services import Services
from desktop.state import media_edits
from desktop.state.queue_entry import JobState, QueueEntry
from desktop.widgets.engine_words import system_reason
from desktop.widgets.prompt import ask_text
from desktop.widgets.words import tr
from engine.project.folder import resolve
from engine.protocol.jobs import AnyJob, ConvertMotionJob, DrawMotionJob, ExtractMotionJob
from engine.protocol.jobs.base import Source

log = logging.getLogger(__name__)


class LibraryCommands(QObject):
    """Does it, through the queue where it takes long.

    Args:
        services: project, importer and queue.
        kept: the motions that are kept for every project.
        new_path: returns a path for a result: (words, suffix) -> Path; raises OSError.
        parent: asks for names and files.
    """

    said = Signal(object)
    """arg: str, a short message."""

    changed = Signal()
    """The motions that are kept for every project are others now."""

    wanted = Signal(object)
    """arg: Path of a motion that has come in and shall be shown."""

    models_wanted = Signal(object)
    """arg: tuple of ids of models that are not here."""

    animate_wanted = Signal(object)
    """arg: Path of the motion that drives a picture."""

    def __init__(
        self, services: Services, kept: KeptMotions, new_path: Callable[[str, str], Path], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services, self.kept, self._new_path, self._window = services, kept, new_path, parent
        self._expected: set[str] = set()
        services.importer.finished.connect(self._on_imported)
        services.queue.ended.connect(self._on_ended)

    def choose_files(self) -> None:
        """Ask for motion files and import them."""
        masks = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        names, _ = QFileDialog.getOpenFileNames(self._window, tr("Add motion files"), "", f"({masks})")
        if names:
            self.import_files(tuple(Path(name) for name in names))

    def import_files(self, paths: tuple[Path, ...]) -> None:
        """Bring motion files into the project; those of other programs are converted, each motion to a file."""
        own = tuple(path for path in paths if path.name.endswith(SUFFIX))
        if own:
            self._services.importer.add_files(own)
        for path in paths:
            if path not in own:
                output = self._output(motion_name(path.name), "")
                if output is not None:
                    job = ConvertMotionJob(motion=Source(path=str(path)), output=str(output))
                    self._add(job, tr("Import {name}", name=path.name))

    def extract(self, video: str = "") -> None:
        """Ask how a motion is taken from a video, and do it."""
        dialog = ask_for_motion(self._window, video)
        if dialog is None:
            return
        models = self._services.models
        if models.known and not models.is_here(dialog.model()):
            self.models_wanted.emit((dialog.model(),))
            return
        output = self._output(Path(dialog.video.path()).stem, SUFFIX)
        if output is not None:
            job = dialog.job(str(output))
            self.start_extraction(job)
        dialog.deleteLater()

    def start_extraction(self, job: ExtractMotionJob) -> None:
        """Put an extraction into the queue."""
        self._add(job, tr("Motion of {name}", name=Path(job.video.path).name), thumbnail=job.video.path)

    def animate(self, entry: MotionEntry) -> None:
        """Let a motion drive a picture."""
        self.animate_wanted.emit(entry.path)

    def keep(self, entry: MotionEntry) -> None:
        """Keep a motion for every project."""
        try:
            self.kept.keep(entry.path, entry.name)
        except OSError as error:
            self._say_problem(error)
            return
        self.changed.emit()
        self.said.emit(tr("“{name}” is kept for every project.", name=entry.name))

    def bring(self, entry: MotionEntry) -> None:
        """Add a motion that is kept for every project to this one."""
        self._services.importer.add_files((entry.path,))

    def ask_name(self, entry: MotionEntry) -> None:
        """Ask for another name and give it."""
        name = ask_text(self._window, tr("What is the motion called?"), tr("Name"), entry.name, verb=tr("Rename"))
        if name and name.strip():
            self.rename(entry, name.strip())

    def rename(self, entry: MotionEntry, name: str) -> None:
        """Give a motion another name."""
        if not entry.kept:
            change = partial(media_edits.rename, item_id=entry.item_id, name=name)
            self._services.document.apply(tr("Rename motion"), change)
            return
        try:
            path = self.kept.rename(entry.path, name)
        except OSError as error:
            self._say_problem(error)
            return
        self.changed.emit()
        self.wanted.emit(path)

    def export(self, entry: MotionEntry) -> None:
        """Save a copy where the person says."""
        suffix = SUFFIX if entry.path.name.endswith(SUFFIX) else entry.path.suffix
        start = f"{entry.name}{SUFFIX if suffix == '.npz' else suffix}"
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Save a copy of the motion"), start, f"(*{suffix})")
        if not name:
            return
        path = Path(name)
        try:
            shutil.copyfile(entry.path, path)
        except OSError as error:
            self._say_problem(error)
        else:
            self.said.emit(tr("The motion was saved as “{name}”.", name=path.name))

    def draw(self, entry: MotionEntry, view: Literal["camera", "turning"]) -> None:
        """Make a movie of the skeleton."""
        output = self._output(f"{entry.name} skeleton", ".mp4")
        if output is not None:
            job = DrawMotionJob(motion=Source(path=str(entry.path)), output=str(output), view=view)
            self._add(job, tr("Draw {name}", name=entry.name), thumbnail=str(entry.path))

    def remove(self, entry: MotionEntry) -> None:
        """Take a motion out of the project, which undo brings back, or move one of all projects to the trash."""
        if not entry.kept:
            change = partial(media_edits.remove, item_ids=(entry.item_id,))
            self._services.document.apply(tr("Remove motion"), change)
            self.said.emit(tr("“{name}” was removed from the project.", name=entry.name))
            return
        from send2trash import send2trash

        try:
            send2trash(str(entry.path))
        except OSError as error:
            self._say_problem(error)
            return
        self.changed.emit()
        self.said.emit(tr("“{name}” was moved to the trash.", name=entry.name))

    # Inside

    def _add(self, job: AnyJob, title: str, thumbnail: str = "") -> None:
        project = str(self._services.document.path)
        entry = self._services.queue.add(job, title=title, project=project, thumbnail=thumbnail)
        self.said.emit(tr("“{title}” is in the queue.", title=entry.title))

    def _output(self, words: str, suffix: str) -> Path | None:
        try:
            return self._new_path(words, suffix)
        except OSError as error:
            self._say_problem(error)
            return None

    def _say_problem(self, error: OSError) -> None:
        log.warning("a motion was not written: %s", error)
        self.said.emit(tr("This cannot be written: {reason}", reason=system_reason(error)))

    def _on_ended(self, entry: QueueEntry) -> None:
        if entry.state is JobState.DONE and isinstance(entry.job, ExtractMotionJob | ConvertMotionJob):
            self._expected |= {artifact.sha256 for artifact in entry.artifacts[:1]}

    def _on_imported(self, _report: object) -> None:
        document = self._services.document
        for item in document.project.media:
            if item.sha256 in self._expected:
                self._expected.discard(item.sha256)
                self.wanted.emit(resolve(document.path, item))
