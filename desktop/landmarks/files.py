"""Writes the points of a picture to a landmark file, and takes them from one."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.landmarks.exchange import SUFFIX, Imported, read_file, write_file
from desktop.landmarks.face import Face
from desktop.landmarks.questions import Questions
from desktop.landmarks.session import Session
from desktop.widgets.words import tr
from engine.protocol.errors import PortraitsError


class LandmarkFiles(QObject):
    """Exports and imports landmarks.

    Args:
        page: the file dialogs stand over it.
        session: the open pictures.
        questions: asks before something is replaced or scaled.
    """

    said = Signal(object)
    """arg: str, a short message."""

    failed = Signal(object)
    """arg: Failure."""

    def __init__(self, page: QWidget, session: Session, questions: Questions) -> None:
        super().__init__(page)
        self._page = page
        self._session = session
        self._questions = questions

    def export(self, side: int) -> None:
        """Ask for a file, and write the points of a picture to it."""
        each = self._session.sides[side]
        if each.settled is None:
            self.said.emit(tr("There are no points to export yet."))
            return
        start = str(each.path.with_name(f"{Path(each.name).stem}{SUFFIX}"))
        name, _ = QFileDialog.getSaveFileName(self._page, tr("Export landmarks"), start, f"JSON (*{SUFFIX})")
        if name:
            self.write(side, Path(name if name.endswith(".json") else name + SUFFIX))

    def write(self, side: int, path: Path) -> None:
        """Write the points of a picture to a file."""
        face = self._session.sides[side].settled
        assert face is not None
        try:
            write_file(path, face.landmarks())
        except PortraitsError as error:
            self.failed.emit(error.failure)
        else:
            self.said.emit(tr("The landmarks were written to “{name}”.", name=path.name))

    def take(self, side: int) -> None:
        """Ask for a file, and read the points of a picture from it."""
        name, _ = QFileDialog.getOpenFileName(self._page, tr("Import landmarks"), "", "JSON (*.json)")
        if name:
            self.read(side, Path(name))

    def read(self, side: int, path: Path) -> None:
        """Take the points of a picture from a file, and say what does not fit."""
        each = self._session.sides[side]
        try:
            found = read_file(path, each.width, each.height, (each.detector, each.version))
        except PortraitsError as error:
            self.failed.emit(error.failure)
            return
        wrong_size = found.other_size and not self._questions.may_scale(
            found.landmarks.width, found.landmarks.height, side
        )
        if wrong_size or not self._questions.may_replace(side):
            return
        each.placing = False
        self._session.store(side, tr("Import landmarks"), Face.of(found.fitted(each.width, each.height)))
        self.said.emit(_words(path, found))


def _words(path: Path, found: Imported) -> str:
    """Return what was taken from a file, and what a person should know about it."""
    text = tr("The landmarks of “{name}” were taken.", name=path.name)
    if found.other_shape:
        text += " " + tr("Its picture had other proportions.")
    if found.other_detector:
        text += " " + tr(
            "Another detector made them: {detector} {version}.",
            detector=found.landmarks.detector,
            version=found.landmarks.detector_version,
        )
    return text
