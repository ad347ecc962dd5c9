"""Installing and removing packs: downloaded like a model, unpacked beside, and put into force by replacing one file."""

import contextlib
import hashlib
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

from filelock import FileLock, Timeout
from msgspec import structs

from engine.media.files import atomic_output, make_folder, writing
from engine.models.catalog import Catalog
from engine.models.download import download
from engine.models.download_progress import DownloadControl
from engine.models.retry import DEFAULT_PATIENCE, Patience
from engine.models.settings import read_settings
from engine.models.store import Store
from engine.models.verify import remove as remove_download
from engine.packs.active import Installed, installed, is_frozen, packs_folder
from engine.packs.health import health
from engine.packs.listing import Pack, for_this_computer, read_list
from engine.packs.progress import PackProgress
from engine.packs.unpack import remove_folder, unpack
from engine.protocol.context import JobContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.models import DownloadState, ModelState
from engine.protocol.values import to_json

_NEW = ".new-"


class PackStore:
    """The packs of this computer.

    Args:
        packs: those that may be installed; the list of the installed application by default, for this computer.
        folder: where they lie.
        offline: nothing is fetched.
        accepted: ids of packs whose licence was accepted.
    """

    def __init__(
        self,
        packs: tuple[Pack, ...] | None = None,
        folder: Path | None = None,
        *,
        offline: bool = False,
        accepted: frozenset[str] = frozenset(),
    ) -> None:
        self.packs = for_this_computer(read_list()) if packs is None else packs
        self.folder = folder or packs_folder()
        entries = Catalog(pack.entry() for pack in self.packs)
        self._downloads = Store(self.folder, offline=offline, accepted=accepted, catalog=entries)

    @classmethod
    def of_this_copy(cls, packs: tuple[Pack, ...] | None = None) -> "PackStore | None":
        """Return the packs of the installed application, with what the person decided about downloads.

        Args:
            packs: those that may be installed, when another list than the application's own is meant.

        Returns:
            None in a copy from source, which has the PyTorch that pip brought.
        """
        if not is_frozen():
            return None
        settings = read_settings()
        of_models = Store.default(settings)
        return cls(packs, offline=of_models.offline, accepted=of_models.accepted)

    def __contains__(self, identifier: str) -> bool:
        return any(pack.id == identifier for pack in self.packs) or identifier in self._installed()

    def get(self, identifier: str) -> Pack:
        """Return a pack of the list.

        Raises:
            PortraitsError: NOT_AVAILABLE when it is not listed for this computer.
        """
        for pack in self.packs:
            if pack.id == identifier:
                return pack
        known = ", ".join(pack.id for pack in self.packs)
        raise PortraitsError(
            ErrorCode.NOT_AVAILABLE,
            f'No pack "{identifier[:40]}" is offered for this computer.',
            f"Choose one of: {known}." if known else "portraits-engine doctor shows what this computer has.",
        )

    def states(self) -> tuple[ModelState, ...]:
        """Return the state of every pack, listed or installed, as that of a model."""
        found = self._installed()
        listed = [self._state(pack, found.pop(pack.id, None)) for pack in self.packs]
        return (*listed, *(self._state_of_unlisted(each) for each in found.values()))

    def install(
        self,
        identifier: str,
        context: JobContext,
        *,
        control: DownloadControl | None = None,
        on_state: Callable[[DownloadState], None] | None = None,
        accept_licence: bool = False,
        patience: Patience = DEFAULT_PATIENCE,
    ) -> Path:
        """Fetch a pack and put it into force for every engine that starts from now on.

        Raises:
            PortraitsError: as :func:`engine.models.download.download` and :func:`engine.packs.unpack.unpack`.
                What was installed before still is.
            Cancelled: what has arrived is kept.
        """
        pack = self.get(identifier)
        now = self._installed().get(identifier)
        if now is not None and health(now, pack.digests, self.folder)[0] == "installed":
            context.note(f"{pack.title} is installed already.")
            return self.folder / now.folder
        tell = PackProgress(on_state)
        with self._alone(pack.title):
            self._sweep()
            archives = download(
                pack.entry(),
                self._downloads,
                context,
                control=control,
                on_state=tell.downloading,
                accept_licence=accept_licence,
                patience=patience,
            )
            try:
                folder = self._unpacked(pack, archives, context, tell)
            except Cancelled:
                tell.end("cancelled")
                raise
            except PortraitsError as error:
                if error.code is ErrorCode.BAD_MODEL:
                    remove_download(pack.entry(), self._downloads)
                tell.end("failed", error)
                raise
            remove_download(pack.entry(), self._downloads)
            self._sweep()
        tell.end("done")
        return folder

    def remove(self, identifier: str) -> int:
        """Take a pack out of force and delete it; return the bytes of its files.

        Files that a running engine holds open are deleted when a pack is installed or removed the next time.

        Raises:
            PortraitsError: MODEL_MISSING when it is not installed, NOT_AVAILABLE while a pack is being installed,
                CANNOT_WRITE.
        """
        found = self._installed().get(identifier)
        if found is None and not self._note(identifier).exists():
            raise PortraitsError(
                ErrorCode.MODEL_MISSING,
                f'The pack "{identifier[:40]}" is not installed.',
                "There is nothing to remove.",
            )
        note = self._note(identifier)
        with self._alone(identifier if found is None else found.title):
            with writing(note):
                note.unlink(missing_ok=True)
            self._sweep()
        return found.size if found is not None else 0

    def _unpacked(self, pack: Pack, archives: Path, context: JobContext, tell: PackProgress) -> Path:
        def on_bytes(done: int, total: int) -> None:
            context.check_cancelled()
            context.progress(f"Unpacking {pack.title}", round(done / 1e6, 1), round(total / 1e6, 1), "MB")
            tell.unpacking(done / total)

        new = self.folder / f"{_NEW}{pack.id}-{secrets.token_hex(4)}"
        make_folder(new)
        try:
            size = unpack([archives / each.name for each in pack.archives], new, on_bytes)
            digest = hashlib.sha256("".join(pack.digests).encode()).hexdigest()[:8]
            folder = self.folder / f"{pack.id}-{digest}-{new.name.rpartition('-')[2]}"
            with writing(folder):
                new.rename(folder)
        finally:
            remove_folder(new)
        note = Installed(
            id=pack.id,
            title=pack.title,
            folder=folder.name,
            system=pack.system,
            replaces=pack.replaces,
            size=size,
            archives=pack.digests,
        )
        with atomic_output(self._note(pack.id), overwrite=True) as temporary:
            temporary.write_bytes(to_json(note, indent=1))
        return folder

    @contextlib.contextmanager
    def _alone(self, title: str) -> Iterator[None]:
        """Let one process at a time change the packs; a killed one lets go by itself."""
        make_folder(self.folder)
        lock = FileLock(self.folder / ".lock", timeout=0)
        try:
            lock.acquire()
        except Timeout:
            raise PortraitsError(
                ErrorCode.NOT_AVAILABLE,
                f"{title} was not changed: a pack is being installed, by this or another window or command.",
                "Wait for it, or stop it there.",
            ) from None
        try:
            yield
        finally:
            lock.release()

    def _sweep(self) -> None:
        """Delete folders that no note names: replaced and removed packs, and what a kill left half unpacked."""
        named = {each.folder for each in self._installed().values()}
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                ours = path.name.startswith(_NEW) or not path.name.startswith(".")
                if path.is_dir() and ours and path.name not in named:
                    remove_folder(path)

    def _note(self, identifier: str) -> Path:
        return self.folder / f"{identifier}.json"

    def _installed(self) -> dict[str, Installed]:
        return {each.id: each for each in installed(self.folder)}

    def _state(self, pack: Pack, found: Installed | None) -> ModelState:
        state = self._downloads.state_of(pack.entry())
        if found is None:
            return structs.replace(state, condition="partial" if state.have else "missing")
        condition, note = health(found, pack.digests, self.folder)
        return structs.replace(
            state, condition=condition, size=pack.size, have=found.size, path=str(self.folder / found.folder), note=note
        )

    def _state_of_unlisted(self, found: Installed) -> ModelState:
        condition, note = health(found, found.archives, self.folder)
        return ModelState(
            id=found.id,
            title=found.title,
            purpose="A pack of another version of Portraits.",
            kinds=(),
            condition=condition,
            source="",
            licence="",
            have=found.size,
            path=str(self.folder / found.folder),
            fetchable=False,
            note=note,
        )
