"""Brings models to the device as an offload plan says."""

import contextlib
from collections.abc import Iterator
from typing import Any

import torch
from torch import nn

from engine.diffusion.eight_bit import shrink
from engine.protocol.devices import OffloadKind


class Placement:
    """Where models work, and where they wait.

    Args:
        device: where the work is done.
        kind: "none" keeps every part on the device; "model" brings each part there while it works; "group" and
            "sequential" bring layers; "fp8" stores the large weights in 8 bits.
    """

    def __init__(self, device: str | torch.device, kind: OffloadKind = "none") -> None:
        self.device = torch.device(device)
        self.kind = kind
        self._installed: set[int] = set()

    def install(self, model: nn.Module, *, large: bool = False) -> None:
        """Prepare a model once after loading.

        Args:
            model: a model of diffusers or transformers.
            large: True for the transformer, whose weights are shrunk by "fp8" and streamed by "group".
        """
        self._installed.add(id(model))
        if self.kind == "model":
            return
        if large and self.kind in ("group", "sequential"):
            self._stream(model)
            return
        if large and self.kind == "fp8":
            shrink(model)
        model.to(self.device)

    def _stream(self, model: nn.Module) -> None:
        from diffusers.hooks import apply_group_offloading

        cuda = self.device.type == "cuda"
        apply_group_offloading(
            model,
            onload_device=self.device,
            offload_device=torch.device("cpu"),
            offload_type="leaf_level",
            # Without a stream the next layer is fetched only when it is needed: least memory, least speed.
            use_stream=cuda and self.kind == "group",
        )

    @contextlib.contextmanager
    def ready(self, model: Any) -> Iterator[None]:
        """Have a model on the device inside of the block."""
        if self.kind != "model":
            yield
            return
        model.to(self.device)
        try:
            yield
        finally:
            model.to("cpu")
            if self.device.type == "cuda":
                torch.cuda.empty_cache()
