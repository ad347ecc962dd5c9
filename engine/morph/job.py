"""The morph job: pictures in, one movie out."""

from pathlib import Path

import msgspec
import numpy as np

from engine import __version__
from engine.media.files import sha256_of
from engine.media.movie_writer import MovieWriter
from engine.media.probe import RECIPE_KEY, probe
from engine.morph.inputs import MorphInputs, hashed_pictures, landmark_finder
from engine.morph.movie import MorphMovie
from engine.morph.pixels import shrunk, size_within
from engine.morph.plan import plan_movie
from engine.morph.warp import Rgba
from engine.protocol.context import JobContext
from engine.protocol.errors import quoted
from engine.protocol.jobs.base import Artifact
from engine.protocol.jobs.morph import MorphJob
from engine.protocol.recipe import recipe_of, to_text

_PREVIEW_SIDE = 512


def run(job: MorphJob, context: JobContext) -> list[Artifact]:
    """Render the movie of a morph job.

    Raises:
        PortraitsError: an input cannot be used or the movie cannot be written; nothing is left under its name then.
    """
    pictures = hashed_pictures(job.inputs, context.note)
    moments = plan_movie(job, len(pictures))
    hashes = {source.path: source.sha256 for source in pictures}
    made_from = msgspec.structs.replace(job, inputs=tuple(pictures))
    recipe = to_text(recipe_of(made_from, app_version=__version__, inputs=hashes))
    output = Path(job.output)
    with landmark_finder(job) as finder:
        for file in finder.without_picture([Path(source.path) for source in pictures]):
            context.note(f"{quoted(file)} is not used: no picture has that name.")
        inputs = MorphInputs(job, pictures, finder, context.note)
        size = inputs.frame.width, inputs.frame.height
        with (
            MorphMovie(moments, inputs.load, job.settings, job.visualize) as movie,
            MovieWriter(
                output,
                width=size[0],
                height=size[1],
                fps=job.fps,
                encode=job.encode,
                metadata={"title": output.stem, RECIPE_KEY: recipe},
                overwrite=job.overwrite,
            ) as writer,
        ):
            told = 0
            for count, frame in enumerate(movie.frames(), 1):
                context.check_cancelled()
                writer.write(frame)
                context.progress("Rendering frames", count, len(moments), "frames")
                for note in movie.notes[told:]:
                    context.note(note)
                    told += 1
                if context.preview_due():
                    _show(frame, context)
    for note in writer.notes:
        context.note(note)
    return [Artifact(path=str(output), sha256=sha256_of(output), media=probe(output))]


def _show(frame: Rgba, context: JobContext) -> None:
    size = size_within(frame.shape[1], frame.shape[0], _PREVIEW_SIDE)
    small = shrunk(frame, size)
    context.preview(np.ascontiguousarray(small[..., :3]).tobytes(), *size)
