"""Makes proxies; see :mod:`engine.project.proxies` for what they are."""

from fractions import Fraction
from math import ceil
from pathlib import Path

from engine.media.files import make_folder, sha256_of
from engine.media.movie_reader import MovieReader
from engine.media.movie_writer import MovieWriter
from engine.media.pictures import fit_picture
from engine.project.proxies import PROXY_SIDE, proxy_path
from engine.protocol.context import JobContext
from engine.protocol.jobs.base import Artifact
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.jobs.proxy import ProxyJob

MOST_GOP = 12
"""Frames between key frames, at most: an exact seek then takes less than 0.1 s."""

_QUALITY = 23
_USUAL_RATE = Fraction(25)
_FASTEST = Fraction(60)


def run(job: ProxyJob, context: JobContext) -> list[Artifact]:
    """Make the proxy of a movie. Returns no artifacts: a proxy belongs to the cache.

    Raises:
        PortraitsError: the movie cannot be read or the proxy cannot be written.
        Cancelled: the person cancelled.
    """
    source = Path(job.source.path)
    target = proxy_path(job.source.sha256 or sha256_of(source))
    if not target.is_file():
        make_proxy(source, target, context)
    return []


def make_proxy(source: Path, target: Path, context: JobContext) -> None:
    """Write a proxy: evenly spaced frames at the movie's own average rate, without sound.

    Frame k shows what the movie shows in the middle of the k-th step, so that rounded times never tip over.

    Args:
        source: a movie.
        target: the proxy's file; its folder is made.
        context: told how far it is.

    Raises:
        PortraitsError: as :class:`MovieReader` and :class:`MovieWriter`.
    """
    make_folder(target.parent)
    encode = EncodeSettings(quality=_QUALITY, speed="draft", keyframe_interval=MOST_GOP, sound="none")
    with MovieReader(source) as reader:
        info = reader.info
        fps = min(Fraction(info.fps).limit_denominator(1001) if info.fps else _USUAL_RATE, _FASTEST)
        frames = max(1, ceil(Fraction(info.duration).limit_denominator(10**6) * fps - Fraction(1, 100)))
        width, height = _small(info.width, info.height)
        with MovieWriter(target, width=width, height=height, fps=fps, encode=encode, overwrite=True) as writer:
            for index in range(frames):
                context.check_cancelled()
                context.progress("Making the proxy", index, frames, "frames")
                rgba = reader.frame_at((index + Fraction(1, 2)) / fps)
                writer.write(fit_picture(rgba, width, height, "cover"))
        context.progress("Making the proxy", frames, frames, "frames")
        for text in reader.notes:
            context.note(text)


def _small(width: int, height: int) -> tuple[int, int]:
    """Return an even size of the same shape with no side above :data:`PROXY_SIDE`."""
    part = min(1.0, PROXY_SIDE / max(width, height))
    return max(2, round(width * part / 2) * 2), max(2, round(height * part / 2) * 2)
