"""Stacks of takes, new takes, and the settings of what is there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.create.animate_panel import AnimatePanel
from desktop.create.video_panel import VideoPanel
from desktop.gallery.tile import stack_badge
from desktop.window import MainWindow
from engine.project.folder import add_media
from engine.project.schema import Project
from engine.protocol.jobs import ImageJob, VoiceJob
from engine.protocol.jobs.base import MediaInfo
from engine.protocol.queries import SettingsRead
from engine.protocol.recipe import Recipe, recipe_of, to_text
from tests.desktop.helpers import QUIET, AnsweringLink, a_window, make_picture, with_pictures

pytestmark = pytest.mark.qt_log_ignore(QUIET)
_PICTURE = MediaInfo(kind="picture", format="png", width=64, height=64, frames=1)


@pytest.fixture
def window(qtbot: Any, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(tmp_path) as (made, _link):
        made.project.new()
        made.services.queue.pause()
        yield made


def _recipe(seed: int, prompt: str = "a fisherman") -> Recipe:
    return recipe_of(ImageJob(prompt=prompt, output="/out", seed=seed), app_version="1", inputs={})


def _add(window: MainWindow, folder: Path, seed: int, colour: str, prompt: str = "a fisherman") -> str:
    """Add a picture as a job has made it."""
    document = window.services.document
    added: list[str] = []

    def change(project: Project) -> Project:
        made = make_picture(folder, f"portrait {seed}", colour)
        project, item = add_media(project, document.path, made, _PICTURE, recipe=_recipe(seed, prompt))
        added.append(item.id)
        return project

    assert document.apply("Add", change)
    return added[-1]


def _takes(window: MainWindow, folder: Path) -> list[str]:
    return [_add(window, folder, seed, colour) for seed, colour in ((11, "red"), (12, "green"), (13, "blue"))]


def test_takes_are_one_tile_until_the_stack_is_opened(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    ids = _takes(window, tmp_path)
    _add(window, tmp_path, 14, "grey", "an old woman")
    model, grid = window.gallery.model, window.gallery.grid
    assert model.rowCount() == 2
    row = next(row for row in range(2) if model.item(row).stack_size == 3)  # type: ignore[union-attr]
    place = stack_badge(grid.visualRect(model.index(row, 0)), 3).center().toPoint()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sorted(item.item_id for item in model.items(0, 9)) == sorted(ids)
    assert window.gallery.scope.stack_words.text().startswith("3 takes of “portrait 1")
    qtbot.mouseClick(window.gallery.scope.close_stack, Qt.MouseButton.LeftButton)
    assert model.rowCount() == 2
    assert window.gallery.scope.stack_row.isHidden()


def test_the_stack_opens_and_closes_by_key_and_brings_the_filters_back(
    window: MainWindow, qtbot: Any, tmp_path: Path
) -> None:
    ids = _takes(window, tmp_path)
    model = window.gallery.model
    model.set_filter(replace(model.filter, text="fisher", order="oldest"))
    window.gallery.choose((model.item(0).item_id,))  # type: ignore[union-attr]
    window.gallery.grid.setFocus()
    qtbot.keyClick(window.gallery.grid, Qt.Key.Key_T)
    assert model.rowCount() == len(ids)
    qtbot.keyClick(window.gallery.grid, Qt.Key.Key_T)
    assert (model.filter.text, model.filter.order, model.filter.stack) == ("fisher", "oldest", "")


def test_new_takes_go_on_counting_seeds_and_are_in_the_queue_at_once(
    window: MainWindow, qtbot: Any, tmp_path: Path
) -> None:
    ids = _takes(window, tmp_path)
    window.gallery.choose((ids[0],), reveal=True)
    window.actions_.run("gallery.new_take")
    window.actions_.run("gallery.new_take")
    jobs = [entry.job for entry in window.services.queue.waiting()]
    assert [(job.seed, job.prompt) for job in jobs] == [(14, "a fisherman"), (15, "a fisherman")]  # type: ignore[union-attr]
    assert {job.output for job in jobs} == {str(window._results_folder())}  # type: ignore[union-attr]
    assert window.toasts.messages()[-1] == "1 new take is in the queue."


def test_new_takes_of_several_at_once(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    ids = (_add(window, tmp_path, 3, "red"), _add(window, tmp_path, 5, "green", "an old woman"))
    window.gallery.choose(ids)
    window.actions_.run("gallery.new_take")
    assert sorted(entry.job.seed for entry in window.services.queue.waiting()) == [4, 6]  # type: ignore[union-attr]
    assert window.toasts.messages()[-1] == "2 new takes are in the queue."


def test_what_has_no_recipe_has_no_new_take(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    ids = with_pictures(window, qtbot, tmp_path, "Anna")
    window.gallery.choose(ids)
    window.actions_.run("gallery.new_take")
    assert window.services.queue.entries() == ()
    assert "no recipe with a seed" in window.toasts.messages()[-1]


def test_the_settings_of_a_result_fill_its_panel(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    window.gallery.choose((_add(window, tmp_path, 99, "red", "a lighthouse keeper"),))
    window.actions_.run("gallery.details")
    assert window.details.isVisible()
    window.actions_.run("gallery.reuse")
    panel = window.create_pane.current()
    assert panel.key == "image"
    assert panel.form.values()["prompt"] == "a lighthouse keeper"
    assert panel.form.values()["seed"] == 99


def test_settings_that_another_program_wrote_are_offered_and_used(
    window: MainWindow, qtbot: Any, tmp_path: Path
) -> None:
    link = window.services.engine
    assert isinstance(link, AnsweringLink)
    file = make_picture(tmp_path, "from a friend", "teal")
    job = ImageJob(prompt="a baker", output="out", seed=5)
    link.settings[file.read_bytes()] = SettingsRead(job=job, notes=("The style is not here.",), origin="AUTOMATIC1111")
    window.files.take((file,))
    text = "“from a friend” carries the settings it was made with in AUTOMATIC1111."
    qtbot.waitUntil(lambda: text in window.toasts.messages())
    button = window.toasts.toasts()[-1].button
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.create_pane.current().form.values()["prompt"] == "a baker"
    assert window.toasts.messages()[-1] == "The style is not here."


def test_a_dropped_file_with_our_recipe_offers_its_settings_and_keeps_its_kind(
    window: MainWindow, qtbot: Any, tmp_path: Path
) -> None:
    link = window.services.engine
    assert isinstance(link, AnsweringLink)
    sound = tmp_path / "line.wav"
    sound.write_bytes(b"RIFF")
    spoken = recipe_of(VoiceJob(text="Look at this face.", output="x.wav", seed=3), app_version="1", inputs={})
    link.recipes[b"RIFF"] = to_text(spoken)
    window.files.take((sound,))
    qtbot.waitUntil(lambda: "“line” carries its settings." in window.toasts.messages())
    assert [item.kind for item in window.services.document.project.media] == ["voice"]


def test_animate_and_shot_take_the_selection(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    anna, _ = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
    motion = tmp_path / "wave.npz"
    motion.write_bytes(b"motion")
    window.files.take((motion,))
    qtbot.waitUntil(lambda: len(window.services.document.project.media) == 3)
    wave = window.services.document.project.media[-1].id
    window.gallery.choose((anna, wave))
    window.actions_.run("gallery.animate")
    panel = window.create_pane.current()
    assert isinstance(panel, AnimatePanel)
    paths = {item.item_id: item.path for item in window.gallery.chosen()}
    assert (panel.reference.path(), panel.motion.path()) == (paths[anna], paths[wave])
    window.gallery.choose((anna,))
    window.actions_.run("gallery.shot")
    shot = window.create_pane.current()
    assert isinstance(shot, VideoPanel)
    assert shot.begins.files["image"].path() == paths[anna]
    window.gallery.choose((wave,))
    window.actions_.run("gallery.shot")
    assert window.toasts.messages()[-1].startswith("Choose a picture or a movie")


def test_copies_go_to_the_clipboard(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    window.gallery.choose((_add(window, tmp_path, 1, "red", "a lighthouse keeper"),))
    window.actions_.run("gallery.copy")
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert [Path(url.toLocalFile()).suffix for url in data.urls()] == [".png"]
    window.actions_.run("gallery.copy_words")
    assert QGuiApplication.clipboard().text() == "a lighthouse keeper"
    window.actions_.run("gallery.details")
    qtbot.mouseClick(window.details.copy_recipe, Qt.MouseButton.LeftButton)
    assert '"seed":1' in QGuiApplication.clipboard().text()
