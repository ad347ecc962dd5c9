"""Runs an :class:`ExportTokenizerJob`: a saved state of a training becomes a tokenizer in the published layout."""

from pathlib import Path

import torch
from safetensors.torch import save_file

from engine.animation.tokenizer import build_tokenizer
from engine.animation.training_state import (
    STATE_NAME,
    STATISTICS_NAME,
    chosen_state,
    plain,
    read_progress,
    read_weights,
)
from engine.diffusion.weights import read_state
from engine.media.files import atomic_output, output_exists, sha256_of
from engine.protocol.context import JobContext
from engine.protocol.jobs.base import Artifact, MediaInfo
from engine.protocol.jobs.train import ExportTokenizerJob

NAMES = ("4DMoT.safetensors", "mp_rank_00_model_states.pt", STATISTICS_NAME)


def run(job: ExportTokenizerJob, context: JobContext) -> list[Artifact]:
    """Export.

    Raises:
        PortraitsError: there is no such state, it is damaged, or the files cannot be written.
    """
    state, folder = chosen_state(Path(job.state)), Path(job.output)
    for name in NAMES:
        if (folder / name).exists() and not job.overwrite:
            raise output_exists(folder / name)
    progress = read_progress(state)
    measured = "" if progress.error is None else f", with an error of {progress.error:.1f} mm"
    context.note(f"The state of step {progress.step} was exported{measured}.")
    return export_state(state, folder)


def export_state(state: Path, folder: Path) -> list[Artifact]:
    """Write the tokenizer of a saved state; files of these names are replaced.

    ``4DMoT.safetensors`` and ``mp_rank_00_model_states.pt`` (DeepSpeed layout, under "module") hold the same weights
    under the published names; ``joint_stats.safetensors`` the joint statistics that belong to them.

    Args:
        state: the folder of the saved state.
        folder: is made when missing.

    Raises:
        PortraitsError: MODEL_MISSING or BAD_MODEL for the state; CANNOT_WRITE or DISK_FULL.
    """
    weights, statistics = read_weights(state / STATE_NAME), read_state(state / STATISTICS_NAME)
    tokenizer = build_tokenizer(weights, f"The saved state {state.name!r}", statistics=statistics)
    weights = {key: plain(value) for key, value in tokenizer.model.state_dict().items()}
    folder.mkdir(parents=True, exist_ok=True)
    safe, pickled, stats = (folder / name for name in NAMES)
    with atomic_output(safe, overwrite=True) as temporary:
        save_file(weights, temporary, metadata={"format": "pt"})
    with atomic_output(pickled, overwrite=True) as temporary:
        torch.save({"module": weights}, temporary)
    with atomic_output(stats, overwrite=True) as temporary:
        save_file(statistics, temporary, metadata={"format": "pt", "unit": "mm"})
    media = MediaInfo(kind="motion", format="tokenizer")
    return [Artifact(path=str(file), sha256=sha256_of(file), media=media) for file in (safe, pickled, stats)]
