"""Whether an installed pack is whole, fits this copy, and is the one that this copy wants."""

import sys
from pathlib import Path

from engine.packs.active import Installed, misfit
from engine.packs.unpack import size_of_folder
from engine.protocol.models import ModelCondition


def health(found: Installed, wanted: tuple[str, ...], folder: Path) -> tuple[ModelCondition, str]:
    """Return the condition of an installed pack, and a sentence about it.

    Args:
        found: the pack.
        wanted: the SHA-256 of the archives that it should be made of.
        folder: where packs lie.
    """
    place = folder / found.folder
    own = [each for each in sys.path if not each.startswith(str(folder))]
    if reason := misfit(found, own):
        return "damaged", f"{reason} It is not used."
    if size_of_folder(place) != found.size:
        return "damaged", "Files of it are missing or changed."
    if found.archives != wanted:
        return "damaged", "This version of Portraits has a newer one."
    if str(place) in sys.path:
        return "installed", "It is in use."
    return "installed", "It is used from the engine's next start."
