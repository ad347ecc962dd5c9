"""Loads Maya1's language model from a folder: safetensors only, and a config of which only known numbers are read."""

import json
import re
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from transformers import LlamaConfig, LlamaForCausalLM
from transformers.utils import logging as hub_logging

from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.voice.maya1.ids import AUDIO_END
from engine.voice.maya1.int8 import shrink_to_int8

CONFIG = "config.json"
WEIGHTS = "model.safetensors"
INDEX = "model.safetensors.index.json"
_MAX_INDEX = 20_000_000
_PART = re.compile(r"[\w.-]{1,100}\.safetensors")
_MAX_CONFIG = 1_000_000
_AGAIN = "Download the model maya-research/maya1 again, or choose its folder."

# The largest value of each number that decides how much memory is taken.
_BOUNDS = {
    "vocab_size": 1_000_000,
    "hidden_size": 16_384,
    "intermediate_size": 65_536,
    "num_hidden_layers": 200,
    "num_attention_heads": 256,
    "num_key_value_heads": 256,
    "head_dim": 1024,
    "max_position_embeddings": 10_000_000,
}
_OTHERS = ("rms_norm_eps", "rope_theta", "rope_scaling", "rope_parameters", "tie_word_embeddings", "hidden_act")


def load_llama(folder: Path, *, device: str = "cpu", dtype: torch.dtype = torch.float32, int8: bool = False) -> Any:
    """Load the language model, ready to generate.

    Args:
        folder: has ``config.json`` and ``model.safetensors``, or its parts with their index.
        device: where it computes.
        dtype: its number format.
        int8: keep the weights of the blocks as 8-bit integers, rounded from bfloat16; for the processor.

    Returns:
        A transformers ``LlamaForCausalLM``.

    Raises:
        PortraitsError: MODEL_MISSING when there is no such model in the folder, BAD_MODEL when it is not Maya1.
    """
    config = _config(folder / CONFIG)
    _check_parts(folder)
    # Its bars and tables would run across our own progress; what they say is in the error below.
    hub_logging.disable_progress_bar()
    hub_logging.set_verbosity_error()
    load: Any = LlamaForCausalLM.from_pretrained
    try:
        model, found = load(
            folder,
            config=config,
            # As it is published, so that the whole model never lies in memory in a wider format.
            dtype=torch.bfloat16 if int8 else dtype,
            local_files_only=True,
            use_safetensors=True,
            output_loading_info=True,
            ignore_mismatched_sizes=True,
            attn_implementation="sdpa",
        )
    except (SafetensorError, OSError, ValueError, RuntimeError, KeyError) as error:
        raise _bad(folder, str(error).strip().splitlines()[0][:200]) from error
    problems = [f"{name} is missing" for name in sorted(found["missing_keys"])[:3]]
    problems += [f"{name} is not known" for name in sorted(found["unexpected_keys"])[:3]]
    problems += [f"{entry[0]} has another shape" for entry in sorted(found["mismatched_keys"])[:3]]
    if problems:
        raise _bad(folder, "; ".join(problems))
    model.eval().requires_grad_(False)
    if int8:
        shrink_to_int8(model)
        if model.dtype != dtype:
            model.to(dtype)
    return model.to(device)


def _config(path: Path) -> LlamaConfig:
    try:
        if path.stat().st_size > _MAX_CONFIG:
            raise _bad(path, "it is far too large")
        data = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise _missing(path.parent, CONFIG) from None
    except (OSError, ValueError) as error:
        raise _bad(path, "it is not a readable JSON file") from error
    if not isinstance(data, dict) or data.get("model_type") != "llama":
        raise _bad(path, "it does not describe a Llama model")
    known: dict[str, Any] = {}
    for name, largest in _BOUNDS.items():
        value = data.get(name)
        if value is None and name in ("head_dim", "num_key_value_heads", "max_position_embeddings"):
            continue
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= largest:
            raise _bad(path, f"{name} is {value!r}")
        known[name] = value
    if known["vocab_size"] < AUDIO_END:
        raise _bad(path, f"its vocabulary of {known['vocab_size']} ids has no audio codes")
    if data.get("quantization_config"):
        raise _bad(path, "its weights are quantised in a way that is not supported")
    # Other entries are not passed on: some would make the library fetch and run code.
    known |= {name: data[name] for name in _OTHERS if name in data}
    try:
        return LlamaConfig(**known)
    except Exception as error:  # the library's validation raises several kinds
        raise _bad(path, str(error).splitlines()[0][:200]) from error


def _check_parts(folder: Path) -> None:
    """Make sure that the weights are there, whole or in parts, and that the index stays in its folder."""
    if (folder / WEIGHTS).exists():
        return
    index = folder / INDEX
    try:
        if index.stat().st_size > _MAX_INDEX:
            raise _bad(index, "it is far too large")
        names = set(json.loads(index.read_bytes())["weight_map"].values())
    except FileNotFoundError:
        raise _missing(folder, INDEX if any(folder.glob("model-*.safetensors")) else WEIGHTS) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _bad(index, "it is not a readable index") from error
    for name in names:
        if not isinstance(name, str) or not _PART.fullmatch(name):
            raise _bad(index, f"it speaks of {str(name)[:80]!r}")
        if not (folder / name).exists():
            raise _missing(folder, name)


def _missing(folder: Path, name: str) -> PortraitsError:
    return PortraitsError(
        ErrorCode.MODEL_MISSING,
        f'The large voice Maya1 is not there: "{name}" was not found in {quoted(folder)}.',
        "Download the model maya-research/maya1.",
    )


def _bad(path: Path, reason: str) -> PortraitsError:
    return PortraitsError(
        ErrorCode.BAD_MODEL, f"The large voice in {quoted(path)} cannot be used: {reason.rstrip('.')}.", _AGAIN
    )
