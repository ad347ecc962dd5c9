"""Timelines of other programs: asked for or dropped, read by the engine, and opened as a project."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.shell.dropped import TIMELINES
from desktop.shell.services import Services
from desktop.state.queue_entry import QueueEntry
from desktop.widgets.dialog import ask
from desktop.widgets.engine_words import engine_texts, system_reason
from desktop.widgets.words import counted, tr
from engine.project.store import SUFFIX
from engine.protocol.jobs import TimelineJob
from engine.protocol.jobs.base import Source

if TYPE_CHECKING:
    from desktop.window import MainWindow

_MOST_NOTES = 8


class TimelineFiles(QObject):
    """Makes projects from timelines.

    Args:
        window: asks for files and opens projects.
        services: the queue, and where projects lie.
    """

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window, self._services = window, services

    def choose(self) -> None:
        """Ask for a timeline and read it."""
        kinds = " ".join(f"*{suffix}" for suffix in TIMELINES)
        words = tr("OpenTimelineIO or Final Cut XML")
        name, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open a timeline of another program"), "", f"{words} ({kinds})"
        )
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Let the engine make a project from a timeline."""
        folder = self._services.paths.documents
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._window.say(tr("The folder for projects cannot be made: {reason}.", reason=system_reason(error)))
            return
        job = TimelineJob(source=Source(path=str(path)), output=str(_free_name(folder, path.stem)))
        self._services.queue.add(job, title=tr("Project from {name}", name=path.name), now=True)
        self._window.say(tr("“{name}” is read.", name=path.name))

    def open(self, entry: QueueEntry) -> None:
        """Open the project that was made, and say what could not be taken over."""
        if not entry.artifacts or not self._window.project.open(Path(entry.artifacts[0].path)):
            return
        if entry.notes:
            count = len(entry.notes)
            title = counted(count, "{n} thing was not taken over", "{n} things were not taken over")
            shown = [*entry.notes[:_MOST_NOTES], *(["…"] if count > _MOST_NOTES else [])]
            ask(self._window, title, engine_texts(shown, "\n"), [("close", tr("Close"))])


def _free_name(folder: Path, stem: str) -> Path:
    """Return a project's name that is not taken."""
    number, path = 2, folder / f"{stem}{SUFFIX}"
    while path.exists():
        path = folder / f"{stem} {number}{SUFFIX}"
        number += 1
    return path
