"""The gallery's index: search, filters, stacks, staying in step with the project."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.state.gallery_index import GalleryIndex, fts_query, open_index
from desktop.state.gallery_item import GalleryFilter, Order
from engine.project.media import MediaItem
from tests.desktop.state.media import media_item, write_file

_EVERYTHING = GalleryFilter(rejected=None, stacked=False, order="oldest")


def _picture(name: str, prompt: str, seed: int, model: str = "sdxl-turbo", **more: object) -> MediaItem:
    job = {"kind": "image", "prompt": prompt, "seed": seed, "model": model, "output": f"{name}.png", "steps": 4}
    job.update(more.pop("job", {}))  # type: ignore[call-overload]
    return media_item(name, job=job, **more)


_STYLES = {"loras": [{"source": {"path": "/loras/ink.safetensors"}}, {"source": {"path": "x"}, "name": "oil"}]}

ITEMS = (
    _picture("anna 1", "A fisherman with a red cap, harbour", 1, rating=3),
    _picture("anna 2", "A fisherman with a red cap, harbour", 2),
    _picture("night", "Zürich bei Nacht", 3, model="flux", rating=5, colour_mark="red", width=2048, height=1024),
    _picture("style", "A fishmonger", 4, job=_STYLES),
    media_item("imported", name="Großmutter.jpg", rejected=True),
    media_item("line 1", "voice", job={"kind": "voice", "text": "Hello harbour", "seed": 9}),
    media_item("dance", "motion", colour_mark="blue"),
)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[GalleryIndex]:
    index = open_index(tmp_path / "index", tmp_path / "film.portraits")
    for day, item in enumerate(ITEMS):
        os.utime(write_file(tmp_path / "film.portraits", item), (day * 86400, day * 86400))
    index.sync(ITEMS, tmp_path / "film.portraits")
    yield index
    index.close()


def _names(index: GalleryIndex, wanted: GalleryFilter) -> list[str]:
    rows = index.search(wanted).rows
    items = index.items(rows)
    return [items[row].item_id for row in rows]


def _found(index: GalleryIndex, **fields: object) -> set[str]:
    return set(_names(index, msgspec.structs.replace(_EVERYTHING, **fields)))


def test_an_item_comes_back_with_its_facts(index: GalleryIndex, tmp_path: Path) -> None:
    row = index.row_of("style")
    assert row is not None
    item = index.items([row])[row]
    assert (item.prompt, item.model, item.seed, item.kind) == ("A fishmonger", "sdxl-turbo", 4, "picture")
    assert item.styles == ("ink", "oil")
    assert Path(item.path).parent == tmp_path / "film media"
    assert item.created == 3 * 86400
    assert not item.imported


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("fisherman", {"anna 1", "anna 2"}),
        ("fish", {"anna 1", "anna 2", "style"}),
        ("cap harb", {"anna 1", "anna 2"}),
        ("HARBOUR", {"anna 1", "anna 2", "line 1"}),
        ("zurich", {"night"}),
        ("großm", {"imported"}),
        ("oil", {"style"}),
        ("flux", {"night"}),
        ("red nothing", set()),
        ('" OR * NEAR( -', set()),
    ],
)
def test_words_are_found_at_their_beginnings(index: GalleryIndex, text: str, names: set[str]) -> None:
    assert _found(index, text=text) == names


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_valid_search(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    index = GalleryIndex(tmp_path_factory.getbasetemp() / "fuzz.sqlite")
    assert len(index.search(GalleryFilter(text=text)).rows) == 0
    assert fts_query(text).count('"') % 2 == 0
    index.close()


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({"kinds": ("voice", "motion")}, {"line 1", "dance"}),
        ({"model": "flux"}, {"night"}),
        ({"style": "ink"}, {"style"}),
        ({"style": "in"}, set()),
        ({"seed": 3}, {"night"}),
        ({"min_side": 1000}, {"night"}),
        ({"rating": 3}, {"anna 1", "night"}),
        ({"marks": ("red", "blue")}, {"night", "dance"}),
        ({"rejected": True}, {"imported"}),
        ({"imported": True}, {"imported", "dance"}),
        ({"after": 86400.0, "before": 3 * 86400.0}, {"anna 2", "night"}),
        ({"items": ("night", "gone", "dance")}, {"night", "dance"}),
        ({"items": ()}, set()),
        ({"text": "fisherman", "rating": 1}, {"anna 1"}),
    ],
)
def test_filters_narrow(index: GalleryIndex, fields: dict[str, object], names: set[str]) -> None:
    assert _found(index, **fields) == names


def test_rejected_ones_are_hidden_by_default(index: GalleryIndex) -> None:
    assert "imported" not in _names(index, GalleryFilter())


def test_results_that_differ_by_seed_only_are_one_stack_with_the_newest_on_top(index: GalleryIndex) -> None:
    found = index.search(GalleryFilter())
    items = index.items(found.rows)
    sizes = {items[row].item_id: size for row, size in zip(found.rows, found.sizes, strict=True)}
    assert sizes == {"anna 2": 2, "night": 1, "style": 1, "line 1": 1, "dance": 1}
    stack = items[found.rows[list(sizes).index("anna 2")]].stack
    assert _names(index, GalleryFilter(stack=stack, order="oldest")) == ["anna 1", "anna 2"]


@pytest.mark.parametrize(
    ("order", "first"), [("newest", "dance"), ("oldest", "anna 1"), ("rating", "night"), ("size", "night")]
)
def test_orders(index: GalleryIndex, order: Order, first: str) -> None:
    assert _names(index, GalleryFilter(order=order, stacked=False))[0] == first


def test_names_are_ordered_without_regard_to_case(index: GalleryIndex, tmp_path: Path) -> None:
    index.sync([media_item(name) for name in ("b", "A", "C")], tmp_path / "film.portraits")
    assert _names(index, GalleryFilter(order="name")) == ["A", "b", "C"]


def test_only_what_changed_is_indexed_again(index: GalleryIndex, tmp_path: Path) -> None:
    path = tmp_path / "film.portraits"
    assert index.sync(ITEMS, path) == 0
    rated = (msgspec.structs.replace(ITEMS[0], rating=1), *ITEMS[2:], media_item("new"))
    assert index.sync(rated, path) == 3
    assert _found(index, rating=1) == {"anna 1", "night"}
    assert "anna 2" not in _found(index)
    assert _found(index, text="new") == {"new"}


def test_kinds_models_and_styles_are_listed(index: GalleryIndex) -> None:
    assert index.counts() == {"picture": 4, "voice": 1, "motion": 1}
    assert index.models() == ("flux", "sdxl-turbo")
    assert index.styles() == ("ink", "oil")


def test_a_damaged_index_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "film.portraits"
    open_index(tmp_path, path).close()
    (file,) = tmp_path.glob("*.sqlite")
    file.write_bytes(b"nothing of use")
    index = open_index(tmp_path, path)
    assert index.sync(ITEMS, path) == len(ITEMS)
    index.close()


def test_projects_do_not_share_an_index(tmp_path: Path) -> None:
    first, second = (open_index(tmp_path, tmp_path / name / "film.portraits") for name in "ab")
    assert first.path != second.path
    first.close()
    second.close()
