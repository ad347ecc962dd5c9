"""Runs one job in this process and turns whatever goes wrong into words."""

import errno
import logging
from pathlib import Path

from engine.host.registry import run_function
from engine.protocol.context import JobContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError, not_text, quoted
from engine.protocol.jobs.base import Artifact, Job, sources_of

log = logging.getLogger(__name__)


def run_job(job: Job, context: JobContext) -> list[Artifact]:
    """Run a job to its end.

    Returns:
        The result files, whole and under their final names.

    Raises:
        PortraitsError: with words for the person; unexpected faults have the code INTERNAL and are logged in full.
        Cancelled: the person cancelled.
    """
    try:
        _check_output(job)
        return run_function(type(job))(job, context)
    except (PortraitsError, Cancelled):
        raise
    except Exception as error:
        raise as_portraits_error(error) from error


def _check_output(job: Job) -> None:
    """Refuse a job that would write its result over one of its inputs, also where overwriting was asked for."""
    output = Path(getattr(job, "output", ""))
    if not output.is_file():
        return
    for source in sources_of(job):
        path = Path(source.path)
        if path.is_file() and path.samefile(output):
            raise PortraitsError(
                ErrorCode.USAGE,
                f"{quoted(output)} is an input of this job, so the result cannot have its name.",
                "Choose another name for the result.",
                safe="It was not touched.",
            )


def as_portraits_error(error: Exception) -> PortraitsError:
    """Return an unexpected exception in words: out of memory, full disk, or a fault of ours."""
    if isinstance(error, PortraitsError):
        return error
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return PortraitsError(
            ErrorCode.OUT_OF_MEMORY,
            "The memory ran out.",
            "Run it again with a smaller size or fewer frames.",
        )
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return PortraitsError(ErrorCode.DISK_FULL, "The disk is full.", "Free some space or choose another folder.")
    if isinstance(error, UnicodeEncodeError):
        return not_text(error)
    log.exception("unexpected fault", exc_info=error)
    return PortraitsError(
        ErrorCode.INTERNAL,
        f"Something went wrong inside Portraits: {type(error).__name__}: {error}".splitlines()[0],
        "Run the command again with --debug and report what it prints.",
    )
