"""What can be done with saved states, along what the curves run, and unseen clips before and after tokens."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop.training.curves import Axis
from desktop.widgets.buttons import IconButton
from engine.protocol.jobs import ExportTokenizerJob, TrainTokenizerJob
from engine.protocol.jobs.train import TrainingPace
from tests.desktop.helpers import QUIET
from tests.desktop.training.conftest import Desk
from tests.desktop.training.helpers import a_run, write_points, write_state, write_unseen

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def buttons_of(desk: Desk, row: int) -> list[IconButton]:
    table = desk.page.states.table
    return table.cellWidget(row, table.columnCount() - 1).findChildren(IconButton)


@pytest.fixture
def folder(desk: Desk) -> Path:
    """An opened run with states of steps 200 and 100; the first is the best."""
    folder = a_run(desk.folder / "run 7")
    assert desk.page.runs.open(folder)
    return folder


def test_motions_are_compared_by_any_state(desk: Desk, folder: Path) -> None:
    look = buttons_of(desk, 1)[0]
    assert look.accessibleName() == "Compare motions before and after the tokens of step 100"
    look.click()
    state = folder / "checkpoint_epoch_1_step_100"
    assert desk.window.motion.page().comparison.tokenizer == str(state)


def test_a_new_run_is_set_up_from_an_older_state(desk: Desk, folder: Path) -> None:
    said: list[object] = []
    desk.page.said.connect(said.append)
    buttons_of(desk, 1)[1].click()
    panel = desk.window.create_pane.train_panel()
    assert said == ["A new run from step 100 is set up at the right."]
    assert panel.begin.isVisible()
    assert not panel.network.isEnabled()
    desk.folder.joinpath("set.npz").write_bytes(b"x")
    panel.start()
    _, job = desk.link.submitted[-1]
    assert isinstance(job, TrainTokenizerJob)
    assert job.begin_from == str(folder / "checkpoint_epoch_1_step_100")
    assert (job.resume, job.codes, job.steps) == (False, 64, 400)
    assert Path(job.output) != folder


def test_states_are_exported(desk: Desk, folder: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[object] = []
    desk.page.said.connect(said.append)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: "")
    desk.page.states.export_best.click()
    assert desk.link.submitted == []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(desk.folder))
    desk.page.states.export_best.click()
    job_id, job = desk.link.submitted[-1]
    assert isinstance(job, ExportTokenizerJob)
    assert job.state == str(folder / "checkpoint_epoch_1_step_200")
    assert job.output == str(desk.folder / "run 7 step 200")
    desk.link.say_started(job_id)
    desk.link.say_done(job_id, ())
    assert said == ["The tokenizer lies in “run 7 step 200”."]
    buttons_of(desk, 1)[2].click()
    qtbot.waitUntil(lambda: len(desk.link.submitted) == 2)
    _, job = desk.link.submitted[-1]
    assert isinstance(job, ExportTokenizerJob)
    assert job.state.endswith("step_100")


def test_a_chosen_state_stays_chosen_and_tells_its_errors(desk: Desk, folder: Path) -> None:
    side = desk.page.states
    side.table.setCurrentCell(1, 0)
    assert side._joints_head.count.text().startswith("step 100")
    write_state(folder, 300)
    desk.page.runs.changed.emit()
    state = side.table.picked()
    assert state is not None
    assert state.step == 100
    menu = side.table.menu(state)
    assert next(action.text() for action in menu.actions()) == "Compare"
    menu.deleteLater()


def test_a_saved_state_can_be_opened_for_its_run(desk: Desk, folder: Path) -> None:
    other = a_run(desk.folder / "run 8")
    assert desk.page.runs.open(other / "checkpoint_epoch_1_step_200")
    assert desk.page.runs.run is not None
    assert desk.page.runs.run.folder == other


def test_curves_run_along_steps_or_time(desk: Desk, folder: Path) -> None:
    grid = desk.page.curves
    loss = grid.views["loss"]
    assert (loss._points[-1][0], loss._last) == (300, 400)
    grid.choice.button("time").click()
    assert grid.axis is Axis.TIME
    assert (loss._points[-1][0], loss._last) == (150.0, 200.0)
    assert loss._marks == (100.0, 50.0)
    assert not grid.grab().isNull()
    bare = desk.folder / "older"
    bare.mkdir()
    (bare / "metrics.jsonl").write_text('{"step": 1, "loss": 2.0}\n', "utf-8")
    desk.page.runs.open(bare)
    assert grid.axis is Axis.STEPS
    assert not grid.choice.button("time").isEnabled()


def test_the_pace_of_a_running_training_follows_the_panel(desk: Desk) -> None:
    folder = desk.folder / "run"
    panel, states = desk.window.create_pane.train_panel(), desk.page.states
    checks = panel.form.editor("check_every").widget
    checks.setValue(60)  # type: ignore[attr-defined]
    assert not (folder / "pace.json").exists(), "nothing trains"
    desk.start(folder)
    write_points(folder, 0, 50)
    run = desk.page.runs.run
    assert run is not None
    run.set_pace(TrainingPace(check_every=2000, save_every=700))
    checks.setValue(50)  # type: ignore[attr-defined]
    assert run.pace() == TrainingPace(check_every=50, save_every=700)
    panel.form.set_values({"save_every": 9000})
    assert run.pace() == TrainingPace(check_every=50, save_every=700), "settings that are loaded are for the next run"
    desk.page.runs.changed.emit()
    assert states._head.count.text() == "every 700 steps and the best"


def test_an_unseen_clip_is_shown_before_and_after_tokens(desk: Desk, qtbot: Any) -> None:
    folder = a_run(desk.folder / "run")
    clip = desk.page.clip
    desk.page.runs.open(folder)
    assert not clip.play.isVisible()
    write_unseen(folder, off=5)
    desk.page.runs.changed.emit()
    qtbot.waitUntil(lambda: clip.error.text() == "5 mm")
    assert clip.header.count.text() == "unseen clip 1 of 2"
    assert clip.frame.text() == "1 of 49"
    clip.slider.setValue(30)
    assert (clip.session.frame, clip.frame.text()) == (30, "31 of 49")
    write_unseen(folder, off=2)
    desk.page.runs.changed.emit()
    qtbot.waitUntil(lambda: clip.error.text() == "2 mm")
    assert clip.session.frame == 30, "a newer check does not move the person who looks"
    clip.space.button("flat").click()
    assert [view.orbit.turn for view in clip.views] == [0.0, 0.0]
    clip.views[1].look(clip.views[1].orbit.moved(turn=30))
    assert clip.views[0].orbit == clip.views[1].orbit
    clip.next.click()
    qtbot.waitUntil(lambda: clip.session.frame == 0)
    assert clip.header.count.text() == "unseen clip 2 of 2"
    clip.play.click()
    clip.playback.advance(500)
    assert clip.session.frame == 10
    clip.play.click()
    assert not desk.page.grab().isNull()
