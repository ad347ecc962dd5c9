"""The training page over a scripted engine: live curves, pause, going on, stopping, finished runs, data."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop.training import page as page_module
from desktop.training.build_dialog import BuildDialog
from desktop.training.curve_grid import AIM_MM
from desktop.training.runs import Stage
from engine.animation.dataset import make_dataset, write_dataset
from engine.protocol.jobs import BuildDatasetJob, TrainTokenizerJob
from tests.desktop.helpers import QUIET
from tests.desktop.training.conftest import Desk
from tests.desktop.training.helpers import a_run, write_points, write_state
from tests.helpers.motion import dance

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def test_the_work_areas_have_their_pages_and_panels(desk: Desk) -> None:
    window = desk.window
    assert window.pages.currentWidget() is window.training.place
    assert window.create_pane.current() is window.create_pane.train_panel()
    assert desk.page.nothing.isVisible()
    window.actions_.run("area.motion")
    assert window.pages.currentWidget() is window.motion.place
    assert window.create_pane.current().key == "animate"
    assert window.actions_.keys("area.motion") == "Ctrl+4"
    assert window.actions_.keys("area.train") == "Ctrl+5"


def test_curves_are_live_while_it_trains(desk: Desk, qtbot: Any) -> None:
    folder = desk.folder / "run"
    job_id = desk.start(folder)
    page = desk.page
    assert page.runs.stage() is Stage.TRAINING
    write_points(folder, 0, 151)
    desk.link.say_progress(job_id, "Training", 160, 400, "steps")
    qtbot.waitUntil(lambda: page.runs.run is not None and page.runs.run.step == 150)
    assert page.curves.views["validation_mm"].newest_words() == "162.5 mm"
    assert {value for value, _ in page.curves.views["validation_mm"]._lines} == {AIM_MM, 148.0}
    assert page.curves.views["used"].newest_words() == "37 of 64"
    assert page.state.text().startswith("training · step 160 of 400")
    write_points(folder, 160, 211)
    page.runs.look()
    assert page.curves.views["loss"]._points[-1][0] == 210
    assert not page.grab().isNull()


def test_pause_keeps_the_state_and_goes_on(desk: Desk, qtbot: Any) -> None:
    folder = a_run(desk.folder / "run", states=(100,))
    job_id = desk.start(folder)
    page = desk.page
    assert page.pause.text() == "Pause"
    page.pause.click()
    assert desk.link.cancelled[-1][0] == job_id
    assert page.runs.stage() is Stage.SAVING
    write_state(folder, 210)
    desk.link.say_cancelled(job_id)
    assert page.runs.stage() is Stage.PAUSED
    assert page.pause.text() == "Go on"
    page.pause.click()
    qtbot.waitUntil(lambda: len(desk.link.submitted) == 2)
    _, job = desk.link.submitted[-1]
    assert isinstance(job, TrainTokenizerJob)
    assert (job.resume, job.output, job.steps) == (True, str(folder), 400)


def test_stop_ends_it_and_what_was_saved_stays(desk: Desk) -> None:
    folder = a_run(desk.folder / "run")
    job_id = desk.start(folder)
    desk.page.stop.click()
    desk.link.say_cancelled(job_id)
    assert desk.page.runs.stage() is Stage.STOPPED
    assert not desk.page.stop.isVisible()
    assert desk.page.states.table.rowCount() == 2


def test_a_finished_run_is_opened_from_its_folder(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = a_run(desk.folder / "elsewhere" / "run 7", upto=400, states=(200, 400))
    page = desk.page
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    page.open_first.click()
    assert page.runs.stage() is Stage.ELSEWHERE
    assert page.choice.currentText() == "run 7"
    cells = [page.states.table.model().index(row, column).data() for row, column in ((0, 0), (1, 1))]
    assert cells == ["400 · best", "150.0 mm"]
    assert not page.pause.isVisible(), "there is nothing left to do"
    assert "Not below the aim" in page.states.summary.text()
    assert page.states.joints.accessibleDescription() == "Pelvis 8 mm, Wrists 45 mm"


def test_a_run_of_another_day_goes_on_from_its_folder(desk: Desk) -> None:
    folder = a_run(desk.folder / "run")
    assert desk.page.runs.open(folder)
    assert desk.page.pause.text() == "Go on"
    desk.page.pause.click()
    _, job = desk.link.submitted[-1]
    assert isinstance(job, TrainTokenizerJob)
    assert job.resume


def test_a_folder_without_a_run_is_said(desk: Desk) -> None:
    said: list[object] = []
    desk.page.said.connect(said.append)
    (desk.folder / "holiday").mkdir()
    assert not desk.page.runs.open(desk.folder / "holiday")
    assert said == ["There is no training in “holiday”."]


def test_the_training_set_is_described(desk: Desk, qtbot: Any) -> None:
    path = desk.folder / "dances.npz"
    motions = [("a.mp4", dance(60).joints), ("b.mp4", dance(40).joints)]
    write_dataset(path, make_dataset(motions, Fraction(20), frozenset({"b.mp4"})), overwrite=False)
    desk.window.create_pane.train_panel().dataset.put(str(path))
    side = desk.page.side
    qtbot.waitUntil(lambda: side.name.text() == "dances")
    assert side._numbers["clips"].text() == "2"
    assert "1 clip is shorter" in side._short.text()
    assert not desk.page.grab().isNull()
    desk.window.create_pane.train_panel().dataset.put("")
    assert side.nothing.isVisible()


def test_a_training_set_is_built(desk: Desk, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = BuildDialog(desk.page, ())
    assert not dialog.own.isEnabled()
    dialog.made.setValue(0)
    assert not dialog.main.isEnabled()
    dialog.made.setValue(300)
    dialog.share.setValue(10)
    monkeypatch.setattr(page_module, "ask_for_dataset", lambda *_args: dialog)
    desk.page.side.first_build.click()
    job_id, job = desk.link.submitted[-1]
    assert isinstance(job, BuildDatasetJob)
    assert (job.synthetic, job.validation, job.inputs) == (300, 0.1, ())
    write_dataset(Path(job.output), make_dataset([("a", dance(60).joints)], Fraction(20), frozenset()), overwrite=False)
    desk.link.say_started(job_id)
    desk.link.say_done(job_id, ())
    assert desk.window.create_pane.train_panel().dataset.path() == job.output
    qtbot.waitUntil(lambda: desk.page.side._numbers["clips"].text() == "1")
    dialog.deleteLater()
