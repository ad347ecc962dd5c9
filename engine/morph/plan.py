"""Which frame of a morph movie shows what: a list that is made before anything is rendered."""

from dataclasses import dataclass

from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.morph import MAX_MOVIE_FRAMES, MorphJob


@dataclass(frozen=True, slots=True)
class Moment:
    """One frame: ``time`` 0..1 of the way from picture ``first`` to picture ``second``."""

    first: int
    second: int
    time: float


def plan_movie(job: MorphJob, pictures: int) -> list[Moment]:
    """Return the moments of all frames, in order.

    N pictures give N + (N - 1) * morph_frames frames; holds, the way back of a loop and of ping-pong come on top. A
    loop ends on the last frame before the first picture, a ping-pong on the last before the first frame, so that
    both repeat without a stutter.

    Raises:
        PortraitsError: fewer than two pictures, numbers for another count of pairs, or too many frames.
    """
    if pictures < 2:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            "A morph needs at least two pictures, and only one was given.",
            "Add another picture or name a folder with several.",
        )
    pairs = [(k, k + 1) for k in range(pictures - 1)]
    if job.repeat == "loop":
        pairs.append((pictures - 1, 0))
    between = list(job.pair_frames) or [job.morph_frames] * len(pairs)
    if len(between) != len(pairs):
        raise PortraitsError(
            ErrorCode.USAGE,
            f"There are {len(pairs)} pairs of pictures, but frames between are given for {len(between)}.",
            "Give one number for each pair, or none to use the same for all.",
        )
    holds = [job.hold_first, *[job.hold_between] * (pictures - 2), job.hold_last]
    total = pictures + sum(holds) + sum(between)
    if total * (2 if job.repeat == "ping_pong" else 1) > MAX_MOVIE_FRAMES:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"The movie would have {total} frames, more than {MAX_MOVIE_FRAMES}.",
            "Use fewer frames between the pictures, or fewer pictures.",
        )
    moments: list[Moment] = []
    for (first, second), count in zip(pairs, between, strict=True):
        moments += [Moment(first, second, 0.0)] * (1 + holds[first])
        moments += [Moment(first, second, step / (count + 1)) for step in range(1, count + 1)]
    if job.repeat != "loop":
        moments += [Moment(pictures - 2, pictures - 1, 1.0)] * (1 + holds[-1])
    if job.repeat == "ping_pong":
        moments += moments[-2:0:-1]
    return moments
