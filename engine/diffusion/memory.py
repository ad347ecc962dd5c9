"""The memory that a job can have, the plan that fits it, and the errors that say that it ran out."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from msgspec.structs import replace

from engine.devices.detect import detect
from engine.devices.estimate import formats
from engine.devices.offload import choose, plans
from engine.devices.processor import memory
from engine.devices.workload import Workload
from engine.protocol.devices import Device, OffloadPlan

_WORDS = ("out of memory", "can't allocate memory", "cannot allocate memory", "alloc_failed", "bad allocation")


def chosen_device() -> Device:
    """Return the device that work runs on."""
    report = detect()
    return next(device for device in report.devices if device.id == report.chosen)


class Room(NamedTuple):
    """A device with the memory that a job can have there, and the bytes of main memory where weights may wait."""

    device: Device
    main_free: int


def room_with(device: Device, networks: Iterable[Any]) -> Room:
    """Return the memory that a job can have: what is free, and what networks hold that are kept from earlier jobs.

    Without the second a model that fills the card would not seem to fit when its next job comes.
    """
    held = {"cpu": 0, device.kind: 0}
    for network in networks:
        for weights in network.parameters():
            if weights.device.type in held:
                held[weights.device.type] += weights.numel() * weights.element_size()
    free = min(device.memory_total, device.memory_free + held[device.kind])
    return Room(replace(device, memory_free=free), memory().free + held["cpu"])


def plan_for(workload: Workload, room: Room, precision: str, offload: str) -> OffloadPlan:
    """Return how the models of a job are fitted into a device."""
    candidates = plans(workload, room.device, formats(room.device, precision), main_free=room.main_free)
    return choose(candidates, offload)


def is_out_of_memory(error: BaseException) -> bool:
    """Tell whether an error means that memory ran out, on a card or in main memory."""
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return True
    return isinstance(error, RuntimeError) and any(words in str(error).lower() for words in _WORDS)
