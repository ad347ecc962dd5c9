"""Fixtures for tests of the window's link and models."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from desktop.link import EngineLink, EngineState
from desktop.link.thread import Timing
from desktop.startup.language import use_language
from desktop.widgets.words import LANGUAGE
from tests.helpers.waiting import LIMIT

ENGINE_CHILD = (sys.executable, "-m", "tests.helpers.engine_child")
QUICK = Timing(start=20.0, silence=1.5, shutdown=3.0, short_life=5.0)

StartLink = Callable[..., EngineLink]


class Heard:
    """Keeps what the signals of a link said, in order."""

    SIGNALS = (
        "status_changed",
        "stopped",
        "job_started",
        "progress",
        "preview",
        "noted",
        "job_done",
        "job_failed",
        "job_cancelled",
        "answered",
        "stats",
        "logged",
    )

    def __init__(self, link: EngineLink) -> None:
        self.events: list[tuple[str, object]] = []
        for name in self.SIGNALS:
            getattr(link, name).connect(self._keeper(name))

    def of(self, name: str) -> list[object]:
        return [event for signal, event in self.events if signal == name]

    def _keeper(self, name: str) -> Callable[[object], None]:
        return lambda event: self.events.append((name, event))


@pytest.fixture
def german(qapp: QCoreApplication) -> Iterator[None]:
    """Show the program in German for one test."""
    before = QLocale()
    installed = use_language(qapp, "de")
    assert len(installed) == 2, "the program's texts and Qt's own"
    yield
    for translator in installed:
        qapp.removeTranslator(translator)
    qapp.setProperty(LANGUAGE, None)
    QLocale.setDefault(before)


@pytest.fixture
def start_link(qapp: QCoreApplication, qtbot, tmp_path: Path) -> Iterator[StartLink]:  # type: ignore[no-untyped-def]
    """Start a real engine process with weightless jobs, and wait until it is ready."""
    links: list[EngineLink] = []

    def start(*, timing: Timing = QUICK, command: tuple[str, ...] = ENGINE_CHILD, wait: bool = True) -> EngineLink:
        link = EngineLink(tmp_path / "logs" / "engine.log", command=command, timing=timing)
        links.append(link)
        link.heard = Heard(link)  # type: ignore[attr-defined]
        link.start()
        if wait:
            qtbot.waitUntil(lambda: link.status.state is EngineState.READY, timeout=LIMIT * 1000)
        return link

    yield start
    for link in links:
        link.shutdown()
        link.deleteLater()
