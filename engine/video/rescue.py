"""Keeps the frames of a shot that could not be written, so that it only has to be written when it is run again."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from engine.media.files import atomic_output
from engine.protocol.errors import PortraitsError
from engine.protocol.folders import cache_folder
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.jobs.video import VideoJob
from engine.protocol.values import to_json

Rgb = NDArray[np.uint8]

_MOST_KEPT = 3
_in_memory: dict[str, Rgb] = {}


def folder() -> Path:
    """Return where frames are kept."""
    return cache_folder() / "shots"


def key_of(job: VideoJob, hashes: Mapping[str, str]) -> str:
    """Return what the frames of a job depend on, as a hash: everything but how and where they are written.

    Args:
        job: settled.
        hashes: path -> SHA-256 of the files that it reads.
    """
    frames_only = replace(
        job,
        output="-",
        encode=EncodeSettings(),
        overwrite=False,
        keep_movie=True,
        keep_partial=False,
        last_frame=True,
    )
    found = hashlib.sha256(to_json(frames_only))
    for path in sorted(hashes):
        found.update(hashes[path].encode())
    return found.hexdigest()


def keep(key: str, frames: Sequence[Rgb]) -> bool:
    """Keep frames on the disk that holds the cache, or in the memory of this process when that is full too.

    Args:
        key: see :func:`key_of`.
        frames: uint8 (n, height, width, 3) each, in order.

    Returns:
        True when they are on a disk and outlast this process.
    """
    whole = np.concatenate(list(frames))
    path = folder() / f"{key}.npy"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_output(path, overwrite=True) as temporary, temporary.open("wb") as file:
            np.save(file, whole, allow_pickle=False)
    except (OSError, PortraitsError):
        _in_memory.clear()
        _in_memory[key] = whole
        return False
    _drop_oldest()
    return True


def kept(key: str, width: int, height: int) -> Rgb | None:
    """Return kept frames, uint8 (n, height, width, 3), or None."""
    if key in _in_memory:
        return _in_memory[key]
    try:
        frames = np.load(folder() / f"{key}.npy", mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    fits = frames.dtype == np.uint8 and frames.ndim == 4 and frames.shape[1:] == (height, width, 3)
    return frames if fits and len(frames) else None


def drop(key: str) -> None:
    """Forget the frames of a shot that is written."""
    _in_memory.pop(key, None)
    (folder() / f"{key}.npy").unlink(missing_ok=True)


def _drop_oldest() -> None:
    files = sorted(folder().glob("*.npy"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[_MOST_KEPT:]:
        path.unlink(missing_ok=True)
