"""Runs the jobs that make pictures, and hands them the face detector: capabilities do not import each other."""

from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.protocol.context import JobContext
from engine.protocol.jobs import GridJob, ImageJob, SeriesJob
from engine.protocol.jobs.base import Artifact

if TYPE_CHECKING:
    from engine.morph.landmarks import FaceDetector
    from engine.project.landmarks import Landmarks

_CONFIDENCE = 0.5


class Faces:
    """The face detector, loaded when a picture is first looked at."""

    def __init__(self) -> None:
        self._detector: FaceDetector | None = None

    def __call__(self, rgba: NDArray[np.uint8]) -> "Sequence[Landmarks]":
        """Return the landmarks of every face; raises as :class:`engine.morph.landmarks.FaceDetector`."""
        if self._detector is None:
            from engine.morph.landmarks import FaceDetector

            self._detector = FaceDetector(None, _CONFIDENCE)
        return self._detector.detect(rgba)

    def close(self) -> None:
        if self._detector is not None:
            self._detector.close()


def run_image(job: ImageJob, context: JobContext) -> list[Artifact]:
    """See :func:`engine.image.job.run`."""
    from engine.image.job import run

    with closing(Faces()) as faces:
        return run(job, context, faces=faces)


def run_grid(job: GridJob, context: JobContext) -> list[Artifact]:
    """See :func:`engine.image.grid_job.run`."""
    from engine.image.grid_job import run

    with closing(Faces()) as faces:
        return run(job, context, faces=faces)


def run_series(job: SeriesJob, context: JobContext) -> list[Artifact]:
    """See :func:`engine.image.series_job.run`."""
    from engine.image.series_job import run

    with closing(Faces()) as faces:
        return run(job, context, faces=faces)
