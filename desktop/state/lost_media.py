"""Media of the open project whose files are not there."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from desktop.state.background import Background
from engine.project.media import MediaItem
from engine.project.relink import missing_media, relink
from engine.protocol.errors import Failure

if TYPE_CHECKING:
    from desktop.state.document import Document


class LostMedia(QObject):
    """Looks for files in the background.

    Args:
        document: the open project.
        background: where it looks.
    """

    changed = Signal(object)  # arg: tuple of MediaItem whose files are not there
    found = Signal(object)  # arg: tuple of MediaItem that are back

    def __init__(self, document: "Document", background: Background) -> None:
        super().__init__(document)
        self._background = background
        self._items: tuple[MediaItem, ...] = ()

    @property
    def _document(self) -> "Document":
        # Not kept: an object and its parent that hold each other are taken apart in the wrong order.
        return cast("Document", self.parent())

    @property
    def items(self) -> tuple[MediaItem, ...]:
        """The media whose files were not there when last looked."""
        return self._items

    def forget(self) -> None:
        """Another project is opened."""
        self._items = ()

    def look(self) -> None:
        """Find out which media files are not there; ``changed`` follows when that changed."""
        project, path = self._document.project, self._document.path
        looked = partial(self._on_looked, path)
        self._background.run(lambda: tuple(missing_media(project, path)), looked, self._on_problem)

    def search(self, folders: tuple[Path, ...]) -> None:
        """Search folders for missing media, by its bytes; ``found`` follows."""
        project, path = self._document.project, self._document.path
        searched = partial(self._on_searched, path)
        self._background.run(lambda: relink(project, path, folders), searched, self._on_problem)

    def _on_looked(self, path: Path, missing: tuple[MediaItem, ...]) -> None:
        if path == self._document.path and missing != self._items:
            self._items = missing
            self.changed.emit(missing)

    def _on_searched(self, path: Path, result: tuple[list[MediaItem], list[MediaItem]]) -> None:
        found, still = result
        if path == self._document.path:  # and no other project was opened meanwhile
            self._on_looked(path, tuple(still))
            self.found.emit(tuple(found))

    def _on_problem(self, failure: Failure) -> None:
        self._document.problem.emit(failure)
