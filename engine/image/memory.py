"""Memory: how many pictures at once, and the words when nothing helps."""

from collections.abc import Callable, Sequence

from engine.devices.workload import Workload
from engine.diffusion.memory import Room, plan_for
from engine.protocol.devices import Device, OffloadPlan
from engine.protocol.errors import ErrorCode, PortraitsError

MOST_AT_ONCE = {"cuda": 8, "mps": 2, "cpu": 1}
"""A processor gains nothing from batches, and one picture after the other is seen and cancelled earlier."""

_FACTOR = 0.75
_SMALLEST_SIDE = 256


def batch_for(
    workload_of: Callable[[int], Workload], room: Room, precision: str, offload: str, wanted: int, pictures: int
) -> int:
    """Return how many pictures to make at once.

    Args:
        workload_of: the workload of a batch of so many pictures.
        room: where it runs.
        precision: ``auto`` or a number format.
        offload: ``auto`` or a plan.
        wanted: what the person chose, 0 for none.
        pictures: how many there are to make.
    """
    if wanted:
        return min(wanted, pictures)
    best = 1
    alone = plan_for(workload_of(1), room, precision, offload)
    while best * 2 <= min(MOST_AT_ONCE[room.device.kind], pictures):
        plan = plan_for(workload_of(best * 2), room, precision, offload)
        # The job runs by the plan of one picture; a batch is worth no more sparing one.
        if not plan.fits or _sparing(plan) != _sparing(alone):
            break
        best *= 2
    return best


def _sparing(plan: OffloadPlan) -> tuple[object, ...]:
    return plan.kind, plan.free_text_encoder, plan.vae_tiling


def explained(device: Device, width: int, height: int, tried: Sequence[str] = ()) -> PortraitsError:
    """Return the failure for a picture that does not fit, with the next smaller size.

    Args:
        device: where it ran.
        width: of the picture, in pixels.
        height: of the picture.
        tried: what was tried already, as words that follow "with".
    """
    where = "The memory" if device.kind == "cpu" else f"The memory of {device.name}"
    how = f", also with {' and '.join(tried)}" if tried else ""
    smaller = round(width * _FACTOR / 16) * 16, round(height * _FACTOR / 16) * 16
    todo = f"Run it again with {smaller[0]} x {smaller[1]} instead of {width} x {height} pixels."
    if min(smaller) < _SMALLEST_SIDE:
        todo = "Close other programs, or run it again with the memory plan sequential."
        if device.kind == "cpu":
            todo = "Close other programs, or choose a smaller model."
    return PortraitsError(
        ErrorCode.OUT_OF_MEMORY,
        f"{where} ran out at {width} x {height} pixels{how}.",
        todo,
        safe="It was freed again, and pictures finished before are kept.",
    )
