"""Choosing the folder of the store, so that nothing that was there seems lost."""

from pathlib import Path

from msgspec import structs

from engine.models.settings import read_settings, write_settings
from engine.models.store import Store
from engine.protocol.errors import ErrorCode, PortraitsError


def use_store(path: str) -> None:
    """Bring models into a folder from now on; the former one stays searched, and only read.

    Args:
        path: of a folder that is there, or "" for the Hugging Face cache.

    Raises:
        PortraitsError: BAD_INPUT when there is no such folder.
    """
    settings = read_settings()
    before = Store.default(settings).folder
    folder = Path(path).expanduser().absolute() if path else None
    if folder is not None and not folder.is_dir():
        raise PortraitsError(ErrorCode.BAD_INPUT, f'"{folder}" is not a folder.', "Choose a folder that is there.")
    changed = structs.replace(settings, folder=str(folder) if folder else "")
    after = Store.default(changed).folder
    if after == before:
        return
    added = [each for each in settings.added if each != str(after)]
    if before.is_dir() and str(before) not in added:
        added.append(str(before))
    write_settings(structs.replace(changed, added=tuple(added)))
