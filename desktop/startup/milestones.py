"""The milestones of a start in the log: a person's report tells how far it came, and the smoke test reads them."""

import logging
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Slot

from desktop.link.base import EngineBase
from desktop.link.events import EngineState, EngineStatus
from desktop.state.document import Document

log = logging.getLogger(__name__)

SHOWN, OPENED, READY = "the window is shown", "opened", "the engine is ready"


class Milestones(QObject):
    """Logs the first painting of the window, every opened project, and every engine that is ready.

    Args:
        window: not shown yet.
        document: whose projects are told.
        engine: whose starts are told.
    """

    def __init__(self, window: QObject, document: Document, engine: EngineBase) -> None:
        super().__init__(window)
        window.installEventFilter(self)
        document.opened.connect(self._on_opened)
        engine.status_changed.connect(self._on_status)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            log.info(SHOWN)
            watched.removeEventFilter(self)
        return False

    @Slot(object)
    def _on_opened(self, path: Path) -> None:
        log.info("%s %s", OPENED, path)

    @Slot(object)
    def _on_status(self, status: EngineStatus) -> None:
        if status.state is EngineState.READY:
            log.info("%s, process %s", READY, status.process_id)
