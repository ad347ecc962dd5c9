"""What the computer can do, as the engine reports it to the window and to `portraits-engine doctor`."""

from typing import Literal

import msgspec


class Device(msgspec.Struct, frozen=True, kw_only=True):
    """One compute device. Memory in bytes; 0 where it cannot be told."""

    id: str
    """``cpu``, ``mps`` or ``cuda:N``."""
    kind: Literal["cpu", "mps", "cuda"]
    name: str
    memory_total: int = 0
    memory_free: int = 0
    capability: str = ""
    """CUDA compute capability such as ``8.9``, or CPU features that matter (``avx512_bf16``, ``amx``)."""


class DeviceReport(msgspec.Struct, frozen=True, kw_only=True):
    """All devices, and the one that work runs on."""

    devices: tuple[Device, ...]
    chosen: str
    """The ``id`` of the device that work runs on."""
    cores: int
    memory_total: int
    memory_free: int


class Precision(msgspec.Struct, frozen=True, kw_only=True):
    """The number format of one part of a model on a device."""

    component: str
    title: str
    """The part in words."""
    format: Literal["float32", "bfloat16", "float16"]
    options: tuple[str, ...] = ()
    """Formats that work well there, the default first."""
    note: str = ""
    """A warning when the format was chosen against the policy."""


OffloadKind = Literal["none", "model", "group", "fp8", "sequential"]
MemoryRole = Literal["encoder", "network", "decoder"]
"""What reads words and pictures; what denoises or speaks; what turns its result into pictures or sound."""


class MemoryPart(msgspec.Struct, frozen=True, kw_only=True):
    """What a part of a model takes of a device at the busiest moment, in bytes; nothing when it is not there then."""

    role: MemoryRole
    weights: int = 0
    work: int = 0
    """What it holds while it works. Only one part works at a time."""


class OffloadPlan(msgspec.Struct, frozen=True, kw_only=True):
    """How a model is fitted into memory. Bytes at the busiest moment."""

    kind: OffloadKind
    free_text_encoder: bool = False
    """Drop the text encoder once the words are encoded."""
    vae_tiling: bool = False
    vae_slicing: bool = False
    device_memory: int
    main_memory: int
    parts: tuple[MemoryPart, ...] = ()
    """What ``device_memory`` consists of; the rest is the driver's."""
    number_format: str = ""
    """Of the part that denoises or speaks."""
    fits: bool
    slowdown: float = 1.0
    """About how many times longer it takes than without offloading."""
    note: str
    """The plan as a sentence."""


class JobNeeds(msgspec.Struct, frozen=True, kw_only=True):
    """What a job will take on a device: bytes, and seconds when the device's speed is known."""

    plan: OffloadPlan
    alternatives: tuple[OffloadPlan, ...]
    """Every plan that the device can run, fastest first."""
    disk: int
    """Bytes of the result."""
    seconds: float | None = None


class TypicalJob(msgspec.Struct, frozen=True, kw_only=True):
    """A usual job, and how it would be fitted into the memory of the chosen device."""

    title: str
    needs: JobNeeds


class Library(msgspec.Struct, frozen=True, kw_only=True):
    """A Python library that the program uses; ``version`` is empty when it is not installed."""

    name: str
    version: str = ""


class SystemLibrary(msgspec.Struct, frozen=True, kw_only=True):
    """A library of the operating system that some part wants."""

    name: str
    purpose: str
    package: str
    """The Debian package that has it."""
    found: bool
    required: bool = False
    """True when the main job cannot run without it."""


class StoreState(msgspec.Struct, frozen=True, kw_only=True):
    """Where models lie and which are there."""

    folder: str
    added: tuple[str, ...] = ()
    """Folders that are only read."""
    installed: tuple[str, ...] = ()
    """Ids of the models that are complete."""
    size: int = 0
    """Bytes of the installed models."""
    disk_free: int = 0
    offline: bool = False


class SystemReport(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that ``portraits-engine doctor`` prints."""

    engine_version: str
    python: str
    system: str
    devices: DeviceReport
    precisions: tuple[Precision, ...]
    libraries: tuple[Library, ...]
    system_libraries: tuple[SystemLibrary, ...]
    store: StoreState
    disk_free: int
    """Bytes free in the working folder."""
    jobs: tuple[TypicalJob, ...] = ()
    """What usual jobs would need on the chosen device."""
    problems: tuple[str, ...] = ()
    """What keeps the main job from running, as sentences."""
    advice: tuple[str, ...] = ()
    """What would make more possible, as sentences."""
