"""Runs a :class:`TrainTokenizerJob`: trains 4DMoT and exports it in the published layout."""

from contextlib import ExitStack
from pathlib import Path

import torch

from engine.animation.dataset import MotionDataset, read_dataset
from engine.animation.event_file import EventFile
from engine.animation.inputs import hashed, out_of_memory_hint
from engine.animation.trainer import TokenizerTrainer, TrainSettings, run_training
from engine.animation.training import LearningRate
from engine.animation.training_curves import Curves
from engine.animation.training_plot import plot_curves
from engine.animation.training_state import export_tokenizer, newest_state, state_folder
from engine.animation.vqvae import VqVaeConfig
from engine.devices.detect import detect
from engine.media.files import atomic_output, output_exists, sha256_of
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import Artifact, MediaInfo
from engine.protocol.jobs.train import TrainTokenizerJob
from engine.protocol.values import to_json

CURVES_NAME = "metrics.jsonl"
EXPORT_NAME = "4DMoT"
RUN_NAME = "run.json"


def run(job: TrainTokenizerJob, context: JobContext) -> list[Artifact]:
    """Train.

    The folder gets ``run.json`` with the job, ``metrics.jsonl`` and a TensorBoard event file with the curves, saved
    states ``checkpoint_epoch_E_step_I`` and at the end ``4DMoT`` with the tokenizer. A cancelled training saves its
    state.

    Returns:
        The exported files.

    Raises:
        PortraitsError: the training set cannot be read, the folder holds another training, or the loss broke down.
    """
    folder = Path(job.output)
    newest = newest_state(folder)
    if newest is not None and not job.resume:
        raise PortraitsError(
            ErrorCode.OUTPUT_EXISTS,
            f"{quoted(folder)} holds a training already.",
            "Go on with it by --resume, or choose another folder.",
            safe="It was not touched.",
        )
    if job.resume and newest is None:
        raise PortraitsError(
            ErrorCode.MISSING_INPUT, f"{quoted(folder)} holds no saved state.", "Leave --resume out to begin."
        )
    exported = folder / EXPORT_NAME / "4DMoT.safetensors"
    if exported.exists() and not (job.overwrite or job.resume):
        raise output_exists(exported)
    dataset = read_dataset(Path(hashed(job.dataset, context.note).path))
    if not dataset.motions("validation"):
        context.note("The training set has no validation part, so no errors are measured.")
    with out_of_memory_hint():
        return _train(job, folder, dataset, newest, context)


def _train(
    job: TrainTokenizerJob, folder: Path, dataset: MotionDataset, newest: Path | None, context: JobContext
) -> list[Artifact]:
    trainer = TokenizerTrainer(dataset, _settings(job), cpu=detect(job.device).chosen == "cpu")
    folder.mkdir(parents=True, exist_ok=True)
    if newest is not None:
        trainer.load(newest)
        context.note(f"The training goes on after step {trainer.step}.")
    main = trainer.accelerator.is_main_process
    if main:
        # With it a run can be opened, and go on, where nothing but its folder is known.
        with atomic_output(folder / RUN_NAME, overwrite=True) as temporary:
            temporary.write_bytes(to_json(job, indent=1))
    curves = Curves(folder / CURVES_NAME if main else None)
    curves.forget_after(trainer.step)
    with ExitStack() as stack:
        events = stack.enter_context(EventFile(folder / "tensorboard")) if main else None

        def log(step: int, values: dict[str, float]) -> None:
            curves.add(step, values)
            if events is not None:
                for name, value in values.items():
                    events.scalar(name, value, step)
            if context.preview_due():
                picture = plot_curves(curves.points)
                context.preview(picture.tobytes(), picture.shape[1], picture.shape[0])

        validation = run_training(
            trainer,
            context,
            log_every=job.log_every,
            check_every=job.check_every,
            save_every=job.save_every,
            log=log,
            save=lambda: trainer.save(state_folder(folder, trainer.epoch, trainer.step)),
        )
    if validation is not None:
        context.note(
            f"Unseen motions: {validation.error:.1f} mm mean error, {validation.unquantised:.1f} mm without the "
            f"codebook, {validation.mean_pose:.1f} mm for always the mean pose."
        )
    if not main:
        return []
    files = export_tokenizer(
        folder / EXPORT_NAME,
        trainer.model,
        torch.from_numpy(dataset.mean),
        torch.from_numpy(dataset.std),
        overwrite=True,
    )
    media = MediaInfo(kind="motion", format="tokenizer", fps=float(dataset.fps))
    return [Artifact(path=str(file), sha256=sha256_of(file), media=media) for file in files]


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
