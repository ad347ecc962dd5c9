"""Media items for tests of the gallery and of the document."""

import hashlib
from pathlib import Path
from typing import Any

from engine.project.folder import media_folder
from engine.project.media import FILE_KINDS, MediaItem, StoredInfo
from engine.protocol.recipe import Recipe


def media_item(item_id: str, kind: Any = "picture", *, job: dict[str, Any] | None = None, **more: Any) -> MediaItem:
    """Return an item; ``job`` makes it a result of that job."""
    sha256 = hashlib.sha256(item_id.encode()).hexdigest()
    width, height = (more.pop("width", 64), more.pop("height", 48)) if FILE_KINDS[kind] != "sound" else (0, 0)
    duration = 0.0 if kind == "picture" else 2.5
    return MediaItem(
        id=item_id,
        kind=kind,
        path=f"{sha256}.bin",
        sha256=sha256,
        size=10,
        info=StoredInfo(kind=FILE_KINDS[kind], format="x", width=width, height=height, duration=duration),
        name=more.pop("name", item_id),
        recipe=Recipe(job=job) if job is not None else None,
        **more,
    )


def write_file(project_path: Path, item: MediaItem) -> Path:
    """Make the item's file in the media folder."""
    path = media_folder(project_path) / item.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"0123456789")
    return path
