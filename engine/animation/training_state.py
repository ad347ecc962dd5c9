"""Saved states of a training: everything that an exact resume needs, and that a tokenizer is made of."""

import re
import shutil
from pathlib import Path
from typing import Annotated

import msgspec
import torch
from safetensors.torch import save_file
from torch import Tensor

from engine.animation.codebook import CodebookLearner
from engine.animation.vqvae import MotionVqVae, VqVaeConfig
from engine.diffusion.weights import State, check_keys, read_state
from engine.media.files import atomic_folder
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.values import from_json, to_json

STATE_NAME = "state.safetensors"
STATISTICS_NAME = "joint_stats.safetensors"
PROGRESS_NAME = "progress.json"
_MEMBERS = re.compile(r"(state\.safetensors|joint_stats\.safetensors|progress\.json)")
_FOLDER = re.compile(r"checkpoint_epoch_(\d{1,9})_step_(\d{1,9})")
_MAX_PROGRESS = 1_000_000
_MODEL = "model."
_OPTIMIZER = ("step", "exp_avg", "exp_avg_sq")

_Count = Annotated[int, msgspec.Meta(ge=0, lt=2**53)]
_Size = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]


class Progress(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far a saved state is: its step, the seed and sizes of the network, and what is known of its quality."""

    step: _Count
    seed: _Count
    narrow: _Size
    wide: _Size
    width: _Size
    codes: _Size
    error: float | None = None
    """The newest error of unseen motions in mm; None while none was measured."""
    only_best: bool = False
    """Saved for nothing but its small error; the next better one takes its place."""

    @property
    def sizes(self) -> VqVaeConfig:
        return VqVaeConfig(*(getattr(self, name) for name in VqVaeConfig._fields))


def state_folder(output: Path, epoch: int, step: int) -> Path:
    """Return the folder of a saved state, named as the original trainer names its own."""
    return output / f"checkpoint_epoch_{epoch}_step_{step}"


def saved_states(output: Path) -> list[Path]:
    """Return the saved states in a training's folder, the newest first."""
    found = [(int(match[2]), path) for path in output.glob("checkpoint_*") if (match := _FOLDER.fullmatch(path.name))]
    return [path for _, path in sorted(found, reverse=True)]


def newest_state(output: Path) -> Path | None:
    """Return the saved state with the most steps in a training's folder, None when there is none."""
    return next(iter(saved_states(output)), None)


def best_state(output: Path) -> Path | None:
    """Return the saved state with the smallest error in a training's folder, the newest while nothing was measured.

    Of states with the same error the oldest is taken: the error was measured there, the others were saved before the
    next check.
    """
    states = saved_states(output)
    found = [(progress.error, progress.step, state) for state in states if (progress := _progress(state)) is not None]
    measured = [(error, step, state) for error, step, state in found if error is not None]
    return min(measured)[2] if measured else next(iter(states), None)


def _progress(state: Path) -> Progress | None:
    """Return the progress of a saved state, None when it is damaged: that must not stop a training."""
    try:
        return read_progress(state)
    except PortraitsError:
        return None


def chosen_state(path: Path) -> Path:
    """Return the saved state that a path means: a state's folder, or that of a run, whose best one is taken.

    Raises:
        PortraitsError: MISSING_INPUT when there is none.
    """
    state = path if (path / PROGRESS_NAME).is_file() else best_state(path)
    if state is None:
        raise PortraitsError(
            ErrorCode.MISSING_INPUT,
            f"{quoted(path)} holds no saved state of a training.",
            "Choose the folder of a training, or one named checkpoint_epoch_..._step_... in it.",
        )
    return state


def save_state(
    folder: Path,
    model: MotionVqVae,
    optimizer: torch.optim.Optimizer,
    learner: CodebookLearner,
    statistics: State,
    progress: Progress,
) -> None:
    """Save weights, codebook and its averages, optimizer, joint statistics and progress.

    Random numbers and the choice of clips depend on seed and step alone, so they need no state of their own.

    Args:
        folder: is made; an older one of this name is replaced file by file.
        model: the bare model.
        optimizer: AdamW.
        learner: the codebook's averages.
        statistics: "mean" and "std" (24, 3) of the joints in mm.
        progress: how far it is.
    """
    tensors: State = {f"{_MODEL}{key}": value for key, value in model.state_dict().items()}
    tensors |= {f"learner.{key}": value for key, value in learner.state().items()}
    for index, parameter in enumerate(model.parameters()):
        for name, value in optimizer.state.get(parameter, {}).items():
            tensors[f"optimizer.{index}.{name}"] = value
    with atomic_folder(folder, _MEMBERS, overwrite=True) as temporary:
        save_file({key: plain(value) for key, value in tensors.items()}, temporary / STATE_NAME)
        save_file(statistics, temporary / STATISTICS_NAME, metadata={"format": "pt", "unit": "mm"})
        (temporary / PROGRESS_NAME).write_bytes(to_json(progress, indent=1))


def plain(tensor: Tensor) -> Tensor:
    """Return a copy of a tensor as it is written into files."""
    return tensor.detach().cpu().contiguous().clone()


def forget_former_best(output: Path, best: Path) -> None:
    """Remove the states that were saved for nothing but an error that ``best`` is below now."""
    for state in saved_states(output):
        progress = _progress(state)
        if state != best and progress is not None and progress.only_best:
            shutil.rmtree(state, ignore_errors=True)


def read_progress(folder: Path) -> Progress:
    """Read the progress of a saved state.

    Raises:
        PortraitsError: BAD_MODEL when it is missing or damaged.
    """
    path = folder / PROGRESS_NAME
    try:
        if path.stat().st_size > _MAX_PROGRESS:
            raise ValueError("too large")
        return from_json(path.read_bytes(), Progress)
    except (OSError, ValueError, msgspec.MsgspecError, RecursionError) as error:
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"{quoted(folder)} is no saved state of a training.",
            "Choose a folder named checkpoint_epoch_..._step_... .",
        ) from error


