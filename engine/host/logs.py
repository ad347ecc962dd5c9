"""Log lines of the engine: to its output, to the window, and the newest ones for failures."""

import logging
from collections import deque

from engine.host.outbox import Outbox
from engine.protocol.messages import Log

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_MAX_TEXT = 8000
_TAIL_LINES = 200


class LogTail(logging.Handler):
    """Keeps the newest lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(logging.Formatter(_FORMAT))
        self._lines: deque[str] = deque(maxlen=_TAIL_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._lines.append(self.format(record)[:_MAX_TEXT])
        except Exception:
            self.handleError(record)

    def clear(self) -> None:
        """Forget the lines, because a new job starts."""
        self._lines.clear()

    def text(self) -> str:
        return "\n".join(self._lines)


class LogForwarder(logging.Handler):
    """Sends each line to the window."""

    def __init__(self, outbox: Outbox) -> None:
        super().__init__()
        self._outbox = outbox
        self.setFormatter(logging.Formatter("%(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        try:
            text = self.format(record)[:_MAX_TEXT]
        except Exception:
            self.handleError(record)
            return
        self._outbox.put(Log(level=record.levelname, logger=record.name, text=text, time=record.created))
