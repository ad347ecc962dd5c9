"""How fast a device really is, measured for a moment and remembered while the process lives."""

import time
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from engine.devices.precision import Format, torch_dtype


@dataclass(frozen=True)
class Speed:
    """Operations per second of large matrix products, and bytes per second of reading weights."""

    operations: float
    bytes_read: float


@lru_cache(maxsize=16)
def measure(device: str, format: Format) -> Speed:  # noqa: A002
    """Time a matrix product and a matrix-times-vector product for about 0.2 s. Imports torch."""
    import torch

    dtype = torch_dtype(format)
    side = 4096 if device.startswith("cuda") else 1024
    matrix = torch.full((side, side), 0.01, dtype=dtype, device=device)
    rows = torch.full((8 * side, side), 0.01, dtype=dtype, device=device)
    vector = torch.full((side,), 0.01, dtype=dtype, device=device)
    with torch.inference_mode():
        product = _seconds(lambda: matrix @ matrix, torch, device)
        reading = _seconds(lambda: rows @ vector, torch, device)
    return Speed(operations=2 * side**3 / product, bytes_read=rows.numel() * rows.element_size() / reading)


def _seconds(work: Any, torch: Any, device: str) -> float:
    """The best of as many runs as go into a tenth of a second, at least two after one to warm up."""

    def once() -> float:
        start = time.perf_counter()
        work()
        if device.startswith("cuda"):
            torch.cuda.synchronize(device)
        elif device == "mps":
            torch.mps.synchronize()
        return time.perf_counter() - start

    once()
    best, spent, runs = float("inf"), 0.0, 0
    while runs < 2 or spent < 0.1:
        taken = once()
        best, spent, runs = min(best, taken), spent + taken, runs + 1
    return max(best, 1e-9)
