"""Runs a :class:`BuildDatasetJob`: motion files, and motions made by rule, become a training set."""

from pathlib import Path

import numpy as np

from engine.animation.cleaning import gaps_filled, without_outliers
from engine.animation.dataset import make_dataset, write_dataset
from engine.animation.motion import Joints, Motion
from engine.animation.motion_input import SUFFIXES, load_motions
from engine.animation.synthetic import synthetic_motions
from engine.animation.timing import resampled
from engine.media.files import output_exists, sha256_of
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import Artifact, MediaInfo
from engine.protocol.jobs.motion import BuildDatasetJob

_SHORTEST = 8


def run(job: BuildDatasetJob, context: JobContext) -> list[Artifact]:
    """Build a training set.

    Gaps of each motion are filled and outliers removed; all motions are brought to one frame rate. The validation part
    is chosen by source, so that no video is in both parts.

    Raises:
        PortraitsError: a motion cannot be read, or there are too few.
    """
    output = Path(job.output)
    if output.suffix.lower() != ".npz":
        raise PortraitsError(
            ErrorCode.USAGE, f"{quoted(output)} does not end in .npz.", "Choose a name such as dances.npz."
        )
    if output.exists() and not job.overwrite:
        raise output_exists(output)
    motions = _read(job, context)
    if job.synthetic:
        context.progress("Making motions", 0, job.synthetic, "motions")
        motions += [
            (motion.source, resampled(motion, job.fps).joints)
            for motion in synthetic_motions(job.synthetic, seed=job.seed)
        ]
    if not motions:
        raise PortraitsError(
            ErrorCode.USAGE, "There is no motion to train with.", "Name motion files, or folders with motion files."
        )
    held = validation_sources([source for source, _ in motions], job.validation, job.seed)
    dataset = make_dataset(motions, job.fps, held)
    write_dataset(output, dataset, overwrite=job.overwrite)
    training = sum(clip.split == "train" for clip in dataset.clips)
    context.note(
        f"{training} motions for training and {len(dataset.clips) - training} for validation, "
        f"{len(dataset.joints)} frames in all; no source is in both parts."
    )
    media = MediaInfo(
        kind="motion",
        format="dataset",
        frames=len(dataset.joints),
        fps=float(job.fps),
        duration=float(len(dataset.joints) / job.fps),
    )
    return [Artifact(path=str(output), sha256=sha256_of(output), media=media)]


def _read(job: BuildDatasetJob, context: JobContext) -> list[tuple[str, Joints]]:
    files: list[Path] = []
    for source in job.inputs:
        path = Path(source.path)
        inside = path.rglob("*") if path.is_dir() else ()
        files += sorted(file for file in inside if file.suffix.lower() in SUFFIXES and file.is_file())
        files += [] if path.is_dir() else [path]
    found: list[tuple[str, Joints]] = []
    for number, file in enumerate(files, 1):
        context.check_cancelled()
        motions, notes = load_motions(file)
        for note in notes:
            context.note(note)
        for motion in motions:
            joints = _prepared(motion, job)
            if joints is None:
                context.note(f"A motion of {motion.source!r} in {quoted(file)} is too short and was left out.")
            else:
                found.append((motion.source or file.name, joints))
        context.progress("Reading motions", number, len(files), "files")
    return found


def _prepared(motion: Motion, job: BuildDatasetJob) -> Joints | None:
    if not motion.valid.any():
        return None
    whole, _ = gaps_filled(without_outliers(motion)[0])
    joints = resampled(whole, job.fps).joints
    return joints if len(joints) >= _SHORTEST else None


def validation_sources(sources: list[str], share: float, seed: int) -> frozenset[str]:
    """Choose whole sources for the validation part, at random, about ``share`` of them and never all."""
    different = sorted(set(sources))
    count = min(round(len(different) * share), len(different) - 1)
    if share > 0 and count == 0 and len(different) > 1:
        count = 1
    chosen = np.random.default_rng(seed).permutation(len(different))[:count]
    return frozenset(different[index] for index in chosen)
