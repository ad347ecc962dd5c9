"""Builds every object and wires it: the only module that knows all of them."""

import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.link import EngineLink
from desktop.shell.services import Services
from desktop.shell.setting_effects import take_look
from desktop.startup.faults import CrashTrace
from desktop.startup.folders import tell_unwritable, unwritable_folder
from desktop.startup.language import choose_language, use_language
from desktop.startup.logs import LogBook, start_logging
from desktop.startup.milestones import Milestones
from desktop.startup.paths import Paths
from desktop.startup.single_instance import SingleInstance
from desktop.state.settings import Settings
from desktop.state.settings_schema import SETTINGS
from desktop.widgets.icons import application_icon
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from desktop.window import MainWindow

_PRUNE_AFTER_MS = 20_000
"""The cache of thumbnails is made smaller when the start is long over."""


class Session(QObject):
    """One run of the window, from its first object to its last.

    Args:
        application: Qt's application.
        paths: where the application keeps what.
        instance: makes this the one window.
    """

    def __init__(self, application: QApplication, paths: Paths, instance: SingleInstance) -> None:
        super().__init__(application)
        self._application = application
        self._instance = instance
        self._trace = CrashTrace(paths.crash_trace)
        self._trace.start()
        self._settings = Settings(paths.settings_file)
        theme().set_text_scale(self._settings.number("appearance.text_scale"))
        take_look(self._settings)
        use_language(application, choose_language(self._settings.text("appearance.language")))
        application.setWindowIcon(application_icon(theme().colour("accent")))
        book = LogBook(self)
        self._engine = EngineLink(paths.engine_log, settings=self._settings.for_engine())
        self._engine.logged.connect(book.add_engine_line)
        self.services = Services.make(paths, self._settings, self._engine, book)
        self.window = MainWindow(self.services)
        Milestones(self.window, self.services.document, self._engine)
        self._settings.changed.connect(self._on_setting)
        instance.opened.connect(self._on_second_start)

    def begin(self, files: Sequence[str]) -> None:
        """Show the window, open what was asked for, and start the engine beside it."""
        self.window.show()
        self._on_second_start(tuple(files))
        # The engine starts once the window stands: it must not share its first moments with it.
        QTimer.singleShot(0, self._engine, self._engine.start)
        QTimer.singleShot(0, self, self._offer_what_was_left)
        QTimer.singleShot(_PRUNE_AFTER_MS, self, self.window.effects.prune_thumbnails)

    def end(self) -> None:
        """Close everything; what waits is kept, what was saved is whole."""
        # The window goes first: it listens to the models until the end.
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
        self.services.document.close()
        self.services.close()
        self._instance.release()
        self._trace.stop()

    def _on_second_start(self, files: object) -> None:
        if isinstance(files, tuple) and files:
            self.window.files.take(tuple(Path(file) for file in files))
        self.window.raise_()
        self.window.activateWindow()

    def _offer_what_was_left(self) -> None:
        self.window.reports.offer_crash_trace(self._trace.last_session)
        self.window.reports.offer_left_session()
        self.window.reports.say_problems((*self._settings.problems, *self._queue_problems()))
        self.services.sessions.sweep(self.services.document.path)

    def _queue_problems(self) -> tuple[str, ...]:
        copy = self.services.queue_store.damaged_copy
        if copy is None:
            return ()
        return (tr("The queue could not be read; it was put aside as “{name}” and starts empty.", name=copy.name),)

    def _on_setting(self, key: object) -> None:
        if isinstance(key, str) and (key.startswith(("engine.", "models.")) or SETTINGS[key].engine):
            self._engine.configure(self._settings.for_engine())


def run(files: Sequence[str]) -> int:
    """Run the window until it is closed; return the exit status.

    Args:
        files: projects and media to open.
    """
    paths = Paths.of_this_computer()
    start_logging(paths.window_log)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Portraits")
    application.setDesktopFileName("org.portraits.Portraits")
    if (unwritable := unwritable_folder(paths)) is not None:
        use_language(application, choose_language("system"))
        tell_unwritable(*unwritable)
        return 1
    instance = SingleInstance(paths.data, application)
    if not instance.claim():
        return 0 if instance.hand_over(tuple(files)) else 1
    session = Session(application, paths, instance)
    # Ctrl+C in a terminal closes like the window's own button; the timer lets Python look at signals.
    signal.signal(signal.SIGINT, lambda *_: session.window.close())
    ticker = QTimer(application)
    ticker.timeout.connect(lambda: None)
    ticker.start(500)
    session.begin(files)
    status = application.exec()
    session.end()
    return status
