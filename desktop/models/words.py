"""How models are spoken of: kinds, what fits this computer, and states."""

from typing import NamedTuple

from desktop.widgets.engine_words import engine_text
from desktop.widgets.numbers import number_text
from desktop.widgets.words import memory, remaining, size, tr
from engine.protocol.devices import Device
from engine.protocol.models import DownloadState, ModelState

_TIGHT = 0.85


class Kind(NamedTuple):
    """A group of models by what they make."""

    key: str
    title: str
    icon: str
    jobs: tuple[str, ...]


def kinds() -> tuple[Kind, ...]:
    """Return all groups in order, the one with every model first."""
    return (
        Kind("all", tr("All models"), "layout-grid", ()),
        Kind("image", tr("Portraits"), "image-plus", ("image",)),
        Kind("morph", tr("Morphs and landmarks"), "scan-face", ("morph", "landmarks")),
        Kind("video", tr("Shots"), "clapperboard", ("video",)),
        Kind("voice", tr("Voices"), "mic", ("voice",)),
        Kind("animate", tr("Animation"), "person-standing", ("animate",)),
        Kind("train", tr("Training"), "activity", ("train",)),
    )


def belongs(model: ModelState, kind: Kind) -> bool:
    return not kind.jobs or bool(set(kind.jobs) & set(model.kinds))


class Fit(NamedTuple):
    """Whether a model fits: a state of the state marks, its word, and a sentence."""

    state: str
    word: str
    sentence: str


def fit_of(model: ModelState, device: Device | None) -> Fit:
    """Return whether a model fits the memory of the device that work runs on."""
    if device is None or not device.memory_total:
        return Fit("waiting", tr("Not known"), tr("The engine has not told yet what this computer has."))
    total = device.memory_total
    if not model.memory:
        return Fit("fits", tr("Fits"), tr("It needs very little memory."))
    place = tr("of main memory") if device.kind == "cpu" else tr("of the graphics card")
    needs = tr(
        "It needs about {needs} of the {total} {place}.", needs=memory(model.memory), total=memory(total), place=place
    )
    if model.memory <= _TIGHT * total:
        return Fit("fits", tr("Fits"), needs)
    if model.memory <= total:
        return Fit("tight", tr("Tight"), f"{needs} {tr('Close other programs that use it.')}")
    return Fit("does_not_fit", tr("Does not fit"), f"{needs} {tr('With offloading it may still run, more slowly.')}")


def fits(model: ModelState, device: Device | None) -> bool:
    return fit_of(model, device).state in ("fits", "tight")


def purpose(model: ModelState) -> str:
    """Return what a model is for; the catalog's own sentences are translated."""
    return engine_text(model.purpose)


def title(model: ModelState) -> str:
    """Return the name of a model; what the catalog adds to it in words is translated."""
    return engine_text(model.title)


def licence(model: ModelState) -> str:
    """Return the name of a licence, or what is said in its place."""
    return engine_text(model.licence)


def size_words(model: ModelState) -> str:
    """Return the size, with ``~`` before one that was deduced."""
    if not model.size:
        return "—"
    return f"~{size(model.size)}" if model.size_inferred else size(model.size)


def short_licence(licence: str) -> str:
    """Return a licence for a narrow column."""
    if "non-commercial" in licence.casefold():
        return tr("Non-commercial")
    return engine_text(licence.removesuffix(" licence").removesuffix(" community"))


class State(NamedTuple):
    """The state of a model that is not being downloaded: icon, colour token, words."""

    icon: str
    tone: str
    text: str


def state_of(model: ModelState) -> State | None:
    """Return the state in words; None for one that can simply be downloaded."""
    if model.built_in:
        return State("box", "text2", tr("Built in"))
    match model.condition:
        case "installed":
            return State("check", "text2", tr("Installed"))
        case "found":
            return State("check", "text2", tr("Here, not checked"))
        case "damaged":
            return State("triangle-alert", "warn", tr("Damaged"))
        case "wrong_layout":
            return State("triangle-alert", "warn", tr("Another layout"))
    if not model.fetchable:
        return State("folder", "text2", tr("Add a folder"))
    return None


def download_verb(model: ModelState) -> str:
    """Return what the button says that gets the model."""
    if model.condition == "partial":
        return tr("Go on")
    return tr("Download again") if model.condition == "damaged" else tr("Download")


def download_words(state: DownloadState) -> str:
    """Return how far a download is, in its own words: ``1.3 of 2.8 GB · 38 MB/s``."""
    amount = tr("{done} of {total}", done=_like(state.done, state.total), total=size(state.total))
    match state.phase:
        case "waiting":
            return tr("Waits for another download")
        case "asking" | "checking_disk":
            return tr("Asking the publisher")
        case "checking":
            return tr("Checking · {amount}", amount=amount)
        case "paused":
            return tr("Paused · {amount}", amount=amount) if state.total else tr("Paused")
        case "failed":
            return tr("Stopped · {amount}", amount=amount) if state.total else tr("Stopped")
    return f"{amount} · {size(state.rate)}/s" if state.rate else amount


def time_left(state: DownloadState) -> str:
    """Return the remaining time, or "" while it cannot be told."""
    return tr("{time} left", time=remaining(state.remaining)) if state.remaining is not None else ""


def _like(count: int, total: int) -> str:
    """Return a number of bytes in the unit of the total, without the unit."""
    factor, digits = (1e9, 1) if total >= 1e9 else (1e6, 0) if total >= 1e6 else (1e3, 0)
    return number_text(count / factor, digits)
