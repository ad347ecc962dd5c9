"""What movies need on this machine: memory and disk, from their size, length and quality."""

from fractions import Fraction
from pathlib import Path, PurePath
from typing import NamedTuple

from engine.protocol.devices import OffloadPlan
from engine.protocol.jobs import FilmJob
from engine.protocol.jobs.encode import (
    CODECS,
    SOUND_FILES,
    EncodeSettings,
    VideoCodec,
    is_sound_file,
    sound_codec_for,
)

_MIB = 2**20
_SOUND_WORK = 0.05
"""Megapixels of a frame that take about as long as mixing a second of sound."""

_BITS_PER_PIXEL: dict[VideoCodec, float] = {
    "h264": 0.12,
    "hevc": 0.08,
    "av1": 0.07,
    "vp9": 0.09,
    "prores": 3.5,
    "prores4444": 5.5,
    "gif": 3.0,
    "apng": 10.0,
    "webp": 0.8,
    "png": 12.0,
}
"""Bits of the file for each pixel of each frame, at default quality, for faces that move slowly."""


class Need(NamedTuple):
    """What a job takes: bytes of memory and disk, and its amount of work in the kind's own unit.

    ``available`` is the free memory of the device that its model runs on, ``plan`` how the model is fitted into it;
    both None when it runs without a model.
    """

    memory: int
    disk: int
    work: float
    available: int | None = None
    plan: OffloadPlan | None = None


def film_needs(job: FilmJob) -> Need:
    """Return what a film takes.

    Raises:
        PortraitsError: its project cannot be read.
    """
    seconds, width, height, fps = _film_measures(job)
    sound = _sound_bytes(job, seconds)
    if is_sound_file(job.output):
        # Three copies of the mix: as it is mixed, measured, and turned up or down.
        return Need(200 * _MIB + int(seconds * 48_000 * 8 * 3), sound, seconds * _SOUND_WORK)
    made = movie_needs(width, height, max(0, int(seconds * fps)), job.encode.codec)
    disk = int(made.disk * _quality_factor(job.encode)) + sound
    return Need(made.memory + int(seconds * 48_000 * 8 * 2), disk, made.work)


def _film_measures(job: FilmJob) -> tuple[float, int, int, Fraction]:
    """Return length, size and rate of a film; its project is read for what the job leaves open."""
    from engine.project.store import load

    if job.range == "between" and job.end is not None and job.width and job.fps is not None:
        return float(job.end - job.start), job.width, job.height, job.fps
    project = load(Path(job.project.path))
    settings = project.settings
    start, end = job.start, job.end if job.end is not None else project.timeline.duration
    if job.range == "in_out" and project.timeline.in_out is not None:
        start, end = project.timeline.in_out.start, project.timeline.in_out.end
    size = job.width or settings.width, job.height or settings.height
    return max(0.0, float(end - start)), *size, job.fps or settings.fps


def _quality_factor(encode: EncodeSettings) -> float:
    """Return how many times as large a file is at the quality that was chosen as at the usual one."""
    scale = CODECS[encode.codec].quality
    steps = scale.default - (scale.default if encode.quality is None else encode.quality)
    match encode.codec:
        case "h264" | "hevc":
            return float(2 ** (steps / 6))
        case "av1" | "vp9":
            return float(2 ** (steps / 8))
        case "webp":
            return float(2 ** (-steps / 12))
        case "prores":
            return (0.2, 0.46, 0.67, 1.0)[scale.default - steps]
        case _:
            return 1.0


def _sound_bytes(job: FilmJob, seconds: float) -> int:
    """Return how large the sound of a film is, were it heard throughout."""
    codec = SOUND_FILES.get(PurePath(job.output).suffix.lower()) or sound_codec_for(job.output, job.encode)
    a_second = {"pcm": 48_000 * 2 * 3, "flac": 48_000 * 2 * 2, None: 0}.get(codec, job.encode.sound_bitrate * 125)
    return int(a_second * seconds)


def movie_needs(width: int, height: int, frames: int, codec: VideoCodec) -> Need:
    """Return what so many frames take at the codec's usual quality."""
    pixels = width * height
    # Both prepared pictures with their layers in float32, and the encoder's row of reference frames.
    working = 300 * _MIB + pixels * 4 * 60
    return Need(working, int(pixels * frames * _BITS_PER_PIXEL[codec] / 8), pixels * frames / 1e6)
