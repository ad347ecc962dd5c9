"""The frozen application under test: where it lies, as whom it runs, and where it keeps its things."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LIMIT = 600.0
"""Seconds after which a command counts as hanging."""


class CheckError(Exception):
    """A check found something wrong; the text says what."""


@dataclass
class Application:
    """The frozen application.

    Attributes:
        folder: where the programs lie, as they see it: inside of ``root`` when there is one.
        root: another system below a folder, entered with chroot; None tries it on this one.
        user: the name or number that the programs run as inside of ``root``.
        scratch: a folder for everything that is made, as this script sees it; its name has blanks and other letters.
        variables: environment of the programs beside the usual.
    """

    folder: Path
    root: Path | None = None
    user: str = "nobody"
    scratch: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="Porträt 影 é ")))
    variables: dict[str, str] = field(default_factory=dict)

    def program(self, name: str) -> str:
        """Return the path of a program, as the system under test sees it."""
        inside = "Contents/MacOS/" if self.folder.suffix == ".app" else ""
        return f"{self.folder.as_posix()}/{inside}{name}{'.exe' if os.name == 'nt' else ''}"

    def inside(self, path: Path) -> str:
        """Return the path of a file as the programs see it."""
        return str(path) if self.root is None else "/" + str(path.relative_to(self.root))

    def command(
        self, words: Sequence[str], home: Path | None = None, variables: Mapping[str, str] | None = None
    ) -> tuple[list[str], dict[str, str]]:
        """Return the words and the environment that run a command in the system under test.

        Args:
            words: program and arguments.
            home: what ``PORTRAITS_HOME`` shall be; None leaves it out.
            variables: more of the environment.
        """
        given = {**self.variables, **(variables or {})}
        if home is not None:
            given["PORTRAITS_HOME"] = self.inside(home)
        if self.root is None:
            kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
            return list(words), {**kept, **given}
        plain = {"PATH": "/usr/bin:/bin", "HOME": self.inside(self.scratch), "LANG": "C.UTF-8", **given}
        return [shutil.which("chroot") or "/usr/sbin/chroot", f"--userspec={self.user}", str(self.root), *words], plain

    def run(
        self, *words: str, home: Path | None = None, status: int = 0, variables: Mapping[str, str] | None = None
    ) -> str:
        """Run a program to its end and return what it printed on both outputs.

        Raises:
            CheckError: it ended with another status, or not at all.
        """
        command, environment = self.command([self.program(words[0]), *words[1:]], home, variables)
        try:
            run = subprocess.run(
                command, capture_output=True, timeout=LIMIT, env=environment, stdin=subprocess.DEVNULL, check=False
            )
        except subprocess.TimeoutExpired:
            raise CheckError(f"{' '.join(words)} did not end in {LIMIT:.0f} s") from None
        text = (run.stdout + run.stderr).decode("utf-8", errors="replace")
        if run.returncode != status:
            raise CheckError(f"{' '.join(words)} ended with {run.returncode} instead of {status}:\n{text[-4000:]}")
        return text

    def events(self, *words: str, home: Path | None = None) -> list[dict[str, Any]]:
        """Run a sub-command of the engine with ``--json`` and return its lines."""
        text = self.run("portraits-engine", *words, "--json", home=home)
        return [json.loads(line) for line in text.splitlines() if line.startswith("{")]

    def make_folder(self, *names: str) -> Path:
        """Make a folder in the scratch folder that the programs may write in."""
        folder = self.scratch.joinpath(*names)
        folder.mkdir(parents=True, exist_ok=True)
        if self.root is not None:
            for each in (self.scratch, folder):
                each.chmod(0o777)
        return folder


def event_of(events: Sequence[dict[str, Any]], kind: str) -> dict[str, Any]:
    """Return the last line of a kind.

    Raises:
        CheckError: there is none.
    """
    found = [event for event in events if event.get("type") == kind]
    if not found:
        raise CheckError(f"no line of the type {kind}")
    return found[-1]


def wait_until(true: Callable[[], bool], seconds: float, what: str) -> float:
    """Wait for something and return the seconds it took.

    Raises:
        CheckError: it did not happen in time.
    """
    begin = time.monotonic()
    while not true():
        if time.monotonic() - begin > seconds:
            raise CheckError(f"{what} did not happen in {seconds:.0f} s")
        time.sleep(0.005)
    return time.monotonic() - begin


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
