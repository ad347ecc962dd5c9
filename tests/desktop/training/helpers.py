"""Folders of training runs as the engine writes them."""

import json
from pathlib import Path

import numpy as np

from engine.animation.motion_file import write_motion
from engine.protocol.jobs import TrainTokenizerJob
from engine.protocol.jobs.base import Source
from engine.protocol.values import to_json
from tests.helpers.motion import dance


def a_job(folder: Path, steps: int = 400) -> TrainTokenizerJob:
    return TrainTokenizerJob(
        dataset=Source(path=str(folder.parent / "set.npz")), output=str(folder), steps=steps, codes=64
    )


def write_points(folder: Path, start: int, end: int, every: int = 10) -> None:
    """Append curve points for some steps, with a check of unseen motions every 50."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "metrics.jsonl").open("a", encoding="utf-8") as file:
        for step in range(start, end, every):
            values = {
                "step": step,
                "seconds": step * 0.5,
                "loss": 10 / (step + 1),
                "perplexity": step / 10,
                "used": min(64, step // 4),
                "learning_rate": 2e-4,
            }
            file.write(json.dumps(values) + "\n")
            if step % 50 == 0 and step:
                checked = {
                    "step": step,
                    "seconds": step * 0.5,
                    "validation_mm": 200 - step / 4,
                    "validation_unquantised_mm": 11.8,
                    "mean_pose_mm": 148.0,
                    "validation_mm/left wrist": 44.0,
                    "validation_mm/right wrist": 46.0,
                    "validation_mm/pelvis": 8.0,
                }
                file.write(json.dumps(checked) + "\n")


def write_state(folder: Path, step: int) -> None:
    state = folder / f"checkpoint_epoch_1_step_{step}"
    state.mkdir(parents=True)
    (state / "progress.json").write_text(json.dumps({"step": step}), "utf-8")


def write_unseen(folder: Path, count: int = 2, *, off: float = 3.0) -> None:
    """Write unseen clips whose joints lie ``off`` mm lower after the tokens."""
    unseen = folder / "unseen"
    unseen.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        before = dance(49, seed=number)
        after = before.with_joints(before.joints + np.float32([0, off, 0]))
        write_motion(unseen / f"{number:02}-before.motion.npz", before, overwrite=True)
        write_motion(unseen / f"{number:02}-after.motion.npz", after, overwrite=True)


def a_run(folder: Path, *, upto: int = 300, states: tuple[int, ...] = (100, 200)) -> Path:
    """Write a run that was left at some step."""
    write_points(folder, 0, upto + 1)
    for step in states:
        write_state(folder, step)
    (folder / "run.json").write_bytes(to_json(a_job(folder)))
    return folder
