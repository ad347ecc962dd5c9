"""Turns the names that a picture tells into models and styles that are here."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from engine.image.model_files import find_model
from engine.image.reading.settings import FoundSettings
from engine.models.store import Store
from engine.models.weight_names import find_lora
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.image import ImageJob

_SUFFIX = ".safetensors"


def resolved(found: FoundSettings, output: str, store: Store | None = None) -> tuple[ImageJob, tuple[str, ...]]:
    """Return the job for a picture's settings, and what could not be taken over, as sentences.

    Args:
        found: the settings.
        output: the folder for new pictures.
        store: where models and styles are looked for, the person's own by default.
    """
    store = store or Store.default()
    notes = list(found.notes)

    def lora_here(name: str) -> str | None:
        path = _first(name, lambda each: str(find_lora(each, store)))
        if path is None:
            notes.append(f"The style “{_last(name)}” is not here and was left out.")
        return path

    job = found.make_job(output, lora_here)
    if found.origin == "Portraits":
        here = ((lora, lora_here(lora.source.path)) for lora in job.loras)
        loras = (replace(lora, source=replace(lora.source, path=path)) for lora, path in here if path is not None)
        job = replace(job, loras=tuple(loras))
    elif found.model:
        model = _first(found.model, lambda each: find_model(each, store)[0].name) or _known(found.model, store)
        if model is None:
            notes.append(f"The model “{_last(found.model)}” is not here; {job.model} is used instead.")
        else:
            job = replace(job, model=model)
    return job, tuple(notes)


def _first(name: str, find: Callable[[str], str]) -> str | None:
    """Look for a name as it is, then for a file of that name; other programs leave out folders and suffixes."""
    last = _last(name)
    for candidate in dict.fromkeys((last, last if last.endswith(_SUFFIX) else last + _SUFFIX)):
        try:
            return find(candidate)
        except PortraitsError:
            continue
    return None


def _known(name: str, store: Store) -> str | None:
    """Return the id of a picture model that the store knows and could bring."""
    last = _last(name).removesuffix(_SUFFIX)
    return next((entry.id for entry in store.catalog if entry.id == last and "image" in entry.kinds), None)


def _last(name: str) -> str:
    return Path(name.replace("\\", "/")).name
