"""How a file was made, as a job that the window can show in its panels."""

from pathlib import Path

import msgspec
from msgspec.structs import replace

from engine.image.reading.pictures import settings_in
from engine.image.reading.resolve import resolved
from engine.media.probe import RECIPE_KEY, read_metadata
from engine.models.store import Store
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs import AnyJob, ImageJob
from engine.protocol.queries import SettingsRead
from engine.protocol.recipe import from_text
from engine.protocol.values import decode_hook


def settings_read(path: Path, store: Store | None = None) -> SettingsRead:
    """Return how a picture, movie or sound was made.

    Files inside a recipe carry no folders; a start picture that lies beside the file is found there, styles and models
    in the store.

    Args:
        path: the file.
        store: where models and styles are looked for, the person's own by default.

    Raises:
        PortraitsError: the file is missing or is no media file.
    """
    own = _own_job(path)
    if own is not None and not isinstance(own, ImageJob):
        return SettingsRead(job=own, origin="Portraits")
    found = settings_in(path)
    if found is None:
        return SettingsRead(job=None)
    job, notes = resolved(found, str(path.parent), store)
    job, more = _with_start_picture(job, path)
    return SettingsRead(job=job, notes=(*notes, *more), origin=found.origin)


def _own_job(path: Path) -> AnyJob | None:
    text = read_metadata(path).get(RECIPE_KEY, "")
    if not text:
        return None
    try:
        job: AnyJob = msgspec.convert(from_text(text, path.name).job, type=AnyJob, dec_hook=decode_hook)
    except (PortraitsError, msgspec.ValidationError):
        return None
    return job


def _with_start_picture(job: ImageJob, path: Path) -> tuple[ImageJob, tuple[str, ...]]:
    """Look for the picture that the job started from beside the one that was made of it."""
    if job.source is None or Path(job.source.path).is_absolute():
        return job, ()
    beside = path.parent / job.source.path
    if beside.is_file():
        return replace(job, source=replace(job.source, path=str(beside))), ()
    note = f"The start picture “{Path(job.source.path).name}” is not here and was left out."
    return replace(job, source=None), (note,)
