"""Saved states: going on from an older one, the best, export, the pace of a training that runs."""

import json
import signal
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file
from typer.testing import CliRunner

from engine.animation import export_job, train_job
from engine.animation.export_job import NAMES
from engine.animation.motion_file import read_motion
from engine.animation.tokenizer import load_tokenizer
from engine.animation.trainer import TokenizerTrainer, Validation
from engine.animation.training import StepReport
from engine.animation.training_state import best_state, chosen_state, read_progress, saved_states
from engine.commands.motion import motion as motion_commands
from engine.protocol.context import SilentContext
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.train import ExportTokenizerJob, TrainingPace, TrainTokenizerJob
from engine.protocol.values import from_json, to_json
from tests.helpers.motion import RecordingContext, dance
from tests.helpers.training import asked, built


def scripted(monkeypatch: pytest.MonkeyPatch, errors: dict[int, float]) -> None:
    """Let the checks at some steps find these errors."""

    def validate(trainer: TokenizerTrainer) -> Validation:
        return Validation(errors[trainer.step], 1.0, 100.0, (errors[trainer.step],) * 24)

    monkeypatch.setattr(TokenizerTrainer, "validate", validate)


def steps_of(folder: Path) -> list[int]:
    return [read_progress(state).step for state in saved_states(folder)]


def lines_of(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "metrics.jsonl").read_text().splitlines()]


def test_a_new_run_from_an_older_state_gives_the_same_numbers(tmp_path: Path) -> None:
    built(tmp_path)
    train_job.run(asked(tmp_path, "whole"), SilentContext())
    older = tmp_path / "whole" / "checkpoint_epoch_0_step_3"
    before = sorted((tmp_path / "whole").rglob("*"))
    train_job.run(asked(tmp_path, "branch", begin_from=str(older)), SilentContext())
    last = "checkpoint_epoch_0_step_6/state.safetensors"
    first, second = (load_file(tmp_path / name / last) for name in ("whole", "branch"))
    assert all(torch.equal(value, second[key]) for key, value in first.items())
    assert sorted((tmp_path / "whole").rglob("*")) == before
    losses = [[line["loss"] for line in lines_of(tmp_path / name) if "loss" in line] for name in ("whole", "branch")]
    assert losses[0] == losses[1], "the curves begin with those of the older run"
    assert steps_of(tmp_path / "branch") == [6]
    with pytest.raises(PortraitsError, match="done already"):
        train_job.run(asked(tmp_path, "none", begin_from=str(older), steps=3), SilentContext())
    with pytest.raises(PortraitsError, match="not both"):
        train_job.run(asked(tmp_path, "whole", begin_from=str(older), resume=True), SilentContext())
    with pytest.raises(PortraitsError, match="no saved state"):
        train_job.run(asked(tmp_path, "none", begin_from=str(tmp_path)), SilentContext())


def test_the_network_of_a_state_is_kept_and_what_differs_is_told(tmp_path: Path) -> None:
    built(tmp_path)
    train_job.run(asked(tmp_path, steps=2), SilentContext())
    context = SilentContext()
    train_job.run(asked(tmp_path, steps=3, resume=True, wide=64, codes=32, batch=3), context)
    assert "The setting batch is 3; the run was begun with 2." in context.notes
    assert read_progress(tmp_path / "run" / "checkpoint_epoch_0_step_3").codes == 16


