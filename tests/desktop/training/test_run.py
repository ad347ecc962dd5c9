"""What a run's folder tells, while it grows and afterwards; damaged files lose their bad lines only."""

import math
from pathlib import Path

import pytest

from desktop.training.curves import Axis, figure, nice_ticks, smoothed
from desktop.training.data_side import hours
from desktop.training.joint_errors import grouped
from desktop.training.run import ERROR, Run, best_of, runs_below
from desktop.training.state_table import ago
from engine.protocol.jobs.train import TrainingPace
from tests.desktop.training.helpers import a_job, a_run, write_points, write_state, write_unseen


def test_curves_are_read_as_they_grow(tmp_path: Path) -> None:
    run = Run(tmp_path / "run")
    assert not run.poll()
    assert run.step == 0
    write_points(run.folder, 0, 100)
    assert run.poll()
    assert [step for step, _ in run.points["loss"]] == list(range(0, 100, 10))
    assert not run.poll()
    write_points(run.folder, 100, 120)
    assert run.poll()
    assert (run.step, len(run.points["loss"])) == (110, 12)
    assert run.newest(ERROR) == pytest.approx(175)
    assert run.at("used", 45) == 10
    assert run.at(ERROR, 10) is None


def test_half_a_line_waits_for_its_end(tmp_path: Path) -> None:
    run = Run(tmp_path)
    file = tmp_path / "metrics.jsonl"
    file.write_text('{"step": 1, "loss": 2.0}\n{"step": 2, "lo', "utf-8")
    assert run.poll()
    assert run.points["loss"] == [(1, 2.0)]
    with file.open("a", encoding="utf-8") as handle:
        handle.write('ss": 1.5}\n')
    assert run.poll()
    assert run.points["loss"] == [(1, 2.0), (2, 1.5)]


def test_a_run_that_goes_on_says_its_steps_again(tmp_path: Path) -> None:
    run = Run(tmp_path)
    write_points(tmp_path, 0, 100)
    run.poll()
    file = tmp_path / "metrics.jsonl"
    kept = [line for line in file.read_text("utf-8").splitlines(keepends=True) if '"step": 9' not in line]
    file.write_text("".join(kept[:5]), "utf-8")
    assert run.poll()
    assert run.step == 40
    write_points(tmp_path, 50, 60)
    run.poll()
    steps = [step for step, _ in run.points["loss"]]
    assert steps == sorted(set(steps))


@pytest.mark.parametrize(
    "text",
    [
        "nothing\n",
        "[]\n",
        '{"step": "x"}\n',
        '{"loss": 1}\n',
        '{"step": 1, "loss": []}\n',
        "[" * 10_000 + "\n",
        "\x00\n",
    ],
)
def test_lines_that_are_none_are_passed_over(tmp_path: Path, text: str) -> None:
    (tmp_path / "metrics.jsonl").write_text(text + '{"step": 3, "loss": 0.5, "bad": NaN}\n', "utf-8")
    run = Run(tmp_path)
    assert run.poll()
    assert run.points == {"loss": [(3, 0.5)]}


def test_saved_states_know_their_error(tmp_path: Path) -> None:
    run = Run(a_run(tmp_path / "run", upto=300, states=(100, 250, 300)))
    (run.folder / "checkpoint_epoch_1_step_400").mkdir()
    (run.folder / "checkpoint_other").mkdir()
    run.poll()
    states = run.states()
    assert [state.step for state in states] == [300, 250, 100]
    assert [state.error for state in states] == [125, 137.5, 175]
    best = best_of(states)
    assert best is not None
    assert best.step == 300
    assert best_of([]) is None
    write_state(run.folder, 340)
    later = run.states()
    assert later[0].error == 125
    assert best_of(later) == best, "nothing was measured at the state that was saved in between"
    assert run.exported is None


def test_the_job_comes_back_from_the_folder(tmp_path: Path) -> None:
    run = Run(a_run(tmp_path / "run"))
    assert run.job() == a_job(run.folder)
    (run.folder / "run.json").write_text("{}", "utf-8")
    assert run.job() is None
    (run.folder / "run.json").unlink()
    assert run.job() is None


def test_runs_are_found_the_newest_first(tmp_path: Path) -> None:
    assert runs_below(tmp_path / "none") == []
    for name in ("a", "b"):
        write_points(tmp_path / name, 0, 20)
    write_state(tmp_path / "c", 5)
    assert {path.name for path in runs_below(tmp_path)} == {"a", "b"}


def test_left_and_right_are_told_together(tmp_path: Path) -> None:
    run = Run(a_run(tmp_path / "run"))
    run.poll()
    assert grouped(run.joint_errors(300)) == [("Pelvis", 8.0), ("Wrists", 45.0)]
    assert grouped({}) == []


def test_the_pace_is_read_and_changed(tmp_path: Path) -> None:
    run = Run(tmp_path)
    assert run.pace() is None
    run.set_pace(TrainingPace(check_every=20, save_every=50, patience=3))
    assert run.pace() == TrainingPace(check_every=20, save_every=50, patience=3)
    assert [path.name for path in tmp_path.iterdir()] == ["pace.json"]
    (tmp_path / "pace.json").write_text('{"check_every": 0}', "utf-8")
    assert run.pace() is None


def test_unseen_clips_are_found_in_pairs(tmp_path: Path) -> None:
    run = Run(tmp_path)
    assert run.unseen() == []
    write_unseen(tmp_path, 3)
    (tmp_path / "unseen" / "02-before.motion.npz").unlink()
    (tmp_path / "unseen" / "other-after.motion.npz").write_bytes(b"x")
    assert [clip.after.name for clip in run.unseen()] == ["01-after.motion.npz", "03-after.motion.npz"]


def test_ticks_of_time_are_round() -> None:
    assert Axis.TIME.ticks(50, 4) == [0, 15, 30, 45]
    assert [Axis.TIME.words(tick) for tick in Axis.TIME.ticks(540, 4)] == ["0:00", "5:00"]
    assert Axis.TIME.ticks(86_400 * 8, 4) == [0, 86_400 * 2, 86_400 * 4, 86_400 * 6, 86_400 * 8]
    assert Axis.STEPS.words(2000) == "2\N{NARROW NO-BREAK SPACE}000"


def test_smoothing_keeps_steps_and_means() -> None:
    points = [(step, float(step % 2)) for step in range(100)]
    soft = smoothed(points)
    assert [step for step, _ in soft] == [step for step, _ in points]
    assert all(0.4 < value < 0.6 for _, value in soft[4:-4])
    assert smoothed([]) == []


def test_ticks_and_figures_are_round() -> None:
    assert nice_ticks(0, 8000, 4) == [0, 2000, 4000, 6000, 8000]
    assert nice_ticks(0, 148, 4) == [0, 50, 100]
    assert nice_ticks(1, 1) == [1]
    assert nice_ticks(0, math.inf) == [0]
    assert figure(0.0312, 3) == "0.031"
    assert figure(2e-4) == "2e-4"
    assert figure(1204) == "1\N{NARROW NO-BREAK SPACE}204"
    assert figure(400.0) == "400"
    assert figure(27.123) == "27.1"
    from fractions import Fraction

    assert hours(271_430, Fraction(20)) == "3:46:12"
    assert (ago(3), ago(33 * 60), ago(3 * 86_400)) == ("just now", "33:00 ago", "3 days ago")
