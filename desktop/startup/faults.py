"""Traces of crashes: written while this process dies, found and offered by the next start."""

import faulthandler
import logging
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

log = logging.getLogger(__name__)

_MAX_BYTES = 256 * 1024


class CrashTrace:
    """The file into which Python writes where it was when the process crashed.

    Args:
        path: the file; one with content was left by the last session.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None
        self.last_session = self._take_last()
        """The trace of the last session's crash, empty when it did not crash."""

    def start(self) -> None:
        """Write a trace here if this process crashes, and log exceptions that nobody caught."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("wb")
            faulthandler.enable(self._file)
        except OSError as error:
            log.warning("traces of crashes cannot be written: %s", error)
            if sys.stderr is not None:
                faulthandler.enable()
        sys.excepthook = _log_exception
        threading.excepthook = _log_thread_exception

    def stop(self) -> None:
        """The session ends properly: leave no file."""
        faulthandler.disable()
        if self._file is not None:
            self._file.close()
            self._file = None
            with suppress(OSError):
                self._path.unlink()

    def _take_last(self) -> str:
        try:
            with self._path.open("rb") as file:
                text = file.read(_MAX_BYTES).decode("utf-8", errors="replace").strip()
        except OSError:
            return ""
        if text:
            # Kept beside, because this session's file takes the name.
            with suppress(OSError):
                self._path.replace(self._path.with_name(f"{self._path.stem}-last{self._path.suffix}"))
        return text


def _log_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    log.critical("an exception was not caught", exc_info=(kind, error, trace))


def _log_thread_exception(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        log.critical(
            "an exception was not caught in a thread", exc_info=(args.exc_type, args.exc_value, args.exc_traceback)
        )
