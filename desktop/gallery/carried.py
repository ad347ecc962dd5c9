"""What is dragged out of the gallery: files for other programs, and which results they are for our own panes."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from desktop.state.gallery_item import GalleryItem

_IDS = "application/x-portraits-results"


def carry(items: Sequence[GalleryItem]) -> QMimeData | None:
    """Return items as files, or None when none of their files is there."""
    present = [item for item in items if not item.missing]
    if not present:
        return None
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(Path(item.path))) for item in present])
    data.setData(_IDS, "\n".join(item.item_id for item in items).encode())
    if len(items) == 1 and items[0].kind == "picture":
        data.setText(items[0].prompt or items[0].title)
    return data


def carried_ids(data: QMimeData) -> tuple[str, ...]:
    """Return the ids of the results of this project that are dragged; () for anything else."""
    return tuple(bytes(data.data(_IDS).data()).decode().splitlines()) if data.hasFormat(_IDS) else ()
