"""A gallery of 25 000 entries: indexing, opening, searching, scrolling."""

import hashlib
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.state.document import Document
from desktop.state.gallery import GalleryModel
from desktop.state.gallery_item import GalleryFilter
from desktop.state.sessions import Sessions
from engine.project import store
from engine.project.media import MediaItem, StoredInfo
from engine.project.schema import Project
from engine.protocol.recipe import Recipe

pytestmark = pytest.mark.benchmark

_COUNT = 25_000
_WORDS = ("portrait", "fisherman", "harbour", "night", "red", "cap", "window", "light", "smile", "old", "rain", "ink")


def _items() -> tuple[MediaItem, ...]:
    chance = random.Random(7)
    items = []
    for number in range(_COUNT):
        sha256 = hashlib.sha256(str(number).encode()).hexdigest()
        prompt = " ".join(chance.choices(_WORDS, k=12)) + f" {number // 4}"
        job = {"kind": "image", "prompt": prompt, "seed": number, "model": chance.choice(("sdxl-turbo", "flux"))}
        items.append(
            MediaItem(
                id=f"i{number}",
                kind="picture",
                path=f"{sha256}.png",
                sha256=sha256,
                size=1000,
                info=StoredInfo(kind="picture", format="png", width=1024, height=1024),
                name=f"Portrait {number}",
                recipe=Recipe(job=job),
                rating=chance.randrange(6),
            )
        )
    return tuple(items)


def _timed(what: str, work: Callable[[], Any], wanted: str = "") -> float:
    before = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - before
    print(f"{what:<52} {seconds * 1000:8.1f} ms   {result if result is not None else ''}   {wanted}")
    return seconds


def test_twenty_five_thousand_entries(qapp: QCoreApplication, qtbot: Any, tmp_path: Path) -> None:
    path = tmp_path / "large.portraits"
    store.save(Project(media=_items()), path)
    document = Document(Sessions(tmp_path / "data"))
    document.open(path)
    print()

    def index() -> None:
        gallery = GalleryModel(document, tmp_path / "index")
        qtbot.waitUntil(lambda: gallery.rowCount() > 0, timeout=120_000)
        gallery.close()

    _timed("indexing, the first time, in the background", index)
    galleries: list[GalleryModel] = []

    def open_it() -> int:
        galleries.append(GalleryModel(document, tmp_path / "index"))
        qtbot.waitUntil(lambda: galleries[0].rowCount() > 0, timeout=60_000)
        galleries[0].items(0, 40)
        return galleries[0].rowCount()

    _timed("opening after indexing, first 40 rows read", open_it, "wanted: under 1000")
    gallery = galleries[0]
    qtbot.waitUntil(lambda: gallery._indexer is None, timeout=60_000)
    assert gallery.rowCount() == _COUNT // 4 or gallery.rowCount() == _COUNT

    def show(**fields: Any) -> int:
        gallery.set_filter(GalleryFilter(**fields))
        gallery.items(0, 40)
        return gallery.rowCount()

    _timed("everything, not stacked", lambda: show(stacked=False))
    assert gallery.rowCount() == _COUNT
    _timed('search "fish"', lambda: show(text="fish", stacked=False))
    _timed('search "fisherman red 12"', lambda: show(text="fisherman red 12", stacked=False))
    _timed("four stars or more, by rating", lambda: show(rating=4, order="rating", stacked=False))
    show(stacked=False)
    longest = 0.0
    before = time.perf_counter()
    for row in range(0, _COUNT - 60, 12):
        step = time.perf_counter()
        gallery.items(row, row + 60)
        longest = max(longest, time.perf_counter() - step)
    frames = len(range(0, _COUNT - 60, 12))
    mean = (time.perf_counter() - before) / frames * 1000
    print(
        f"scrolling through everything, 12 rows a frame: {mean:.2f} ms a frame, longest {longest * 1000:.1f}; "
        "a frame at 60 per second has 16.7 ms"
    )
    shown = gallery.item(100)
    assert shown is not None
    _timed("rating one item, until the gallery shows it", lambda: gallery.rate((shown.item_id,), 5 - shown.rating))
    rated = gallery.item(gallery.row_of(shown.item_id))
    assert rated is not None
    assert rated.rating == 5 - shown.rating
    _timed("saving the project", document.save)
    gallery.close()
    document.close()
