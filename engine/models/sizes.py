"""Sizes in words, and the room on a disk."""

import shutil
from pathlib import Path


def free_space(folder: Path) -> int:
    """Return the free bytes of the disk that holds a folder or will hold it, 0 when that cannot be told."""
    for place in (folder, *folder.parents):
        try:
            return shutil.disk_usage(place).free
        except OSError:
            continue
    return 0


def sized(count: float) -> str:
    """A size for people: ``6.6 GB``."""
    for unit in ("bytes", "KB", "MB"):
        if count < 1000:
            return f"{count:.0f} {unit}"
        count /= 1000
    return f"{count:.1f} GB" if count < 1000 else f"{count / 1000:.1f} TB"
