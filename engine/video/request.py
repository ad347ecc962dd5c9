"""A shot that was asked for: everything is found, checked and read before torch or a model is loaded."""

import sys
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from engine.devices.processor import memory
from engine.diffusion.memory import Room, chosen_device
from engine.diffusion.styles import ChosenLora, choose_lora
from engine.models.store import Store
from engine.models.weight_names import find_lora
from engine.protocol.bounds import checked
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.video import VideoJob
from engine.protocol.shot_choices import windows_for
from engine.protocol.shots import Window
from engine.video.files import FAMILY, ShotFiles
from engine.video.inputs import Inputs, read_inputs
from engine.video.needs import files_for
from engine.video.plan import check_request, settled
from engine.video.writing import check_output


@dataclass(frozen=True)
class Request:
    """What there is to do.

    Attributes:
        job: with every number filled in and legal.
        files: of its model.
        inputs: its pictures and movie.
        loras: its styles, checked.
        room: the device, and the memory there as this process found it.
        store: where models lie.
    """

    job: VideoJob
    files: ShotFiles
    inputs: Inputs
    loras: tuple[ChosenLora, ...]
    room: Room
    store: Store

    @property
    def windows(self) -> tuple[Window, ...]:
        """The windows of the shot."""
        return windows_for(self.job, forcing=self.files.forcing)


def prepared(job: VideoJob, context: JobContext, store: Store, room: Room | None = None) -> Request:
    """Check a job and read its inputs.

    Args:
        job: as the person sent it.
        context: hears of corrections.
        store: where models lie.
        room: the memory that it can have, what is free by default.

    Raises:
        PortraitsError: what is wrong with the job or one of its files.
    """
    job = checked(job)
    check_request(job)
    check_output(job)
    room = room or _room()
    files = files_for(job, store, room, context.note)
    job = settled(replace(job, model=files.name), files, context.note)
    loras = tuple(
        choose_lora(find_lora(each.source.path, store), each.strength, FAMILY, each.name) for each in job.loras
    )
    if len({(each.adapter, each.file.sha256) for each in loras}) > len({each.adapter for each in loras}):
        raise PortraitsError(ErrorCode.USAGE, "Two styles have the same name.", "Give each a name of its own.")
    inputs = read_inputs(job, context.note)
    inputs.hashes.update({str(each.file.path): each.file.sha256 for each in loras})
    return Request(job, files, inputs, loras, room, store)


def _room() -> Room:
    """What is free, with what kept shot models hold; where torch is not imported yet there are none."""
    studios: Any = sys.modules.get("engine.video.studio")
    room: Room = studios.room_on(chosen_device()) if studios else Room(chosen_device(), memory().free)
    return room
