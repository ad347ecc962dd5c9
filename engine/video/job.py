"""Runs a :class:`VideoJob`."""

from engine.models.store import Store
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.base import Artifact
from engine.protocol.jobs.video import VideoJob
from engine.video import rescue
from engine.video.request import Request, prepared
from engine.video.writing import Rgb, write_shot

_UNWRITTEN = (ErrorCode.DISK_FULL, ErrorCode.CANNOT_WRITE, ErrorCode.OUTPUT_EXISTS)


def run(job: VideoJob, context: JobContext, *, store: Store | None = None) -> list[Artifact]:
    """Make a shot.

    Args:
        job: what to make.
        context: hears of progress, notes and previews.
        store: where models lie, the person's own by default.

    Returns:
        The movie, and its last frame as a picture when that is wanted. When the person cancelled a long shot and keeps
        what is done (``keep_partial``, or the context says so), the movie has the windows that were finished.

    Raises:
        PortraitsError: USAGE, MODEL_MISSING, BAD_MODEL, BAD_INPUT, OUT_OF_MEMORY and what writing raises; frames that
            could not be written are kept for the next run of the same job, which may write them elsewhere.
        Cancelled: at the end of a step.
    """
    request = prepared(job, context, store or Store.default())
    key = rescue.key_of(request.job, request.inputs.hashes)
    found = rescue.kept(key, *request.job.frame)
    if found is not None:
        context.note("The frames of this shot were kept from an earlier run; they only had to be written.")
        artifacts = write_shot(request.job, [found], request.inputs, context, sure=False)
        rescue.drop(key)
        return artifacts
    frames, stopped = _made(request, context)
    try:
        return write_shot(request.job, frames, request.inputs, context, sure=stopped)
    except PortraitsError as error:
        if stopped or error.code not in _UNWRITTEN:
            raise
        lasts = rescue.keep(key, frames)
        raise PortraitsError(
            error.code,
            error.failure.what,
            "Choose another folder or free some space, and run it again: then it is only written.",
            safe="The finished frames are kept." if lasts else "The finished frames are kept until the engine ends.",
        ) from error


def _made(request: Request, context: JobContext) -> tuple[list[Rgb], bool]:
    """Return the frames, and whether the person stopped it early: then they are those of the finished windows.

    Torch and the pipelines are imported only when the job can be done: that takes seconds.
    """
    from engine.video.session import Session

    session = Session(request, context)
    return session.make(), session.stopped
