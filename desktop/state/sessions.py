"""What was open when the last session ended: recent projects, drafts, and whether it ended by itself."""

import logging
import shutil
from datetime import datetime
from pathlib import Path

import msgspec

from desktop.state.kept_file import write_kept
from engine.project.folder import media_folder
from engine.project.store import SUFFIX, find_recovery
from engine.protocol.errors import PortraitsError

log = logging.getLogger(__name__)

_MAX_RECENT = 12
_MAX_BYTES = 1024 * 1024

_LEFT = "saved elsewhere"
"""Name of the file in a draft's folder that says so."""


class _State(msgspec.Struct):
    open_project: str = ""
    recent: list[str] = []


class Sessions:
    """Kept in one small file of the data folder; a damaged one counts as empty.

    Args:
        folder: the data folder; drafts lie below it.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / "session.json"
        self._drafts = folder / "drafts"
        self._state = self._read()
        self.crashed_with: Path | None = Path(self._state.open_project) if self._state.open_project else None
        """The project that was open when the last session ended without closing, None after a clean end."""

    @property
    def recent(self) -> tuple[Path, ...]:
        """The projects that were opened last, newest first; drafts are left out."""
        return tuple(Path(path) for path in self._state.recent)

    def remember(self, path: Path) -> None:
        """A project is open now."""
        name = str(path.absolute())
        self._state.open_project = name
        if not self.is_draft(path):
            self._state.recent = [name, *(other for other in self._state.recent if other != name)][:_MAX_RECENT]
        self._write()

    def forget(self) -> None:
        """The session ends properly."""
        self._state.open_project = ""
        self._write()

    def new_draft(self) -> Path:
        """Return the path of a new unnamed project; nothing is written yet."""
        self._drafts.mkdir(parents=True, exist_ok=True)
        name = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
        number, path = 1, self._drafts / name / f"Untitled{SUFFIX}"
        while path.parent.exists():
            number += 1
            path = self._drafts / f"{name} {number}" / f"Untitled{SUFFIX}"
        path.parent.mkdir()
        return path

    def is_draft(self, path: Path) -> bool:
        return self._drafts in path.absolute().parents

    def discard_draft(self, path: Path) -> None:
        """Remove a draft with its media."""
        if self.is_draft(path) and path.parent.parent == self._drafts:
            shutil.rmtree(path.parent, ignore_errors=True)

    def leave_draft(self, path: Path) -> None:
        """A draft was saved elsewhere with its media. A job may read there until the next start sweeps it."""
        if self.is_draft(path) and path.parent.is_dir():
            (path.parent / _LEFT).touch()

    def left_drafts(self) -> tuple[Path, ...]:
        """Return the drafts that hold something: a file, an autosaved state or media."""
        if not self._drafts.is_dir():
            return ()
        drafts = (folder / f"Untitled{SUFFIX}" for folder in sorted(self._drafts.iterdir()))
        return tuple(path for path in drafts if path.exists() or find_recovery(path) is not None)

    def sweep(self, keep: Path) -> None:
        """Remove drafts that hold nothing or were saved elsewhere, except the one that is open."""
        kept = {keep, *self.left_drafts()}
        for folder in self._drafts.iterdir() if self._drafts.is_dir() else ():
            path = folder / f"Untitled{SUFFIX}"
            left = (folder / _LEFT).exists()
            if path not in kept and (left or not media_folder(path).exists()):
                shutil.rmtree(folder, ignore_errors=True)

    def _read(self) -> _State:
        try:
            with self._file.open("rb") as file:
                return msgspec.json.decode(file.read(_MAX_BYTES), type=_State)
        except FileNotFoundError:
            return _State()
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            log.warning("the list of recent projects cannot be read: %s", error)
            return _State()

    def _write(self) -> None:
        try:
            write_kept(self._file, msgspec.json.encode(self._state))
        except (PortraitsError, UnicodeEncodeError) as error:
            log.warning("the list of recent projects cannot be written: %s", error)
