"""What the window says when an engine process is gone."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.link.child import End
from desktop.link.events import StopCause

_CONTEXT = "EngineStopped"


class Words(NamedTuple):
    """Three full sentences: what happened, what is safe, what to do."""

    what: str
    safe: str
    todo: str


def explain(cause: StopCause, end: End | None, *, had_job: bool, restarting: bool) -> Words:
    """Put the end of an engine process into words.

    Args:
        cause: why it ended.
        end: what its exit status says, None when it never ran.
        had_job: whether a job was running.
        restarting: whether a fresh engine is being started.
    """
    translate = QCoreApplication.translate
    detail = f" ({end.text})" if end is not None and cause in (StopCause.CRASHED, StopCause.KILLED) else ""
    safe = translate(_CONTEXT, "Your project and the waiting jobs are safe.")
    if cause is StopCause.ASKED:
        todo = translate(_CONTEXT, "A fresh engine is starting.") if restarting else ""
    elif not restarting:
        todo = translate(_CONTEXT, "Look at the log, then start the engine again.")
    elif had_job:
        todo = translate(_CONTEXT, "A fresh engine is starting. Run the job again from the queue.")
    else:
        todo = translate(_CONTEXT, "A fresh engine is starting. You can go on working.")
    return Words(_what(cause) + detail + ".", safe, todo)


def _what(cause: StopCause) -> str:
    translate = QCoreApplication.translate
    texts = {
        StopCause.ASKED: translate(_CONTEXT, "The engine was stopped"),
        StopCause.CRASHED: translate(_CONTEXT, "The engine crashed"),
        StopCause.KILLED: translate(
            _CONTEXT, "The engine was ended from outside, most likely because the computer's memory ran out"
        ),
        StopCause.SILENT: translate(_CONTEXT, "The engine gave no sign of life for too long and was ended"),
        StopCause.GARBLED: translate(_CONTEXT, "The engine sent something unreadable and was ended"),
        StopCause.OTHER_VERSION: translate(
            _CONTEXT, "The engine belongs to another version of Portraits; install Portraits again"
        ),
        StopCause.COULD_NOT_START: translate(_CONTEXT, "The engine could not be started"),
    }
    return texts[cause]
