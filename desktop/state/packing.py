"""Projects in one file, for handing over: packed and unpacked beside the window."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.state.background import Background
from desktop.state.document import Document
from engine.project import pack
from engine.project.store import SUFFIX
from engine.protocol.errors import Cancelled

PACKED_SUFFIX = f"{SUFFIX}.zip"


class Packing(QObject):
    """Packs the open project and unpacks others.

    Args:
        document: the open project.
        folder: where unpacked projects are put, each into a folder of its own.
    """

    packed = Signal(object)
    """arg: Path of the zip that was written."""

    unpacked = Signal(object)
    """arg: Path of the project file."""

    failed = Signal(object)
    """arg: Failure."""

    def __init__(self, document: Document, folder: Path) -> None:
        super().__init__()
        self._document = document
        self._folder = folder
        self._background = Background(self)
        self._closing = threading.Event()

    def pack(self, output: Path) -> None:
        """Write the project as it is now and its media into one zip; a file that is there is replaced."""
        project, path = self._document.project, self._document.path

        def work() -> Path:
            pack.pack(project, path, output, overwrite=True, step=self._step)
            return output

        self._background.run(work, self.packed.emit, self.failed.emit)

    def unpack(self, archive: Path) -> None:
        """Unpack a project into a folder with its name; nothing that is there is replaced."""

        def work() -> Path:
            return pack.unpack(archive, self._free_folder(archive.name.removesuffix(PACKED_SUFFIX)), step=self._step)

        self._background.run(work, self.unpacked.emit, self.failed.emit)

    def close(self) -> None:
        """Stop; what is not whole is removed."""
        self._closing.set()
        self._background.close()

    def _step(self, _done: int, _files: int) -> None:
        if self._closing.is_set():
            raise Cancelled

    def _free_folder(self, name: str) -> Path:
        number, folder = 2, self._folder / name
        while folder.exists():
            folder = self._folder / f"{name} {number}"
            number += 1
        return folder
