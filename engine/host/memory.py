"""Memory of this process and of the graphics card, without loading a library that is not loaded yet."""

import gc
import logging
import sys
from typing import NamedTuple

import psutil

log = logging.getLogger(__name__)


class DeviceMemory(NamedTuple):
    """Bytes used and there, on the graphics card that work runs on."""

    used: int
    total: int


def free_memory() -> None:
    """Give back what failed or unloaded work still holds, in main memory and on the graphics card."""
    gc.collect()
    torch = sys.modules.get("torch")
    if torch is None:
        return
    try:
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        elif torch.backends.mps.is_available():
            torch.mps.empty_cache()
    except RuntimeError:
        # After a fault of the driver even this fails; the window replaces the engine when the next job dies of it.
        log.exception("the graphics card's memory could not be freed")


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
