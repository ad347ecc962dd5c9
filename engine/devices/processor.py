"""The processor and the main memory, read without torch."""

import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import psutil

_CGROUP_LIMITS = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")
_CGROUP_USES = ("/sys/fs/cgroup/memory.current", "/sys/fs/cgroup/memory/memory.usage_in_bytes")
_FEATURES = {
    "avx2": "avx2",
    "avx512f": "avx512",
    "avx512_bf16": "avx512_bf16",
    "amx_bf16": "amx",
    "amx_tile": "amx",
    "bf16": "bf16",  # aarch64 Linux
}
_BFLOAT16 = frozenset({"avx512_bf16", "amx", "bf16"})


@dataclass(frozen=True)
class Processor:
    """The processor of this computer.

    Attributes:
        name: as its maker calls it.
        cores: how many this process may use.
        features: those that decide number formats: ``avx2``, ``avx512``, ``avx512_bf16``, ``amx``, ``bf16``.
    """

    name: str
    cores: int
    features: tuple[str, ...]

    @property
    def has_bfloat16(self) -> bool:
        """True when bfloat16 is computed in hardware."""
        return not _BFLOAT16.isdisjoint(self.features)


@dataclass(frozen=True)
class Memory:
    """Main memory in bytes that this process can count on."""

    total: int
    free: int


@lru_cache(maxsize=1)
def processor() -> Processor:
    """Describe this computer's processor."""
    if sys.platform == "darwin":
        name, features = _from_sysctl()
    else:
        name, features = _from_cpuinfo(_read("/proc/cpuinfo"))
    return Processor(name=name or platform.processor() or platform.machine(), cores=usable_cores(), features=features)


def usable_cores() -> int:
    """Return how many cores this process may use, which in a container or under taskset is less than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def memory() -> Memory:
    """Return the main memory, within the limit of a container."""
    seen = psutil.virtual_memory()
    total, free = int(seen.total), int(seen.available)
    limit, used = _first_number(_CGROUP_LIMITS), _first_number(_CGROUP_USES)
    if limit is not None and limit < total:
        total = limit
        free = min(free, max(limit - (used or 0), 0))
    return Memory(total=total, free=free)


def _from_cpuinfo(text: str) -> tuple[str, tuple[str, ...]]:
    name, flags = "", set[str]()
    for line in text.splitlines():
        key, _, value = line.partition(":")
        if key.strip() == "model name":
            name = name or value.strip()
        elif key.strip() in ("flags", "Features"):
            flags.update(value.split())
            break
    return name, tuple(dict.fromkeys(feature for flag, feature in _FEATURES.items() if flag in flags))


def _from_sysctl() -> tuple[str, tuple[str, ...]]:
    name = _sysctl("machdep.cpu.brand_string")
    has_bfloat16 = _sysctl("hw.optional.arm.FEAT_BF16") == "1"
    return name, ("bf16",) if has_bfloat16 else ()


def _sysctl(key: str) -> str:
    try:
        done = subprocess.run(["/usr/sbin/sysctl", "-n", key], capture_output=True, text=True, timeout=5, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


def _read(path: str) -> str:
    try:
        return Path(path).read_text("utf-8", "replace")
    except OSError:
        return ""


def _first_number(paths: tuple[str, ...]) -> int | None:
    for path in paths:
        text = _read(path).strip()
        if text.isdigit():
            return int(text)
    return None
