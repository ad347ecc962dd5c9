"""The log, the report that may be handed on, and what the last session left behind."""

import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.diagnostics.log_window import LogWindow, log_line
from desktop.shell.services import Services
from desktop.startup.report import make_report
from desktop.widgets.engine_words import engine_text, what_text
from desktop.widgets.words import tr
from engine.protocol.errors import Failure, PortraitsError

if TYPE_CHECKING:
    from desktop.window import MainWindow

log = logging.getLogger(__name__)

_LOG_LINES = 400


class Reports(QObject):
    """Shows and copies what is known about faults.

    Args:
        window: shows messages.
        services: log, devices, sessions and document.
    """

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._log_window: LogWindow | None = None
        services.document.problem.connect(self._say_problem)

    def show_log(self) -> None:
        """Show the log of both processes."""
        if self._log_window is None:
            self._log_window = LogWindow(self._services.log_book, self.text, self._window)
        self._log_window.show()
        self._log_window.raise_()

    def text(self, what: str = "", trace: str = "") -> str:
        """Return a report that may be handed on: it has no private paths."""
        lines = [log_line(each) for each in self._services.log_book.lines[-_LOG_LINES:]]
        return make_report(what=what, trace=trace, log_lines=lines, devices=self._services.devices.report)

    def copy(self, trace: str = "") -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.text(trace=trace))
        self._window.say(tr("The report was copied. It holds no names of folders."))

    def offer_crash_trace(self, trace: str) -> None:
        """Offer the report of a crash of the last session; nothing for an empty trace."""
        if trace:
            text = tr("Portraits crashed the last time. Your projects are safe.")
            self._window.toasts.show_message(text, tr("Copy report"), partial(self.copy, trace))

    def say_problems(self, problems: Sequence[str]) -> None:
        """Say what could not be read at the start, such as a settings file; the rest is in the log."""
        for text in problems:
            log.warning("%s", text)
        if problems:
            self._window.toasts.show_message(engine_text(problems[0]), tr("Show the log"), self.show_log)

    def offer_left_session(self) -> None:
        """Offer the changes that were open when the last session ended without closing."""
        document, path = self._services.document, self._services.sessions.crashed_with
        if path is not None and document.empty and document.recoverable(path) is not None:
            text = tr("Changes of “{name}” were put aside when Portraits ended.", name=path.stem)
            self._window.toasts.show_message(text, tr("Open them"), partial(self._recover, path))

    def _recover(self, path: Path) -> None:
        try:
            self._services.document.recover(path)
        except PortraitsError as error:
            self._window.show_failure(error.failure)
        else:
            self._window.arrangement.show_project()

    def _say_problem(self, failure: Failure) -> None:
        """Something in the background did not work: say it without stopping the work."""
        self._window.toasts.show_message(what_text(failure), tr("Show the log"), self.show_log)
