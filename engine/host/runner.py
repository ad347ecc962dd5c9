"""Runs one job in this process and turns whatever goes wrong into words."""

import errno
import logging

from engine.host.registry import run_function
from engine.protocol.context import JobContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.base import Artifact, Job

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
        return run_function(type(job))(job, context)
    except (PortraitsError, Cancelled):
        raise
    except Exception as error:
        raise as_portraits_error(error) from error


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
    log.exception("unexpected fault", exc_info=error)
    return PortraitsError(
        ErrorCode.INTERNAL,
        f"Something went wrong inside Portraits: {type(error).__name__}: {error}".splitlines()[0],
        "Run the command again with --debug and report what it prints.",
    )
