"""The welcome page: the sample project, recent projects, and what this computer can do."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from desktop.state.models import Models
from desktop.welcome.abilities import model_abilities, own_abilities
from desktop.welcome.page import ProjectTile
from desktop.widgets.buttons import Button
from desktop.window import MainWindow
from engine.project.clips import MorphClip, VoiceClip
from engine.protocol.devices import Device
from engine.protocol.models import ModelState
from tests.desktop.helpers import QUIET, AnsweringLink, a_window, make_picture, shown

pytestmark = pytest.mark.qt_log_ignore(QUIET)

_GB = 2**30


@pytest.fixture
def window(qtbot: Any, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(tmp_path) as (made, _link):
        yield made


def _model(identifier: str, **changes: Any) -> ModelState:
    facts: dict[str, Any] = {
        "id": identifier,
        "title": identifier.upper(),
        "purpose": "",
        "kinds": ("image",),
        "condition": "missing",
        "source": "",
        "licence": "MIT",
        "size": 3 * 10**9,
        "memory": 2 * _GB,
    }
    return ModelState(**(facts | changes))


def _know(window: MainWindow, qtbot: Any, *models: ModelState) -> None:
    link = window.services.engine
    assert isinstance(link, AnsweringLink)
    link.models = models
    window.services.models.refresh()
    qtbot.waitUntil(lambda: window.services.models.known)


def test_the_sample_project_is_a_film_that_can_be_left_without_a_question(window: MainWindow, qtbot: Any) -> None:
    qtbot.mouseClick(window.welcome.sample, Qt.MouseButton.LeftButton)
    project = window.services.document.project
    clips = [clip for track in project.timeline.tracks for clip in track.clips]
    assert sum(isinstance(clip, MorphClip) for clip in clips) == 5
    assert sum(isinstance(clip, VoiceClip) for clip in clips) == 1
    assert window.gallery.model.counts() == {"picture": 7, "voice": 1}
    assert window.stage.way() == "timeline", "the film is what there is to see"
    assert not window.services.document.dirty
    assert not window.services.document.undo.canUndo()
    assert "Six faces" in window.windowTitle()
    window.actions_.run("file.close")
    assert window.welcome.isVisible()


def test_the_sample_works_before_the_engine_does(qtbot: Any, tmp_path: Path) -> None:
    with a_window(tmp_path) as (window, link):
        link.die()
        qtbot.mouseClick(window.welcome.sample, Qt.MouseButton.LeftButton)
        assert len(window.services.document.project.media) == 8


def test_files_that_are_dropped_start_a_project(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(make_picture(tmp_path, "Anna")))])
    event = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.welcome.dropEvent(event)
    assert not window.welcome.isVisible()
    qtbot.waitUntil(lambda: len(window.services.document.project.media) == 1)


def test_a_recent_project_opens_by_mouse_and_is_named(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    window.project.sample()
    target = tmp_path / "films" / "My faces.portraits"
    target.parent.mkdir()
    window.services.document.save_as(target)
    qtbot.waitUntil(lambda: window.services.document.path == target)
    window.actions_.run("file.close")
    qtbot.waitUntil(lambda: len(shown(window.welcome, ProjectTile)) == 1)
    (tile,) = shown(window.welcome, ProjectTile)
    assert isinstance(tile, ProjectTile)
    assert tile.accessibleName() == "My faces, today, 0:15"
    assert len(tile.project.pictures) == 3
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert window.services.document.path == target
    target.unlink()
    window.actions_.run("file.close")
    qtbot.waitUntil(window.welcome._none.isVisible)
    assert shown(window.welcome, ProjectTile) == [], "what is gone is not offered"


def test_a_download_is_one_press_away(window: MainWindow, qtbot: Any) -> None:
    _know(window, qtbot, _model("sdxl-turbo", size=7 * 10**9))
    table = window.welcome.abilities
    qtbot.waitUntil(lambda: any(button.isVisible() for button in table.findChildren(Button)))
    (button,) = (each for each in table.findChildren(Button) if each.isVisible())
    assert button.accessibleName() == "Get … Portraits from words, SDXL-TURBO, 7.0 GB"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.side_windows.models is not None
    assert window.side_windows.models.table.chosen_id() == "sdxl-turbo"


def test_what_is_here_what_is_tight_and_what_does_not_fit(window: MainWindow, qtbot: Any) -> None:
    card = Device(id="cuda:0", kind="cuda", name="Card", memory_total=12 * _GB)
    _know(
        window,
        qtbot,
        _model("sdxl-turbo", condition="installed"),
        _model("maya1", memory=11 * _GB),
        _model("snac-24khz"),
        _model("skyreels-v2-df-1.3b-540p", memory=50 * _GB),
        _model("skyreels-v2-t2v-14b-540p", memory=20 * _GB),
    )
    found = {ability.title: ability for ability in model_abilities(window.services.models, card)}
    assert found["Portraits from words"].state == "ok"
    assert found["Portraits from words"].fact == "ready, SDXL-TURBO"
    assert found["Voices with emotion"].state == "download"
    assert found["Voices with emotion"].fact.endswith(", tight")
    assert found["Shots from words"].state == "no"
    assert found["Shots from words"].fact == "needs 20 GB of memory", "the least that would do"
    assert "Animation from a motion" not in found, "its models are not in the catalog"


def test_until_the_models_are_known_the_same_rows_wait(window: MainWindow) -> None:
    fresh = Models(window.services.engine, window.services.settings)
    waiting = model_abilities(fresh, None)
    assert {ability.state for ability in waiting} == {"waiting"}
    assert [ability.title for ability in waiting][:2] == ["Portraits from words", "Voices with emotion"]
    fresh.deleteLater()


def test_while_the_engine_starts_nothing_is_promised() -> None:
    assert {ability.state for ability in own_abilities(None)} == {"waiting"}
    assert {ability.state for ability in own_abilities(Device(id="cpu", kind="cpu", name="P"))} == {"ok"}
