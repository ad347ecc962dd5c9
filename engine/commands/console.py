"""How every sub-command speaks: progress bar, plain lines or JSON lines; errors in one line; exit status."""

import json
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Annotated, Any

import msgspec
import typer

from engine.devices.environment import prepare_environment
from engine.host.pace import Pace
from engine.host.runner import as_portraits_error, run_job
from engine.protocol.errors import Cancelled, Failure
from engine.protocol.jobs.base import Artifact, Job
from engine.protocol.values import to_json

EXIT_INTERRUPTED = 130
_PLAIN_INTERVAL = 2.0

JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object per line, for programs.")]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show log lines, and the traceback when something fails.")]
OverwriteOption = Annotated[bool, typer.Option("--overwrite", help="Replace an output that exists already.")]


class Console:
    """Where a command writes: results to standard output, progress and notes to standard error.

    It is the :class:`engine.protocol.context.JobContext` of jobs that run on the command line. With ``as_json``
    everything goes to standard output, one JSON object per line.
    """

    def __init__(self, *, as_json: bool = False) -> None:
        self._json = as_json
        self._pace = Pace()
        self._bar: _Bar | None = None
        self._last_line = ("", 0.0)
        self._interrupted = False

    @property
    def as_json(self) -> bool:
        return self._json

    def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
        self._pace.update(phase, step)
        if self._json:
            if self._line_due(phase, step, total, 0.2):
                rate, remaining = self._pace.rate, self._pace.remaining(total)
                self.json("progress", phase=phase, step=step, total=total, unit=unit, rate=rate, remaining=remaining)
        elif sys.stderr.isatty():
            if self._bar is None:
                self._bar = _Bar()
            self._bar.update(phase, step, total, unit, self._pace.rate, self._pace.remaining(total))
        elif self._line_due(phase, step, total, _PLAIN_INTERVAL):
            done = f"{step:g} of {total:g} {unit}".rstrip() if total else f"{step:g} {unit}".rstrip()
            print(f"{phase}: {done}", file=sys.stderr, flush=True)  # noqa: T201

    def _line_due(self, phase: str, step: float, total: float | None, interval: float) -> bool:
        """The first and the last line of a phase always show, the others not more often than the interval."""
        now = time.monotonic()
        last_phase, last_time = self._last_line
        due = phase != last_phase or now - last_time >= interval or (total is not None and step >= total)
        if due:
            self._last_line = (phase, now)
        return due

    def note(self, text: str) -> None:
        if self._json:
            self.json("note", text=text)
        else:
            self._close_bar()
            print(f"Note: {text}", file=sys.stderr, flush=True)  # noqa: T201

    def preview_due(self) -> bool:
        return False

    def preview(self, rgb: bytes, width: int, height: int, places: tuple[int, ...] = ()) -> None:
        """A terminal shows no pictures."""

    @property
    def listens(self) -> bool:
        return False

    def sound(self, pcm: bytes, rate: int) -> None:
        """Jobs play their sound by themselves here."""

    def check_cancelled(self) -> None:
        """Raise Cancelled where Ctrl-C came before.

        Ctrl-C raises KeyboardInterrupt by itself, at once. But when it comes while a library's callback runs, Python
        can only print that one and go on; so it is remembered too.
        """
        if self._interrupted:
            raise Cancelled

    @property
    def was_interrupted(self) -> bool:
        return self._interrupted

    def interrupt(self) -> None:
        """Remember that the person pressed Ctrl-C."""
        self._interrupted = True

    @property
    def keep_done(self) -> bool:
        return False

    def text(self, line: str = "") -> None:
        """Print a line of the result for people; nothing with ``--json``."""
        if not self._json:
            self._close_bar()
            print(line, flush=True)  # noqa: T201

    def json(self, kind: str, **fields: Any) -> None:
        """Print one JSON object; nothing without ``--json``."""
        if self._json:
            print(json.dumps({"type": kind, **fields}), flush=True)  # noqa: T201

    def run(self, job: Job) -> list[Artifact]:
        """Run a job here and now, and report its result files."""
        artifacts = run_job(job, self)
        for artifact in artifacts:
            self.json("artifact", **msgspec.json.decode(to_json(artifact)))
        return artifacts

    def failed(self, failure: Failure) -> None:
        """Report a failure in one line."""
        self._close_bar()
        if self._json:
            self.json("failed", **msgspec.to_builtins(failure))
        else:
            parts = (failure.what, failure.safe, failure.todo)
            line = " ".join(_sentence(part) for part in parts if part)
            print(f"portraits-engine: {line}", file=sys.stderr, flush=True)  # noqa: T201

    def interrupted(self) -> None:
        """Report that the person stopped the command."""
        self._close_bar()
        if self._json:
            self.json("interrupted")
        else:
            print("portraits-engine: stopped; nothing was left half-written.", file=sys.stderr, flush=True)  # noqa: T201

    def close(self) -> None:
        """Take the progress bar off the terminal."""
        self._close_bar()

    def _close_bar(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


class _Bar:
    """A progress bar on a terminal: phase, bar, count, rate and remaining time."""

    def __init__(self) -> None:
        from rich.console import Console as RichConsole
        from rich.progress import BarColumn, Progress, TextColumn

        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=32),
            TextColumn("{task.fields[count]}"),
            TextColumn("{task.fields[pace]}", style="dim"),
            console=RichConsole(stderr=True),
        )
        self._progress.start()
        self._task = self._progress.add_task("", count="", pace="")
        self._phase = ""

    def update(
        self,
        phase: str,
        step: float,
        total: float | None,
        unit: str,
        rate: float | None,
        remaining: float | None,
    ) -> None:
        if phase != self._phase:
            if self._phase:
                self._progress.stop_task(self._task)
                self._task = self._progress.add_task(phase, count="", pace="")
            self._phase = phase
        count = f"{step:g} of {total:g} {unit}" if total else f"{step:g} {unit}"
        pace = f"{rate:.3g} {unit}/s" if rate else ""
        if remaining is not None and step != total:
            pace += f" · {_clock(remaining)} left"
        self._progress.update(
            self._task, description=phase, completed=step, total=total, count=count.rstrip(), pace=pace
        )

    def close(self) -> None:
        self._progress.stop()


