"""The program under an X server, driven by a real keyboard and mouse."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.helpers.waiting import wait_until

_ROOT = Path(__file__).resolve().parents[2]
_NEEDED = ("Xvfb", "xdotool")
_START = 90.0

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not all(shutil.which(name) for name in _NEEDED),
    reason=f"a screen without a monitor needs {' and '.join(_NEEDED)}, which are not installed here",
)

_DRIVEN = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from desktop import app
from desktop.window import MainWindow

told = Path(sys.argv[1])

def middle(widget):
    point = widget.mapToGlobal(widget.rect().center())
    return [point.x(), point.y()]

def tell():
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    if not windows or not windows[0].isVisible():
        return
    window = windows[0]
    focus = QApplication.focusWidget()
    places = {"palette": window.palette_.input, "queue": window.job_bar.queue_button, "gallery": window.gallery}
    state = {
        "welcome": window.welcome.isVisible(),
        "gallery": window.gallery.isVisible(),
        "queue": window.queue.isVisible(),
        "palette": window.palette_.isVisible(),
        "typed": window.palette_.input.text(),
        "hits": [hit.entry.key for hit in window.palette_.hits()],
        "fullscreen": window.isFullScreen(),
        "active": window.isActiveWindow(),
        "engine": window.job_bar.engine_mark.text(),
        "focus": type(focus).__name__ if focus else "",
        "places": {name: middle(widget) for name, widget in places.items()},
    }
    beside = told.with_suffix(".part")
    beside.write_text(json.dumps(state))
    beside.replace(told)

begin = app.Session.begin
def begin_and_tell(session, files):
    begin(session, files)
    session.teller = QTimer(session)
    session.teller.timeout.connect(tell)
    session.teller.start(50)
app.Session.begin = begin_and_tell

from desktop.__main__ import main
sys.argv = ["portraits"]
sys.exit(main())
"""
"""The program as it is, which besides tells where its parts are: nobody has to guess coordinates."""


class Driven:
    """A running program, its screen, and a hand on keyboard and mouse."""

    def __init__(self, environment: dict[str, str], program: "subprocess.Popen[bytes]", told: Path) -> None:
        self._environment = environment
        self.program = program
        self._told = told

    def state(self) -> dict[str, object]:
        """Return what the program told last."""
        found: dict[str, object] = msgspec.json.decode(self._told.read_bytes()) if self._told.exists() else {}
        return found

    def wait(self, seconds: float = 30.0, **wanted: object) -> None:
        """Wait until the program tells these values."""

        def reached() -> bool:
            assert self.program.poll() is None, f"the program ended with {self.program.returncode}"
            now = self.state()
            return all(now.get(name) == value for name, value in wanted.items())

        wait_until(reached, f"{wanted}, told was {self.state()}", seconds)

    def keys(self, *names: str) -> None:
        """Press keys, such as "ctrl+k"."""
        self._do("key", "--clearmodifiers", *names)

    def type(self, text: str) -> None:
        self._do("type", "--delay", "20", text)

    def click(self, name: str) -> None:
        """Click on the middle of a part of the window."""
        places = self.state()["places"]
        assert isinstance(places, dict)
        x, y = places[name]
        self._do("mousemove", str(x), str(y), "click", "1")

    def _do(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self._environment, check=True, timeout=30)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Start an X server on a free display; give the environment of its programs."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            display = answer.readline().strip()
        assert display, "Xvfb did not start"
        runtime = tmp_path / "runtime"
        runtime.mkdir(mode=0o700)
        yield {
            **os.environ,
            "DISPLAY": f":{display}",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": str(runtime),
            "PORTRAITS_HOME": str(tmp_path / "home"),
            "PYTHONPATH": str(_ROOT),
            "LC_ALL": "C.UTF-8",
        }
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture
def driven(screen: dict[str, str], tmp_path: Path) -> Iterator[Driven]:
    """Start the program on that screen and wait until it has the keyboard."""
    told, log = tmp_path / "told.json", tmp_path / "output.txt"
    with log.open("wb") as output:
        program = subprocess.Popen(
            [sys.executable, "-c", _DRIVEN, str(told)], env=screen, cwd=_ROOT, stdout=output, stderr=output
        )
    try:
        wait_until(
            lambda: told.exists() or program.poll() is not None, f"the window never came: {log.read_text()}", _START
        )
        if program.poll() is not None and "xcb" in log.read_text():
            pytest.skip("Qt's window system plugin needs libxcb-icccm4, libxcb-keysyms1 and libxcb-cursor0 here")
        assert program.poll() is None, log.read_text()
        yield Driven(screen, program, told)
    finally:
        program.terminate()
        try:
            program.wait(20)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait(10)


def test_a_person_at_keyboard_and_mouse(driven: Driven, tmp_path: Path) -> None:
    driven.wait(welcome=True, engine="Engine ready", seconds=_START)
    # Without a window manager nobody gives the keyboard to a window; a click does.
    driven.click("queue")
    driven.wait(queue=True)
    driven.click("queue")
    driven.wait(queue=False)

    driven.keys("ctrl+k")
    driven.wait(palette=True, focus="QLineEdit")
    driven.type("new proj")
    driven.wait(typed="new proj")
    hits = driven.state()["hits"]
    assert isinstance(hits, list)
    assert hits[0] == "file.new"
    driven.keys("Return")
    driven.wait(palette=False, welcome=False, gallery=True)

    driven.keys("F11")
    driven.wait(fullscreen=True)
    driven.keys("F11")
    driven.wait(fullscreen=False)

    driven.keys("ctrl+k")
    driven.wait(palette=True)
    driven.keys("Escape")
    driven.wait(palette=False)

    driven.keys("ctrl+q")
    assert driven.program.wait(60) == 0
    assert not (tmp_path / "home" / "logs" / "crash.txt").exists(), "a clean end leaves no trace of a crash"
