"""Files of results that were taken out: they go to the system's trash once undo can no longer need them."""

import logging
from collections.abc import Iterable
from pathlib import Path

from desktop.state.document import Document
from engine.project.folder import resolve
from engine.protocol.errors import PortraitsError

log = logging.getLogger(__name__)


class Trash:
    """Remembers what was taken out of the open project."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._paths: set[Path] = set()

    def add(self, paths: Iterable[Path]) -> None:
        """Files whose items were taken out just now."""
        self._paths.update(paths)

    def empty(self) -> None:
        """The project is left: move what it no longer lists to the trash. Unsaved changes keep every file."""
        paths, self._paths = self._paths, set()
        if not paths or self._document.dirty:
            return
        kept = set(self._listed())
        for path in sorted(paths - kept):
            self._move(path)

    def _listed(self) -> Iterable[Path]:
        for item in self._document.project.media:
            try:
                yield resolve(self._document.path, item)
            except PortraitsError:
                continue

    @staticmethod
    def _move(path: Path) -> None:
        from send2trash import send2trash

        try:
            send2trash(str(path))
        except OSError as error:
            # Without a trash the file stays where it is: nothing is ever deleted for good.
            log.warning("%s was not moved to the trash: %s", path.name, error)
