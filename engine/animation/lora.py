"""Merges a LoRA for Wan into MV-DiT-17B, as the published tool does for FusionX."""

from typing import NamedTuple

import torch
from torch import Tensor

from engine.diffusion.weights import State
from engine.protocol.errors import ErrorCode, PortraitsError

_PREFIXES = ("diffusion_model.", "transformer.")
_PAIRS = ((".lora_up.weight", ".lora_down.weight"), (".lora_B.weight", ".lora_A.weight"))


class MergeReport(NamedTuple):
    """What a LoRA did.

    Attributes:
        changed: keys of the weights that were changed.
        unmatched: names in the LoRA that the model does not have.
    """

    changed: list[str]
    unmatched: list[str]


def merge_lora(state: State, lora: State, name: str, *, strength: float = 1.0) -> MergeReport:
    """Add a LoRA to weights in the original Wan layout, in place: ``W += strength * up @ down``.

    Full differences (``.diff`` and ``.diff_b``) are added as well. As in the published tool, which made the settings
    that go with FusionX, the LoRA's tensors are rounded to bfloat16 first and no rank factor is applied; an ``.alpha``
    in the file is used, because LoRAs trained elsewhere depend on it.

    Raises:
        PortraitsError: BAD_MODEL when nothing in it fits the model, a shape is wrong, or it holds NaN.
    """
    parts = {_plain(key): value for key, value in lora.items()}
    changed: list[str] = []
    unmatched: list[str] = []
    for key, value in parts.items():
        target, delta = _difference(parts, key, value, name)
        if target is None or delta is None:
            continue
        weight = state.get(target)
        if weight is None:
            unmatched.append(target)
            continue
        if delta.numel() != weight.numel():
            raise _unfit(name, f"its {target} is {tuple(delta.shape)}, not {tuple(weight.shape)}")
        if not torch.isfinite(delta).all():
            raise _unfit(name, f"its {target} holds values that are no numbers")
        state[target] = (weight + strength * delta.view_as(weight).to(weight.dtype)).to(weight.dtype)
        changed.append(target)
    if not changed:
        family = next(iter(sorted(parts)), "nothing")
        raise _unfit(name, f"none of its names fits, for example {family!r}")
    return MergeReport(changed, unmatched)


def _plain(key: str) -> str:
    for prefix in _PREFIXES:
        key = key.removeprefix(prefix)
    return key


def _difference(parts: State, key: str, value: Tensor, name: str) -> tuple[str | None, Tensor | None]:
    """Return the weight that an entry changes, and by how much; nothing for entries that belong to another one."""
    if key.endswith(".diff"):
        return f"{key.removesuffix('.diff')}.weight", _rounded(value)
    if key.endswith(".diff_b"):
        return f"{key.removesuffix('.diff_b')}.bias", _rounded(value)
    for up, down in _PAIRS:
        if key.endswith(up):
            base = key.removesuffix(up)
            other = parts.get(base + down)
            if other is None:
                raise _unfit(name, f"{base} has an upper half only")
            left, right = _rounded(value).flatten(1), _rounded(other).flatten(1)
            if left.shape[1] != right.shape[0]:
                raise _unfit(name, f"the halves of {base} do not fit each other")
            alpha = parts.get(f"{base}.alpha")
            factor = 1.0 if alpha is None else float(alpha) / right.shape[0]
            return f"{base}.weight", left @ right * factor
    return None, None


def _rounded(value: Tensor) -> Tensor:
    return value.to(torch.bfloat16).float()


def _unfit(name: str, reason: str) -> PortraitsError:
    return PortraitsError(
        ErrorCode.BAD_MODEL, f"{name} does not fit this model: {reason}.", "Choose a LoRA made for Wan 2.1 14B."
    )
