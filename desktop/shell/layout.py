"""The arrangement of the window on the disk: geometry, docks, work area. A damaged file counts as none."""

import base64
import logging
from pathlib import Path

import msgspec

log = logging.getLogger(__name__)

VERSION = 1
_LONGEST = 256 * 1024


class SavedLayout(msgspec.Struct, frozen=True):
    """``geometry`` and ``docks`` are Qt's own state as base64, the latter by work area."""

    version: int = VERSION
    geometry: str = ""
    docks: dict[str, str] = {}
    area: str = "film"
    panel: str = "morph"
    thumbnail_side: int = 75


def read_layout(path: Path) -> SavedLayout:
    """Return the saved layout, or the standard one."""
    try:
        if path.stat().st_size > _LONGEST:
            raise ValueError("the file is too long")
        layout = msgspec.json.decode(path.read_bytes(), type=SavedLayout)
    except FileNotFoundError:
        return SavedLayout()
    except (OSError, ValueError, msgspec.DecodeError) as error:
        log.warning("the layout of the window was left out: %s", error)
        return SavedLayout()
    return layout if layout.version == VERSION else SavedLayout()


def write_layout(path: Path, layout: SavedLayout) -> None:
    """Keep a layout; a disk that refuses costs the arrangement and nothing else."""
    beside = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(msgspec.json.encode(layout))
        beside.replace(path)
    except OSError as error:
        log.warning("the layout of the window was not kept: %s", error)


def to_text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def from_text(text: str) -> bytes:
    """Return the bytes of a saved state; empty when the text is none."""
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return b""
