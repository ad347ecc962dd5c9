"""The settings found in a picture, in our words, and how they become a job."""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

import msgspec

from engine.protocol.jobs.base import Source
from engine.protocol.jobs.image import ImageJob, Lora
from engine.protocol.picture_models import Scheduler
from engine.protocol.values import decode_hook

Origin = Literal["Portraits", "AUTOMATIC1111", "ComfyUI", "InvokeAI", "SwarmUI"]


class NamedStrength(NamedTuple):
    """A style by the name that another program knows it by."""

    name: str
    strength: float


class FoundSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What a picture tells. None and empty mean that it does not tell.

    Attributes:
        origin: the program that wrote it.
        job: fields of an :class:`ImageJob` by name, each within its bounds.
        model: as the other program called it.
        loras: styles as the other program called them.
        notes: what could not be taken over, as sentences.
    """

    origin: Origin
    job: dict[str, Any]
    model: str = ""
    loras: tuple[NamedStrength, ...] = ()
    notes: tuple[str, ...] = ()

    def make_job(self, output: str, find_lora: Callable[[str], str | None] = lambda _: None) -> ImageJob:
        """Return the job that makes such a picture.

        Args:
            output: the folder for the new picture.
            find_lora: returns the path or id of a style by its name, None when it is not here.
        """
        fields = dict(self.job)
        if "loras" not in fields:
            found = ((find_lora(lora.name), lora.strength) for lora in self.loras)
            fields["loras"] = tuple(
                Lora(source=Source(path=path), strength=strength) for path, strength in found if path is not None
            )
        return ImageJob(**fields, output=output)


class Collector:
    """Takes values as other programs write them and keeps those that fit our fields."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.notes: list[str] = []

    def take(self, name: str, value: Any) -> None:
        """Keep a value for a field; texts that are numbers become numbers, what does not fit becomes a note."""
        if value is None or value == "":
            return
        try:
            self.fields[name] = msgspec.convert(_number(value), _FIELD_TYPES[name], dec_hook=decode_hook, strict=False)
        except msgspec.ValidationError as error:
            shown = str(value)[:40]
            self.notes.append(f"{name.replace('_', ' ').capitalize()} “{shown}” was left out: {error}.")

    def take_scheduler(self, value: Scheduler | None, said: str) -> None:
        """Keep a scheduler, or tell that there is none like it."""
        if value is not None:
            self.fields["scheduler"] = value
        elif said:
            self.notes.append(f"There is no scheduler like “{said[:40]}” here; the model's own is used.")

    def found(self, origin: Origin, model: str = "", loras: tuple[NamedStrength, ...] = ()) -> FoundSettings:
        """Return what was collected."""
        return FoundSettings(
            origin=origin, job=self.fields, model=model[:300], loras=loras[:16], notes=tuple(self.notes)
        )


def _number(value: Any) -> Any:
    """Whole numbers written as 7.0 become 7."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value


_FIELD_TYPES = {field.name: field.type for field in msgspec.structs.fields(ImageJob)}
