"""New versions: asked for by the person, or once a week when the person has agreed to it. Nothing is installed."""

import logging
import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from desktop.link.events import Answered, EngineState, EngineStatus
from desktop.shell.services import Services
from desktop.widgets.engine_words import failure_text
from desktop.widgets.words import tr
from engine.protocol.queries import LookForUpdate, UpdateReply

if TYPE_CHECKING:
    from desktop.window import MainWindow

log = logging.getLogger(__name__)

_WEEK = 7 * 24 * 3600


class UpdateNotice(QObject):
    """Asks the engine whether a newer version is out, and says so.

    Args:
        window: shows the messages.
        services: the engine, the settings, and the folder where the last time is kept.
    """

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._stamp = services.paths.data / "looked-for-update"
        services.engine.status_changed.connect(self._on_status)

    def look(self) -> None:
        """Ask now, because the person wants to know; whatever comes is said."""
        self._services.engine.ask(LookForUpdate(), self._say_anything, channel="update")

    @Slot(object)
    def _on_status(self, status: EngineStatus) -> None:
        settings = self._services.settings
        agreed = settings.flag("updates.look") and not settings.flag("models.offline")
        if status.state is EngineState.READY and agreed and self._is_due():
            with suppress(OSError):
                self._stamp.touch()
            self._services.engine.ask(LookForUpdate(), self._say_newer, channel="update")

    def _is_due(self) -> bool:
        try:
            return time.time() - self._stamp.stat().st_mtime > _WEEK
        except OSError:
            return True

    def _say_newer(self, answer: Answered) -> None:
        """Say that there is a newer version; nothing else is worth a message that nobody asked for."""
        if isinstance(answer.reply, UpdateReply) and answer.reply.newer:
            self._offer(answer.reply)
        elif answer.failure is not None:
            log.info("looking for a newer version failed: %s", answer.failure.what)

    def _say_anything(self, answer: Answered) -> None:
        if isinstance(answer.reply, UpdateReply) and answer.reply.newer:
            self._offer(answer.reply)
        elif isinstance(answer.reply, UpdateReply):
            self._window.say(tr("This is the newest version."))
        elif answer.failure is not None:
            self._window.say(failure_text(answer.failure))

    def _offer(self, found: UpdateReply) -> None:
        text = tr("Portraits {version} is out.", version=found.version)
        self._window.toasts.show_message(text, tr("Open its page"), partial(self._open, found.page))

    def _open(self, page: str) -> None:
        QDesktopServices.openUrl(QUrl(page))
