"""The sheet of filters: every field narrows, and opening it again shows what is set."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QDate, Qt

from desktop.gallery.filter_sheet import FilterSheet
from desktop.state.gallery import COLUMNS
from desktop.window import MainWindow
from engine.project.schema import Project
from engine.protocol.jobs import ImageJob
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.image import Lora
from engine.protocol.recipe import recipe_of
from tests.desktop.helpers import QUIET, a_window, with_pictures

pytestmark = pytest.mark.qt_log_ignore(QUIET)


@pytest.fixture
def window(qtbot: Any, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(tmp_path) as (made, _link):
        with_pictures(made, qtbot, tmp_path, "Anna", "Marcus", "Mei")
        yield made


@pytest.fixture
def sheet(window: MainWindow) -> Iterator[FilterSheet]:
    made = FilterSheet(window.gallery.model, window.gallery.filters)
    yield made
    made.deleteLater()


def _shown(window: MainWindow) -> set[str]:
    model = window.gallery.model
    return {item.title.removesuffix(".png") for item in model.items(0, model.rowCount())}


def _make(window: MainWindow, name: str, job: ImageJob) -> None:
    """Give a picture the recipe of a job."""

    def change(project: Project) -> Project:
        recipe = recipe_of(job, app_version="1", inputs={})
        media = tuple(replace(item, recipe=recipe) if item.name == f"{name}.png" else item for item in project.media)
        return replace(project, media=media)

    window.services.document.apply("Make", change)


def test_what_was_made_here_and_what_was_brought(window: MainWindow, sheet: FilterSheet, qtbot: Any) -> None:
    _make(window, "Mei", ImageJob(prompt="x", output="/out"))
    qtbot.mouseClick(sheet.origin.button("made"), Qt.MouseButton.LeftButton)
    assert _shown(window) == {"Mei"}
    qtbot.mouseClick(sheet.origin.button("brought"), Qt.MouseButton.LeftButton)
    assert _shown(window) == {"Anna", "Marcus"}
    assert sheet.found.text() == "2 shown"


def test_model_style_and_seed(window: MainWindow, qtbot: Any) -> None:
    ink = (Lora(source=Source(path="/loras/ink.safetensors")),)
    _make(window, "Anna", ImageJob(prompt="x", output="/out", model="sdxl-turbo", seed=7, loras=ink))
    _make(window, "Mei", ImageJob(prompt="y", output="/out", model="dreamshaper", seed=8))
    sheet = FilterSheet(window.gallery.model, window.gallery.filters)
    sheet.model_box.setCurrentIndex(sheet.model_box.findData("dreamshaper"))
    sheet.model_box.activated.emit(0)
    assert _shown(window) == {"Mei"}
    sheet.model_box.setCurrentIndex(0)
    assert [sheet.style_box.itemText(index) for index in range(sheet.style_box.count())] == ["Any style", "ink"]
    sheet.style_box.setCurrentIndex(1)
    sheet.style_box.activated.emit(1)
    assert _shown(window) == {"Anna"}
    sheet.style_box.setCurrentIndex(0)
    sheet.seed.setValue(8)
    assert _shown(window) == {"Mei"}
    sheet.side.setValue(65)
    assert _shown(window) == set(), "the pictures have 64 pixels"
    sheet.deleteLater()


def test_from_a_day_to_a_day(window: MainWindow, sheet: FilterSheet) -> None:
    sheet.age.setCurrentIndex(sheet.age.findData("own"))
    sheet.age.activated.emit(0)
    assert not sheet._days_row.isHidden()
    assert len(_shown(window)) == 3, "no day is set yet"
    today = datetime.now().astimezone().date()
    sheet.first_day.setDate(QDate(today + timedelta(days=1)))
    assert _shown(window) == set()
    sheet.first_day.setDate(QDate(today))
    sheet.last_day.setDate(QDate(today))
    assert len(_shown(window)) == 3
    again = FilterSheet(window.gallery.model, window.gallery.filters)
    assert again.age.currentData() == "own"
    assert (again.first_day.date(), again.last_day.date()) == (QDate(today), QDate(today))
    again.deleteLater()


def test_opening_the_sheet_again_keeps_an_age(window: MainWindow, sheet: FilterSheet, qtbot: Any) -> None:
    sheet.age.setCurrentIndex(sheet.age.findData("7"))
    sheet.age.activated.emit(0)
    after = window.gallery.model.filter.after
    assert after is not None
    again = FilterSheet(window.gallery.model, window.gallery.filters)
    qtbot.mouseClick(again.rating.button("0"), Qt.MouseButton.LeftButton)
    assert window.gallery.model.filter.after is not None, "another field must not drop it"
    again.deleteLater()


def test_clearing_stays_on_the_board(window: MainWindow, sheet: FilterSheet, qtbot: Any) -> None:
    board = window.gallery.model.add_board("Cast", window.gallery.chosen_ids()[:1])
    window.gallery.scope.show_board(board)
    sheet.side.setValue(65)
    sheet._clear()
    assert window.gallery.model.filter.board == board
    assert window.gallery.model.rowCount() == 1


def test_the_table_says_what_the_tiles_show_by_signs(window: MainWindow) -> None:
    model = window.gallery.model
    model.set_filter(replace(model.filter, rejected=None))
    ids = tuple(item.item_id for item in model.items(0, 1))
    model.mark(ids, "amber")
    model.reject(ids)
    said = {column: model.index(0, place).data() for place, column in enumerate(COLUMNS)}
    assert (said["kind"], said["mark"], said["state"]) == ("picture", "amber", "rejected")


def test_grid_and_table_share_selection_and_menu(window: MainWindow, qtbot: Any) -> None:
    ids = tuple(item.id for item in window.services.document.project.media[:2])
    window.gallery.choose(ids)
    window.gallery.grid.setFocus()
    qtbot.keyClick(window.gallery.grid, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert window.gallery.table.isVisible()
    rows = {index.row() for index in window.gallery.table.selectionModel().selectedRows()}
    assert len(rows) == 2
    assert window.gallery.chosen_ids() == ids
    table = window.gallery.table
    place = table.visualRect(table.model().index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(window.gallery.chosen()) == 1
    qtbot.keyClick(window.gallery.table, Qt.Key.Key_3)
    assert window.gallery.chosen()[0].rating == 3
