"""Opens weights safely and puts them into a model strictly: every key must be there, none may be left over."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from engine.models.safe import flat_tensors, load_pickle, load_tensors
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

State = dict[str, Tensor]

_PICKLED = (".pt", ".pth", ".bin")
_MAX_NAMED = 8
_MAX_INDEX_BYTES = 32 * 2**20
_MAX_SHARDS = 200


def read_state(path: Path) -> State:
    """Read the tensors of one file, on the CPU, by the model store's safe loading: no code of the file ever runs.

    A DeepSpeed checkpoint gives its entry ``module``, a training's ``state_dict`` likewise.

    Raises:
        PortraitsError: MODEL_MISSING, or BAD_MODEL for a damaged file or one that holds more than weights.
    """
    if not path.is_file():
        raise _missing(path)
    if path.suffix.lower() not in _PICKLED:
        return load_tensors(path)
    content = load_pickle(path)
    for entry in ("module", "state_dict"):
        if isinstance(content, Mapping) and isinstance(content.get(entry), Mapping):
            content = content[entry]
    return flat_tensors(path, content)


def weight_files(folder: Path) -> list[Path]:
    """Return the weight files of a model folder: what its index lists, else all safetensors, else one pickled file.

    Raises:
        PortraitsError: MODEL_MISSING when there is none or one of those listed is missing; BAD_MODEL for a bad index.
    """
    if folder.is_file():
        return [folder]
    for index in sorted(folder.glob("*.safetensors.index.json")):
        try:
            if index.stat().st_size > _MAX_INDEX_BYTES:
                raise _damaged(index)
            names = set(json.loads(index.read_text("utf-8"))["weight_map"].values())
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise _damaged(index) from error
        if len(names) > _MAX_SHARDS or any(not isinstance(name, str) or Path(name).name != name for name in names):
            raise _damaged(index)
        files = [folder / name for name in sorted(names)]
        for file in files:
            if not file.is_file():
                raise _missing(file)
        return files
    files = sorted(folder.glob("*.safetensors"))
    if not files:
        files = sorted(file for suffix in _PICKLED for file in folder.glob(f"*{suffix}"))[:1]
    if not files:
        raise _missing(folder)
    return files


def read_folder(folder: Path) -> State:
    """Read all tensors of a model folder, or of one file. Raises as :func:`read_state` and :func:`weight_files`."""
    state: State = {}
    for file in weight_files(folder):
        state.update(read_state(file))
    return state


def read_config(folder: Path) -> dict[str, Any]:
    """Read ``config.json`` of a model folder; an empty dict when there is none.

    Raises:
        PortraitsError: BAD_MODEL when it is damaged.
    """
    path = folder / "config.json"
    if not path.is_file():
        return {}
    try:
        if path.stat().st_size > _MAX_INDEX_BYTES:
            raise _damaged(path)
        config = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError) as error:
        raise _damaged(path) from error
    if not isinstance(config, dict):
        raise _damaged(path)
    return config


def load_strictly(
    model: nn.Module,
    state: State,
    name: str,
    *,
    dtype: torch.dtype | None = None,
    keep_float32: Sequence[str] = (),
) -> None:
    """Put weights into a model, which may have been made on the device "meta".

    Args:
        model: takes over the tensors of ``state`` (no copy is made where the type fits).
        state: a tensor for every key of the model, and no other.
        name: what the weights are called in messages.
        dtype: convert floating-point tensors to this type.
        keep_float32: tensors with one of these in their names become float32 instead.

    Raises:
        PortraitsError: BAD_MODEL; the message names keys that are missing, left over or of another shape.
    """
    wanted = {key: tuple(value.shape) for key, value in model.state_dict().items()}
    check_keys(wanted, {key: tuple(value.shape) for key, value in state.items()}, name)
    if dtype is not None:
        state = {
            key: value.to(torch.float32 if any(part in key for part in keep_float32) else dtype)
            if value.is_floating_point()
            else value
            for key, value in state.items()
        }
    model.load_state_dict(state, strict=True, assign=True)
    # assign=True makes parameters of whatever was given; the flag of the model is what counts.
    model.requires_grad_(False)


def check_keys(wanted: Mapping[str, tuple[int, ...]], found: Mapping[str, tuple[int, ...]], name: str) -> None:
    """Compare keys and shapes.

    Raises:
        PortraitsError: BAD_MODEL; see :func:`load_strictly`.
    """
    missing = [key for key in wanted if key not in found]
    unexpected = [key for key in found if key not in wanted]
    other = [
        f"{key} {found[key]} instead of {wanted[key]}" for key in wanted if key in found and found[key] != wanted[key]
    ]
    parts = [
        words.format(count=len(keys), names=_listed(keys))
        for keys, words in (
            (missing, "{count} missing ({names})"),
            (unexpected, "{count} unexpected ({names})"),
            (other, "{count} of another shape ({names})"),
        )
        if keys
    ]
    if parts:
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"{name} does not fit: {'; '.join(parts)}.",
            "Choose the weights of this model, in the variant that was asked for.",
        )


def _listed(keys: Iterable[str]) -> str:
    keys = list(keys)
    return ", ".join(keys[:_MAX_NAMED]) + (", ..." if len(keys) > _MAX_NAMED else "")


def _missing(path: Path) -> PortraitsError:
    return PortraitsError(
        ErrorCode.MODEL_MISSING,
        f"The model file {quoted(path)} is not there.",
        "Download the model, or name the folder that holds it.",
    )


def _damaged(path: Path) -> PortraitsError:
    return PortraitsError(
        ErrorCode.BAD_MODEL, f"The model file {quoted(path)} is damaged.", "Remove it and download it again."
    )
