"""The memory that a job can have, and the errors that say that it ran out."""

import pytest
import torch

from engine.diffusion.memory import is_out_of_memory, room_with
from engine.protocol.devices import Device


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (MemoryError(), True),
        (RuntimeError("CUDA out of memory. Tried to allocate"), True),
        (RuntimeError("MPS backend out of memory"), True),
        (RuntimeError("[enforce fail at alloc_cpu.cpp:117] DefaultCPUAllocator: can't allocate memory"), True),
        (RuntimeError("size mismatch"), False),
        (ValueError("out of memory"), False),
    ],
)
def test_what_counts_as_out_of_memory(error: Exception, expected: bool) -> None:
    assert is_out_of_memory(error) is expected


def test_what_kept_networks_hold_counts_as_free() -> None:
    device = Device(id="cpu", kind="cpu", name="Processor", memory_total=2**40, memory_free=1000)
    bare, kept = room_with(device, []), room_with(device, [torch.nn.Linear(10, 20, bias=False)])
    assert bare.device.memory_free == 1000
    assert kept.device.memory_free == 1000 + 10 * 20 * 4
    small = Device(id="cpu", kind="cpu", name="Processor", memory_total=1100, memory_free=1000)
    assert room_with(small, [torch.nn.Linear(10, 20)]).device.memory_free == 1100
