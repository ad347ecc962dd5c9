"""A whole motion page over an engine that is asked in this process."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.motion.page import MotionPage
from desktop.shell.services import Services
from desktop.startup.logs import LogBook
from desktop.startup.paths import Paths
from desktop.state.queue_entry import QueueEntry
from desktop.state.settings import Settings
from desktop.widgets.theme import Mode, theme
from engine.animation.motion import Motion
from engine.animation.motion_file import write_motion
from engine.host.motion_answers import motion_answer
from engine.protocol.queries import AnyMotionQuery, AnyQuery, AnyReply, Probe
from tests.desktop.helpers import AnsweringLink
from tests.helpers.motion import dance


class MotionLink(AnsweringLink):
    """Answers questions about motions as the engine does."""

    def _reply_to(self, query: AnyQuery) -> tuple[AnyReply, tuple[bytes, ...]] | None:
        if isinstance(query, AnyMotionQuery):
            reply, payload = motion_answer(query)
            return reply, payload
        if isinstance(query, Probe) and not Path(query.path).exists():
            return None
        return super()._reply_to(query)


class Desk:
    """The page and everything around it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        paths = Paths(*(folder / name for name in ("config", "data", "cache", "logs", "documents")))
        theme().set_look(mode=Mode.DARK, compact=False, stronger_edges=False, reduced_motion=True)
        self.link = MotionLink()
        self.book = LogBook()
        self.services = Services.make(paths, Settings(paths.settings_file), self.link, self.book)
        self.document, self.queue = self.services.document, self.services.queue
        self.said: list[str] = []
        self.animated: list[Path] = []
        self.models: list[tuple[str, ...]] = []
        self.picture = ""
        self.page = MotionPage(self.services, self.new_path, lambda: self.picture)
        self.page.said.connect(self.said.append)
        self.page.animate_wanted.connect(self.animated.append)
        self.page.models_wanted.connect(self.models.append)
        self.queue.ended.connect(self._import)
        self.page.resize(1100, 760)
        self.page.show()
        self.link.become_ready()

    @property
    def session(self) -> Any:
        return self.page.session

    def new_path(self, words: str, suffix: str) -> Path:
        path, number = self.folder / f"{words}{suffix}", 1
        while path.exists():
            number += 1
            path = self.folder / f"{words} {number}{suffix}"
        return path

    def _import(self, entry: QueueEntry) -> None:
        if entry.artifacts:
            self.services.importer.add_results(entry.job, entry.artifacts)

    def add(self, qtbot: Any, name: str, motion: Motion | None = None) -> Path:
        """Bring a motion into the project, and wait for it; returns the file it was brought from."""
        path = self.folder / f"{name}.motion.npz"
        write_motion(path, motion if motion is not None else dance(49))
        before = len(self.document.project.media)
        self.page.commands.import_files((path,))
        qtbot.waitUntil(lambda: len(self.document.project.media) == before + 1)
        return path

    def open(self, qtbot: Any, name: str = "Walk", motion: Motion | None = None) -> None:
        """Show a motion of the project."""
        self.add(qtbot, name, motion)
        entry = next(each for each in self.page.library.list.entries() if each.name == name)
        self.page.library.list.choose(entry.path)
        qtbot.waitUntil(lambda: self.session.take is not None and self.session.name == name)

    def close(self) -> None:
        self.page.playback.pause()
        self.page.hide()
        self.document.close()
        self.services.close()
        self.book.close()
        self.page.deleteLater()


@pytest.fixture
def desk(qapp: object, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()
