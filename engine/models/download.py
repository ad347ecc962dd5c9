"""Getting a model: only the files it needs, resumable, checked, and marked installed only when every hash was right."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from engine.media.files import make_folder, unwritable
from engine.models.catalog import AddressSource, Entry, HubSource
from engine.models.download_progress import DownloadControl, DownloadProgress
from engine.models.download_run import DownloadRun
from engine.models.manifest import FOLDER
from engine.models.retry import DEFAULT_PATIENCE, Patience
from engine.models.store import Store
from engine.protocol.context import JobContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.models import DownloadState


def download(
    entry: Entry,
    store: Store,
    context: JobContext,
    *,
    control: DownloadControl | None = None,
    on_state: Callable[[DownloadState], None] | None = None,
    accept_licence: bool = False,
    token: str | None = None,
    endpoint: str | None = None,
    patience: Patience = DEFAULT_PATIENCE,
) -> Path:
    """Bring a model into the store, going on where an earlier download stopped.

    Args:
        entry: what to get.
        store: where to.
        context: told the megabytes; cancelling works within a tenth of a second and keeps what has arrived.
        control: pauses and resumes.
        on_state: told the bytes and phases.
        accept_licence: the person accepts the licence with this call.
        token: for the hub; the stored one by default.
        endpoint: another hub, for tests and mirrors.
        patience: how long to wait for the server.

    Returns:
        The folder with the files.

    Raises:
        PortraitsError: NOT_AVAILABLE (offline, part of the installation), USAGE (licence not accepted), DISK_FULL,
            NETWORK, MODEL_MISSING, BAD_MODEL, CANNOT_WRITE. The store never lists what is not whole and right.
        Cancelled: what has arrived is kept.
    """
    _may_be_fetched(entry, store, accept_licence)
    place = store.place_of(entry)
    if place.condition == "installed":
        context.note(f"{entry.title} is installed already.")
        return place.folder
    progress = DownloadProgress(entry, context, on_state)
    try:
        with _alone(entry, store):
            run = DownloadRun(entry, store, context, control or DownloadControl(), progress, token, endpoint, patience)
            folder = run.all_files()
    except Cancelled:
        progress.tell("cancelled")
        raise
    except PortraitsError as error:
        progress.tell("failed", error.failure)
        raise
    except OSError as error:
        # The disk of the store is gone or refuses.
        failed = unwritable(store.folder, error)
        progress.tell("failed", failed.failure)
        raise failed from error
    progress.tell("done")
    return folder


@contextlib.contextmanager
def _alone(entry: Entry, store: Store) -> Iterator[None]:
    """Let one process at a time download a model; a killed one lets go by itself."""
    path = store.folder / FOLDER / f"{entry.id}.lock"
    make_folder(path.parent)
    lock = FileLock(path, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise PortraitsError(
            ErrorCode.NOT_AVAILABLE,
            f"{entry.title} is being downloaded already, by this or another window or command.",
            "Wait for it, or stop it there.",
        ) from None
    try:
        yield
    finally:
        lock.release()


def _may_be_fetched(entry: Entry, store: Store, accept_licence: bool) -> None:
    if not isinstance(entry.source, HubSource | AddressSource):
        raise PortraitsError(
            ErrorCode.NOT_AVAILABLE,
            f"{entry.title} cannot be downloaded: it is {entry.where_from}.",
            "Add the folder it lies in: portraits-engine models add FOLDER.",
        )
    if store.offline:
        raise PortraitsError(
            ErrorCode.NOT_AVAILABLE,
            f"Offline mode is on, so {entry.title} was not downloaded; nothing was asked of the network.",
            "Allow downloads first, or add a folder that has it: portraits-engine models add FOLDER.",
        )
    if entry.must_accept and not accept_licence and entry.id not in store.accepted:
        page = f" ({entry.licence_url})" if entry.licence_url else ""
        raise PortraitsError(
            ErrorCode.USAGE,
            f"{entry.title} comes under this licence: {entry.licence}{page}.",
            "Read it, then pass --accept-licence.",
        )
