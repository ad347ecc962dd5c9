"""Runs an :class:`ImageJob`."""

from pathlib import Path

from engine.image.faces import FaceFinder
from engine.image.session import Session
from engine.image.writing import PictureWriter
from engine.models.store import Store
from engine.protocol.context import JobContext
from engine.protocol.errors import Cancelled
from engine.protocol.jobs.base import Artifact
from engine.protocol.jobs.image import ImageJob


def run(
    job: ImageJob, context: JobContext, *, faces: FaceFinder | None = None, store: Store | None = None
) -> list[Artifact]:
    """Make pictures and write each as soon as it is finished.

    Args:
        job: picture i has the seed ``job.seed + i``.
        context: hears of progress, notes and previews.
        faces: finds faces, for face repair; the host hands it over.
        store: where models lie, the person's own by default.

    Raises:
        PortraitsError: USAGE, MODEL_MISSING, BAD_MODEL, OUT_OF_MEMORY and what writing raises. Pictures that were
            finished stay.
        Cancelled: at the end of a step. Pictures that were finished stay; they are returned when the person asked to
            keep them.
    """
    session = Session(job, context, finder=faces, store=store)
    wanted = [session.wanted(index, job.seed + index) for index in range(job.num_images)]
    with PictureWriter(session, Path(job.output).expanduser()) as writer:
        try:
            for made in session.make(wanted):
                writer.write(made)
        except Cancelled:
            if not context.keep_done:
                raise
    return writer.artifacts