def test_an_interrupted_command_saves_its_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C comes in the middle of a step, which is finished first."""
    built(tmp_path)
    advance = TokenizerTrainer.advance

    def interrupted(trainer: TokenizerTrainer) -> StepReport:
        if trainer.step == 3:
            signal.raise_signal(signal.SIGINT)
        return advance(trainer)

    monkeypatch.setattr(TokenizerTrainer, "advance", interrupted)
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        train_job.run(asked(tmp_path, save_every=100, check_every=100), SilentContext())
    assert signal.getsignal(signal.SIGINT) is before
    assert steps_of(tmp_path / "run") == [4]
    monkeypatch.undo()
    train_job.run(asked(tmp_path, resume=True), SilentContext())
    assert [line["step"] for line in lines_of(tmp_path / "run") if "loss" in line] == [1, 2, 3, 4, 5, 6]


def test_the_command_goes_on_as_the_run_was_begun(tmp_path: Path) -> None:
    built(tmp_path)
    train_job.run(asked(tmp_path, steps=2), SilentContext())
    run = tmp_path / "run"
    (run / "pace.json").write_bytes(to_json(TrainingPace(check_every=1, save_every=1, patience=7)))
    runner, given = CliRunner(), ["train", str(tmp_path / "set.npz"), "--steps", "3", "--device", "cpu"]
    told = runner.invoke(motion_commands, [*given, "--output", str(run), "--resume"])
    assert told.exit_code == 0, told.stderr
    state = str(run / "checkpoint_epoch_0_step_2")
    told = runner.invoke(
        motion_commands, [*given, "--output", str(tmp_path / "b"), "--begin-from", state, "--batch", "3"]
    )
    assert told.exit_code == 0, told.stderr
    assert "The setting batch is 3; the run was begun with 2." in told.stderr
    jobs = [from_json((folder / "run.json").read_bytes(), TrainTokenizerJob) for folder in (run, tmp_path / "b")]
    assert [(job.steps, job.batch, job.warm_up, job.save_every, job.patience) for job in jobs] == [
        (3, 2, 2, 1, 7),
        (3, 3, 2, 1, 7),
    ]


def test_another_training_set_goes_on_only_as_a_new_run(tmp_path: Path) -> None:
    built(tmp_path)
    train_job.run(asked(tmp_path, steps=2), SilentContext())
    mean = load_tokenizer(tmp_path / "run" / "4DMoT").mean
    (tmp_path / "set.npz").unlink()
    built(tmp_path, seed=9)
    with pytest.raises(PortraitsError, match="another training set"):
        train_job.run(asked(tmp_path, steps=3, resume=True), SilentContext())
    train_job.run(asked(tmp_path, "tuned", steps=3, begin_from=str(tmp_path / "run")), SilentContext())
    np.testing.assert_array_equal(load_tokenizer(tmp_path / "tuned" / "4DMoT").mean, mean)


def test_the_best_state_is_kept_and_exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(tmp_path)
    scripted(monkeypatch, {1: 50, 2: 40, 3: 45, 4: 30, 5: 35, 6: 60})
    context = SilentContext()
    train_job.run(asked(tmp_path, check_every=1, save_every=3), context)
    assert steps_of(tmp_path / "run") == [6, 4, 3], "step 2 made room for the better step 4"
    best = best_state(tmp_path / "run")
    assert best is not None
    assert (read_progress(best).step, read_progress(best).error) == (4, 30.0)
    assert chosen_state(tmp_path / "run") == best
    assert "The state of step 4 was exported, whose error is the smallest." in context.notes
    exported, state = load_file(tmp_path / "run" / "4DMoT" / NAMES[0]), load_file(best / "state.safetensors")
    assert all(torch.equal(value, state[f"model.{key}"]) for key, value in exported.items())
    (best / "progress.json").write_text("{")
    kept = best_state(tmp_path / "run")
    assert kept is not None
    assert read_progress(kept).step == 3, "a damaged state does not stand in the way"


def test_a_training_ends_when_its_error_falls_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(tmp_path)
    scripted(monkeypatch, {1: 50, 2: 40, 3: 45, 4: 41, 5: 1, 6: 1})
    context = SilentContext()
    train_job.run(asked(tmp_path, check_every=1, save_every=100, patience=2), context)
    assert steps_of(tmp_path / "run") == [4, 2]
    assert any("ended at step 4" in note for note in context.notes)


def test_a_state_is_exported_as_the_finished_tokenizer_is(tmp_path: Path) -> None:
    built(tmp_path)
    train_job.run(asked(tmp_path), SilentContext())
    run = tmp_path / "run"
    older = run / "checkpoint_epoch_0_step_3"
    context = SilentContext()
    files = export_job.run(ExportTokenizerJob(state=str(older), output=str(tmp_path / "older")), context)
    assert tuple(Path(file.path).name for file in files) == NAMES
    assert any("step 3 was exported, with an error of" in note for note in context.notes)
    weights = load_file(older / "state.safetensors")
    exported = load_file(tmp_path / "older" / NAMES[0])
    assert all(torch.equal(value, weights[f"model.{key}"]) for key, value in exported.items())
    motion = dance(49)
    loaded = [load_tokenizer(place).tokenize(motion) for place in (tmp_path / "older", older)]
    assert torch.equal(loaded[0].indices, loaded[1].indices)
    with pytest.raises(PortraitsError) as error:
        export_job.run(ExportTokenizerJob(state=str(run), output=str(tmp_path / "older")), context)
    assert error.value.code is ErrorCode.OUTPUT_EXISTS
    with pytest.raises(PortraitsError, match="holds no saved state"):
        export_job.run(ExportTokenizerJob(state=str(tmp_path), output=str(tmp_path / "x")), context)
    (older / "state.safetensors").write_bytes(b"no weights")
    with pytest.raises(PortraitsError) as error:
        export_job.run(ExportTokenizerJob(state=str(older), output=str(tmp_path / "x")), context)
    assert error.value.code is ErrorCode.BAD_MODEL


def test_the_pace_is_changed_while_it_runs(tmp_path: Path) -> None:
    built(tmp_path)
    folder = tmp_path / "run"

    class Changing(SilentContext):
        """A person who wants to see more from the second step on."""

        def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
            if step == 2:
                (folder / "pace.json").write_bytes(to_json(TrainingPace(check_every=2, save_every=1)))
            if step == 5:
                (folder / "pace.json").write_text('{"check_every": ')

    train_job.run(asked(tmp_path, check_every=100, save_every=100), Changing())
    assert steps_of(folder) == [6, 5, 4, 3, 2]
    assert [line["step"] for line in lines_of(folder) if "validation_mm" in line] == [2, 4, 6]


def test_curves_tell_the_time_without_pauses(tmp_path: Path) -> None:
    built(tmp_path)
    train_job.run(asked(tmp_path, steps=3), SilentContext())
    train_job.run(asked(tmp_path, steps=6, resume=True), SilentContext())
    seconds = [line["seconds"] for line in lines_of(tmp_path / "run")]
    assert seconds == sorted(seconds)
    assert seconds[0] > 0


def test_unseen_clips_are_shown_before_and_after_tokens(tmp_path: Path) -> None:
    built(tmp_path)
    context = RecordingContext()
    train_job.run(asked(tmp_path, steps=3), context)
    folder = tmp_path / "run"
    names = sorted(path.name for path in (folder / "unseen").iterdir())
    assert names[:2] == ["01-after.motion.npz", "01-before.motion.npz"]
    assert len(names) == 12, "six of 24 sources are unseen"
    before, after = (read_motion(folder / "unseen" / f"01-{when}.motion.npz") for when in ("before", "after"))
    assert len(before) == len(after) == 49
    assert before.source == after.source != ""
    tokenizer = load_tokenizer(folder / "4DMoT")
    np.testing.assert_allclose(tokenizer.reconstruct(before)[0].joints, after.joints, atol=0.1)
    assert (folder / "curves.png").stat().st_size > 1000


def test_a_memory_that_runs_out_is_told_as_one_of_training(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(tmp_path)

    def full(_trainer: TokenizerTrainer) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(TokenizerTrainer, "advance", full)
    with pytest.raises(PortraitsError, match=r"while training.*fewer clips") as error:
        train_job.run(asked(tmp_path), SilentContext())
    assert error.value.code is ErrorCode.OUT_OF_MEMORY