def _sentence(text: str) -> str:
    """One line with a full stop; the words of a library may have neither."""
    line = " ".join(text.split())
    return line if line.endswith((".", "!", "?", ":")) else line + "."


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}" if whole < 3600 else f"{whole // 3600} h {whole % 3600 // 60:02d}"


@contextmanager
def _remembered_interrupts(console: Console) -> Iterator[None]:
    """Tell the console of every Ctrl-C, besides what it does anyway."""
    ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN  # a job in the background of a script
    if ignored or threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may set handlers, and only it is interrupted
        return

    def remember(number: int, frame: FrameType | None) -> None:
        console.interrupt()
        signal.default_int_handler(number, frame)

    before = signal.signal(signal.SIGINT, remember)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.default_int_handler)


@contextmanager
def session(*, json: bool = False, debug: bool = False) -> Iterator[Console]:
    """Give a sub-command its console, and turn its errors into one line and an exit status.

    Exit status: 1 failed, 2 wrong use, 130 interrupted. With ``debug`` log lines and tracebacks are shown.
    """
    prepare_environment()
    logging.basicConfig(level=logging.DEBUG if debug else logging.CRITICAL + 1, stream=sys.stderr)
    console = Console(as_json=json)
    try:
        with _told_errors(console, debug=debug), _remembered_interrupts(console):
            yield console
    except BrokenPipeError:
        # Who read the output, a pager or `head`, has seen enough; the interpreter must not fail on it once more.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.dup2(nowhere, sys.stderr.fileno())
        raise typer.Exit(1) from None
    finally:
        console.close()


@contextmanager
def _told_errors(console: Console, *, debug: bool) -> Iterator[None]:
    """Print what went wrong and turn it into an exit status; a reader that is gone remains a BrokenPipeError."""
    try:
        yield
    except (typer.Exit, BrokenPipeError):
        raise
    except (KeyboardInterrupt, Cancelled, typer.Abort) as error:
        if isinstance(error, typer.Abort) and not console.was_interrupted:
            raise  # the person said no to a question
        console.interrupted()
        raise typer.Exit(EXIT_INTERRUPTED) from None
    except Exception as error:
        if debug:
            raise
        failure = as_portraits_error(error)
        console.failed(failure.failure)
        raise typer.Exit(failure.exit_status) from None
