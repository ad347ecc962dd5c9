"""The functions of the original scripts, for people who drive Portraits from Python.

Each makes the job that the window and the command line would make, and runs it here.
"""

from fractions import Fraction
from os import PathLike
from pathlib import Path

from engine.host.runner import run_job
from engine.protocol.context import JobContext, SilentContext
from engine.protocol.jobs import MorphJob
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.encode import EncodeSettings, codec_for


def create_mesh_morphing_video(
    input_dir: str | PathLike[str],
    output_file: str | PathLike[str],
    fps: int | Fraction = 24,
    morph_frames: int = 8,
    visualize_landmarks: bool = False,
    *,
    overwrite: bool = False,
    context: JobContext | None = None,
) -> Path:
    """Morph the portraits of a folder, in order of their names, into a movie.

    Args:
        input_dir: the folder of pictures.
        output_file: the movie; the codec follows from its suffix.
        fps: frames per second.
        morph_frames: frames between two pictures. N pictures give N + (N - 1) * morph_frames frames.
        visualize_landmarks: draw the points of the face mesh on every frame.
        overwrite: replace a movie that exists.
        context: hears of progress and notes; None for silence.

    Returns:
        The path of the movie.

    Raises:
        engine.protocol.errors.PortraitsError: with words that name the file and what to do.
    """
    output = Path(output_file)
    job = MorphJob(
        inputs=(Source(path=str(Path(input_dir))),),
        output=str(output),
        fps=Fraction(fps),
        morph_frames=morph_frames,
        visualize="points" if visualize_landmarks else "none",
        encode=EncodeSettings(codec=codec_for(output)),
        overwrite=overwrite,
    )
    run_job(job, context or SilentContext())
    return output
