"""What is offered after a crash, what a report holds, and what the system is told when the window is not in front."""

import logging
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.diagnostics.log_window import LogWindow
from desktop.shell import notices
from desktop.startup.logs import LogBook
from desktop.widgets.buttons import LinkButton
from desktop.widgets.theme import theme
from desktop.window import MainWindow
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.jobs import VoiceJob
from tests.desktop.helpers import QUIET, a_window, shown, with_pictures

pytestmark = pytest.mark.qt_log_ignore(QUIET)

TRACE = 'Fatal Python error: Segmentation fault\n\n  File "/home/ada/secret place/portraits/window.py", line 3 in paint'


def _press(window: MainWindow, qtbot: Any, words: str) -> None:
    (button,) = [each for each in shown(window.toasts, LinkButton) if each.text() == words]  # type: ignore[attr-defined]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_crash_of_the_last_session_is_offered_as_a_report_without_private_paths(qtbot: Any, tmp_path: Path) -> None:
    with a_window(tmp_path) as (window, _):
        logging.getLogger("desktop").warning("could not read /home/ada/films/anna.png")
        window.reports.offer_crash_trace("")
        assert window.toasts.messages() == []
        window.reports.offer_crash_trace(TRACE)
        assert window.toasts.messages() == ["Portraits crashed the last time. Your projects are safe."]
        _press(window, qtbot, "Copy report")
        text = QGuiApplication.clipboard().text()
        assert "Segmentation fault" in text
        assert "window.py" in text
        assert "Test processor" in text
        assert "ada" not in text
        assert "secret place" not in text


def test_changes_of_a_session_that_crashed_are_offered_and_come_back(qtbot: Any, tmp_path: Path) -> None:
    with a_window(tmp_path) as (window, _):
        with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        path = window.services.document.path
        window.services.document.autosave()
        qtbot.waitUntil(lambda: window.services.document.recoverable(path) is not None)
        # The process ends here: nothing is closed, the next one finds what was put aside.
        kept = {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    for each, data in kept.items():
        each.parent.mkdir(parents=True, exist_ok=True)
        each.write_bytes(data)
    with a_window(tmp_path) as (window, _):
        assert window.services.document.empty
        window.reports.offer_left_session()
        assert "were put aside when Portraits ended" in window.toasts.messages()[-1]
        _press(window, qtbot, "Open them")
        assert len(window.services.document.project.media) == 2
        assert window.services.document.dirty
        assert not window.welcome.isVisible()


def test_a_settings_file_that_was_put_aside_is_told(qtbot: Any, tmp_path: Path) -> None:
    with a_window(tmp_path) as (window, _):
        window.reports.say_problems(())
        assert window.toasts.messages() == []
        window.reports.say_problems(("The settings file could not be read; it was put aside.", "More."))
        assert window.toasts.messages() == ["The settings file could not be read; it was put aside."]


class Tray:
    """Stands for the system's notifications."""

    shown: list[str]

    def __init__(self, *_args: object) -> None:
        Tray.shown = []

    @staticmethod
    def isSystemTrayAvailable() -> bool:
        return True

    def show(self) -> None:
        pass

    def showMessage(self, _title: str, text: str) -> None:
        Tray.shown.append(text)


@pytest.mark.parametrize(
    ("in_front", "notify", "sound"), [(False, True, True), (False, False, False), (True, True, True)]
)
def test_the_system_is_told_of_the_end_of_a_job_when_the_window_is_not_in_front(
    qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_front: bool, notify: bool, sound: bool
) -> None:
    Tray.shown = []
    beeps: list[int] = []
    monkeypatch.setattr(notices, "QSystemTrayIcon", Tray)
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(1))
    with a_window(tmp_path) as (window, link):
        monkeypatch.setattr(window, "isActiveWindow", lambda: in_front)
        window.services.settings.set_value("queue.notify", notify)
        window.services.settings.set_value("queue.sound", sound)
        window.project.new()
        for text in ("One", "Two"):
            job_id = window.services.queue.add(VoiceJob(text=text, output=f"/nowhere/{text}.wav"), title=text).job_id
            link.say_started(job_id)
            if text == "One":
                link.say_done(job_id)
            else:
                link.say_failed(job_id, Failure(code=ErrorCode.BAD_INPUT, what="No."))
        told = [] if in_front else ["“One” is done.", "“Two” failed."]
        assert Tray.shown == (told if notify else [])
        assert len(beeps) == (len(told) if sound else 0)


def test_the_log_says_that_it_is_empty_and_then_shows_what_comes(qtbot: Any, tmp_path: Path) -> None:
    with a_window(tmp_path) as (window, _):
        book = LogBook()
        log = LogWindow(book, lambda: "", window)
        log.show()
        assert log.nothing.isVisible()
        assert not log.text.isVisible()
        logging.getLogger("desktop.test").warning("the first line")
        qtbot.waitUntil(log.text.isVisible)
        assert not log.nothing.isVisible()
        assert log.text.toPlainText().endswith("the first line")
        logging.getLogger("desktop.test").warning("the second line")
        qtbot.waitUntil(lambda: log.text.toPlainText().count("line") == 2)
        log.search.setText("nowhere")
        assert log.text.isVisible(), "a search without a hit is not an empty log"
        log.close()
        book.close()


def test_the_history_has_a_ground_of_its_own_and_goes_back_by_choice(qtbot: Any, tmp_path: Path) -> None:
    with a_window(tmp_path) as (window, _):
        window.project.new()
        with_pictures(window, qtbot, tmp_path, "Anna")
        undo = window.services.document.undo
        window.side_windows.show_history()
        history = window.side_windows._history
        assert history is not None
        image = history.grab().toImage()
        assert image.pixelColor(image.width() // 2, image.height() - 4).name() == theme().colour("pane").name()
        assert undo.index() == undo.count() > 0
        history.steps.setCurrentIndex(history.steps.model().index(0, 0))
        assert undo.index() == 0
        assert window.services.document.project.media == ()
        history.close()
