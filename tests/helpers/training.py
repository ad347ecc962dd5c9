"""Small training sets and small trainings of the motion tokenizer."""

from pathlib import Path
from typing import Any

from engine.animation import dataset_job
from engine.protocol.context import SilentContext
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.motion import BuildDatasetJob
from engine.protocol.jobs.train import TrainTokenizerJob


def built(folder: Path, **more: Any) -> Path:
    path = folder / "set.npz"
    dataset_job.run(
        BuildDatasetJob(output=str(path), **({"synthetic": 24, "validation": 0.25} | more)), SilentContext()
    )
    return path


def asked(folder: Path, name: str = "run", **more: Any) -> TrainTokenizerJob:
    given: dict[str, Any] = {
        "steps": 6,
        "batch": 2,
        "learning_rate": 1e-3,
        "warm_up": 2,
        "narrow": 32,
        "wide": 32,
        "width": 8,
        "codes": 16,
        "log_every": 1,
        "check_every": 3,
        "save_every": 3,
        "device": "cpu",
    }
    return TrainTokenizerJob(dataset=Source(path=str(folder / "set.npz")), output=str(folder / name), **(given | more))
