"""What this computer can do with the models that are here, and what a download would add."""

from typing import NamedTuple

from desktop.models.words import fits
from desktop.state.models import Models
from desktop.widgets.words import memory, size, tr
from engine.protocol.devices import Device
from engine.protocol.models import ModelState


class Ability(NamedTuple):
    """One thing and whether this computer can do it: its state, words, and one line of fact."""

    state: str
    title: str
    fact: str


def _ways() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """What needs models: a title, and the sets of models of which one is enough, the recommended one first."""
    return (
        (tr("Portraits from words"), (("sdxl-turbo",), ("sdxl-turbo-file",), ("sdxl-checkpoint", "sdxl-settings"))),
        (
            tr("Shots from words"),
            (("skyreels-v2-df-1.3b-540p",), ("skyreels-v2-t2v-14b-540p",), ("skyreels-v2-df-14b-540p",)),
        ),
        (tr("Voices with emotion"), (("maya1", "snac-24khz"),)),
        (
            tr("Animation from a motion"),
            (
                ("mtvcrafter-4dmot", "mvdit-7b", "cogvideox-5b-parts"),
                ("mtvcrafter-4dmot", "mvdit-17b", "wan2.1-parts"),
            ),
        ),
    )


def model_abilities(models: Models, device: Device | None) -> list[Ability]:
    """Return what the models that are here make possible; nothing until the engine has told which are here."""
    return [ability for title, ways in _ways() if (ability := _ability(models, device, title, ways)) is not None]


def _ability(models: Models, device: Device | None, title: str, ways: tuple[tuple[str, ...], ...]) -> Ability | None:
    known = [found for way in ways if len(found := _all_of(models, way)) == len(way)]
    for parts in known:
        if all(models.is_here(part.id) for part in parts):
            return Ability("ok", title, tr("ready, {model}", model=_largest(parts).title))
    if not known:
        return None
    parts = known[0]
    amount = sum(max(part.size - part.have, 0) for part in parts if not models.is_here(part.id))
    if device is not None and not all(fits(part, device) for part in parts):
        return Ability(
            "info", title, tr("needs more memory: {amount}", amount=memory(max(part.memory for part in parts)))
        )
    return Ability("download", title, tr("to download, {amount}", amount=size(amount)))


def _all_of(models: Models, way: tuple[str, ...]) -> list[ModelState]:
    return [model for each in way if (model := models.model(each)) is not None]


def _largest(parts: list[ModelState]) -> ModelState:
    return max(parts, key=lambda part: part.size)
