"""Loads the SNAC codec from a folder: safetensors, or a weights-only .bin that is converted once."""

import json
import logging
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from snac.snac import SNAC

from engine.media.files import atomic_output
from engine.models.safe import load_tensors
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

log = logging.getLogger(__name__)

WEIGHTS = "model.safetensors"
PICKLED_WEIGHTS = "pytorch_model.bin"
CONFIG = "config.json"

_MAX_CONFIG = 1_000_000
_MAX_WEIGHTS = 2_000_000_000
_AGAIN = "Download it again, or choose the folder of hubertsiuzdak/snac_24khz."

# What the ids of the large voice are made for; widths are free, so that small codecs can be tested.
_TOPOLOGY: dict[str, object] = {
    "sampling_rate": 24_000,
    "encoder_rates": [2, 4, 8, 8],
    "decoder_rates": [8, 8, 4, 2],
    "attn_window_size": None,
    "codebook_size": 4096,
    "vq_strides": [4, 2, 1],
    "depthwise": True,
}
_WIDTHS = {"encoder_dim": 256, "decoder_dim": 4096, "codebook_dim": 64, "latent_dim": 4096}


def load_snac(folder: Path, *, convert: bool = False) -> SNAC:
    """Load the codec in float32 on the processor, ready to decode.

    Args:
        folder: has ``config.json`` and ``model.safetensors`` or ``pytorch_model.bin``.
        convert: write ``model.safetensors`` beside a .bin, so that it is read from there the next time.

    Raises:
        PortraitsError: MODEL_MISSING when a file is not there, BAD_MODEL when one is not what it should be.
    """
    config = _config(folder / CONFIG)
    state = _state(folder, convert=convert)
    model = SNAC(**config)
    try:
        missing, unexpected = model.load_state_dict(state, strict=False)
    except RuntimeError as error:
        raise _bad(folder, f"a weight has another shape: {str(error).splitlines()[-1].strip()}") from error
    if missing or unexpected:
        what = [f"{name} is missing" for name in missing[:3]] + [f"{name} is not known" for name in unexpected[:3]]
        raise _bad(folder, "; ".join(what))
    return model.eval().requires_grad_(False)


def _config(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MAX_CONFIG:
            raise _bad(path, "it is far too large")
        config = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise _missing(path) from None
    except (OSError, ValueError) as error:
        raise _bad(path, "it is not a readable JSON file") from error
    if not isinstance(config, dict):
        raise _bad(path, "it is not a JSON object")
    for name, wanted in _TOPOLOGY.items():
        if config.get(name) != wanted:
            raise _bad(path, f"{name} is {config.get(name)!r}, the 24 kHz codec has {wanted!r}")
    for name, largest in _WIDTHS.items():
        value = config.get(name)
        if value is None and name == "latent_dim":
            continue
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= largest:
            raise _bad(path, f"{name} is {value!r}")
    if config["decoder_dim"] % 16:
        raise _bad(path, "decoder_dim cannot be divided by 16")
    if unknown := set(config) - set(_TOPOLOGY) - set(_WIDTHS) - {"noise"}:
        raise _bad(path, f"{min(unknown)!r} is not known")
    if not isinstance(config.get("noise"), bool):
        raise _bad(path, f"noise is {config.get('noise')!r}")
    return config


def _state(folder: Path, *, convert: bool) -> dict[str, torch.Tensor]:
    weights, pickled = folder / WEIGHTS, folder / PICKLED_WEIGHTS
    path = weights if weights.exists() else pickled
    if not path.exists():
        raise _missing(weights)
    if path.stat().st_size > _MAX_WEIGHTS:
        raise _bad(path, "it is far too large for this codec")
    state: dict[str, torch.Tensor] = {name: value.contiguous() for name, value in load_tensors(path).items()}
    if path == pickled and convert:
        _write(weights, state)
    return state


def _write(weights: Path, state: dict[str, torch.Tensor]) -> None:
    try:
        with atomic_output(weights, overwrite=False) as temporary:
            save_file(state, temporary)
    except PortraitsError as error:
        log.info("the codec was not converted: %s", error)


def _missing(path: Path) -> PortraitsError:
    return PortraitsError(
        ErrorCode.MODEL_MISSING,
        f"The voice decoder SNAC is not there: {quoted(path)} was not found in {quoted(path.parent)}.",
        "Download the model hubertsiuzdak/snac_24khz.",
    )


def _bad(path: Path, reason: str) -> PortraitsError:
    return PortraitsError(ErrorCode.BAD_MODEL, f"The voice decoder in {quoted(path)} cannot be used: {reason}.", _AGAIN)
