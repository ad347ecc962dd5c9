"""One download: what of a model is there already, what has to come, and where each file goes."""

import contextlib
import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from engine.media.files import make_folder, writing
from engine.models.catalog import AddressSource, Entry, HubSource
from engine.models.download_progress import DownloadControl, DownloadProgress
from engine.models.hub import Listing, RemoteFile, list_files
from engine.models.manifest import CheckedFile, Manifest, write_manifest, write_unfinished
from engine.models.places import hub_folder_name
from engine.models.retry import Patience
from engine.models.sizes import free_space, sized
from engine.models.store import Store
from engine.models.token import access_token
from engine.models.transfer import Interrupted, fetch, version_path
from engine.models.verify import cancellable_sha256, git_sha1_of
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError

_SPARE_DISK = 100_000_000


@dataclass
class DownloadRun:
    """One download of one entry, while nobody else downloads it; the arguments are those of ``download``."""

    entry: Entry
    store: Store
    context: JobContext
    control: DownloadControl
    progress: DownloadProgress
    token: str | None
    endpoint: str | None
    patience: Patience

    def all_files(self) -> Path:
        """Bring every file that is not there yet, and return their folder; raises as ``download``."""
        self.progress.tell("asking")
        token = self.token or (access_token() if isinstance(self.entry.source, HubSource) else None)
        listing = self._listing(token)
        folder = self.store.model_folder(self.entry, listing.commit)
        here = {file.name: self._blob_here(file, folder) for file in listing.files}
        self.progress.total = sum(file.size or self._announced(file.name) for file in listing.files)
        self.progress.done = sum(self._have(file, here[file.name]) for file in listing.files)
        self.progress.tell("checking_disk")
        self._check_disk()
        self._write_plan(listing, folder)
        checked = [self._one_file(file, here[file.name], folder, token) for file in listing.files]
        if isinstance(self.entry.source, HubSource):
            self._write_ref(self.entry.source, listing.commit)
        write_manifest(self.store.folder, self._manifest(listing, folder, checked))
        with contextlib.suppress(OSError):
            self.store.parts_folder(self.entry.id).rmdir()
        return folder

    def _manifest(self, listing: Listing, folder: Path, files: Iterable[CheckedFile]) -> Manifest:
        inside = folder.relative_to(self.store.folder).as_posix()
        return Manifest(id=self.entry.id, folder=inside, revision=listing.commit, files=tuple(files))

    def _write_plan(self, listing: Listing, folder: Path) -> None:
        planned = (
            CheckedFile(name=file.name, size=file.size or self._announced(file.name), sha256=file.sha256)
            for file in listing.files
        )
        write_unfinished(self.store.folder, self._manifest(listing, folder, planned))

    def _listing(self, token: str | None) -> Listing:
        source = self.entry.source
        if isinstance(source, HubSource):
            return list_files(
                self.entry,
                source,
                token=token,
                endpoint=self.endpoint,
                patience=self.patience,
                check=self.context.check_cancelled,
            )
        assert isinstance(source, AddressSource)
        files = tuple(
            RemoteFile(file.name, source.base + file.name, None if file.inferred else file.size or None, file.sha256)
            for file in self.entry.files
        )
        return Listing(commit="", files=files)

    def _announced(self, name: str) -> int:
        return next((file.size for file in self.entry.files if file.name == name), 0)

    def _part(self, file: RemoteFile) -> Path:
        """The unfinished file. Its name stands for the content, so that a changed file is never continued."""
        known = file.sha256 or file.git_sha1 or hashlib.sha256(file.address.encode()).hexdigest()
        return self.store.parts_folder(self.entry.id) / f"{known}.part"

    def _blob_here(self, file: RemoteFile, folder: Path) -> Path | None:
        """A whole copy that is in the store already, by this or another program."""
        candidates = [folder / file.name]
        if isinstance(self.entry.source, HubSource):
            candidates.insert(0, self._blob(file))
        for path in candidates:
            with contextlib.suppress(OSError):
                if path.is_file() and (file.size is None or path.stat().st_size == file.size):
                    return path
        return None

    def _blob(self, file: RemoteFile) -> Path:
        assert isinstance(self.entry.source, HubSource)
        blobs = self.store.folder / hub_folder_name(self.entry.source.repository) / "blobs"
        return blobs / (file.sha256 or file.git_sha1 or hashlib.sha256(file.address.encode()).hexdigest())

    def _have(self, file: RemoteFile, here: Path | None) -> int:
        try:
            return (here or self._part(file)).stat().st_size
        except OSError:
            return 0

    def _check_disk(self) -> None:
        needed = self.progress.total - self.progress.done
        free = free_space(self.store.folder)
        if needed > 0 and needed + _SPARE_DISK > free:
            raise PortraitsError(
                ErrorCode.DISK_FULL,
                f"{self.entry.title} needs {sized(needed)} more, and {sized(free)} are free in {self.store.folder}.",
                "Free some space, or choose another store folder: portraits-engine models where --set FOLDER.",
                safe="Nothing was downloaded.",
            )

    def _one_file(self, file: RemoteFile, here: Path | None, folder: Path, token: str | None) -> CheckedFile:
        self.progress.file = file.name
        part = self._part(file)
        if here is not None:
            digest = self._digest(file, here)
            if digest is not None:
                self._link(file, here, folder)
                return _checked(file, folder, digest)
            # A damaged copy: the name promises another content, so it has to go.
            self.progress.add(-here.stat().st_size)
            with writing(here):
                here.unlink()
        resumed = self._have(file, None) > 0
        digest = self._fetched(file, part, token)
        if digest is None and resumed:
            # The earlier part may be what is wrong; one whole try decides.
            self.context.note(f"{file.name} of {self.entry.title} arrived damaged and is fetched again.")
            self._throw_away(part)
            digest = self._fetched(file, part, token)
        if digest is None:
            self._throw_away(part)
            raise PortraitsError(
                ErrorCode.BAD_MODEL,
                f"{file.name} of {self.entry.title} arrived with a wrong content and was thrown away.",
                "Download it again; if that does not help, look at its page or use another network.",
                safe="The other files are kept.",
            )
        self._move_in(file, part, folder)
        return _checked(file, folder, digest)

    def _fetched(self, file: RemoteFile, part: Path, token: str | None) -> str | None:
        """Fetch the rest of a file and return its SHA-256, or None when the content is not the promised one."""
        while True:
            with contextlib.suppress(Interrupted):
                fetch(
                    self.entry,
                    file,
                    part,
                    token=token if isinstance(self.entry.source, HubSource) else None,
                    on_bytes=self.progress.add,
                    check=self._check,
                    patience=self.patience,
                )
                return self._digest(file, part)
            self._wait_while_paused()

    def _check(self) -> None:
        self.context.check_cancelled()
        self.progress.tick()
        if self.control.paused:
            raise Interrupted

    def _wait_while_paused(self) -> None:
        self.progress.tell("paused")
        while not self.control.wait(0.1):
            self.context.check_cancelled()

    def _digest(self, file: RemoteFile, path: Path) -> str | None:
        """The file's SHA-256 when it is what the source promised, else None."""
        self.progress.tell("checking")
        if file.size is not None and path.stat().st_size != file.size:
            return None
        if file.git_sha1 and git_sha1_of(path) != file.git_sha1:
            return None
        digest = cancellable_sha256(path, self.context)
        return None if file.sha256 and digest != file.sha256 else digest

    def _throw_away(self, part: Path) -> None:
        self.progress.add(-part.stat().st_size)
        part.unlink()

    def _move_in(self, file: RemoteFile, part: Path, folder: Path) -> None:
        version_path(part).unlink(missing_ok=True)
        if not isinstance(self.entry.source, HubSource):
            target = folder / file.name
            make_folder(target.parent)
            with writing(target):
                part.replace(target)
            return
        blob = self._blob(file)
        make_folder(blob.parent)
        with writing(blob):
            part.replace(blob)
        self._link(file, blob, folder)

    def _link(self, file: RemoteFile, blob: Path, folder: Path) -> None:
        """Show a blob under its name in the snapshot, as every program that shares the cache expects."""
        name = folder / file.name
        if name == blob or (name.exists() and name.samefile(blob)):
            return
        make_folder(name.parent)
        with writing(name):
            name.unlink(missing_ok=True)
            try:
                name.symlink_to(os.path.relpath(blob, name.parent))
            except OSError:
                # Windows without developer mode, or a disk without links: the file itself goes there.
                blob.replace(name)

    def _write_ref(self, source: HubSource, commit: str) -> None:
        if source.revision == commit:
            return
        ref = self.store.folder / hub_folder_name(source.repository) / "refs" / source.revision
        make_folder(ref.parent)
        with writing(ref):
            ref.write_text(commit, "ascii")


def _checked(file: RemoteFile, folder: Path, digest: str) -> CheckedFile:
    status = (folder / file.name).stat()
    return CheckedFile(name=file.name, size=status.st_size, sha256=digest, modified=status.st_mtime_ns)
