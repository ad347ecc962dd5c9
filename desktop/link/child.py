"""One engine process: how it is started, ended, and what its end says."""

import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from engine.protocol.process import ADDRESS_VARIABLE, KEY_VARIABLE

KEPT_LOGS = 3
LOG_TAIL_BYTES = 16_000
_ROOT = Path(__file__).resolve().parents[2]


def engine_command() -> list[str]:
    """Return how the engine is started: the second executable of a frozen build, or this Python."""
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).with_name("portraits-engine" + Path(sys.executable).suffix)
        return [str(beside), "serve"]
    return [sys.executable, "-m", "engine", "serve"]


def new_key() -> bytes:
    """Return a key for one connection."""
    return secrets.token_bytes(32)


class Child:
    """A running engine process. Its output goes to a log file, its standard input stays open while we live.

    Args:
        command: program and arguments.
        address: where it shall connect to.
        key: the connection's key.
        log_path: where its output goes; logs of earlier processes are kept beside it as NAME.1, NAME.2 ...

    Raises:
        OSError: the program cannot be started.
    """

    def __init__(self, command: Sequence[str], address: str, key: bytes, log_path: Path) -> None:
        self.log_path = log_path
        environment = dict(os.environ)
        environment[ADDRESS_VARIABLE] = address
        environment[KEY_VARIABLE] = key.hex()
        environment["PYTHONUNBUFFERED"] = "1"
        if not getattr(sys, "frozen", False):
            paths = [str(_ROOT), environment.get("PYTHONPATH", "")]
            environment["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
        log_path.parent.mkdir(parents=True, exist_ok=True)
        _rotate(log_path)
        with log_path.open("wb") as log:
            self._process = subprocess.Popen(
                list(command),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=environment,
                # A group of its own, so that ending it ends its helpers too and Ctrl+C in a terminal stays with us.
                start_new_session=os.name == "posix",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )

    @property
    def process_id(self) -> int:
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        """End the process and what it started, at once. May be called from any thread."""
        if self._process.returncode is not None:
            return
        with suppress(ProcessLookupError, PermissionError):
            if os.name == "posix":
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def wait(self, seconds: float) -> int | None:
        """Wait for the end and return the exit status, or None when it still runs."""
        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def reap(self) -> int:
        """Make sure that the process is gone and return its exit status."""
        status = self.wait(0.5)
        if status is None:
            self.kill()
            status = self._process.wait()
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()
        return status

    def log_tail(self) -> str:
        """Return the end of what the process printed."""
        try:
            with self.log_path.open("rb") as log:
                log.seek(max(0, self.log_path.stat().st_size - LOG_TAIL_BYTES))
                return log.read(LOG_TAIL_BYTES).decode("utf-8", errors="replace")
        except OSError:
            return ""


class End(NamedTuple):
    """What an exit status says."""

    crashed: bool
    killed: bool
    text: str
    """Such as "SIGSEGV" or "exit status 3"."""


def end_of(status: int) -> End:
    """Read an exit status as :mod:`subprocess` gives it (negative: a POSIX signal; large: a Windows exception)."""
    if status < 0:
        try:
            name = signal.Signals(-status).name
        except ValueError:
            name = f"signal {-status}"
        killed = name in ("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT")
        return End(crashed=not killed, killed=killed, text=name)
    if status >= 0xC0000000:
        return End(crashed=True, killed=False, text=f"exception 0x{status:08X}")
    return End(crashed=False, killed=False, text=f"exit status {status}")


def _rotate(path: Path) -> None:
    for number in range(KEPT_LOGS - 1, -1, -1):
        older = path.with_name(f"{path.name}.{number}") if number else path
        if older.exists():
            with suppress(OSError):
                older.replace(path.with_name(f"{path.name}.{number + 1}"))
