"""What to offer for a shot that does not fit into the memory: the small model, a smaller size, or fewer frames."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from engine.devices.processor import memory
from engine.diffusion.memory import Room, chosen_device
from engine.protocol.jobs.video import VideoJob
from engine.protocol.shot_choices import is_long, windows_for
from engine.protocol.shots import legal_frames, legal_side
from engine.protocol.video_models import models_for
from engine.video.needs import plan_of, taken_model

_LEAST_SIDE = 256
_LEAST_FRAMES = 33


class Offer(NamedTuple):
    """A job that needs less, and in what it differs: "with 49 instead of 97 frames"."""

    job: VideoJob
    words: str


def offers(job: VideoJob, room: Room | None = None) -> Iterator[Offer]:
    """Yield the next smaller settings: another model where there is one, the size, the number of frames.

    Args:
        job: as it stands in the form or settled.
        room: the memory it can have, that of the chosen device by default.
    """
    model = taken_model(job, room or _room())
    if model is None or model.size == "14B":
        small = [each for each in models_for(job.task, long=is_long(job)) if each.size == "1.3B"]
        if small:
            yield Offer(replace(job, model=small[0].id), f"with the model {small[0].title}")
    width, height = legal_side(job.width * 0.75), legal_side(job.height * 0.75)
    if min(width, height) >= _LEAST_SIDE:
        yield Offer(
            replace(job, width=width, height=height),
            f"with {width} x {height} instead of {job.width} x {job.height} pixels",
        )
    # A long shot takes the memory of its longest window.
    long = is_long(job)
    longest = max(window.frames for window in windows_for(job)) if long else job.num_frames
    frames = legal_frames(longest / 2, asynchronous=job.asynchronous)
    if frames < _LEAST_FRAMES:
        return
    if long:
        yield Offer(replace(job, window=frames), f"with windows of {frames} instead of {longest} frames")
    else:
        yield Offer(replace(job, num_frames=frames), f"with {frames} instead of {longest} frames")


def smaller_shot(job: VideoJob, room: Room | None = None) -> Offer | None:
    """Return the first offer that fits, or the first of all when none does; None when there is none left.

    Args:
        job: the one that did not fit.
        room: the memory it can have, that of the chosen device by default.
    """
    room = room or _room()
    found = list(offers(job, room))
    fitting = [offer for offer in found if _fits(offer.job, room)]
    return next(iter(fitting or found), None)


def in_words(job: VideoJob) -> str:
    """Return all offers as one sentence, "" when there is none."""
    words = [offer.words for offer in offers(job)]
    return f"Run it again {', or '.join(words)}." if words else ""


def _fits(job: VideoJob, room: Room) -> bool:
    model = taken_model(job, room)
    return model is not None and plan_of(job, model, room).fits


def _room() -> Room:
    return Room(chosen_device(), memory().free)
