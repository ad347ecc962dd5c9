"""Which files an import takes."""

import os
from collections.abc import Iterator
from pathlib import Path

MAX_FILES = 20_000
"""More files than this are not taken at once."""

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".gif", ".apng", ".heic", ".heif", ".avif")
MOVIES = (".mp4", ".mov", ".mkv", ".m4v", ".webm", ".avi")
SOUNDS = (".wav", ".mp3", ".flac", ".ogg", ".opus", ".m4a", ".aac")
MOTIONS = (".npz", ".bvh", ".pkl", ".pickle")
SUFFIXES = frozenset((*PICTURES, *MOVIES, *SOUNDS, *MOTIONS))
"""What is taken out of a dropped folder; a file that is dropped by itself is always looked at."""


def list_files(paths: tuple[Path, ...]) -> Iterator[Path]:
    """Yield files, and those below folders that look like media, in order of their names. Hidden ones are left out."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, below, names in os.walk(path):
            below[:] = sorted(name for name in below if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                    yield Path(folder, name)
