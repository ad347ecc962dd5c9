"""Reads the pictures of a morph, finds their faces and brings them into the film's frame."""

from collections.abc import Callable
from pathlib import Path

from engine.media.files import sha256_of
from engine.media.pictures import list_pictures, read_picture
from engine.morph.finder import LANDMARK_SUFFIX, LandmarkFinder, cache_folder
from engine.morph.mesh import Points
from engine.morph.picture import Frame, PreparedPicture, prepare_picture
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
        cache=cache_folder(),
    )


class MorphInputs:
    """The prepared pictures of one job, made one at a time.

    Later faces are turned, scaled and moved onto the first one that is found, in whichever order pictures are asked for
    first; the order of the movie is the order of the pictures.
    """

    def __init__(self, job: MorphJob, pictures: list[Source], finder: LandmarkFinder, note: Note) -> None:
        self._job = job
        self._pictures = pictures
        self._finder = finder
        self._first: Points | None = None
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
        source = self._pictures[index]
        path = Path(source.path)
        rgba = read_picture(path)
        landmarks = self._finder.find(path, rgba, source.sha256)
        settings = self._job.settings
        prepared = prepare_picture(
            rgba,
            landmarks,
            self.frame,
            name=path.name,
            align_to=self._first if settings.align else None,
            separation=settings.separation,
        )
        if self._first is None:
            self._first = prepared.points
        return prepared
