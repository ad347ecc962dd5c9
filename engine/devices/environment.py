"""Environment variables that must be set before torch, onnxruntime and Hugging Face's libraries are first imported."""

import os
import sys
from collections.abc import MutableMapping


def prepare_environment(*, offline: bool = False, environment: MutableMapping[str, str] | None = None) -> list[str]:
    """Set the variables that the libraries read at import; what the person set is kept.

    Call this at the start of a process that may run models.

    Args:
        offline: forbid every request of huggingface_hub, transformers and diffusers.
        environment: where to set them, the process environment by default.

    Returns:
        The names that were set here.
    """
    target = os.environ if environment is None else environment
    wanted = {
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "DISABLE_TELEMETRY": "1",
        # onnxruntime, under the built-in voice, otherwise reports to its maker; see the Privacy.md in its package.
        "ORT_DISABLE_TELEMETRY": "1",
        # Forked tokenizers warn and fall back; we never need their own threads.
        "TOKENIZERS_PARALLELISM": "false",
        # Less fragmentation, so that larger pictures fit.
        "PYTORCH_CUDA_ALLOC_CONF": "expandable_segments:True",
    }
    if sys.platform == "darwin":
        # Operators that Metal lacks then run on the processor instead of failing; torch reads it at import.
        wanted["PYTORCH_ENABLE_MPS_FALLBACK"] = "1"
    if offline:
        wanted |= {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
    names = [name for name in wanted if name not in target]
    for name in names:
        target[name] = wanted[name]
    return names
