"""One file from a server to disk, going on where an earlier try stopped.

huggingface_hub 2 gave up resuming (its temporary names are unique and removed on failure), so the transfer itself is
here; the session, its offline switch, its headers and its errors are huggingface_hub's.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2  # the HTTP library of huggingface_hub 2
from huggingface_hub import get_session
from huggingface_hub.errors import OfflineModeIsEnabled
from huggingface_hub.utils import build_hf_headers, hf_raise_for_status  # type: ignore[attr-defined]

from engine.media.files import make_folder, writing
from engine.models.catalog import Entry
from engine.models.hub import RemoteFile
from engine.models.retry import DEFAULT_PATIENCE, Patience, explained, wait_after
from engine.models.waiting import pause, stream
from engine.protocol.errors import ErrorCode, PortraitsError

_MAX_SIZE = 200_000_000_000
_NOWHERE = -1


class Interrupted(Exception):  # noqa: N818 - not an error: a pause
    """Raised by ``check`` to close the connection and keep what has arrived."""


def fetch(
    entry: Entry,
    file: RemoteFile,
    part: Path,
    *,
    token: str | None,
    on_bytes: Callable[[int], None],
    check: Callable[[], None],
    patience: Patience = DEFAULT_PATIENCE,
) -> None:
    """Complete ``part`` with the bytes of a remote file.

    Args:
        entry: whose file it is, for words.
        file: the file; when its size is known nothing longer is accepted.
        part: what has arrived so far, by this or an earlier process. When no hash of the file is known it is continued
            only while the server says that the file is still the same.
        token: sent to the hub only.
        on_bytes: told how many bytes arrived, negative when some had to be thrown away.
        check: raises when the person cancelled or paused; called at least ten times a second.
        patience: how long to wait.

    Raises:
        PortraitsError: NETWORK, MODEL_MISSING, BAD_MODEL, DISK_FULL or CANNOT_WRITE. What arrived is kept.
    """
    fruitless = 0
    make_folder(part.parent)
    with writing(part):
        part.touch()
    while True:
        check()
        before = part.stat().st_size
        if file.size is not None and before == file.size:
            return
        try:
            if _receive(entry, file, part, before, token, on_bytes, check, patience) and file.size is None:
                return
            error: Exception | None = None
        except (httpx2.HTTPError, OfflineModeIsEnabled) as failure:
            error = failure
        arrived = part.stat().st_size if part.exists() else 0
        if file.size is not None and arrived == file.size:
            return
        fruitless = 0 if arrived > before else fruitless + 1
        wait = patience.first_wait if error is None else wait_after(error, fruitless, patience)
        if wait is None or fruitless >= patience.tries:
            last = error or httpx2.RemoteProtocolError("the file ended early")
            raise explained(last, entry, "What has arrived is kept." if arrived else "") from error
        pause(wait, check)


def _receive(
    entry: Entry,
    file: RemoteFile,
    part: Path,
    offset: int,
    token: str | None,
    on_bytes: Callable[[int], None],
    check: Callable[[], None],
    patience: Patience,
) -> bool:
    """Run one request; return True when the server sent everything it announced."""
    headers = build_hf_headers(token=token or False) | {"Accept-Encoding": "identity"}
    version = version_path(part)
    if offset:
        headers["Range"] = f"bytes={offset}-"
        if not (file.sha256 or file.git_sha1):
            # The server then sends the whole file when it is another one meanwhile; "" never matches.
            headers["If-Range"] = _read_version(version) or '""'
    timeout = httpx2.Timeout(patience.connect, read=patience.stall)

    def receive() -> Iterator[int | bytes]:
        """Yield where the body starts in the file, then its bytes as they arrive."""
        with get_session().stream("GET", file.address, headers=headers, timeout=timeout) as response:
            if response.status_code == 416:
                yield _NOWHERE
                return
            hf_raise_for_status(response)
            _write_version(version, response)
            yield _range_start(response)
            yield from response.iter_bytes()

    with contextlib.closing(stream(receive, check)) as body:
        start = next(body)
        if start != offset:
            _start_over(part, offset, on_bytes)
            if start != 0:
                return False
        _append(entry, file, part, body, on_bytes)
    return True


def _append(
    entry: Entry, file: RemoteFile, part: Path, body: Iterator[int | bytes], on_bytes: Callable[[int], None]
) -> None:
    """Write the blocks of a response behind what is there, never beyond the announced size."""
    limit = _MAX_SIZE if file.size is None else file.size
    with writing(part), part.open("ab") as target:
        for block in body:
            assert isinstance(block, bytes)
            if target.tell() + len(block) > limit:
                raise PortraitsError(
                    ErrorCode.BAD_MODEL,
                    f"The server sends more than the announced {limit} bytes of {file.name} of {entry.title}.",
                    "Try again later; look at its page.",
                )
            target.write(block)
            # Handed to the system at once, so that a kill loses nothing.
            target.flush()
            on_bytes(len(block))
        os.fsync(target.fileno())


def version_path(part: Path) -> Path:
    """Where the server's name for the version of an unfinished file is kept."""
    return part.with_suffix(".version")


def _read_version(path: Path) -> str:
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return path.read_text("ascii")
    return ""


def _write_version(path: Path, response: httpx2.Response) -> None:
    """Keep the ETag, or the date of a server that gives none; a weak ETag does not promise the same bytes."""
    tag = response.headers.get("ETag", "")
    version = tag if tag.startswith('"') else response.headers.get("Last-Modified", "")
    with writing(path):
        path.write_text(version if version.isascii() else "", "ascii")


def _range_start(response: httpx2.Response) -> int:
    """Where the body starts in the file: 0 when the server ignored the wish for a part."""
    if response.status_code != 206:
        return 0
    start = response.headers.get("Content-Range", "").removeprefix("bytes ").partition("-")[0]
    return int(start) if start.isdigit() else _NOWHERE


def _start_over(part: Path, had: int, on_bytes: Callable[[int], None]) -> None:
    with writing(part), part.open("r+b") as target:
        target.truncate(0)
    on_bytes(-had)
