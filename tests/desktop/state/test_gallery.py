"""The gallery's model: rows by range, filters, changes through the document."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.state import media_edits
from desktop.state.document import Document
from desktop.state.gallery import COLUMNS, GalleryModel, ItemRole
from desktop.state.gallery_item import GalleryFilter, GalleryItem
from tests.desktop.state.conftest import Heard
from tests.desktop.state.media import media_item, write_file
from tests.helpers.waiting import LIMIT


@pytest.fixture
def gallery(document: Document, tmp_path: Path) -> Iterator[GalleryModel]:
    gallery = GalleryModel(document, tmp_path / "index")
    tester = QAbstractItemModelTester(gallery, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield gallery
    gallery.close()
    tester.deleteLater()


def _add(document: Document, *names: str, **more: Any) -> None:
    document.apply("Add", partial(media_edits.add, items=[media_item(name, **more) for name in names]))


def _names(gallery: GalleryModel) -> list[str]:
    return [item.item_id for item in gallery.items(0, gallery.rowCount())]


def test_an_empty_project_has_an_empty_gallery(gallery: GalleryModel) -> None:
    assert gallery.rowCount() == 0
    assert gallery.item(0) is None
    assert gallery.counts() == {}


def test_it_follows_the_document(gallery: GalleryModel, document: Document) -> None:
    heard = Heard(counts=gallery.contents_changed)
    _add(document, "a", "b")
    assert sorted(_names(gallery)) == ["a", "b"]
    assert heard.of("counts") == [{"picture": 2}]
    document.undo.undo()
    assert _names(gallery) == []


def test_edits_of_the_film_do_not_touch_it(gallery: GalleryModel, document: Document) -> None:
    _add(document, "a")
    heard = Heard(counts=gallery.contents_changed)
    document.set_title("Six faces")
    assert heard.events == []


def test_rows_columns_and_the_role_give_the_same_item(gallery: GalleryModel, document: Document) -> None:
    job = {"kind": "image", "prompt": "A fisherman", "seed": 7, "model": "sdxl-turbo"}
    _add(document, "a", job=job, rating=4)
    assert gallery.columnCount() == len(COLUMNS)
    item = gallery.index(0, 0).data(ItemRole)
    assert isinstance(item, GalleryItem)
    assert gallery.index(0, 5).data(ItemRole) == item
    shown = {name: gallery.index(0, column).data() for column, name in enumerate(COLUMNS)}
    assert shown["prompt"] == "A fisherman"
    assert shown["seed"] == "7"
    assert shown["size"] == "64 × 48"
    assert shown["rating"] == "★★★★"
    assert gallery.headerData(0, Qt.Orientation.Horizontal) == "Name"
    assert gallery.data(QModelIndex()) is None


def test_only_what_is_looked_at_is_read(
    gallery: GalleryModel, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(document, *(f"{number:03}" for number in range(399)))
    assert gallery._index is not None
    reads: list[int] = []
    original = gallery._index.items
    monkeypatch.setattr(gallery._index, "items", lambda rows: reads.append(len(rows)) or original(rows))
    gallery.set_filter(GalleryFilter(order="oldest"))
    gallery.items(300, 310)
    gallery.items(305, 320)
    # One chunk for these rows, and one for the first row, which Qt's model tester looks at.
    assert sum(reads) <= 2 * 128


def test_filters_search_and_boards(gallery: GalleryModel, document: Document) -> None:
    _add(document, "anna", "berta", "carla")
    heard = Heard(filter=gallery.filter_changed)
    gallery.set_filter(GalleryFilter(text="ber"))
    gallery.set_filter(GalleryFilter(text="ber"))
    assert _names(gallery) == ["berta"]
    assert len(heard.events) == 1
    gallery.add_board("Best of", ("carla", "anna"))
    (board,) = gallery.boards()
    gallery.take_off_board(board.id, ("anna",))
    gallery.put_on_board(board.id, ("berta", "carla"))
    (board,) = gallery.boards()
    assert board.items == ("carla", "berta")
    gallery.set_filter(GalleryFilter(items=board.items))
    assert set(_names(gallery)) == {"berta", "carla"}
    gallery.rename_board(board.id, "Seen")
    assert gallery.boards()[0].name == "Seen"
    gallery.remove_board(board.id)
    assert gallery.boards() == ()
    assert len(document.project.media) == 3


def test_ratings_marks_and_rejecting_can_be_undone(gallery: GalleryModel, document: Document) -> None:
    _add(document, "a", "b", "c")
    gallery.rate(("a", "b"), 5)
    gallery.mark(("a",), "green")
    gallery.reject(("c",))
    items = {item.item_id: item for item in gallery.items(0, 10)}
    assert set(items) == {"a", "b"}
    assert (items["a"].rating, items["a"].mark, items["b"].rating) == (5, "green", 5)
    for _ in range(3):
        document.undo.undo()
    items = {item.item_id: item for item in gallery.items(0, 10)}
    assert {name: (item.rating, item.mark) for name, item in items.items()} == dict.fromkeys("abc", (0, ""))


def test_renaming_and_removing(gallery: GalleryModel, document: Document) -> None:
    _add(document, "a", "b")
    gallery.rename("a", "Two\nlines ")
    assert gallery.item(gallery.row_of("a")) is not None
    assert document.project.media[0].name == "Two lines"
    gallery.remove(("a",))
    assert _names(gallery) == ["b"]
    assert gallery.row_of("a") == -1


def test_a_file_that_is_gone_is_marked(gallery: GalleryModel, document: Document) -> None:
    here, gone = media_item("here"), media_item("gone")
    write_file(document.path, here)
    document.apply("Add", partial(media_edits.add, items=(here, gone)))
    assert {item.item_id: item.missing for item in gallery.items(0, 10)} == {"here": False, "gone": True}


def test_many_items_are_indexed_in_the_background(gallery: GalleryModel, document: Document, qtbot: Any) -> None:
    heard = Heard(indexing=gallery.indexing)
    _add(document, *(f"{number:04}" for number in range(1500)))
    assert heard.of("indexing") == [True]
    _add(document, "later")
    qtbot.waitUntil(lambda: gallery.rowCount() == 1501, timeout=LIMIT * 1000)
    assert heard.of("indexing") == [True, False]
    assert gallery.counts() == {"picture": 1501}


def test_opening_another_project_shows_that_one(gallery: GalleryModel, document: Document) -> None:
    _add(document, "a")
    document.new()
    assert _names(gallery) == []


def test_what_is_selected_stays_selected_when_results_arrive_and_are_rated(
    gallery: GalleryModel, document: Document
) -> None:
    for day, name in enumerate("abc"):
        item = media_item(name)
        os.utime(write_file(document.path, item), (day * 86400, day * 86400))
        document.apply("Add", partial(media_edits.add, items=(item,)))
    selection = QItemSelectionModel(gallery)
    selection.select(gallery.index(gallery.row_of("b"), 0), QItemSelectionModel.SelectionFlag.Select)
    newest = media_item("newest")
    write_file(document.path, newest)
    document.apply("Add", partial(media_edits.add, items=(newest,)))
    gallery.rate(("a", "b"), 4)
    assert [index.data(ItemRole).item_id for index in selection.selectedIndexes()] == ["b"]
    assert selection.selectedIndexes()[0].data(ItemRole).rating == 4
    assert _names(gallery) == ["newest", "c", "b", "a"]
