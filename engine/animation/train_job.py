"""Runs a :class:`TrainTokenizerJob`: trains 4DMoT and exports it in the published layout."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np

from engine.animation.dataset import MotionDataset, read_dataset
from engine.animation.event_file import EventFile
from engine.animation.export_job import NAMES, export_state
from engine.animation.inputs import hashed, out_of_memory_hint
from engine.animation.trainer import TokenizerTrainer, TrainSettings
from engine.animation.training import LearningRate
from engine.animation.training_record import TrainingRecord
from engine.animation.training_run import run_training
from engine.animation.training_state import STATISTICS_NAME, best_state, chosen_state, newest_state, read_progress
from engine.animation.vqvae import VqVaeConfig
from engine.devices.detect import detect
from engine.diffusion.weights import read_state
from engine.media.files import atomic_output, output_exists
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import Artifact
from engine.protocol.jobs.train import CURVES_FILE, EXPORT_FOLDER, RUN_FILE, TrainingPace, TrainTokenizerJob
from engine.protocol.values import from_json, to_json

_LEARNING = ("batch", "learning_rate", "warm_up", "drop_at", "weight_decay", "published_rules")
"""What the numbers of a run depend on; the seed must be the same, and the network comes from the saved state."""


def run(job: TrainTokenizerJob, context: JobContext) -> list[Artifact]:
    """Train.

    The folder gets ``run.json`` with the job, ``pace.json`` with what may be changed while it runs, ``metrics.jsonl``,
    ``curves.png`` and a TensorBoard event file with the curves, ``unseen`` with clips before and after the tokens,
    saved states ``checkpoint_epoch_E_step_I``, and at the end ``4DMoT`` with the best state's tokenizer. A cancelled
    training saves its state.

    Returns:
        The exported files.

    Raises:
        PortraitsError: the training set cannot be read, the folder holds another training, or the loss broke down.
    """
    folder = Path(job.output)
    start = _start(job, folder)
    exported = folder / EXPORT_FOLDER / NAMES[0]
    if exported.exists() and not (job.overwrite or job.resume):
        raise output_exists(exported)
    dataset = read_dataset(Path(hashed(job.dataset, context.note).path))
    if not dataset.motions("validation"):
        context.note("The training set has no validation part, so no errors are measured.")
    if start is not None:
        dataset = _with_statistics(dataset, start, same=job.resume)
        job = _as_it_began(job, start, context)
    less = "Take fewer clips in a batch, or a smaller network."
    with out_of_memory_hint("training", less, "The saved states are whole."):
        return _train(job, folder, dataset, start, context)


def _start(job: TrainTokenizerJob, folder: Path) -> Path | None:
    """Return the saved state to go on from, None to begin."""
    newest = newest_state(folder)
    if newest is not None and not job.resume:
        raise PortraitsError(
            ErrorCode.OUTPUT_EXISTS,
            f"{quoted(folder)} holds a training already.",
            "Go on with it by --resume, or choose another folder.",
            safe="It was not touched.",
        )
    if job.resume and job.begin_from:
        raise PortraitsError(
            ErrorCode.USAGE,
            "A training goes on either in its own folder or from another state.",
            "Give --resume or --begin-from, not both.",
        )
    if job.resume and newest is None:
        raise PortraitsError(
            ErrorCode.MISSING_INPUT, f"{quoted(folder)} holds no saved state.", "Leave --resume out to begin."
        )
    if not job.begin_from:
        return newest
    start = chosen_state(Path(job.begin_from))
    step = read_progress(start).step
    if step >= job.steps:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"The saved state {quoted(start)} was made at step {step}, so {job.steps} steps are done already.",
            "Ask for more steps.",
        )
    return start


def _with_statistics(dataset: MotionDataset, start: Path, *, same: bool) -> MotionDataset:
    """Return the training set with the joint statistics of a saved state: its codes have no meaning with others."""
    found = read_state(start / STATISTICS_NAME)
    mean, std = found["mean"].float().numpy(), found["std"].float().numpy()
    if same and not (np.array_equal(mean, dataset.mean) and np.array_equal(std, dataset.std)):
        raise PortraitsError(
            ErrorCode.USAGE,
            f"{quoted(start)} was trained with another training set.",
            "Give that one, or begin a new run from this state by --begin-from.",
        )
    return replace(dataset, mean=mean, std=std)


def _as_it_began(job: TrainTokenizerJob, start: Path, context: JobContext) -> TrainTokenizerJob:
    """Return the job with the network of the saved state; what else differs from its run is told."""
    try:
        before = from_json((start.parent / RUN_FILE).read_bytes(), TrainTokenizerJob)
    except (OSError, ValueError, msgspec.MsgspecError):
        before = job
    for name in _LEARNING:
        now, then = getattr(job, name), getattr(before, name)
        if now != then:
            context.note(f"The setting {name.replace('_', ' ')} is {now}; the run was begun with {then}.")
    return msgspec.structs.replace(job, **read_progress(start).sizes._asdict())


def _train(
    job: TrainTokenizerJob, folder: Path, dataset: MotionDataset, start: Path | None, context: JobContext
) -> list[Artifact]:
    trainer = TokenizerTrainer(dataset, _settings(job), cpu=detect(job.device).chosen == "cpu")
    folder.mkdir(parents=True, exist_ok=True)
    if start is not None:
        trainer.load(start)
        context.note(f"The training goes on after step {trainer.step}.")
    main = trainer.accelerator.is_main_process
    if main:
        with atomic_output(folder / RUN_FILE, overwrite=True) as temporary:
            temporary.write_bytes(to_json(job, indent=1))
    with ExitStack() as stack:
        events = stack.enter_context(EventFile(folder / "tensorboard")) if main else None
        pace = TrainingPace(check_every=job.check_every, save_every=job.save_every, patience=job.patience)
        record = TrainingRecord(folder, trainer, pace, context, events)
        if start is not None:
            record.curves.go_on(start.parent / CURVES_FILE, trainer.step)
        validation = run_training(trainer, record, context, log_every=job.log_every)
    if validation is not None:
        context.note(
            f"Unseen motions: {validation.error:.1f} mm mean error, {validation.unquantised:.1f} mm without the "
            f"codebook, {validation.mean_pose:.1f} mm for always the mean pose."
        )
    best = best_state(folder)
    if not main or best is None:
        return []
    step = read_progress(best).step
    if step != trainer.step:
        context.note(f"The state of step {step} was exported, whose error is the smallest.")
    return export_state(best, folder / EXPORT_FOLDER)


def _settings(job: TrainTokenizerJob) -> TrainSettings:
    return TrainSettings(
        steps=job.steps,
        batch=job.batch,
        seed=job.seed,
        rate=LearningRate(
            peak=job.learning_rate, warm_up=job.warm_up, drop_at=job.drop_at, published=job.published_rules
        ),
        weight_decay=job.weight_decay,
        published=job.published_rules,
        sizes=VqVaeConfig(narrow=job.narrow, wide=job.wide, width=job.width, codes=job.codes),
    )
