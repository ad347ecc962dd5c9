"""Saved states of a training, and the export in the published layout."""

import json
import re
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import Tensor

from engine.animation.codebook import CodebookLearner
from engine.animation.vqvae import MotionVqVae, VqVaeConfig
from engine.diffusion.weights import State, check_keys, read_state
from engine.media.files import atomic_folder, atomic_output
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

STATE_NAME = "state.safetensors"
PROGRESS_NAME = "progress.json"
_MEMBERS = re.compile(r"(state\.safetensors|progress\.json)")
_FOLDER = re.compile(r"checkpoint_epoch_(\d{1,9})_step_(\d{1,9})")
_MAX_PROGRESS = 1_000_000
_OPTIMIZER = ("step", "exp_avg", "exp_avg_sq")


def state_folder(output: Path, epoch: int, step: int) -> Path:
    """Return the folder of a saved state, named as the original trainer names its own."""
    return output / f"checkpoint_epoch_{epoch}_step_{step}"


def newest_state(output: Path) -> Path | None:
    """Return the saved state with the most steps in a training's folder, None when there is none."""
    found = [(int(match[2]), path) for path in output.glob("checkpoint_*") if (match := _FOLDER.fullmatch(path.name))]
    return max(found, default=(0, None))[1]


def save_state(
    folder: Path,
    model: MotionVqVae,
    optimizer: torch.optim.Optimizer,
    learner: CodebookLearner,
    progress: dict[str, Any],
) -> None:
    """Save everything an exact resume needs: weights, codebook and its averages, optimizer and progress.

    Random numbers and the choice of clips depend on seed and step alone, so they need no state of their own.

    Args:
        folder: is made; an older one of this name is replaced file by file.
        model: the bare model.
        optimizer: AdamW.
        learner: the codebook's averages.
        progress: JSON values: step, seed, sizes.
    """
    tensors: State = {f"model.{key}": value for key, value in model.state_dict().items()}
    tensors |= {f"learner.{key}": value for key, value in learner.state().items()}
    for index, parameter in enumerate(model.parameters()):
        for name, value in optimizer.state.get(parameter, {}).items():
            tensors[f"optimizer.{index}.{name}"] = value
    with atomic_folder(folder, _MEMBERS, overwrite=True) as temporary:
        save_file({key: _plain(value) for key, value in tensors.items()}, temporary / STATE_NAME)
        (temporary / PROGRESS_NAME).write_text(json.dumps(progress, indent=1), "utf-8")


def _plain(tensor: Tensor) -> Tensor:
    return tensor.detach().cpu().contiguous().clone()


def read_progress(folder: Path) -> dict[str, Any]:
    """Read the progress of a saved state.

    Raises:
        PortraitsError: BAD_MODEL when it is missing or damaged.
    """
    path = folder / PROGRESS_NAME
    try:
        if path.stat().st_size > _MAX_PROGRESS:
            raise ValueError("too large")
        progress = json.loads(path.read_text("utf-8"))
        numbers = [progress[key] for key in ("step", "seed", "narrow", "wide", "width", "codes")]
        if not all(type(number) is int and 0 <= number < 2**53 for number in numbers):
            raise ValueError("no numbers")
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"{quoted(folder)} is no saved state of a training.",
            "Choose a folder named checkpoint_epoch_..._step_... .",
        ) from error
    result: dict[str, Any] = progress
    return result


def load_state(folder: Path, model: MotionVqVae, optimizer: torch.optim.Optimizer, learner: CodebookLearner) -> None:
    """Put a saved state into model, optimizer and codebook; the model must have the sizes that its progress tells.

    Raises:
        PortraitsError: MODEL_MISSING or BAD_MODEL.
    """
    tensors = read_state(folder / STATE_NAME)
    wanted = {f"model.{key}": tuple(value.shape) for key, value in model.state_dict().items()}
    wanted |= {f"learner.{key}": tuple(value.shape) for key, value in learner.state().items()}
    parameters = list(model.parameters())
    if any(key.startswith("optimizer.") for key in tensors):
        for index, parameter in enumerate(parameters):
            shapes = ((), tuple(parameter.shape), tuple(parameter.shape))
            wanted |= {f"optimizer.{index}.{name}": shape for name, shape in zip(_OPTIMIZER, shapes, strict=True)}
    check_keys(wanted, {key: tuple(value.shape) for key, value in tensors.items()}, f"The state {quoted(folder)}")
    with torch.no_grad():
        for key, target in model.state_dict().items():
            target.copy_(tensors[f"model.{key}"])
    learner.load_state({key: tensors[f"learner.{key}"] for key in learner.state()})
    for index, parameter in enumerate(parameters):
        if f"optimizer.{index}.step" in tensors:
            optimizer.state[parameter] = {
                name: tensors[f"optimizer.{index}.{name}"].to(parameter.device if name != "step" else "cpu")
                for name in _OPTIMIZER
            }


def config_of_progress(progress: dict[str, Any]) -> VqVaeConfig:
    """Return the sizes that :func:`read_progress` found."""
    return VqVaeConfig(*(progress[key] for key in VqVaeConfig._fields))


def export_tokenizer(folder: Path, model: MotionVqVae, mean: Tensor, std: Tensor, *, overwrite: bool) -> list[Path]:
    """Write a tokenizer as others load it, and return the files.

    ``4DMoT.safetensors`` and ``mp_rank_00_model_states.pt`` (DeepSpeed layout, under "module") hold the same weights
    under the published names; ``joint_stats.safetensors`` the joint statistics that belong to them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    state = {key: _plain(value) for key, value in model.state_dict().items()}
    files = [folder / name for name in ("4DMoT.safetensors", "mp_rank_00_model_states.pt", "joint_stats.safetensors")]
    with atomic_output(files[0], overwrite=overwrite) as temporary:
        save_file(state, temporary, metadata={"format": "pt"})
    with atomic_output(files[1], overwrite=overwrite) as temporary:
        torch.save({"module": state}, temporary)
    with atomic_output(files[2], overwrite=overwrite) as temporary:
        save_file({"mean": _plain(mean), "std": _plain(std)}, temporary, metadata={"format": "pt", "unit": "mm"})
    return files
