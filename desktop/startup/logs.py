"""The window's log: a file that rotates, and what is shown in the log pane."""

import logging
import logging.handlers
import sys
from collections import deque
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler

from engine.protocol.messages import Log

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_MAX_FILE = 2 * 2**20
_MAX_LINES = 5000
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class LogLine(msgspec.Struct, frozen=True):
    """A line of the log pane. ``origin`` is "window" or "engine", ``time`` Unix seconds."""

    origin: str
    level: str
    logger: str
    text: str
    time: float


class LogBook(QObject):
    """The newest lines of both processes."""

    added = Signal(object)  # arg: LogLine

    _from_any_thread = Signal(object)  # arg: LogLine

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: deque[LogLine] = deque(maxlen=_MAX_LINES)
        self._handler = _Handler(self)
        self._from_any_thread.connect(self._add, Qt.ConnectionType.QueuedConnection)
        logging.getLogger().addHandler(self._handler)

    @property
    def lines(self) -> tuple[LogLine, ...]:
        return tuple(self._lines)

    def close(self) -> None:
        """Take no more lines of this process."""
        logging.getLogger().removeHandler(self._handler)

    @Slot(object)
    def add_engine_line(self, line: Log) -> None:
        """Connect ``EngineBase.logged`` here."""
        self._add(LogLine("engine", line.level, line.logger, line.text, line.time))

    @Slot(object)
    def _add(self, line: LogLine) -> None:
        self._lines.append(line)
        self.added.emit(line)


class _Handler(logging.Handler):
    def __init__(self, book: LogBook) -> None:
        super().__init__()
        self._book = book
        self.setFormatter(logging.Formatter("%(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        try:
            line = LogLine("window", record.levelname, record.name, self.format(record), record.created)
            self._book._from_any_thread.emit(line)
        except Exception:
            self.handleError(record)


def start_logging(path: Path, *, debug: bool = False) -> None:
    """Write the log of this process, and Qt's messages, to a file that keeps its last few megabytes.

    A folder that cannot be written must not stop the start: the log then goes to standard error only.
    """
    root = logging.getLogger()
    root.setLevel(logging.DEBUG if debug else logging.INFO)
    handlers: list[logging.Handler] = []
    # In a windowed build there is no standard error.
    if sys.stderr is not None:
        handlers.append(logging.StreamHandler(sys.stderr))
        handlers[0].setLevel(logging.DEBUG if debug else logging.WARNING)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handlers.append(logging.handlers.RotatingFileHandler(path, maxBytes=_MAX_FILE, backupCount=3, encoding="utf-8"))
    except OSError as error:
        root.warning("the log cannot be written to %s: %s", path, error)
    for handler in handlers:
        handler.setFormatter(logging.Formatter(_FORMAT))
        root.addHandler(handler)
    qInstallMessageHandler(_log_qt)


def _log_qt(kind: QtMsgType, context: object, text: str) -> None:
    category = getattr(context, "category", None) or "default"
    logging.getLogger(f"qt.{category}").log(_QT_LEVELS.get(kind, logging.WARNING), "%s", text)
