"""8-bit weights for the processor, with the kernel that torch has built in.

Decoding is bound by reading the weights. Measured on two cores of an AMD EPYC with avx512_bf16, for one layer of
Maya1's size and one row: float32 19 ms, bfloat16 10 ms, this 4.4 ms (8 rows: 38, 9.8 and 7.6 ms). torchao's own int8
modes took 65 and 121 ms there without a compiler, which people do not have.

Three layers of random weights at the real width end 1.6 % away from float32 in bfloat16, 4.1 % with 8 bits, and 35 %
with 4 bits in groups of 32, for which torch has a kernel too: that is too far to choose without hearing it.
``tests/benchmarks/test_voice_speed.py`` measures all four again.
"""

from typing import Any

import torch
from torch import nn


class Int8Linear(nn.Module):
    """A linear layer without bias whose weights are 8-bit integers, with one scale for each output.

    Rounding is symmetric: the largest weight of an output becomes 127. The kernel takes bfloat16, whatever the rest of
    the model computes in.
    """

    weight: torch.Tensor
    scale: torch.Tensor

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        weight = layer.weight.detach().float()
        # Rounded first, so that the integers make up for it.
        scale = (weight.abs().amax(dim=1) / 127).clamp(min=1e-12).to(torch.bfloat16)
        self.register_buffer("weight", (weight / scale[:, None]).round().clamp(-127, 127).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        rows = x.reshape(-1, x.shape[-1]).to(torch.bfloat16)
        found = torch._weight_int8pack_mm(rows, self.weight, self.scale.to(torch.bfloat16))
        return found.view(*x.shape[:-1], -1).to(x.dtype)


def shrink_to_int8(model: Any) -> None:
    """Replace the linear layers of a Llama's blocks, one after the other; embeddings and output stay as they are."""
    for block in model.model.layers:
        for part in (block.self_attn, block.mlp):
            for name, layer in list(part.named_children()):
                if isinstance(layer, nn.Linear):
                    setattr(part, name, Int8Linear(layer))
