"""Checks a single-file model before anything of it is loaded."""

from pathlib import Path

from engine.models.inspection import inspect
from engine.protocol.errors import ErrorCode, PortraitsError, quoted


def checkpoint_family(path: Path) -> str:
    """Return the family of a single-file checkpoint from its header, or "" when it is not known.

    Raises:
        PortraitsError: BAD_MODEL when it is no safetensors file, or a style and not a model.
    """
    found = inspect(path)
    if found.kind == "lora":
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"{quoted(path)} is a style (LoRA), not a model.",
            "Use it as a style, together with a model.",
        )
    return found.family
