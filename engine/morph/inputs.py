"""Reads the pictures of a morph, finds their faces and brings them into the film's frame."""

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np

from engine.media.files import sha256_of
from engine.media.pictures import list_pictures, read_picture
from engine.morph.align import fit_matrix, transform
from engine.morph.finder import LANDMARK_SUFFIX, LandmarkFinder, landmark_cache_folder
from engine.morph.mesh import Points
from engine.morph.picture import Frame, PreparedPicture, prepare_picture
from engine.morph.warp import Rgba
from engine.project.landmarks import Landmarks
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.landmarks import LandmarksJob
from engine.protocol.jobs.morph import MorphJob

LARGEST_FRAME = 4096
"""Longest side of a movie whose size was not asked for, in pixels."""

Note = Callable[[str], None]


def hashed_pictures(inputs: tuple[Source, ...], note: Note) -> list[Source]:
    """Return every picture that files and folders name, with the SHA-256 it has now."""
    known = {source.path: source.sha256 for source in inputs if source.sha256}
    pictures = []
    for path in list_pictures([Path(source.path) for source in inputs]):
        digest = sha256_of(path)
        if known.get(str(path), digest) != digest:
            note(f"{quoted(path)} has changed since this job was made; its present content is used.")
        pictures.append(Source(path=str(path), sha256=digest))
    return pictures


def landmark_finder(job: MorphJob | LandmarksJob) -> LandmarkFinder:
    """Return the finder a job asks for."""
    files = [Path(source.path) for source in job.landmark_files] if isinstance(job, MorphJob) else []
    for path in files:
        if not path.name.endswith(LANDMARK_SUFFIX):
            raise PortraitsError(
                ErrorCode.USAGE,
                f"{quoted(path)} is not named like a landmark file.",
                f"Call it NAME{LANDMARK_SUFFIX}, where NAME is the name of its picture.",
            )
    return LandmarkFinder(
        files=files,
        face=job.face,
        confidence=job.confidence,
        model=Path(job.detector_model) if job.detector_model else None,
        cache=landmark_cache_folder(),
    )


class MorphInputs:
    """The prepared pictures of one job; several may be made ready at a time.

    Later faces are turned, scaled and moved onto the face of the first picture that has one.
    """

    def __init__(self, job: MorphJob, pictures: list[Source], finder: LandmarkFinder, note: Note) -> None:
        self._job = job
        self._pictures = pictures
        self._finder = finder
        self._finding = threading.Lock()
        self._found: dict[int, tuple[Rgba, Landmarks | None]] = {}
        self._searched = 0
        self._first: tuple[int, Points] | None = None
        self._note = note
        self.frame = self._choose_frame()

    def _choose_frame(self) -> Frame:
        job = self._job
        width, height = job.width, job.height
        if width == 0:
            height, width = read_picture(Path(self._pictures[0].path)).shape[:2]
            scale = min(1.0, LARGEST_FRAME / max(width, height))
            if scale < 1:
                width, height = round(width * scale), round(height * scale)
                self._note(
                    f"The first picture is very large, so the movie has {width} x {height} pixels. "
                    "Give a width and a height for another size."
                )
            if min(width, height) < 16:
                raise PortraitsError(
                    ErrorCode.BAD_INPUT,
                    f"{quoted(self._pictures[0].path)} has {width} x {height} pixels, too few for a movie.",
                    "Give a width and a height, or use another first picture.",
                )
        return Frame(width, height, job.fit, job.edges)

    def load(self, index: int) -> PreparedPicture:
        """Read and prepare one picture."""
        with self._finding:
            while self._first is None and self._searched < index:
                self._find(self._searched)
            self._find(index)
            rgba, landmarks = self._found.pop(index)
            first = self._first
        settings = self._job.settings
        return prepare_picture(
            rgba,
            landmarks,
            self.frame,
            name=Path(self._pictures[index].path).name,
            align_to=first[1] if settings.align and first is not None and first[0] != index else None,
            separation=settings.separation,
        )

    def _find(self, index: int) -> None:
        if index in self._found:
            return
        source = self._pictures[index]
        path = Path(source.path)
        rgba = read_picture(path)
        landmarks = self._finder.find(path, rgba, source.sha256)
        self._found[index] = rgba, landmarks
        self._searched = max(self._searched, index + 1)
        if self._first is None and landmarks is not None:
            fitted = fit_matrix(rgba.shape[1], rgba.shape[0], self.frame.width, self.frame.height, self.frame.fit)
            self._first = index, transform(fitted, np.array(landmarks.points, np.float64))
