"""Counts what a network would take without computing it: parameters, operations and the peak of held values."""

import weakref
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch._subclasses.fake_tensor import FakeTensorMode
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves
from torch.utils.flop_counter import FlopCounterMode


@dataclass(frozen=True)
class Count:
    """``operations`` without attention, which the counter does not know on a processor; ``peak`` in bytes."""

    parameters: int
    operations: int
    peak: int


class _Peak(TorchDispatchMode):
    """Follows the storages that operators make, except those of the weights."""

    def __init__(self, weights: set[int]) -> None:
        super().__init__()
        self._weights = weights
        self._live: dict[int, int] = {}
        self._now = 0
        self.peak = 0

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        result = func(*args, **(kwargs or {}))
        for tensor in tree_leaves(result):
            if isinstance(tensor, torch.Tensor):
                self._follow(tensor.untyped_storage())
        return result

    def _follow(self, storage: Any) -> None:
        key = storage._cdata
        if key in self._live or key in self._weights:
            return
        self._live[key] = storage.nbytes()
        self._now += self._live[key]
        self.peak = max(self.peak, self._now)
        weakref.finalize(storage, self._gone, key)

    def _gone(self, key: int) -> None:
        self._now -= self._live.pop(key, 0)


def count(make: Callable[[], Any], call: Callable[[Any], Any], dtype: torch.dtype = torch.float32) -> Count:
    """Build a network of fake tensors, call it twice, and count."""
    before = torch.get_default_dtype()
    with torch.no_grad(), FakeTensorMode(allow_non_fake_inputs=True):
        torch.set_default_dtype(dtype)
        try:
            network = make().eval()
        finally:
            torch.set_default_dtype(before)
        with FlopCounterMode(display=False) as operations:
            call(network)
        weights = {tensor.untyped_storage()._cdata for tensor in [*network.parameters(), *network.buffers()]}
        meter = _Peak(weights)
        with meter:
            result = call(network)
        del result
        parameters = sum(parameter.numel() for parameter in network.parameters())
    return Count(parameters, operations.get_total_flops(), meter.peak)
