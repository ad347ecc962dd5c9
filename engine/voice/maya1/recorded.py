"""The decoding loop on CUDA: each step is recorded once and replayed, because starting 800 small kernels takes longer
than running them."""

from typing import Any

import torch
from torch import nn
from transformers.models.llama.modeling_llama import LlamaRMSNorm

from engine.voice.maya1.decoder import Decoder
from engine.voice.maya1.sampling import Sampling

_WINDOW = 512
"""Attention looks at a multiple of this many entries, so that few recordings serve all positions."""


class RecordedDecoder(Decoder):
    """A :class:`Decoder` whose steps run as CUDA graphs.

    A recording is for one block of the seven and for how many cache entries are looked at. The first step of each kind
    runs as it is and is recorded for the next time. Recordings share one pool of memory.
    """

    def __init__(self, model: Any, *, rows: int, capacity: int) -> None:
        super().__init__(model, rows=rows, capacity=capacity)
        use_fused_norms(model)
        self._recordings: dict[tuple[int, int], torch.cuda.CUDAGraph] = {}
        self._recorded_sampling = Sampling()
        self._stream: Any = torch.cuda.Stream(self.device)
        self._pool = torch.cuda.graph_pool_handle()

    def _run(self, slot: int) -> None:
        if self._recorded_sampling != self._sampling:
            self._recordings.clear()
            self._recorded_sampling = self._sampling
        window = min(-(-(self._filled + 1) // _WINDOW) * _WINDOW, self.capacity)
        recording = self._recordings.get((slot, window))
        if recording is not None:
            recording.replay()
            return
        # Libraries set themselves up on first use, which must not be recorded; and that first use is this step.
        self._stream.wait_stream(torch.cuda.current_stream(self.device))
        with torch.cuda.stream(self._stream):
            self._advance(slot, window, masked=True)
        torch.cuda.current_stream(self.device).wait_stream(self._stream)
        recording = torch.cuda.CUDAGraph()
        with torch.cuda.graph(recording, pool=self._pool, stream=self._stream):
            self._advance(slot, window, masked=True)
        self._recordings[slot, window] = recording


def use_fused_norms(model: Any) -> None:
    """Replace the norms written out in eight small kernels by the one of torch."""
    for module in list(model.modules()):
        for name, child in module.named_children():
            if isinstance(child, LlamaRMSNorm):
                norm = nn.RMSNorm(child.weight.shape, eps=child.variance_epsilon, device="meta")
                norm.weight = child.weight
                setattr(module, name, norm)
