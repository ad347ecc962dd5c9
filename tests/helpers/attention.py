"""Tells which kernel attention ran on."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch.nn import functional

ON_PROCESSOR = ("native", "_native_math")
"""Those of diffusers' attentions that run on a processor; the second never runs unless it is asked for."""


@contextmanager
def watched_attention() -> Iterator[list[bool]]:
    """Gather for each attention of a block whether it was held to the mathematical kernel, as ``_native_math`` does."""
    held: list[bool] = []
    original = functional.scaled_dot_product_attention

    def watching(*arguments: Any, **options: Any) -> Any:
        held.append(not torch.backends.cuda.flash_sdp_enabled())
        return original(*arguments, **options)

    functional.scaled_dot_product_attention = watching
    try:
        yield held
    finally:
        functional.scaled_dot_product_attention = original
