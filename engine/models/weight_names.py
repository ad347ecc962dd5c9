"""Finds weight files by what a person calls them: a path, a name in an added folder, or an id of the catalog."""

from pathlib import Path

from engine.models.layouts import walk_files
from engine.models.store import Store
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

_SUFFIX = ".safetensors"
_PICKLES = (".ckpt", ".pt", ".pth", ".bin")
WEIGHT_SUFFIXES = (_SUFFIX, *_PICKLES)
"""By these a name is told to be that of a file."""


def find_lora(name: str, store: Store) -> Path:
    """Return the file of a style: a path, a file name in an added folder, or an id of the catalog.

    Raises:
        PortraitsError: MISSING_INPUT or MODEL_MISSING, BAD_MODEL for a pickle, USAGE for an unknown id.
    """
    if Path(name).suffix.lower() in WEIGHT_SUFFIXES or Path(name).expanduser().exists():
        return find_weight_file(name, store, "style")
    entry = store.catalog.get(name)
    return store.file_of(entry.id, entry.files[0].name)


def find_weight_file(name: str, store: Store, what: str) -> Path:
    """Return a ``.safetensors`` file by its path, or by its name in an added folder.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_MODEL for a format that can run code.
    """
    path = Path(name).expanduser()
    if path.suffix.lower() in _PICKLES:
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"{quoted(path)} is a pickle, which can run code when it is opened.",
            "Get the same weights as a .safetensors file.",
            safe="It was not opened.",
        )
    if path.is_dir():
        raise PortraitsError(
            ErrorCode.BAD_MODEL, f"{quoted(path)} is a folder, not a {what}.", f"Name the {_SUFFIX} file in it."
        )
    if path.is_file():
        return path
    if len(path.parts) == 1:
        for folder in store.added:
            for found in walk_files(folder, weights_only=True):
                if found.name == path.name:
                    return found
    raise PortraitsError(
        ErrorCode.MISSING_INPUT,
        f"The {what} {quoted(path)} was not found.",
        "Check the name and the folder, or add its folder: portraits-engine models add FOLDER.",
    )


def public_name(name: str) -> str:
    """The id or file name of a model; folders of the person's do not belong into files that are handed on."""
    return name.replace("\\", "/").rstrip("/").rpartition("/")[2] if Path(name).expanduser().exists() else name
