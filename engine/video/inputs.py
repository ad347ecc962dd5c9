"""Reads what a shot begins with: pictures, and the end of a movie, fitted to its size and frame rate."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.media.files import sha256_of
from engine.media.movie_reader import MovieReader
from engine.media.picture_writer import on_plain
from engine.media.pictures import Fit, fit_picture, read_picture
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.video import VideoJob

Rgb = NDArray[np.uint8]

_SHAPE_TOLERANCE = 0.02
_MOST_MOVIE_FRAMES = 20_000


@dataclass(frozen=True)
class Inputs:
    """What was read.

    Attributes:
        first: the start picture, uint8 (1, height, width, 3), or None.
        last: the last picture, likewise.
        history: the frames of a movie that the shot goes on from, uint8 (overlap, height, width, 3), or None.
        movie: the movie, cut to where the shot goes on, or None.
        hashes: path -> SHA-256 of every file that was read.
    """

    first: Rgb | None
    last: Rgb | None
    history: Rgb | None
    movie: "Movie | None"
    hashes: dict[str, str]


def read_inputs(job: VideoJob, note: Callable[[str], None]) -> Inputs:
    """Read everything that a job names.

    Args:
        job: settled.
        note: hears what was cut off or filled up.

    Raises:
        PortraitsError: MISSING_INPUT or BAD_INPUT for a file that cannot be used.
    """
    hashes: dict[str, str] = {}
    first = _picture(job.image, job, "start picture", hashes, note)
    last = _picture(job.last_image, job, "last picture", hashes, note)
    movie = None if job.movie is None else _movie(job.movie, job, hashes, note)
    history = None if movie is None else np.stack(movie.last_frames(job.overlap))
    return Inputs(first, last, history, movie, hashes)


class Movie:
    """A movie at the frame rate and in the size of a shot.

    Args:
        path: the file.
        fps: frames per second to give.
        width: of the frames to give.
        height: of the frames to give.
        end: seconds after which it is left, None for its end.
        fit: how frames of another shape are fitted.

    Attributes:
        count: how many frames it gives.
    """

    def __init__(self, path: Path, fps: Fraction, width: int, height: int, end: float | None, fit: Fit) -> None:
        self.path = path
        self._fps, self._size, self._fit = fps, (width, height), fit
        with MovieReader(path) as reader:
            self.info = reader.info
            length = Fraction(reader.info.duration).limit_denominator(100_000)
        if end is not None:
            length = min(length, Fraction(end).limit_denominator(100_000))
        self.count = max(1, round(length * fps))
        if self.count > _MOST_MOVIE_FRAMES:
            raise PortraitsError(
                ErrorCode.BAD_INPUT,
                f"{quoted(path)} is too long to be put before a shot.",
                "Cut it shorter, or go on from it without keeping it.",
            )

    def frames(self, start: int = 0) -> Iterator[Rgb]:
        """Yield uint8 frames (height, width, 3) from number ``start`` on."""
        with MovieReader(self.path) as reader:
            for number in range(start, self.count):
                frame = fit_picture(reader.frame_at(number / self._fps), *self._size, fit=self._fit)
                yield np.ascontiguousarray(on_plain(frame, (0, 0, 0)))

    def last_frames(self, count: int) -> list[Rgb]:
        """Return the last frames; a movie that is shorter begins with its first frame held."""
        found = list(self.frames(max(0, self.count - count)))
        return [found[0]] * (count - len(found)) + found

    @property
    def seconds(self) -> Fraction:
        """How long the part is that is kept."""
        return self.count / self._fps


def _picture(
    source: Source | None, job: VideoJob, what: str, hashes: dict[str, str], note: Callable[[str], None]
) -> Rgb | None:
    if source is None:
        return None
    path = Path(source.path)
    picture = read_picture(path)
    hashes[source.path] = sha256_of(path)
    width, height = job.frame
    _note_shape(quoted(path), what, picture.shape[1], picture.shape[0], job, note)
    fitted = fit_picture(picture, width, height, fit=job.fit)
    return np.ascontiguousarray(on_plain(fitted, (255, 255, 255)))[None]


def _movie(source: Source, job: VideoJob, hashes: dict[str, str], note: Callable[[str], None]) -> Movie:
    path = Path(source.path)
    hashes[source.path] = sha256_of(path)
    movie = Movie(path, job.fps, *job.frame, job.movie_end, job.fit)
    _note_shape(quoted(path), "movie", movie.info.width, movie.info.height, job, note)
    if movie.info.fps and abs(movie.info.fps - float(job.fps)) > 0.01:
        rate = f"{movie.info.fps:g} frames per second"
        note(f"{quoted(path)} has {rate}; it was brought to the {float(job.fps):g} of the shot.")
    if movie.count < job.overlap:
        note(f"{quoted(path)} has only {movie.count} of the {job.overlap} frames that are looked back on.")
    return movie


def _note_shape(name: str, what: str, width: int, height: int, job: VideoJob, note: Callable[[str], None]) -> None:
    wide, high = job.frame
    if abs(width * high / (height * wide) - 1) <= _SHAPE_TOLERANCE:
        return
    how = "its edges were cut off" if job.fit == "cover" else "the rest was filled with a blurred copy"
    note(f"The {what} {name} has another shape ({width} x {height}) than the shot ({wide} x {high}): {how}.")
