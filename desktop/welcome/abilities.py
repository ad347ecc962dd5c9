"""What this computer can do with the models that are here, and what a download would add."""

from typing import NamedTuple

from desktop.models.words import fit_of, fits
from desktop.state.models import Models
from desktop.widgets.engine_words import engine_text
from desktop.widgets.words import memory, size, tr
from engine.protocol.devices import Device
from engine.protocol.models import ModelState


class Ability(NamedTuple):
    """One thing and whether this computer can do it.

    Attributes:
        state: "ok", "download", "no" or "waiting".
        title: what it is.
        fact: one line about it.
        model: id of the model that is to be shown or brought for it, or "".
    """

    state: str
    title: str
    fact: str
    model: str = ""


def _ways() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """What needs models: a title, and the sets of models of which one is enough, the recommended one first."""
    return (
        (tr("Portraits from words"), (("sdxl-turbo",), ("sdxl-turbo-file",), ("sdxl-checkpoint", "sdxl-settings"))),
        (tr("Voices with emotion"), (("maya1", "snac-24khz"),)),
        (
            tr("Shots from words"),
            (("skyreels-v2-df-1.3b-540p",), ("skyreels-v2-t2v-14b-540p",), ("skyreels-v2-df-14b-540p",)),
        ),
        (
            tr("Animation from a motion"),
            (
                ("mtvcrafter-4dmot", "mvdit-7b", "cogvideox-5b-parts"),
                ("mtvcrafter-4dmot", "mvdit-17b", "wan2.1-parts"),
            ),
        ),
    )


def own_abilities(device: Device | None) -> list[Ability]:
    """Return what works on every computer without a download, once the engine runs."""
    state, waits = ("ok", "") if device is not None else ("waiting", tr("the engine is starting"))
    return [
        Ability(state, tr("Morphs, timeline, export"), waits or tr("ready")),
        Ability(state, tr("Voice, built-in"), waits or tr("ready, English")),
    ]


def model_abilities(models: Models, device: Device | None) -> list[Ability]:
    """Return what the models that are here make possible, and what one would have to bring."""
    if not models.known:
        return [Ability("waiting", title, tr("looking for its models")) for title, _ in _ways()]
    return [ability for title, ways in _ways() if (ability := _ability(models, device, title, ways)) is not None]


def _ability(models: Models, device: Device | None, title: str, ways: tuple[tuple[str, ...], ...]) -> Ability | None:
    known = [found for way in ways if len(found := _all_of(models, way)) == len(way)]
    for parts in known:
        if all(models.is_here(part.id) for part in parts):
            return Ability(
                "ok", title, tr("ready, {model}", model=engine_text(_largest(parts).title)), _largest(parts).id
            )
    if not known:
        return None
    fitting = [parts for parts in known if device is None or all(fits(part, device) for part in parts)]
    if not fitting:
        need = min(max(part.memory for part in parts) for parts in known)
        return Ability("no", title, tr("needs {amount} of memory", amount=memory(need)), _largest(known[0]).id)
    parts = fitting[0]
    amount = sum(max(part.size - part.have, 0) for part in parts if not models.is_here(part.id))
    largest = _largest(parts)
    fact = f"{engine_text(largest.title)}, {size(amount)}"
    if any(fit_of(part, device).state == "tight" for part in parts):
        fact = f"{fact}, {tr('tight')}"
    return Ability("download", title, fact, largest.id)


def _all_of(models: Models, way: tuple[str, ...]) -> list[ModelState]:
    return [model for each in way if (model := models.model(each)) is not None]


def _largest(parts: list[ModelState]) -> ModelState:
    return max(parts, key=lambda part: part.size)
