"""Writes a shot: the movie with its recipe, and its last frame as a picture to go on from."""

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from engine import __version__
from engine.media.files import output_exists, sha256_of, unwritable
from engine.media.movie_reader import MovieReader
from engine.media.movie_writer import MovieWriter, Sound
from engine.media.picture_sequence import first_file
from engine.media.pictures import write_picture
from engine.media.probe import RECIPE_KEY, probe
from engine.models.weight_names import public_name
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.base import Artifact, MediaInfo, Source
from engine.protocol.jobs.encode import check_container, quality_of
from engine.protocol.jobs.video import VideoJob
from engine.protocol.recipe import recipe_of, to_text
from engine.video.inputs import Inputs, Movie

Rgb = NDArray[np.uint8]

_RATE = 48_000


def check_output(job: VideoJob) -> None:
    """Refuse a movie that could not be written, before half an hour of work.

    Raises:
        PortraitsError: USAGE, OUTPUT_EXISTS or CANNOT_WRITE.
    """
    path = Path(job.output).expanduser()
    if not 0 < job.fps <= 240:
        raise PortraitsError(ErrorCode.USAGE, f"A movie cannot have {job.fps} frames per second.", "Use 1 to 240.")
    check_container(path, job.encode)
    quality_of(job.encode)
    if job.encode.codec != "png" and path.exists() and not job.overwrite:
        raise output_exists(path)
    if not path.absolute().parent.is_dir():
        raise unwritable(path, FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)))


def write_shot(
    job: VideoJob, frames: Sequence[Rgb], inputs: Inputs, context: JobContext, *, sure: bool
) -> list[Artifact]:
    """Write the movie, or a sequence of pictures, then its last frame.

    Args:
        job: settled.
        frames: the new ones in order, uint8 (n, height, width, 3) each.
        inputs: a movie that is put before them.
        context: hears of progress and notes, and may cancel.
        sure: finish although the person cancelled, who wants to keep what is done.

    Raises:
        PortraitsError: what writing raises; nothing is left under the movie's name then.
    """
    path = Path(job.output).expanduser()
    text = recipe_text(job, inputs)
    before = inputs.movie if job.keep_movie else None
    total = sum(map(len, frames)) + (before.count if before else 0)
    width, height = job.frame
    last = np.zeros((height, width, 3), np.uint8)
    with MovieWriter(
        path,
        width=width,
        height=height,
        fps=job.fps,
        encode=job.encode,
        sound=_sound(before),
        metadata={"title": path.stem, RECIPE_KEY: text},
        overwrite=job.overwrite,
    ) as writer:
        for number, frame in enumerate(_all_frames(before, frames)):
            if not (sure or context.keep_done):
                context.check_cancelled()
            writer.write(_opaque(frame))
            context.progress("Writing", number + 1, total, "frames")
            last = frame
    for note in writer.notes:
        context.note(note)
    made = first_file(path, job.encode)
    artifacts = [Artifact(path=str(made), sha256=sha256_of(made), media=probe(made))]
    # A sequence has its last frame as a picture anyway.
    if job.last_frame and job.encode.codec != "png":
        artifacts.append(_write_last(path, last, text))
    return artifacts


def recipe_text(job: VideoJob, inputs: Inputs) -> str:
    """Return the recipe: every number filled in, inputs with their hashes, folders of models left out."""
    hashed = {
        name: Source(path=source.path, sha256=inputs.hashes[source.path])
        for name in ("image", "last_image", "movie")
        if (source := getattr(job, name)) is not None
    }
    loras = tuple(
        replace(lora, source=Source(path=lora.source.path, sha256=inputs.hashes.get(lora.source.path, "")))
        for lora in job.loras
    )
    whole = replace(job, model=public_name(job.model), loras=loras, keep_partial=False, **hashed)
    parents = [source.sha256 for source in hashed.values()]
    return to_text(recipe_of(whole, app_version=__version__, inputs=inputs.hashes, parents=parents))


def _all_frames(before: Movie | None, frames: Sequence[Rgb]) -> Iterator[Rgb]:
    if before is not None:
        yield from before.frames()
    for part in frames:
        yield from part


def _sound(before: Movie | None) -> Sound | None:
    """The sound of the movie that is put before the shot, as far as it is kept; silence follows."""
    if before is None:
        return None
    with MovieReader(before.path) as reader:
        samples, rate = reader.read_sound(_RATE)
    return (samples[: round(before.seconds * rate)], rate) if len(samples) else None


def _opaque(frame: Rgb) -> Rgb:
    rgba = np.full((*frame.shape[:2], 4), 255, np.uint8)
    rgba[..., :3] = frame
    return rgba


def _write_last(movie: Path, frame: Rgb, text: str) -> Artifact:
    path = _free(lambda number: movie.with_name(f"{movie.stem} last frame{f' {number}' if number > 1 else ''}.png"))
    write_picture(path, _opaque(frame), overwrite=False, text={RECIPE_KEY: text})
    height, width = frame.shape[:2]
    media = MediaInfo(kind="picture", format="png", width=width, height=height, frames=1)
    return Artifact(path=str(path), sha256=sha256_of(path), media=media)


def _free(named: Callable[[int], Path]) -> Path:
    """The first name that nothing has; results are never overwritten."""
    return next(path for number in count(1) if not (path := named(number)).exists())
