"""Training of the tokenizer: published steps, exact resume, curves, export."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from engine.animation import train_job
from engine.animation.codebook import CodebookLearner
from engine.animation.dataset import read_dataset
from engine.animation.tokenizer import load_tokenizer
from engine.animation.trainer import TokenizerTrainer
from engine.animation.training import LearningRate, StepReport, make_optimizer, train_step
from engine.animation.training_state import newest_state
from engine.animation.vqvae import MotionVqVae, VqVaeConfig
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.train import TrainTokenizerJob
from engine.protocol.values import from_json
from tests.helpers.motion import CancelledContext, RecordingContext, dance, distance, golden, golden_json
from tests.helpers.training import asked, built


def test_three_steps_give_the_published_numbers() -> None:
    reference = golden("vq_train_3steps")
    meta = reference.meta
    model = MotionVqVae(VqVaeConfig(*meta["mid_channels"], meta["codebook_dim"], meta["nb_code"]))
    model.load_state_dict(reference.state("sd0."))
    model.train()
    optimizer, learner = make_optimizer(model), CodebookLearner(model.vq, published=True)
    rate = LearningRate()
    for step in range(meta["steps"]):
        wanted = reference.state(f"step{step}.")
        assert rate.at(step + 1) == pytest.approx(float(wanted["lr"]), rel=1e-6)
        batch = wanted["in.motion_norm"]
        report = train_step(model, learner, optimizer, batch, rate.at(step + 1), torch.randperm)
        assert report.loss == pytest.approx(float(wanted["loss"]), abs=1e-4)
        assert report.reconstruction == pytest.approx(float(wanted["recon_l1"]), abs=1e-4)
        assert report.commitment == pytest.approx(float(wanted["commit"]), abs=1e-4)
        assert report.perplexity == pytest.approx(float(wanted["perplexity"]), abs=1e-3)
        assert distance(model.vq.codebook, wanted["codebook"]) < 1e-3
        assert distance(learner.counts, wanted["code_count"]) < 1e-4
        gradients = {key.removeprefix("grad."): value for key, value in wanted.items() if key.startswith("grad.")}
        for name, value in gradients.items():
            mine = model.get_parameter(name).grad
            assert mine is not None
            assert distance(mine, value) < 1e-4
    for name, value in reference.state("final.").items():
        assert distance(model.get_parameter(name).detach(), value) < 1e-4


def test_the_rate_rises_as_published_and_falls_only_when_repaired() -> None:
    published, repaired = LearningRate(published=True), LearningRate()
    for step, rate in golden_json("rules")["lr_warmup"]:
        assert published.at(step) == pytest.approx(rate, rel=1e-6)
    assert repaired.at(300_000) == pytest.approx(2e-4)
    assert repaired.at(300_001) == pytest.approx(1e-5)


def test_a_training_leaves_curves_states_and_a_tokenizer(tmp_path: Path) -> None:
    built(tmp_path)
    context = RecordingContext()
    files = train_job.run(asked(tmp_path), context)
    folder = tmp_path / "run"
    assert [Path(file.path).name for file in files] == [
        "4DMoT.safetensors",
        "mp_rank_00_model_states.pt",
        "joint_stats.safetensors",
    ]
    states = sorted(path.name for path in folder.glob("checkpoint_*"))
    assert states == ["checkpoint_epoch_0_step_3", "checkpoint_epoch_0_step_6"]
    lines = [json.loads(line) for line in (folder / "metrics.jsonl").read_text().splitlines()]
    assert [line["step"] for line in lines if "loss" in line] == [1, 2, 3, 4, 5, 6]
    checked = [line for line in lines if "validation_mm" in line]
    assert [line["step"] for line in checked] == [3, 6]
    assert all(line["mean_pose_mm"] == checked[0]["mean_pose_mm"] for line in checked)
    assert all(line["learning_rate"] > 0 for line in lines if "loss" in line)
    by_joint = [value for name, value in checked[-1].items() if name.startswith("validation_mm/")]
    assert len(by_joint) == 24
    assert sum(by_joint) / 24 == pytest.approx(checked[-1]["validation_mm"])
    assert from_json((folder / "run.json").read_bytes(), TrainTokenizerJob).steps == 6
    assert any("mm mean error" in note for note in context.notes)
    assert context.previews[-1] == (880, 352)
    assert list((folder / "tensorboard").iterdir())


def test_the_exported_tokenizer_is_loaded_strictly_with_its_statistics(tmp_path: Path) -> None:
    built(tmp_path)
    train_job.run(asked(tmp_path, steps=2), SilentContext())
    folder = tmp_path / "run" / "4DMoT"
    dataset = read_dataset(tmp_path / "set.npz")
    loaded = [load_tokenizer(place) for place in (folder, folder / "mp_rank_00_model_states.pt")]
    for tokenizer in loaded:
        np.testing.assert_array_equal(tokenizer.mean, dataset.mean)
    motion = dance(49)
    first, second = (tokenizer.tokenize(motion) for tokenizer in loaded)
    assert torch.equal(first.indices, second.indices)
    state = torch.load(folder / "mp_rank_00_model_states.pt", weights_only=True)["module"]
    assert set(state) == set(load_file(folder / "4DMoT.safetensors"))
    assert len(state) == 129, "133 with the two shortcuts of blocks that change their width"


def test_resuming_gives_the_same_numbers_to_the_last_bit(tmp_path: Path) -> None:
    built(tmp_path)
    train_job.run(asked(tmp_path, "whole"), SilentContext())
    train_job.run(asked(tmp_path, "parts", steps=3), SilentContext())
    (tmp_path / "parts" / "metrics.jsonl").open("a").write('{"step": 4, "loss": 9}\n')
    train_job.run(asked(tmp_path, "parts", resume=True), SilentContext())
    whole, parts = (newest_state(tmp_path / name) for name in ("whole", "parts"))
    assert whole is not None
    assert parts is not None
    first, second = (load_file(folder / "state.safetensors") for folder in (whole, parts))
    assert first.keys() == second.keys()
    for key, value in first.items():
        assert torch.equal(value, second[key]), key
    curves = [(tmp_path / name / "metrics.jsonl").read_text() for name in ("whole", "parts")]
    losses = [[json.loads(line)["loss"] for line in text.splitlines() if "loss" in line] for text in curves]
    assert losses[0] == losses[1]


def test_a_stopped_training_is_saved_and_goes_on(tmp_path: Path) -> None:
    built(tmp_path)
    with pytest.raises(Cancelled):
        train_job.run(asked(tmp_path), CancelledContext(2))
    newest = newest_state(tmp_path / "run")
    assert newest is not None
    assert newest.name == "checkpoint_epoch_0_step_2"
    train_job.run(asked(tmp_path, "whole"), SilentContext())
    train_job.run(asked(tmp_path, resume=True), SilentContext())
    first, second = (load_file(tmp_path / name / "4DMoT" / "4DMoT.safetensors") for name in ("whole", "run"))
    assert all(torch.equal(value, second[key]) for key, value in first.items())


def test_training_learns(tmp_path: Path) -> None:
    built(tmp_path, synthetic=40)
    train_job.run(
        asked(tmp_path, steps=60, batch=4, learning_rate=2e-3, warm_up=5, check_every=60, save_every=60),
        SilentContext(),
    )
    lines = [json.loads(line) for line in (tmp_path / "run" / "metrics.jsonl").read_text().splitlines()]
    losses = [line["loss"] for line in lines if "loss" in line]
    assert np.mean(losses[-10:]) < 0.85 * np.mean(losses[:5])
    (checked,) = [line for line in lines if "validation_mm" in line]
    assert checked["validation_mm"] < 0.9 * checked["mean_pose_mm"]


def test_a_folder_with_a_training_is_not_touched(tmp_path: Path) -> None:
    built(tmp_path)
    train_job.run(asked(tmp_path, steps=1), SilentContext())
    with pytest.raises(PortraitsError) as error:
        train_job.run(asked(tmp_path, steps=1), SilentContext())
    assert error.value.code is ErrorCode.OUTPUT_EXISTS
    with pytest.raises(PortraitsError, match="another one"):
        train_job.run(asked(tmp_path, steps=2, resume=True, seed=1), SilentContext())
    with pytest.raises(PortraitsError, match="no saved state"):
        train_job.run(asked(tmp_path, "other", resume=True), SilentContext())
    (tmp_path / "run" / "checkpoint_epoch_0_step_1" / "progress.json").write_text("[]")
    with pytest.raises(PortraitsError, match="no saved state of a training"):
        train_job.run(asked(tmp_path, steps=2, resume=True), SilentContext())


def test_a_training_that_breaks_down_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(tmp_path)

    def broken(trainer: TokenizerTrainer) -> StepReport:
        trainer.step += 1
        return StepReport(float("nan"), 0.0, 0.0, 1.0, 1, 0)

    monkeypatch.setattr(TokenizerTrainer, "advance", broken)
    with pytest.raises(PortraitsError, match="broke down at step 1"):
        train_job.run(asked(tmp_path), SilentContext())
