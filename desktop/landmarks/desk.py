"""Brings the landmark editor into the window: what opens it, its commands, and its landmarks for morph jobs."""

import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.landmarks.commands import LANDMARK_ACTIONS, SCOPE
from desktop.landmarks.exchange import SUFFIX, write_file
from desktop.shell.actions import Actions
from desktop.shell.services import Services
from desktop.widgets.engine_words import system_reason
from desktop.widgets.words import tr
from engine.project.clips import AnyClip, MorphClip, StillClip
from engine.project.folder import resolve
from engine.project.landmarks import to_file_text
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.base import Source

if TYPE_CHECKING:
    from desktop.landmarks.page import LandmarksPage

AREA = "landmarks"


class LandmarkDesk(QObject):
    """The editor as the window sees it. The page, and NumPy with it, is loaded when it is first shown.

    Args:
        services: the models.
        actions: the commands of the window, the editor's among them.
    """

    said = Signal(object)
    """arg: str."""

    failed = Signal(object)
    """arg: Failure."""

    area_wanted = Signal(object)
    """arg: str, key of the work area that is to be shown."""

    def __init__(self, services: Services, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._actions = actions
        self._page: LandmarksPage | None = None
        self._back = "film"
        self.place = QStackedWidget()
        """Where the page stands once there is one."""
        handlers: dict[str, Callable[[], object]] = {
            spec.key: partial(self._run, spec.key.removeprefix(f"{SCOPE}."))
            for spec in LANDMARK_ACTIONS
            if spec.scope == SCOPE
        }
        actions.connect_all(handlers)

    def page(self) -> "LandmarksPage":
        """Return the editor, made on first use."""
        if self._page is None:
            from desktop.landmarks.page import LandmarksPage
            from desktop.landmarks.session import Session

            page = LandmarksPage(Session(self._services.document, self._services.engine, self))
            page.said.connect(self.said)
            page.failed.connect(self.failed)
            page.done.connect(self._leave)
            self._actions.attach(SCOPE, page)
            self.place.addWidget(page)
            self._page = page
        return self._page

    def _run(self, command: str) -> None:
        self.page().handlers()[command]()

    def _leave(self) -> None:
        self.page().preview.stop()
        self.area_wanted.emit(self._back)

    def come_from(self, area: str) -> None:
        """Remember where *Done* leads."""
        if area != AREA:
            self._back = area

    # Opening

    def open_pictures(self, item_ids: Sequence[str]) -> bool:
        """Correct one or two pictures of the project; returns whether they can be."""
        ids = tuple(item_ids)[:2]
        if not ids or not self.page().session.open_pictures(ids[0], *ids[1:2]):
            self.said.emit(tr("Choose one or two pictures of the project first."))
            return False
        self.area_wanted.emit(AREA)
        return True

    def open_paths(self, paths: Sequence[str]) -> bool:
        """Correct the first two pictures with these files, when the project has them."""
        document = self._services.document
        by_path = {str(resolve(document.path, item)): item.id for item in document.project.media}
        by_hash = {item.sha256: item.id for item in document.project.media}
        ids = [by_path.get(path) or by_hash.get(_hash_of(path), "") for path in paths[:2]]
        return self.open_pictures([each for each in ids if each])

    def open_clips(self, clip_ids: Sequence[str]) -> bool:
        """Correct the two pictures of a morph among clips of the timeline, or else the pictures of stills."""
        morph = self.morph_among(clip_ids)
        if not morph:
            chosen = [clip for clip in self._clips() if clip.id in clip_ids]
            return self.open_pictures(tuple(dict.fromkeys(c.media for c in chosen if isinstance(c, StillClip))))
        if not self.page().session.open_morph(morph):
            self.said.emit(tr("This morph does not lie between two pictures."))
            return False
        self.area_wanted.emit(AREA)
        return True

    def morph_among(self, clip_ids: Sequence[str]) -> str:
        """Return the first of some clips that is a morph, or ""."""
        morphs = {clip.id for clip in self._clips() if isinstance(clip, MorphClip)}
        return next((each for each in clip_ids if each in morphs), "")

    def _clips(self) -> list[AnyClip]:
        return [clip for track in self._services.document.project.timeline.tracks for clip in track.clips]

    # For morph jobs

    def landmark_files(self, paths: Sequence[str]) -> tuple[Source, ...]:
        """Return files with the landmarks that the project keeps for pictures, for a job that morphs them.

        A file lies in a folder named by its content, so that a job that waits or is run again finds the same points.
        """
        document = self._services.document
        kept = {
            str(resolve(document.path, item)): item for item in document.project.media if item.landmarks is not None
        }
        found: list[Source] = []
        for path in dict.fromkeys(paths):
            item = kept.get(path)
            if item is None or item.landmarks is None:
                continue
            digest = hashlib.sha256(to_file_text(item.landmarks)).hexdigest()
            file = self._services.paths.data / "landmarks" / digest[:24] / f"{Path(path).name}{SUFFIX}"
            if not file.exists():
                try:
                    file.parent.mkdir(parents=True, exist_ok=True)
                    write_file(file, item.landmarks)
                except OSError as error:
                    self.said.emit(tr("Corrected landmarks cannot be used: {reason}.", reason=system_reason(error)))
                    continue
                except PortraitsError as error:
                    self.failed.emit(error.failure)
                    continue
            found.append(Source(path=str(file), sha256=digest))
        return tuple(found)


def _hash_of(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