def read_weights(path: Path) -> State:
    """Read the weights of a tokenizer from a file: of a saved state, or exported.

    Raises:
        PortraitsError: MODEL_MISSING or BAD_MODEL.
    """
    tensors = read_state(path)
    if path.name != STATE_NAME:
        return tensors
    return {key.removeprefix(_MODEL): value for key, value in tensors.items() if key.startswith(_MODEL)}


def load_state(folder: Path, model: MotionVqVae, optimizer: torch.optim.Optimizer, learner: CodebookLearner) -> None:
    """Put a saved state into model, optimizer and codebook; the model must have the sizes that its progress tells.

    Raises:
        PortraitsError: MODEL_MISSING or BAD_MODEL.
    """
    tensors = read_state(folder / STATE_NAME)
    wanted = {f"{_MODEL}{key}": tuple(value.shape) for key, value in model.state_dict().items()}
    wanted |= {f"learner.{key}": tuple(value.shape) for key, value in learner.state().items()}
    parameters = list(model.parameters())
    if any(key.startswith("optimizer.") for key in tensors):
        for index, parameter in enumerate(parameters):
            shapes = ((), tuple(parameter.shape), tuple(parameter.shape))
            wanted |= {f"optimizer.{index}.{name}": shape for name, shape in zip(_OPTIMIZER, shapes, strict=True)}
    check_keys(wanted, {key: tuple(value.shape) for key, value in tensors.items()}, f"The state {quoted(folder)}")
    with torch.no_grad():
        for key, target in model.state_dict().items():
            target.copy_(tensors[f"{_MODEL}{key}"])
    learner.load_state({key: tensors[f"learner.{key}"] for key in learner.state()})
    for index, parameter in enumerate(parameters):
        if f"optimizer.{index}.step" in tensors:
            optimizer.state[parameter] = {
                name: tensors[f"optimizer.{index}.{name}"].to(parameter.device if name != "step" else "cpu")
                for name in _OPTIMIZER
            }
