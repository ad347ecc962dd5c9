"""Pictures in and out. Everywhere a picture is uint8 (height, width, 4) RGBA, sRGB, straight alpha, upright."""

import re
from collections.abc import Sequence
from pathlib import Path

from engine.media.files import unreadable
from engine.media.fit import Fit, fit_picture, parse_colour, resize_picture
from engine.media.picture_reader import PIXEL_LIMIT, read_picture
from engine.media.picture_writer import write_picture
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

__all__ = [
    "PIXEL_LIMIT",
    "SUFFIXES",
    "Fit",
    "fit_picture",
    "list_pictures",
    "natural_key",
    "parse_colour",
    "read_picture",
    "resize_picture",
    "write_picture",
]

SUFFIXES = frozenset(
    f".{name}"
    for name in (
        *("png", "apng", "jpg", "jpeg", "jpe", "jfif", "jp2", "webp", "tif", "tiff"),
        *("bmp", "dib", "gif", "ppm", "pgm", "heic", "heif", "hif", "avif"),
    )
)
"""The file names that count as pictures inside a folder."""

_LIST_LIMIT = 100_000


def list_pictures(inputs: Sequence[Path]) -> list[Path]:
    """List the pictures that files and folders name, in the order given; a folder's pictures in natural order.

    Hidden files, other files and sub-folders of a folder are passed over. A file that is named itself is taken whatever
    its suffix.

    Raises:
        PortraitsError: USAGE without inputs, MISSING_INPUT, or BAD_INPUT for a folder without pictures.
    """
    if not inputs:
        raise PortraitsError(ErrorCode.USAGE, "No picture was named.", "Name picture files, or a folder with pictures.")
    found: list[Path] = []
    for path in inputs:
        found.extend(_in_folder(path) if path.is_dir() else [_existing(path)])
        if len(found) > _LIST_LIMIT:
            raise PortraitsError(
                ErrorCode.BAD_INPUT,
                f"{quoted(path)} brings the list over {_LIST_LIMIT} pictures.",
                "Take fewer at a time.",
            )
    return found


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key that puts anna-2 before anna-10, without regard to upper and lower case."""
    parts = re.split(r"([0-9]+)", name.casefold())
    return (*((0, int(part), part) if index % 2 else (1, 0, part) for index, part in enumerate(parts)), (2, 0, name))


def _existing(path: Path) -> Path:
    try:
        path.stat()
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    return path


def _in_folder(folder: Path) -> list[Path]:
    try:
        entries = list(folder.iterdir())
    except OSError as error:
        raise unreadable(folder, error) from error
    pictures = [
        entry
        for entry in entries
        if entry.suffix.lower() in SUFFIXES and not entry.name.startswith(".") and entry.is_file()
    ]
    if not pictures:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"{quoted(folder)} holds no pictures.",
            "Choose a folder with PNG, JPEG, WebP, TIFF, BMP, GIF or HEIF files.",
        )
    return sorted(pictures, key=lambda entry: natural_key(entry.name))
