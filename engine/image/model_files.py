"""Finds the files of a picture model: in the store, in added folders, or where the person says."""

from pathlib import Path

from engine.image.families import family_of_file, family_of_folder
from engine.image.family import Family, ModelFiles
from engine.models.catalog import Entry, HubSource
from engine.models.manifest import read_manifest
from engine.models.store import Store
from engine.models.weight_names import WEIGHT_SUFFIXES, find_weight_file
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.picture_models import preset_for


def find_model(name: str, store: Store) -> tuple[ModelFiles, Family]:
    """Return the files of a model and its family.

    Args:
        name: an id of the catalog, a hub name of one of its entries, a folder, a ``.safetensors`` file, or the name of
            such a file in an added folder.
        store: where to look.

    Raises:
        PortraitsError: MODEL_MISSING with how to get it, BAD_MODEL, USAGE for a name that nothing has.
    """
    path = Path(name).expanduser()
    if path.is_dir():
        return _folder(name, path.name, path)
    if path.suffix.lower() in WEIGHT_SUFFIXES:
        return _file(name, find_weight_file(name, store, "model"), store)
    entry = _entry(name, store)
    folder = store.folder_of(entry.id)
    if (folder / "model_index.json").is_file():
        return _folder(name, entry.title, folder)
    manifest = read_manifest(store.folder, entry.id)
    hashes = {file.name: file.sha256 for file in manifest.files} if manifest else {}
    weights = entry.files[0].name
    return _file(name, store.file_of(entry.id, weights), store, entry.title, hashes.get(weights, ""))


def _entry(name: str, store: Store) -> Entry:
    for entry in store.catalog:
        if "image" in entry.kinds and isinstance(entry.source, HubSource) and entry.source.repository == name:
            return entry
    entry = store.catalog.get(name)
    if "image" not in entry.kinds:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"{entry.title} does not make pictures.",
            f"Choose {' or '.join(each.id for each in store.catalog if 'image' in each.kinds)}.",
        )
    return entry


def _folder(name: str, title: str, folder: Path) -> tuple[ModelFiles, Family]:
    return ModelFiles(name=name, title=title, path=folder, preset=preset_for(name)), family_of_folder(folder)


def _file(name: str, path: Path, store: Store, title: str = "", sha256: str = "") -> tuple[ModelFiles, Family]:
    from engine.image.weight_file import checkpoint_family

    family = family_of_file(path, checkpoint_family(path))
    files = ModelFiles(
        name=name,
        title=title or path.stem,
        path=path,
        preset=preset_for(name),
        settings=store.folder_of(family.settings_model),
        sha256=sha256,
    )
    return files, family
