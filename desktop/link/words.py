"""What the window says when an engine process is gone: English, as all that the engine says, until it is shown."""

from typing import NamedTuple

from desktop.link.child import End
from desktop.link.events import StopCause


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
    detail = f" ({end.text})" if end is not None and cause in (StopCause.CRASHED, StopCause.KILLED) else ""
    if cause is StopCause.ASKED:
        todo = "A fresh engine is starting." if restarting else ""
    elif not restarting:
        todo = "Look at the log, then start the engine again."
    elif had_job:
        todo = "A fresh engine is starting. Run the job again from the queue."
    else:
        todo = "A fresh engine is starting. You can go on working."
    return Words(_WHAT[cause].format(detail=detail), "Your project and the waiting jobs are safe.", todo)


_WHAT = {
    StopCause.ASKED: "The engine was stopped.",
    StopCause.CRASHED: "The engine crashed{detail}.",
    StopCause.KILLED: ("The engine was ended from outside, most likely because the computer's memory ran out{detail}."),
    StopCause.SILENT: "The engine gave no sign of life for too long and was ended.",
    StopCause.GARBLED: "The engine sent something unreadable and was ended.",
    StopCause.OTHER_VERSION: "The engine belongs to another version of Portraits; install Portraits again.",
    StopCause.COULD_NOT_START: "The engine could not be started.",
}
