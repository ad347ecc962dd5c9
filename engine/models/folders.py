"""The folders of the store: where models are brought, and where they are looked for besides."""

from pathlib import Path

from msgspec import structs

from engine.models.settings import StoreSettings, change_settings
from engine.models.store import Store
from engine.protocol.errors import ErrorCode, PortraitsError


def use_store(path: str) -> None:
    """Bring models into a folder from now on; the former one stays searched, and only read.

    Args:
        path: of a folder that is there, or "" for the Hugging Face cache.

    Raises:
        PortraitsError: USAGE when there is no such folder.
    """
    folder = _there(Path(path).expanduser().absolute()) if path else None

    def chosen(settings: StoreSettings) -> StoreSettings:
        before = Store.default(settings).folder
        changed = structs.replace(settings, folder=str(folder) if folder else "")
        after = Store.default(changed).folder
        if after == before:
            return settings
        added = [each for each in settings.added if each != str(after)]
        if before.is_dir() and str(before) not in added:
            added.append(str(before))
        return structs.replace(changed, added=tuple(added))

    change_settings(chosen)


def add_folder(folder: Path) -> StoreSettings:
    """Look for models in a folder as well; it is only read.

    Raises:
        PortraitsError: USAGE when there is no such folder.
    """
    name = str(_there(folder))
    return change_settings(
        lambda settings: structs.replace(settings, added=tuple(dict.fromkeys((*settings.added, name))))
    )


def forget_folder(path: str) -> None:
    """Look no more in a folder that was added; its files stay."""
    gone = Path(path)
    change_settings(
        lambda settings: structs.replace(
            settings, added=tuple(each for each in settings.added if Path(each).expanduser() != gone)
        )
    )


def _there(folder: Path) -> Path:
    if not folder.is_dir():
        raise PortraitsError(ErrorCode.USAGE, f'"{folder}" is not a folder.', "Choose a folder that is there.")
    return folder
