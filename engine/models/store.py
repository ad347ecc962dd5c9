"""The store: where models lie, and what is there of each."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from engine.models import catalog as catalogs
from engine.models.catalog import AddressSource, Catalog, Entry, HubSource, PackageSource, PersonSource
from engine.models.manifest import FOLDER, Manifest, read_manifest, read_unfinished
from engine.models.places import Place, hub_folder_name, in_added, in_hub_cache, in_package, several, size_of
from engine.models.settings import StoreSettings, default_folder, read_settings
from engine.models.sizes import free_space, sized
from engine.protocol.devices import StoreState
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.models import ModelCondition, ModelFile, ModelState


class Store:
    """Models in the person's store folder and in added folders, which are only read.

    Args:
        folder: where downloads go, in the layout of the Hugging Face cache.
        added: more folders to look in.
        offline: no download is ever tried.
        accepted: ids of models whose licence was accepted.
        catalog: all entries, the built-in and the person's by default.
    """

    def __init__(
        self,
        folder: Path,
        *,
        added: Sequence[Path] = (),
        offline: bool = False,
        accepted: Iterable[str] = (),
        catalog: Catalog | None = None,
    ) -> None:
        self.folder = folder
        self.added = tuple(added)
        self.offline = offline
        self.accepted = frozenset(accepted)
        self.catalog = catalogs.load() if catalog is None else catalog

    @classmethod
    def default(cls, settings: StoreSettings | None = None, environment: Mapping[str, str] | None = None) -> "Store":
        """Return the store as the person set it up; ``HF_HUB_OFFLINE`` means offline as well."""
        settings = settings or read_settings()
        variables = os.environ if environment is None else environment
        offline = settings.offline or variables.get("HF_HUB_OFFLINE", "").upper() in ("1", "ON", "YES", "TRUE")
        folder = Path(settings.folder).expanduser() if settings.folder else default_folder(environment)
        return cls(
            folder,
            added=[Path(each).expanduser() for each in settings.added],
            offline=offline,
            accepted=settings.accepted,
        )

    def state(self) -> StoreState:
        """Return where the store is and which models are complete."""
        present = [state for state in self.states() if state.condition in ("installed", "found")]
        return StoreState(
            folder=str(self.folder),
            added=tuple(map(str, self.added)),
            installed=tuple(state.id for state in present),
            size=sum(state.have for state in present),
            disk_free=free_space(self.folder),
            offline=self.offline,
        )

    def states(self) -> tuple[ModelState, ...]:
        """Return the state of every entry of the catalog."""
        return tuple(self.state_of(entry) for entry in self.catalog)

    def state_of(self, entry: Entry) -> ModelState:
        """Return what is there of one model. No hash is computed; see :mod:`engine.models.verify`."""
        place = self.place_of(entry)
        manifest = read_manifest(self.folder, entry.id) or read_unfinished(self.folder, entry.id)
        whole = place.condition in ("installed", "found")
        size = manifest.size if manifest else place.size if whole else entry.size
        return ModelState(
            id=entry.id,
            title=entry.title,
            purpose=entry.purpose,
            kinds=entry.kinds,
            condition=place.condition,
            source=entry.where_from,
            licence=entry.licence,
            licence_url=entry.licence_url,
            must_accept=entry.must_accept,
            accepted=entry.id in self.accepted,
            size=size,
            size_inferred=entry.size_inferred and manifest is None and not whole,
            have=place.size,
            memory=entry.memory,
            path="" if place.condition == "missing" else str(place.folder),
            read_only=place.read_only,
            built_in=isinstance(entry.source, PackageSource),
            fetchable=isinstance(entry.source, HubSource | AddressSource),
            files=tuple(ModelFile(name=each.name, size=each.size, optional=each.optional) for each in entry.files),
            note=" ".join(part for part in (place.note, entry.note) if part),
        )

    def folder_of(self, identifier: str) -> Path:
        """Return the folder of a model that is complete, for loading.

        Raises:
            PortraitsError: MODEL_MISSING or BAD_MODEL with what to do, USAGE for an unknown id.
        """
        entry = self.catalog.get(identifier)
        place = self.place_of(entry)
        if place.condition in ("installed", "found"):
            return place.folder
        todo = f"Download it: portraits-engine models download {entry.id} ({sized(entry.size)})."
        if place.condition == "damaged":
            todo = f"Download it again: portraits-engine models download {entry.id} ({sized(entry.size)})."
            raise PortraitsError(ErrorCode.BAD_MODEL, f"{entry.title} is damaged: {place.note}", todo)
        if isinstance(entry.source, PersonSource):
            todo = "Add the folder it lies in: portraits-engine models add FOLDER."
        reason = place.note or f"{entry.title} is not {'complete' if place.condition == 'partial' else 'installed'}."
        raise PortraitsError(ErrorCode.MODEL_MISSING, reason, todo)

    def file_of(self, identifier: str, name: str) -> Path:
        """Return one file of a complete model; raises as :meth:`folder_of`."""
        folder = self.folder_of(identifier)
        # In collections a single file lies without the folders of its repository.
        path = next((each for each in (folder / name, folder / Path(name).name) if each.is_file()), None)
        if path is None:
            raise PortraitsError(
                ErrorCode.MODEL_MISSING,
                f"{self.catalog.get(identifier).title} has no file {name}.",
                f"Check it: portraits-engine models verify {identifier}.",
            )
        return path

    def place_of(self, entry: Entry) -> Place:
        """Look for a model: in the store by its manifest, then by its files, then in the added folders."""
        if isinstance(entry.source, PackageSource):
            return in_package(entry, entry.source)
        manifest = read_manifest(self.folder, entry.id)
        by_manifest = None if manifest is None else self._by_manifest(manifest)
        if by_manifest is not None and by_manifest.condition == "installed":
            return by_manifest
        candidates: list[Place] = []
        unfinished = None if by_manifest else read_unfinished(self.folder, entry.id)
        if unfinished is not None:
            candidates.append(self._by_plan(unfinished))
        elif isinstance(entry.source, HubSource):
            candidates += in_hub_cache(entry, entry.source, self.folder, read_only=False)
        for folder in self.added:
            candidates += in_added(entry, folder)
        if by_manifest is not None:
            # What the last check found wrong does not count as found because its names are all there.
            candidates = [by_manifest, *(place for place in candidates if place.folder != by_manifest.folder)]
        order: dict[ModelCondition, int] = {
            "installed": 0, "found": 1, "damaged": 2, "partial": 3, "wrong_layout": 4, "missing": 5
        }  # fmt: skip
        best = min(candidates, key=lambda place: order[place.condition], default=None)
        return best or Place(self.folder, "missing")

    def parts_folder(self, identifier: str) -> Path:
        """Where unfinished files of a download are kept."""
        return self.folder / FOLDER / "parts" / identifier

    def partial_size(self, identifier: str) -> int:
        """Bytes of unfinished files."""
        try:
            return sum(path.stat().st_size for path in self.parts_folder(identifier).glob("*.part"))
        except OSError:
            return 0

    def model_folder(self, entry: Entry, commit: str = "") -> Path:
        """Where a download of an entry goes."""
        if isinstance(entry.source, HubSource):
            return self.folder / hub_folder_name(entry.source.repository) / "snapshots" / commit
        return self.folder / FOLDER / "files" / entry.id

    def _by_manifest(self, manifest: Manifest) -> Place:
        folder = Path(manifest.folder)
        inside = not folder.is_absolute()
        folder = self.folder / folder if inside else folder
        wrong, have = [], 0
        for file in manifest.files:
            size = size_of(folder / file.name)
            have += size or 0
            if size != file.size or file.damaged:
                other = "has another length" if size != file.size else "is not what it was"
                wrong.append(f"{file.name} {other}" if size is not None else f"{file.name} is gone")
        if not wrong:
            return Place(folder, "installed", have, read_only=not inside)
        if have == 0:
            note = f"its files are gone from {folder}."
            return Place(folder, "missing" if not inside else "damaged", 0, not inside, note)
        return Place(folder, "damaged", have, not inside, f"{several(wrong)}.")

    def _by_plan(self, planned: Manifest) -> Place:
        """A download that was started: partial, or missing while nothing has arrived."""
        folder = self.folder / planned.folder
        sizes = [size_of(folder / file.name) or 0 for file in planned.files]
        have = sum(sizes) + self.partial_size(planned.id)
        if have == 0:
            return Place(self.folder, "missing")
        note = f"{sized(have)} of {sized(planned.size)} have arrived."
        return Place(folder, "partial", have, note=note)
