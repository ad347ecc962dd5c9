"""Weights stored in 8 bits and computed in 16 or 32 (diffusers' layerwise casting), and styles on top of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_HOOK = "layerwise_casting"


def shrink(network: Any) -> None:
    """Store the weights of a network of diffusers as float8; each layer is widened for the moment it works.

    Norms and what the network keeps in float32 stay as they are, and do not count for the format that it computes in.
    """
    import torch

    network.enable_layerwise_casting(storage_dtype=torch.float8_e4m3fn, compute_dtype=network.dtype)


@contextmanager
def widened(network: Any) -> Iterator[None]:
    """Hold the weights of a network in the format it computes in while a block runs; nothing for other networks.

    A style takes the format of the layer it is laid on. Loaded onto 8-bit layers it would be rounded to 8 bits, and
    then fail, because no arithmetic is defined for them. Widening and shrinking again does not change the weights.
    """
    layers = [(module, hook) for module in network.modules() if (hook := _hook_of(module)) is not None]
    for module, hook in layers:
        module.to(hook.compute_dtype)
    try:
        yield
    finally:
        for module, hook in layers:
            module.to(hook.storage_dtype)


def _hook_of(module: Any) -> Any:
    registry = getattr(module, "_diffusers_hook", None)
    return None if registry is None else registry.get_hook(_HOOK)
