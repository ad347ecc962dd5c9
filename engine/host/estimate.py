"""What a job will need on this machine: memory, disk and time, as far as that can be told before it runs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, NamedTuple

from engine.devices.architectures import speech_workload
from engine.devices.detect import choose, detect
from engine.devices.estimate import needs
from engine.devices.processor import memory
from engine.devices.workload import Workload
from engine.host.smaller import smaller
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs import AnyJob, FilmJob, GridJob, ImageJob, LandmarksJob, MorphJob, SeriesJob, VoiceJob
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.encode import VideoCodec
from engine.protocol.jobs.image import PictureJob
from engine.protocol.queries import Estimate

Fit = Literal["fits", "tight", "does_not_fit"]

_MIB = 2**20
_TIGHT = 0.85
_UNKNOWN_SIDE = 1024

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

    ``available`` is the free memory of the device that its model runs on; None when it runs without a model.
    """

    memory: int
    disk: int
    work: float
    available: int | None = None


class Paces:
    """Seconds for a unit of work of each job kind, learned from the jobs that ran here.

    Units: a megapixel of a frame (morph, film), a picture (landmarks), a character (voice).
    """

    def __init__(self) -> None:
        self._seconds: dict[type, float] = {}

    def learn(self, job: AnyJob, seconds: float) -> None:
        """Take note of how long a job took. The newest run counts half, so that a change of load shows soon."""
        work = need_of(job).work
        if work <= 0:
            return
        pace = seconds / work
        known = self._seconds.get(type(job), pace)
        self._seconds[type(job)] = (known + pace) / 2

    def seconds(self, job: AnyJob, work: float) -> float | None:
        """Return how long so much work of this kind takes, or None before the first job of the kind has run."""
        pace = self._seconds.get(type(job))
        return None if pace is None else pace * work


paces = Paces()
"""Shared by the thread that runs jobs, which teaches it, and the one that answers questions."""


def estimate(job: AnyJob) -> Estimate:
    """Say what a job will need, and what would make it fit.

    Raises:
        PortraitsError: an input cannot be read.
    """
    need = need_of(job)
    available = memory().free if need.available is None else need.available
    fit = fit_of(need.memory, available)
    step = smaller(job) if fit != "fits" else None
    return Estimate(
        fit=fit,
        memory=need.memory,
        memory_available=available,
        disk=need.disk,
        seconds=paces.seconds(job, need.work),
        advice=f"Run it {step.words}." if step is not None else "",
        retry=step.job if step is not None else None,
    )


def fit_of(needed: int, available: int) -> Fit:
    """Compare bytes needed with bytes free: tight means more than 85 % of them."""
    if needed > available:
        return "does_not_fit"
    return "tight" if needed > _TIGHT * available else "fits"


def need_of(job: AnyJob) -> Need:
    """Return what a job takes.

    Raises:
        PortraitsError: an input cannot be read; NOT_AVAILABLE when nothing is known about the kind of job.
    """
    function = _NEEDS.get(type(job))
    if function is None:
        raise PortraitsError(ErrorCode.NOT_AVAILABLE, "Nothing is known yet about what this job needs.")
    return function(job)


def _morph(job: MorphJob) -> Need:
    pictures = _pictures(job.inputs)
    pairs = max(0, len(pictures) - 1) + (1 if job.repeat == "loop" and len(pictures) > 1 else 0)
    between = sum(job.pair_frames) if job.pair_frames else pairs * job.morph_frames
    frames = len(pictures) + between + job.hold_first + job.hold_last
    frames += max(0, len(pictures) - 2) * job.hold_between
    frames *= 2 if job.repeat == "ping_pong" else 1
    width, height = (job.width, job.height) if job.width else _size_of(pictures)
    return _movie(width, height, frames, job.encode.codec)


def _film(job: FilmJob) -> Need:
    from engine.project.store import load

    project = load(Path(job.project.path))
    settings = project.settings
    start, end = job.start, job.end if job.end is not None else project.timeline.duration
    if job.range == "in_out" and project.timeline.in_out is not None:
        start, end = project.timeline.in_out.start, project.timeline.in_out.end
    frames = max(0, int((end - start) * (job.fps or settings.fps)))
    return _movie(job.width or settings.width, job.height or settings.height, frames, job.encode.codec)


def _landmarks(job: LandmarksJob) -> Need:
    pictures = len(_pictures(job.inputs))
    drawn = 0 if job.draw == "none" else 2 * _MIB
    return Need(400 * _MIB, pictures * (64 * 1024 + drawn), float(pictures))


def _voice(job: VoiceJob) -> Need:
    # English is read at about 15 characters a second; the file has 24 000 samples of two bytes for each.
    seconds = len(job.text) / 15 / job.speed
    if job.engine == "maya1" and not job.server:
        return _with_model(speech_workload(seconds), int(seconds * 48_000), float(len(job.text)))
    return Need(300 * _MIB + int(seconds * 24_000 * 4), int(seconds * 48_000), float(len(job.text)))


def _with_model(workload: Workload, disk: int, work: float) -> Need:
    report = detect()
    device = choose(report.devices, report.chosen)
    plan = needs(workload, device, main_free=report.memory_free).plan
    return Need(plan.device_memory, disk, work, device.memory_free)


def _pictures_made(job: PictureJob) -> Need:
    from engine.image.memory import chosen_device
    from engine.image.needs import picture_needs, work_of

    device = chosen_device()
    found = picture_needs(job, device)
    return Need(found.plan.device_memory, found.disk, work_of(job), device.memory_free)


def _movie(width: int, height: int, frames: int, codec: VideoCodec) -> Need:
    pixels = width * height
    # Both prepared pictures with their layers in float32, and the encoder's row of reference frames.
    working = 300 * _MIB + pixels * 4 * 60
    return Need(working, int(pixels * frames * _BITS_PER_PIXEL[codec] / 8), pixels * frames / 1e6)


def _pictures(inputs: tuple[Source, ...]) -> list[Path]:
    from engine.media.pictures import list_pictures

    return list_pictures([Path(source.path) for source in inputs])


def _size_of(pictures: list[Path]) -> tuple[int, int]:
    from engine.media.probe import probe

    if not pictures:
        return _UNKNOWN_SIDE, _UNKNOWN_SIDE
    info = probe(pictures[0])
    return info.width, info.height


_NEEDS: dict[type, Callable[[Any], Need]] = {
    FilmJob: _film,
    GridJob: _pictures_made,
    ImageJob: _pictures_made,
    LandmarksJob: _landmarks,
    MorphJob: _morph,
    SeriesJob: _pictures_made,
    VoiceJob: _voice,
}
