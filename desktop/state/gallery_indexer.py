"""Indexing of many items beside the window's thread."""

from pathlib import Path

from PySide6.QtCore import QObject, QThread

from desktop.state.gallery_index import GalleryIndex
from engine.project.schema import Project
from engine.protocol.errors import PortraitsError


class Indexer(QThread):
    """Indexes many items with a connection of its own."""

    def __init__(self, index_path: Path, project: Project, project_path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._index_path = index_path
        self._project = project
        self._project_path = project_path

    def run(self) -> None:
        try:
            index = GalleryIndex(self._index_path)
        except PortraitsError:
            return
        try:
            index.sync(self._project.media, self._project_path)
        finally:
            index.close()
