"""Files that are dropped on the window: each kind goes where it belongs."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from desktop.shell.dropped import sort_dropped
from desktop.window import MainWindow
from engine.project.folder import media_folder
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.models import LoraInfo
from engine.protocol.queries import AddModelFolder
from tests.desktop.helpers import QUIET, AnsweringLink, a_window, make_picture, with_pictures

pytestmark = pytest.mark.qt_log_ignore(QUIET)


@pytest.fixture
def window(qtbot: Any, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(tmp_path) as (made, _link):
        yield made


def _click_last_toast(window: MainWindow) -> None:
    button = window.toasts.toasts()[-1].button
    assert button is not None
    button.click()


def test_files_are_sorted_by_what_becomes_of_them(tmp_path: Path) -> None:
    own = tmp_path / "Film media"
    names = ("a.portraits", "b.portraits.zip", "c.SAFETENSORS", "d.png", "e.bvh", "folder")
    found = sort_dropped([*(tmp_path / name for name in names), own / "f.png"], own)
    assert [path.name for path in found.projects] == ["a.portraits"]
    assert [path.name for path in found.packed] == ["b.portraits.zip"]
    assert [path.name for path in found.weights] == ["c.SAFETENSORS"]
    assert [path.name for path in found.own] == ["f.png"]
    assert [path.name for path in found.media] == ["d.png", "e.bvh", "folder"]


def _style(family: str) -> LoraInfo:
    return LoraInfo(path="", kind="lora", family=family, tensors=2, size=100)


def test_a_style_is_offered_to_the_model_store(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    link = window.services.engine
    assert isinstance(link, AnsweringLink)
    style = tmp_path / "loras" / "ink.safetensors"
    style.parent.mkdir()
    style.write_bytes(b"weights")
    link.styles[style.name] = _style("SDXL")
    window.files.take((style,))
    qtbot.waitUntil(lambda: window.toasts.messages() == ["“ink.safetensors” is a style (LoRA) for SDXL."])
    assert not window.services.document.project.media
    assert window.welcome.isVisible(), "a style alone starts no project"
    _click_last_toast(window)
    assert AddModelFolder(path=str(style.parent)) in [query for _, query in link.asked]
    assert window.toasts.messages()[-1] == "The model store looks in “loras” from now on. It only reads there."


def test_many_styles_of_a_folder_are_one_offer(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    window.files.take((tmp_path / "a.safetensors", tmp_path / "b.safetensors", tmp_path / "more" / "c.safetensors"))
    qtbot.waitUntil(lambda: len(window.toasts.messages()) == 2)
    assert window.toasts.messages() == [
        "“a.safetensors” is a model or a part of one.",
        "“c.safetensors” is a model or a part of one.",
    ]


def test_a_style_of_a_known_folder_leads_to_the_models(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    link = window.services.engine
    assert isinstance(link, AnsweringLink)
    link.styles["ink.safetensors"] = _style("")
    models = window.services.models
    qtbot.waitUntil(lambda: bool(models.store.folder))
    models.store = replace(models.store, added=(str(tmp_path),))
    window.files.take((tmp_path / "below" / "ink.safetensors",))
    qtbot.waitUntil(lambda: bool(window.toasts.messages()))
    assert window.toasts.messages() == ["“ink.safetensors” is a style (LoRA). The model store has it already."]


def test_a_broken_style_says_so(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    link = window.services.engine
    assert isinstance(link, AnsweringLink)
    what = '"torn.safetensors" is damaged: its header ends too early.'
    link._answer = lambda query_id, query: link.refuse(query_id, Failure(code=ErrorCode.BAD_MODEL, what=what))  # type: ignore[method-assign]
    window.files.take((tmp_path / "torn.safetensors",))
    qtbot.waitUntil(lambda: what in window.toasts.messages())


def test_motions_join_the_project(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    motion = tmp_path / "wave.npz"
    motion.write_bytes(b"motion")
    window.files.take((motion,))
    qtbot.waitUntil(lambda: bool(window.services.document.project.media))
    assert [item.kind for item in window.services.document.project.media] == ["motion"]
    assert window.gallery.model.counts() == {"motion": 1}


def test_a_project_opens_and_what_came_with_it_joins_it(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    with_pictures(window, qtbot, tmp_path, "Anna")
    target = tmp_path / "films" / "One.portraits"
    target.parent.mkdir()
    window.services.document.save_as(target)
    qtbot.waitUntil(lambda: window.services.document.path == target and not window.services.document.dirty)
    window.actions_.run("file.close")
    other = tmp_path / "films" / "Two.portraits"
    shutil.copy(target, other)
    shutil.copytree(media_folder(target), media_folder(other))
    window.files.take((target, other, make_picture(tmp_path, "Marcus", "sienna")))
    assert window.services.document.path == target
    assert "One project is open at a time; the first one was opened." in window.toasts.messages()
    qtbot.waitUntil(lambda: len(window.services.document.project.media) == 2)


def test_results_of_the_gallery_are_shown_and_not_added_again(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
    window.gallery.choose(ids[:1])
    path = next(Path(item.path) for item in window.gallery.model.items(0, 2) if item.item_id == ids[1])
    window.viewer.files_dropped.emit((path,))
    assert window.gallery.chosen_ids() == ids[1:]
    assert not window.services.importer.busy
    assert len(window.services.document.project.media) == 2


def test_a_large_import_chooses_everything_in_one_step(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus", "Mei")
    said: list[Any] = []
    window.gallery.chosen_changed.connect(said.append)
    window.gallery.choose(())
    said.clear()
    window.gallery.choose(ids)
    assert [tuple(item.item_id for item in items) for items in said] == [ids]


def test_what_a_filter_hides_is_revealed_when_it_is_asked_for(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
    qtbot.keyClicks(window.gallery.filters.search, "marcus")
    window.gallery.choose(ids[:1])
    assert window.gallery.chosen_ids() == ()
    window.gallery.choose(ids[:1], reveal=True)
    assert window.gallery.chosen_ids() == ids[:1]
    assert window.gallery.filters.search.text() == ""
