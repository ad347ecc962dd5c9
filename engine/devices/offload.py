"""How a job's models are fitted into the memory of a device."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.devices.precision import BYTES, Format
from engine.devices.workload import Part, Stage, Workload
from engine.protocol.devices import Device, MemoryPart, MemoryRole, OffloadKind, OffloadPlan
from engine.protocol.errors import ErrorCode, PortraitsError

FormatOf = Callable[[Part], Format]

_CUDA_CONTEXT = 600_000_000
"""What the driver and its libraries take on the card before the first tensor."""

# What allocators and kernels take on top of the tensors themselves. Measured on a processor: 1.3 to 1.6 in float32,
# 2.1 in bfloat16 (transformers of 38 and 147 M parameters, SDXL VAE); assumed for accelerators.
_WORKSPACE: dict[Literal["cpu", "mps", "cuda"], dict[Format, float]] = {
    "cpu": {"float32": 1.5, "bfloat16": 2.1, "float16": 2.1},
    "mps": {"float32": 1.3, "bfloat16": 1.3, "float16": 1.3},
    "cuda": {"float32": 1.2, "bfloat16": 1.2, "float16": 1.2},
}
_PREFETCHED_LAYERS = 2

# About how many times longer a job takes. Not measured on a card here: the transfer of the weights over a PCIe 4 bus
# (16 GB/s) against the arithmetic of a step of the same model.
_SLOWDOWN: dict[OffloadKind, float] = {"none": 1.0, "model": 1.1, "group": 1.4, "fp8": 1.2, "sequential": 5.0}


@dataclass(frozen=True)
class _Moment:
    """Bytes on the device while a stage works: weights of networks, and what the stage holds beside them."""

    stage: Stage
    weights: dict[Part, float]
    work: float

    @property
    def total(self) -> float:
        return sum(self.weights.values()) + self.work


def plans(workload: Workload, device: Device, format_of: FormatOf, *, main_free: int) -> tuple[OffloadPlan, ...]:
    """Return every plan that the device can run, the fastest and most exact first.

    Args:
        workload: the job.
        device: where it runs; its free memory decides what fits.
        format_of: the number format of each part.
        main_free: free main memory in bytes, where weights wait.
    """
    found = [_plan("none", workload, device, format_of, main_free, lean=False)]
    kinds: tuple[OffloadKind, ...] = ("none",)
    if device.kind == "cuda":
        kinds = ("none", "model", "group", "fp8", "sequential")
    elif device.kind == "cpu":
        kinds = ("none", "fp8")
    found += [_plan(kind, workload, device, format_of, main_free, lean=True) for kind in kinds]
    return tuple(found)


def choose(candidates: Sequence[OffloadPlan], wanted: OffloadKind | str = "auto") -> OffloadPlan:
    """Return the wanted plan, or with ``auto`` the first that fits, else the one that needs least.

    Raises:
        PortraitsError: USAGE when the device cannot run the wanted plan.
    """
    if wanted != "auto":
        of_kind = [plan for plan in candidates if plan.kind == wanted]
        if not of_kind:
            here = ", ".join(dict.fromkeys(plan.kind for plan in candidates))
            raise PortraitsError(
                ErrorCode.USAGE,
                f'The offload plan "{wanted[:40]}" cannot be used on this device.',
                f"Choose auto or one of: {here}.",
            )
        candidates = of_kind
    fitting = [plan for plan in candidates if plan.fits]
    return fitting[0] if fitting else min(candidates, key=lambda plan: (plan.device_memory, plan.main_memory))


def _plan(
    kind: OffloadKind, workload: Workload, device: Device, format_of: FormatOf, main_free: int, *, lean: bool
) -> OffloadPlan:
    bytes_of = _weight_bytes(format_of, small=kind == "fp8")
    tiling = lean and any(stage.values_tiled for stage in workload.stages)
    slicing = lean and any(stage.values_sliced for stage in workload.stages)
    frees = lean and kind == "none" and any(part.encoder for part in workload.parts)
    if kind == "fp8" and device.kind == "cpu":
        frees = any(part.encoder for part in workload.parts)

    def working(stage: Stage) -> float:
        values = stage.values
        if tiling and stage.values_tiled:
            values = min(values, stage.values_tiled)
        if slicing and stage.values_sliced:
            values = min(values, stage.values_sliced)
        number_format = format_of(stage.part)
        return values * BYTES[number_format] * _WORKSPACE[device.kind][number_format]

    moments = _moments(kind, workload, device, bytes_of, working, format_of, frees=frees)
    busiest = max(moments, key=lambda moment: moment.total)
    needed = busiest.total + (_CUDA_CONTEXT if device.kind == "cuda" else 0)
    waiting = 0 if kind == "none" or device.kind != "cuda" else sum(map(bytes_of, workload.parts))
    fits = needed <= device.memory_free and (device.kind != "cuda" or waiting <= main_free)
    return OffloadPlan(
        kind=kind,
        free_text_encoder=frees,
        vae_tiling=tiling,
        vae_slicing=slicing,
        device_memory=round(needed),
        main_memory=round(waiting),
        parts=_parts(busiest, workload),
        number_format=format_of(max(workload.parts, key=lambda part: (not part.encoder, part.parameters))),
        fits=fits,
        slowdown=_SLOWDOWN[kind],
        note=_sentence(kind, frees, tiling, fits),
    )


def _moments(
    kind: OffloadKind,
    workload: Workload,
    device: Device,
    bytes_of: Callable[[Part], float],
    working: Callable[[Stage], float],
    format_of: FormatOf,
    *,
    frees: bool,
) -> list[_Moment]:
    """Return what is on the device while each stage works."""
    found = []
    for stage in workload.stages:
        if kind == "none" or device.kind != "cuda":
            there = [part for part in workload.parts if not frees or part.encoder == stage.part.encoder]
            weights = {part: bytes_of(part) for part in there}
        elif kind in ("model", "fp8"):
            weights = {stage.part: bytes_of(stage.part)}
        else:
            layers = _PREFETCHED_LAYERS if kind == "group" else 1
            weights = {stage.part: layers * stage.part.largest_layer * BYTES[format_of(stage.part)]}
        found.append(_Moment(stage, weights, working(stage)))
    return found


def _parts(busiest: _Moment, workload: Workload) -> tuple[MemoryPart, ...]:
    """Sum up by what the networks do, in the order of their work."""
    roles: dict[MemoryRole, MemoryPart] = {}
    for part in workload.parts:
        role = _role(part)
        before = roles.get(role, MemoryPart(role=role))
        roles[role] = MemoryPart(
            role=role,
            weights=before.weights + round(busiest.weights.get(part, 0)),
            work=before.work + (round(busiest.work) if part == busiest.stage.part else 0),
        )
    return tuple(roles.values())


def _role(part: Part) -> MemoryRole:
    if part.encoder:
        return "encoder"
    return "decoder" if part.component.endswith("_vae") or part.component == "codec" else "network"


def _weight_bytes(format_of: FormatOf, *, small: bool) -> Callable[[Part], float]:
    def weight_bytes(part: Part) -> float:
        return part.weight_bytes("float8" if small and part.shrinks else format_of(part))

    return weight_bytes


def _sentence(kind: OffloadKind, frees: bool, tiling: bool, fits: bool) -> str:
    words = {
        "none": "Everything stays on the device",
        "model": "Each part is on the card only while it works",
        "group": "Layers go to the card just before they work and the next ones are fetched meanwhile",
        "fp8": "The large weights are stored in 8 bits and computed in 16",
        "sequential": "One layer at a time is on the card, which is slow",
    }[kind]
    extras = []
    if frees:
        extras.append("the text encoder is dropped once the words are encoded")
    if tiling:
        extras.append("pictures are decoded in tiles")
    sentence = words + ("; " + " and ".join(extras) if extras else "") + "."
    return sentence if fits else sentence + " It probably does not fit into the free memory."
