"""Which devices there are, and which one the work runs on."""

import ctypes.util
import os
import platform
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from engine.devices.environment import prepare_environment
from engine.devices.processor import memory, processor
from engine.protocol.devices import Device, DeviceReport
from engine.protocol.errors import ErrorCode, PortraitsError

VARIABLE = "PORTRAITS_DEVICE"


@dataclass(frozen=True)
class Accelerators:
    """Accelerators found, and why one that seems to be there cannot be used."""

    devices: tuple[Device, ...]
    advice: str = ""


def detect(setting: str = "auto", environment: Mapping[str, str] | None = None) -> DeviceReport:
    """Describe all devices and choose one.

    Args:
        setting: the person's setting: ``auto``, ``cpu``, ``mps``, ``cuda`` or ``cuda:N``. The environment variable
            ``PORTRAITS_DEVICE`` takes precedence.
        environment: where the variable is looked up, the process environment by default.

    Raises:
        PortraitsError: USAGE when a device is asked for that is not here.
    """
    devices = (*accelerators().devices, cpu())
    variables = os.environ if environment is None else environment
    wanted, source = variables.get(VARIABLE, "").strip(), VARIABLE
    if not wanted:
        wanted, source = setting, "The device setting"
    chosen = choose(devices, wanted, source)
    main = memory()
    return DeviceReport(
        devices=devices,
        chosen=chosen.id,
        cores=processor().cores,
        memory_total=main.total,
        memory_free=main.free,
    )


def choose(devices: tuple[Device, ...], wanted: str = "auto", source: str = "The device setting") -> Device:
    """Return the wanted device; ``auto`` takes CUDA with the most memory, then MPS, then the processor.

    Raises:
        PortraitsError: USAGE when it is not here.
    """
    wanted = wanted.strip().lower() or "auto"
    if wanted == "auto":
        order = {"cuda": 0, "mps": 1, "cpu": 2}
        return min(devices, key=lambda device: (order[device.kind], -device.memory_total))
    name = "cuda:0" if wanted == "cuda" else wanted
    for device in devices:
        if device.id == name:
            return device
    here = ", ".join(device.id for device in devices)
    raise PortraitsError(
        ErrorCode.USAGE,
        f'{source} asks for the device "{wanted[:40]}", which is not here.',
        f"Choose auto or one of: {here}.",
    )


def cpu() -> Device:
    """Describe the processor as a device."""
    chip, main = processor(), memory()
    return Device(
        id="cpu",
        kind="cpu",
        name=chip.name,
        memory_total=main.total,
        memory_free=main.free,
        capability=" ".join(chip.features),
    )


def accelerators() -> Accelerators:
    """Find graphics processors. torch is imported only when a driver is there, or on an Apple chip."""
    if not _may_have_cuda() and not _may_have_mps():
        return Accelerators(())
    prepare_environment()
    try:
        import torch
    except (ImportError, OSError) as error:
        return Accelerators((), f"PyTorch cannot be loaded ({error}); install it again.")
    return from_torch(torch)


def from_torch(torch: Any) -> Accelerators:
    """Describe the accelerators that this torch can use. ``torch`` is the imported module."""
    if torch.cuda.is_available():
        return Accelerators(tuple(_cuda_device(torch, index) for index in range(torch.cuda.device_count())))
    if torch.backends.mps.is_available():
        # The processor and the graphics part share the memory; Metal recommends a share of it.
        total, main = int(torch.mps.recommended_max_memory()), memory()
        device = Device(
            id="mps",
            kind="mps",
            name=processor().name,
            memory_total=total,
            memory_free=min(total, main.free),
            capability=f"macOS {platform.mac_ver()[0]}".strip(),
        )
        return Accelerators((device,))
    if _may_have_cuda():
        if torch.version.cuda is None and torch.version.hip is None:
            return Accelerators(
                (),
                "An NVIDIA driver is here, but the installed PyTorch is the build without CUDA. " + _how_to_get_cuda(),
            )
        return Accelerators(
            (),
            "An NVIDIA driver is here, but PyTorch cannot use it. Update the driver, or see portraits-engine doctor.",
        )
    return Accelerators(())


def _how_to_get_cuda() -> str:
    if getattr(sys, "frozen", False):
        return "Download the CUDA runtime in the window of the models, or: portraits-engine pack install cuda."
    return "Install the CUDA build as the README says to use the graphics card."


def _cuda_device(torch: Any, index: int) -> Device:
    properties = torch.cuda.get_device_properties(index)
    try:
        free, total = torch.cuda.mem_get_info(index)
    except RuntimeError:
        free, total = 0, properties.total_memory
    return Device(
        id=f"cuda:{index}",
        kind="cuda",
        name=properties.name,
        memory_total=int(total),
        memory_free=int(free),
        capability=f"{properties.major}.{properties.minor}",
    )


@lru_cache(maxsize=1)
def _may_have_cuda() -> bool:
    if sys.platform == "darwin":
        return False
    names = ("nvcuda",) if sys.platform == "win32" else ("cuda", "amdhip64")
    return any(ctypes.util.find_library(name) is not None for name in names)


def _may_have_mps() -> bool:
    return sys.platform == "darwin" and platform.machine() == "arm64"
