"""The rows that a search of the gallery found; their items are read in chunks when they are looked at."""

from collections import OrderedDict
from pathlib import Path

from msgspec.structs import replace

from desktop.state.gallery_index import Found, GalleryIndex
from desktop.state.gallery_item import GalleryItem

_CHUNK = 128
_CHUNKS_KEPT = 64


class GalleryRows:
    """Keeps the items that were looked at last."""

    def __init__(self) -> None:
        self.found = Found.empty()
        self._index: GalleryIndex | None = None
        self._chunks: OrderedDict[int, dict[int, GalleryItem]] = OrderedDict()

    def show(self, found: Found, index: GalleryIndex | None) -> None:
        """Hold what was found in an index."""
        self.found, self._index = found, index
        self.forget()

    def forget(self) -> None:
        """Read every item again when it is looked at: files have gone or come back."""
        self._chunks.clear()

    def item(self, row: int) -> GalleryItem | None:
        """Return the item in a row; None past the end."""
        if not 0 <= row < len(self.found.rows):
            return None
        start = row - row % _CHUNK
        chunk = self._chunks.get(start)
        return (chunk if chunk is not None else self._read(start)).get(row)

    def _read(self, start: int) -> dict[int, GalleryItem]:
        rows = self.found.rows[start : start + _CHUNK]
        known = self._index.items(rows) if self._index is not None else {}
        chunk = {
            start + offset: replace(
                known[row],
                stack_size=self.found.sizes[start + offset],
                missing=not Path(known[row].path).exists(),
            )
            for offset, row in enumerate(rows)
            if row in known
        }
        self._chunks[start] = chunk
        while len(self._chunks) > _CHUNKS_KEPT:
            self._chunks.popitem(last=False)
        return chunk
