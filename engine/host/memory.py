"""Memory of this process and of the graphics card, without loading a library that is not loaded yet."""

import sys
from typing import NamedTuple

import psutil


class DeviceMemory(NamedTuple):
    """Bytes used and there, on the graphics card that work runs on."""

    used: int
    total: int


def process_memory() -> int:
    """Return the bytes of main memory this process uses."""
    return int(psutil.Process().memory_info().rss)


def device_memory() -> DeviceMemory | None:
    """Return the graphics card's memory, or None while torch is not loaded or there is no such card."""
    torch = sys.modules.get("torch")
    if torch is None or not hasattr(torch, "cuda"):
        return None
    try:
        if not torch.cuda.is_initialized():
            return None
        free, total = torch.cuda.mem_get_info()
    except RuntimeError:
        return None
    return DeviceMemory(used=int(total - free), total=int(total))
