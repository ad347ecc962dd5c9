"""What a job will need on this machine: memory, disk and time, as far as that can be told before it runs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.devices.architectures import speech_workload
from engine.devices.detect import choose, detect
from engine.devices.estimate import needs
from engine.devices.precision import has_eight_bit
from engine.devices.processor import memory
from engine.host.movie_needs import Need, film_needs, movie_needs
from engine.host.smaller import smaller
from engine.host.train_needs import train_needs
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs import (
    AnimateJob,
    AnyJob,
    FilmJob,
    GridJob,
    ImageJob,
    LandmarksJob,
    MorphJob,
    MoveStoreJob,
    ProxyJob,
    SeriesJob,
    SoundJob,
    TimelineJob,
    TrainTokenizerJob,
    VideoJob,
    VoiceJob,
)
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.image import PictureJob
from engine.protocol.queries import Estimate, Fit, Offer

_MIB = 2**20
_TIGHT = 0.85
_UNKNOWN_SIDE = 1024


class Paces:
    """Seconds for a unit of work of each job kind, learned from the jobs that ran here.

    Units: a megapixel of a frame (morph, film), a picture (landmarks), a character (voice), a second (sound), 10^12
    floating-point operations (training).
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
        plan=need.plan,
        offers=_offers(job, need.memory, available) if fit != "fits" else (),
    )


def _offers(job: AnyJob, needed: int, available: int) -> tuple[Offer, ...]:
    """Every kind of smaller setting of a shot that needs less, and how it would fit; other jobs have one kind only."""
    if not isinstance(job, VideoJob):
        return ()
    from engine.video.offers import offers

    found = [(offer.job, need_of(offer.job).memory) for offer in offers(job)]
    return tuple(Offer(job=each, fit=fit_of(memory, available)) for each, memory in found if memory < needed)


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
    return movie_needs(width, height, frames, job.encode.codec)


def _timeline(_job: TimelineJob) -> Need:
    return Need(200 * _MIB, 0, 0.0)


def _proxy(_job: ProxyJob) -> Need:
    return Need(300 * _MIB, 20 * _MIB, 0.0)


def _landmarks(job: LandmarksJob) -> Need:
    pictures = len(_pictures(job.inputs))
    drawn = 0 if job.draw == "none" else 2 * _MIB
    return Need(400 * _MIB, pictures * (64 * 1024 + drawn), float(pictures))


def _voice(job: VoiceJob) -> Need:
    # English is read at about 15 characters a second; the file has 24 000 samples of two bytes for each.
    seconds = len(job.text) / 15 / (job.speed if job.engine == "builtin" else 1)
    disk, work = int(seconds * 48_000), float(len(job.text))
    if job.engine == "builtin" or job.server:
        return Need(300 * _MIB + int(seconds * 24_000 * 4), disk, work)
    report = detect()
    device = choose(report.devices, report.chosen)
    workload = speech_workload(seconds, int8=has_eight_bit(device, job.weights))
    plan = needs(workload, device, main_free=report.memory_free).plan
    return Need(plan.device_memory, disk, work, device.memory_free, plan)


def _move_store(_job: MoveStoreJob) -> Need:
    return Need(64 * _MIB, 0, 0.0)


def _sound(job: SoundJob) -> Need:
    from engine.media.probe import probe

    info = probe(Path(job.input.path))
    numbers = info.duration * info.sample_rate * min(2, info.channels)
    # The sound, the edited one and what limiting works with, in float32; the file has 24 bits.
    return Need(150 * _MIB + int(numbers * 4 * 4), int(numbers * 3), info.duration)


def _shot(job: VideoJob) -> Need:
    from engine.diffusion.memory import chosen_device
    from engine.video.needs import video_needs, work_of

    device = chosen_device()
    found = video_needs(job, device)
    return Need(found.plan.device_memory, found.disk, work_of(job), device.memory_free, found.plan)


def _animation(job: AnimateJob) -> Need:
    from engine.animation.clips import CLIP_FRAMES
    from engine.animation.settings import clips_of, memory_plan, steps_of

    report = detect(job.device)
    device = choose(report.devices, report.chosen)
    plan = memory_plan(job, device, report.memory_free).plan
    # How long the whole motion is, only its file tells; until then it counts as one clip.
    movie = movie_needs(job.side, job.side, job.frames or CLIP_FRAMES, job.encode.codec)
    return Need(plan.device_memory, movie.disk, float(clips_of(job) * steps_of(job)), device.memory_free, plan)


def _training(job: TrainTokenizerJob) -> Need:
    report = detect(job.device)
    device = choose(report.devices, report.chosen)
    return train_needs(job)._replace(available=device.memory_free)


def _pictures_made(job: PictureJob) -> Need:
    from engine.diffusion.memory import chosen_device
    from engine.image.needs import picture_needs, work_of

    device = chosen_device()
    found = picture_needs(job, device)
    return Need(found.plan.device_memory, found.disk, work_of(job), device.memory_free, found.plan)


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
    AnimateJob: _animation,
    FilmJob: film_needs,
    GridJob: _pictures_made,
    ImageJob: _pictures_made,
    LandmarksJob: _landmarks,
    MorphJob: _morph,
    ProxyJob: _proxy,
    MoveStoreJob: _move_store,
    SeriesJob: _pictures_made,
    SoundJob: _sound,
    TimelineJob: _timeline,
    TrainTokenizerJob: _training,
    VideoJob: _shot,
    VoiceJob: _voice,
}
