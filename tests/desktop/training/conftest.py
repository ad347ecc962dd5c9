"""The window in its work area *Train*, over an engine that is asked in this process."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.shell.services import Services
from desktop.training.page import TrainPage
from desktop.window import MainWindow
from engine.host.motion_answers import motion_answer
from engine.protocol.queries import AnyMotionQuery, AnyQuery
from tests.desktop.helpers import AnsweringLink, a_window
from tests.desktop.training.helpers import a_job


class Desk:
    """The window in its work area *Train*."""

    def __init__(self, window: MainWindow, link: AnsweringLink, folder: Path) -> None:
        self.window, self.link, self.folder = window, link, folder
        self.services: Services = window.services
        self.page: TrainPage = window.training.page()
        plain = link._reply_to

        def reply(query: AnyQuery) -> Any:
            return tuple(motion_answer(query)) if isinstance(query, AnyMotionQuery) else plain(query)

        link._reply_to = reply  # type: ignore[method-assign]

    def start(self, folder: Path) -> str:
        """Begin a training."""
        self.services.queue.add(a_job(folder), title="Motion tokens", project=str(self.services.document.path))
        job_id, _ = self.link.submitted[-1]
        self.link.say_started(job_id)
        return job_id


@pytest.fixture
def desk(qapp: object, qtbot: Any, tmp_path: Path) -> Iterator[Desk]:
    with a_window(tmp_path) as (window, link):
        window.project.new()
        window.arrangement.choose_area("train")
        yield Desk(window, link, tmp_path)
