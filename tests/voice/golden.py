"""The golden data of the large voice: see tests/golden/voice."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file

FOLDER = Path(__file__).parent.parent / "golden" / "voice"


def cases(name: str) -> list[dict[str, Any]]:
    """Return the cases of ``unpack``, ``prompts`` or ``waves``."""
    found: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return found


@lru_cache(maxsize=1)
def tensors() -> dict[str, torch.Tensor]:
    """Return codes and waves by name."""
    return load_file(FOLDER / "waves.safetensors")
