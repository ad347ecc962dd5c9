"""What the window tells by itself: the end of jobs, imports, and the system's notification when it is not in front."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from desktop.shell.services import Services
from desktop.state.importer import ImportReport, ImportStep
from desktop.state.queue_entry import JobState, QueueEntry
from desktop.widgets.engine_words import what_text
from desktop.widgets.icons import application_icon
from desktop.widgets.theme import theme
from desktop.widgets.toast import announce
from desktop.widgets.words import counted, tr

if TYPE_CHECKING:
    from desktop.window import MainWindow

_NAMED = 2


class Notices(QObject):
    """Says what happened without stopping anything.

    Args:
        window: shows the messages.
        services: settings and importer.
    """

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._tray: QSystemTrayIcon | None = None
        services.importer.progressed.connect(self._on_import_step)

    def say_ended(self, entry: QueueEntry) -> None:
        """Tell that a job ended, to the person, the screen reader, and the system when the window is not in front."""
        title = entry.title.strip("“”„")
        text = {
            JobState.DONE: tr("“{title}” is done.", title=title),
            JobState.CANCELLED: tr("“{title}” was stopped.", title=title),
            JobState.FAILED: tr("“{title}” failed.", title=title),
            JobState.INTERRUPTED: tr("“{title}” was interrupted.", title=title),
        }[entry.state]
        if entry.state is JobState.FAILED:
            what = what_text(entry.failure) if entry.failure is not None else text
            self._window.toasts.show_message(what, tr("Show"), partial(self._window.jobs.show_failure, entry))
        elif entry.state is JobState.CANCELLED:
            self._window.say(text)
        else:
            announce(self._window, text)
        if not self._window.isActiveWindow() and QApplication.activeModalWidget() is None:
            self._notify(text)

    def say_import(self, report: ImportReport) -> None:
        """Tell what of an import did not come in, and that a large one is done."""
        self._window.job_bar.show_side_work("")
        if not report.problems:
            if len(report.items) > _NAMED:
                self._window.say(counted(len(report.items), "{n} file was added.", "{n} files were added."))
            return
        first = report.problems[0][1]
        if len(report.problems) == 1:
            text = what_text(first)
        else:
            text = tr("{n} files cannot be read. The first: {what}", n=len(report.problems), what=what_text(first))
        if report.items:
            text += " " + counted(len(report.items), "The other file was added.", "The other {n} files were added.")
        self._window.toasts.show_message(text, tr("Show the log"), self._window.reports.show_log)

    def _on_import_step(self, step: ImportStep) -> None:
        self._window.job_bar.show_side_work(
            tr("Adding files · {done} of {all}", done=step.done, all=step.total) if step.done < step.total else ""
        )

    def _notify(self, text: str) -> None:
        settings = self._services.settings
        if settings.flag("queue.sound"):
            QApplication.beep()
        if not settings.flag("queue.notify") or not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(application_icon(theme().colour("accent")), self)
        self._tray.show()
        self._tray.showMessage("Portraits", text)
