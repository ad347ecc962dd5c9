"""All families, and which of them a model belongs to."""

import json
from pathlib import Path

from engine.image.family import Family
from engine.image.sdxl import Sdxl
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

FAMILIES: tuple[Family, ...] = (Sdxl(),)

_MAX_INDEX = 1_000_000
_LIBRARIES = frozenset({"diffusers", "transformers", None})


def family_of_folder(folder: Path) -> Family:
    """Return the family of a diffusers folder. Nothing in it is imported or run.

    Raises:
        PortraitsError: BAD_MODEL when it is no such folder, of another kind, or names code of its own.
    """
    index = folder / "model_index.json"
    try:
        if index.stat().st_size > _MAX_INDEX:
            raise ValueError("model_index.json is far too large")
        parts = json.loads(index.read_bytes())
        kind = parts["_class_name"]
        libraries = {part[0] for part in parts.values() if isinstance(part, list)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"{quoted(folder)} is not a model in the diffusers layout: {error}.",
            "Choose a folder with a model_index.json, or a .safetensors file.",
        ) from error
    if not libraries <= _LIBRARIES:
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"{quoted(folder)} wants to run code of its own, which is never done.",
            "Choose a model without code.",
        )
    for family in FAMILIES:
        if kind in family.pipeline_classes:
            return family
    raise unknown_family(folder, str(kind)[:60])


def family_of_file(path: Path, name: str) -> Family:
    """Return the family that a file's header told.

    Raises:
        PortraitsError: BAD_MODEL for a family that is not supported.
    """
    for family in FAMILIES:
        if family.name == name:
            return family
    raise unknown_family(path, name)


def unknown_family(path: Path, name: str) -> PortraitsError:
    """The refusal of a model of another family."""
    known = " or ".join(family.name for family in FAMILIES)
    what = f"is a model of the kind {name}" if name else "is of an unknown kind"
    return PortraitsError(
        ErrorCode.BAD_MODEL, f"{quoted(path)} {what} and does not make pictures here.", f"Choose a model for {known}."
    )
