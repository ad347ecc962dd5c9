"""A loaded picture model, kept between jobs so that the next one starts at once."""

from dataclasses import dataclass, field
from typing import Any
from weakref import WeakSet

from engine.diffusion.allowance import Painter
from engine.diffusion.memory import Room, room_with
from engine.diffusion.styles import Styles
from engine.image.family import Family, ModelFiles
from engine.models.loaded import free_memory
from engine.protocol.devices import Device, OffloadKind

_ENCODERS = ("text_encoder", "text_encoder_2")


@dataclass(eq=False)
class Studio:
    """A model on its device, ready to work.

    Attributes:
        offload: how it was fitted into the device.
        pipeline: words to latents.
        variation: latents to latents, over the same weights.
        styles: those that act on both.
        painter: makes previews.
        original_scheduler: the one the model came with, for its noise levels.
        has_encoders: False once the text encoders are gone for good.
        away: text encoders that wait in main memory, by name.
    """

    offload: OffloadKind
    files: ModelFiles
    family: Family
    device: Device
    pipeline: Any
    variation: Any
    styles: Styles
    painter: Painter
    original_scheduler: Any
    has_encoders: bool = True
    away: dict[str, Any] = field(default_factory=dict)

    def use_scheduler(self, scheduler: Any) -> None:
        """Let both pipelines sample this way."""
        self.pipeline.scheduler = scheduler
        self.variation.scheduler = scheduler

    def put_encoders_away(self) -> None:
        """Free the device's memory of the text encoders; the words must be encoded by now.

        A card's encoders wait in main memory. A processor has no other memory: there the next job loads the model anew.
        """
        for name in _ENCODERS:
            encoder = getattr(self.pipeline, name)
            if self.device.kind != "cpu":
                self.away[name] = encoder.to("cpu")
            setattr(self.pipeline, name, None)
            setattr(self.variation, name, None)
        self.has_encoders = bool(self.away)
        free_memory()

    def bring_encoders(self) -> None:
        """Bring the text encoders back to the device."""
        for name, encoder in self.away.items():
            encoder.to(self.device.id)
            setattr(self.pipeline, name, encoder)
            setattr(self.variation, name, encoder)
        self.away.clear()

    def rest(self) -> None:
        """Take parts that were brought to the card back to main memory."""
        self.pipeline.maybe_free_model_hooks()

    def take_over(self, other: "Studio") -> None:
        """Become another studio, for those who hold this one."""
        self.__dict__.update(other.__dict__)


_alive: WeakSet[Studio] = WeakSet()


def remember(studio: Studio) -> Studio:
    """Take note of a studio as long as anybody holds it."""
    _alive.add(studio)
    return studio


def loaded() -> list[Studio]:
    """Return the studios that are in memory."""
    return list(_alive)


def room_on(device: Device) -> Room:
    """Return the memory that a job can have, with what picture models hold that are kept."""
    parts = (part for studio in loaded() for part in studio.pipeline.components.values())
    return room_with(device, (part for part in parts if hasattr(part, "parameters")))
