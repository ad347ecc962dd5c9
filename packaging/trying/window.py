"""The window of the frozen application: how long it takes to be up, that it opens a project, and that it closes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from trying.application import Application, CheckError, wait_until

# The lines of desktop/startup/milestones.py in the log.
_SHOWN, _OPENED, _READY = "the window is shown", "opened ", "the engine is ready, process "
_PATIENCE = 120.0


@contextmanager
def display(app: Application) -> Iterator[None]:
    """Give the window a screen: the system's own, or on Linux an Xvfb in the system under test."""
    if not sys.platform.startswith("linux"):
        yield
        return
    number = 90 + os.getpid() % 500
    command, environment = app.command(
        ["Xvfb", f":{number}", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]
    )
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    socket = (app.root or Path("/")) / "tmp" / ".X11-unix" / f"X{number}"
    try:
        wait_until(lambda: socket.exists() or server.poll() is not None, 20, "the start of Xvfb")
        if server.poll() is not None:
            raise CheckError(f"Xvfb ended with {server.returncode}; is it installed in the system under test?")
        app.variables["DISPLAY"] = f":{number}"
        yield
    finally:
        app.variables.pop("DISPLAY", None)
        server.terminate()
        server.wait(20)


def forget_files() -> bool:
    """Let the system forget what it has read from disks, for a cold start; return whether it did (Linux, root)."""
    try:
        os.sync()
        Path("/proc/sys/vm/drop_caches").write_text("3")
    except OSError:
        return False
    return True


class Window:
    """A running window.

    Args:
        app: whose window it is.
        home: its settings, data and logs.
        files: what to open with it.
    """

    def __init__(self, app: Application, home: Path, *files: Path) -> None:
        self._log = home / "logs" / "window.log"
        before = self._log.stat().st_size if self._log.exists() else 0
        self._before = before
        words = [app.program("portraits"), *map(app.inside, files)]
        command, environment = app.command(words, home)
        self.output = home / "window.out"
        self._began = time.monotonic()
        with self.output.open("wb") as output:
            self._process = subprocess.Popen(
                command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
            )

    def wait_shown(self) -> float:
        """Return the seconds from the start of the process to the first painting of the window."""
        self._wait_for(_SHOWN)
        return time.monotonic() - self._began

    def wait_opened(self, project: str) -> None:
        """Wait until a project is open."""
        self._wait_for(_OPENED + project)

    def wait_engine(self) -> int:
        """Wait until the engine is ready and return its process number."""
        line = self._wait_for(_READY)
        return int(line.rpartition(" ")[2])

    def close(self) -> None:
        """Close the window as Ctrl+C in its terminal does, and see that it ends well.

        Raises:
            CheckError: it hangs, or ended with another status than 0.
        """
        if os.name == "nt":
            # There is no such signal for a program without a console.
            self._process.terminate()
            self._process.wait(30)
            return
        self._process.send_signal(signal.SIGINT)
        try:
            status = self._process.wait(60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise CheckError("the window did not close within a minute") from None
        if status != 0:
            raise CheckError(f"the window ended with {status}:\n{self.text()[-4000:]}")

    def kill(self) -> None:
        """End the window at once, whatever it does."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(30)

    @property
    def running(self) -> bool:
        return self._process.poll() is None

    def text(self) -> str:
        """Return what the window logged since its start, and what it printed."""
        logged = b""
        if self._log.exists():
            with self._log.open("rb") as log:
                log.seek(self._before)
                logged = log.read()
        return logged.decode("utf-8", "replace") + self.output.read_text("utf-8", "replace")

    def _wait_for(self, words: str) -> str:
        def there() -> bool:
            return words in self.text() or not self.running

        wait_until(there, _PATIENCE, f'"{words}" in the log of the window')
        lines = [line for line in self.text().splitlines() if words in line]
        if not lines:
            raise CheckError(f"the window ended with {self._process.returncode}:\n{self.text()[-4000:]}")
        return lines[-1]


def window_refusal(app: Application, folder: Path, variables: Mapping[str, str]) -> str:
    """Start a window that cannot work, and return what it prints; it also shows a dialog, which nobody answers.

    Raises:
        CheckError: it prints nothing within a minute.
    """
    command, environment = app.command([app.program("portraits")], None, {**variables, "QT_QPA_PLATFORM": "offscreen"})
    output = folder / "window.out"
    with output.open("wb") as file:
        process = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT
        )
    try:
        wait_until(lambda: "portraits: " in output.read_text("utf-8", "replace"), 60, "a message of the window")
        time.sleep(0.2)
    finally:
        process.kill()
        process.wait(30)
    return output.read_text("utf-8", "replace")


def is_gone(process: int) -> bool:
    """Return whether a process runs no more; POSIX only."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    # A process that ended stays listed until its parent, here the first process of the system, has taken note.
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z"
