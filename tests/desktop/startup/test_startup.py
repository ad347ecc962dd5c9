"""Folders, log, crash traces, one instance, the report."""

import faulthandler
import getpass
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, qInstallMessageHandler, qWarning

from desktop.startup.faults import CrashTrace
from desktop.startup.logs import LogBook, start_logging
from desktop.startup.paths import Paths
from desktop.startup.report import make_report, without_private_names
from desktop.startup.single_instance import SingleInstance
from engine.protocol.folders import HOME_VARIABLE
from engine.protocol.messages import Log
from tests.desktop.state.conftest import Heard
from tests.helpers.waiting import LIMIT

_ROOT = Path(__file__).parents[3]


@pytest.fixture
def clean_logging() -> Iterator[None]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    qInstallMessageHandler(None)


@pytest.fixture
def own_fault_handler() -> Iterator[None]:
    hooks = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = hooks
    faulthandler.enable()


def test_all_folders_lie_below_the_home_that_is_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    paths = Paths.of_this_computer()
    for folder in (paths.config, paths.data, paths.cache, paths.logs, paths.documents):
        assert folder.is_relative_to(tmp_path)
        assert not folder.exists()


def test_without_it_the_folders_are_those_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOME_VARIABLE)
    paths = Paths.of_this_computer()
    assert len({paths.config, paths.data, paths.cache, paths.logs}) >= 2
    assert "portraits" in str(paths.data)


@pytest.mark.usefixtures("clean_logging")
def test_the_log_holds_our_lines_and_those_of_qt(tmp_path: Path, qapp: QCoreApplication) -> None:
    start_logging(tmp_path / "logs" / "window.log")
    logging.getLogger("desktop.test").info("our line")
    qWarning("a line of Qt")
    text = (tmp_path / "logs" / "window.log").read_text("utf-8")
    assert "INFO desktop.test: our line" in text
    assert "WARNING qt.default: a line of Qt" in text


@pytest.mark.usefixtures("clean_logging")
def test_a_log_that_cannot_be_written_goes_to_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "logs"
    in_the_way.write_text("in the way")
    start_logging(in_the_way / "window.log")
    logging.getLogger("desktop.test").warning("nowhere else to go")
    assert "WARNING desktop.test: nowhere else to go" in capsys.readouterr().err
    assert in_the_way.read_text() == "in the way"


@pytest.mark.usefixtures("clean_logging")
def test_the_log_pane_gets_the_lines_of_both_processes_from_any_thread(qtbot: Any) -> None:
    book = LogBook()
    heard = Heard(added=book.added)
    thread = threading.Thread(target=lambda: logging.getLogger("desktop.test").warning("from a thread"))
    thread.start()
    thread.join()
    book.add_engine_line(Log(level="INFO", logger="engine.x", text="from the engine", time=1.0))
    qtbot.waitUntil(lambda: len(heard.events) == 2, timeout=LIMIT * 1000)
    assert {(line.origin, line.text) for line in book.lines} == {
        ("engine", "from the engine"),
        ("window", "from a thread"),
    }
    book.close()


_CRASH = """
import sys
from pathlib import Path
from desktop.startup.faults import CrashTrace
trace = CrashTrace(Path(sys.argv[1]))
trace.start()
import ctypes
ctypes.string_at(0)
"""


@pytest.mark.usefixtures("own_fault_handler")
def test_the_trace_of_a_crash_is_found_by_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "crash.txt"
    assert CrashTrace(path).last_session == ""
    subprocess.run([sys.executable, "-c", _CRASH, str(path)], cwd=_ROOT, check=False, capture_output=True)
    trace = CrashTrace(path)
    assert "ctypes" in trace.last_session
    trace.start()
    trace.stop()
    assert not path.exists()
    assert CrashTrace(path).last_session == ""
    assert path.with_name("crash-last.txt").exists()


@pytest.mark.usefixtures("own_fault_handler")
def test_an_exception_that_nobody_caught_is_in_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    trace = CrashTrace(tmp_path / "crash.txt")
    trace.start()
    try:
        raise KeyError("lost")
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)
    trace.stop()
    assert "lost" in caplog.text


_SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.startup.single_instance import SingleInstance
app = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
print(instance.claim(), instance.hand_over(tuple(sys.argv[2:])))
"""


def test_a_second_start_hands_its_files_to_the_running_window(tmp_path: Path, qtbot: Any) -> None:
    running = SingleInstance(tmp_path / "data")
    assert running.claim()
    heard = Heard(opened=running.opened)
    command = [sys.executable, "-c", _SECOND_START, str(tmp_path / "data"), "/films/Größe.portraits"]
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=LIMIT * 1000)
        assert second.stdout is not None
        assert second.stdout.read().split() == ["False", "True"]
    assert heard.of("opened") == [(str(Path("/films/Größe.portraits").absolute()),)]
    running.release()


def test_the_next_start_takes_over_when_the_window_is_gone(tmp_path: Path, qapp: QCoreApplication) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    second = SingleInstance(tmp_path)
    assert not second.claim()
    first.release()
    assert second.claim()
    second.release()


_CRASHED_WINDOW = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.startup.single_instance import SingleInstance
app = QCoreApplication([])
assert SingleInstance(Path(sys.argv[1])).claim()
os._exit(1)
"""


def test_a_window_that_crashed_does_not_keep_others_out(tmp_path: Path, qtbot: Any) -> None:
    subprocess.run([sys.executable, "-c", _CRASHED_WINDOW, str(tmp_path)], cwd=_ROOT, check=False)
    following = SingleInstance(tmp_path)
    assert following.claim()
    heard = Heard(opened=following.opened)
    command = [sys.executable, "-c", _SECOND_START, str(tmp_path)]
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=LIMIT * 1000)
        assert second.stdout is not None
        assert second.stdout.read().split() == ["False", "True"]
    assert heard.of("opened") == [()]
    following.release()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("cannot read /home/anna/My/film.mp4.", "cannot read …/film.mp4."),
        ('File "/home/anna b/secret film/a.py", line 3', 'File "…/a.py", line 3'),
        (r"cannot read C:\Users\anna\film.mp4", "cannot read …/film.mp4"),
        (r"on \\server\share\anna\x.png now", "on …/x.png now"),
        ("~/films/x.png", "…/x.png"),
        ("24000/1001 frames, 3 / 4, and/or", "24000/1001 frames, 3 / 4, and/or"),
        ("https://example.org/a/b", "https://example.org/a/b"),
    ],
)
def test_folders_do_not_get_into_the_report(text: str, shown: str) -> None:
    assert without_private_names(text) == shown


def test_the_report_says_what_helps_and_not_who(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "annabella")
    report = make_report(
        what="The engine crashed.", trace="in /home/annabella/x.py", log_lines=["by Annabella", "line two"]
    )
    assert "annabella" not in report.lower()
    for part in ("Portraits 0.1.0", "PySide6", "The engine crashed.", "x.py", "line two"):
        assert part in report
