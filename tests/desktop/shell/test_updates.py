"""New versions in the window: nothing is asked before the person agreed, and then once a week at most."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from desktop.link.fake import FakeLink
from desktop.shell.updates import UpdateNotice
from desktop.startup.paths import Paths
from desktop.state.settings import Settings
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.queries import LookForUpdate, UpdateReply

NEWER = UpdateReply(version="9.0.0", page="https://portraits.example/", published="2026-11-22", newer=True)
SAME = UpdateReply(version="0.1.0", page="https://portraits.example/", published="2026-11-22", newer=False)


class Toasts:
    """Keeps what would be shown."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []

    def show_message(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        self.shown.append((text, action))


class StandInWindow(QObject):
    """As much of the window as a notice needs."""

    def __init__(self) -> None:
        super().__init__()
        self.toasts = Toasts()

    def say(self, text: str) -> None:
        self.toasts.show_message(text)


class StandInServices:
    """As much of the services as a notice needs."""

    def __init__(self, folder: Path) -> None:
        self.engine = FakeLink()
        self.settings = Settings()
        self.paths = Paths(folder, folder, folder, folder, folder)


@pytest.fixture
def services(qapp: QObject, tmp_path: Path) -> StandInServices:
    return StandInServices(tmp_path)


@pytest.fixture
def window(services: StandInServices) -> Iterator[StandInWindow]:
    made = StandInWindow()
    made.updates = UpdateNotice(made, services)  # type: ignore[arg-type, attr-defined]
    yield made
    made.deleteLater()


def questions(services: StandInServices) -> list[int]:
    return [number for number, query in services.engine.asked if isinstance(query, LookForUpdate)]


def agree(services: StandInServices) -> None:
    services.settings.set_value("updates.look", True)
    services.settings.set_value("models.offline", False)


def test_nothing_is_asked_without_consent(services: StandInServices, window: StandInWindow) -> None:
    services.engine.become_ready()
    assert questions(services) == []
    services.settings.set_value("models.offline", False)
    services.engine.restart()
    services.engine.become_ready()
    assert questions(services) == []


def test_offline_counts_more_than_consent(services: StandInServices, window: StandInWindow) -> None:
    services.settings.set_value("updates.look", True)
    services.engine.become_ready()
    assert questions(services) == []


def test_with_consent_it_is_asked_once_a_week(services: StandInServices, window: StandInWindow, tmp_path: Path) -> None:
    agree(services)
    services.engine.become_ready()
    services.engine.restart()
    services.engine.become_ready()
    assert len(questions(services)) == 1
    week_ago = time.time() - 8 * 24 * 3600
    os.utime(tmp_path / "looked-for-update", (week_ago, week_ago))
    services.engine.restart()
    services.engine.become_ready()
    assert len(questions(services)) == 2


def test_only_a_newer_version_is_worth_a_message(services: StandInServices, window: StandInWindow) -> None:
    agree(services)
    services.engine.become_ready()
    services.engine.reply(questions(services)[0], SAME)
    assert window.toasts.shown == []


def test_a_newer_version_is_offered_with_its_page(services: StandInServices, window: StandInWindow) -> None:
    agree(services)
    services.engine.become_ready()
    services.engine.reply(questions(services)[0], NEWER)
    assert window.toasts.shown == [("Portraits 9.0.0 is out.", "Open its page")]


def test_a_failure_that_nobody_waits_for_is_not_shown(services: StandInServices, window: StandInWindow) -> None:
    agree(services)
    services.engine.become_ready()
    services.engine.refuse(questions(services)[0], Failure(code=ErrorCode.NETWORK, what="No answer."))
    assert window.toasts.shown == []


def test_the_person_may_ask_at_any_time_and_hears_whatever_comes(
    services: StandInServices, window: StandInWindow
) -> None:
    services.engine.become_ready()
    notice: UpdateNotice = window.updates  # type: ignore[attr-defined]
    notice.look()
    services.engine.reply(questions(services)[-1], SAME)
    notice.look()
    services.engine.refuse(
        questions(services)[-1],
        Failure(code=ErrorCode.NOT_AVAILABLE, what="Offline mode is on.", todo="Switch it off."),
    )
    notice.look()
    services.engine.reply(questions(services)[-1], NEWER)
    texts = [text for text, _ in window.toasts.shown]
    assert texts == ["This is the newest version.", "Offline mode is on. Switch it off.", "Portraits 9.0.0 is out."]
