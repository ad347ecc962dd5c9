"""How a job's models are fitted into the memory of a device."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.devices.precision import BYTES, Format
from engine.devices.workload import Part, Stage, Workload
from engine.protocol.devices import Device, OffloadKind, OffloadPlan
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
class _Peak:
    device: float
    main: float


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

    peak = _peak(kind, workload, device, bytes_of, working, format_of, frees=frees)
    needed = peak.device + (_CUDA_CONTEXT if device.kind == "cuda" else 0)
    fits = needed <= device.memory_free and (device.kind != "cuda" or peak.main <= main_free)
    return OffloadPlan(
        kind=kind,
        free_text_encoder=frees,
        vae_tiling=tiling,
        vae_slicing=slicing,
        device_memory=round(needed),
        main_memory=round(peak.main),
        fits=fits,
        slowdown=_SLOWDOWN[kind],
        note=_sentence(kind, frees, tiling, fits),
    )


def _peak(
    kind: OffloadKind,
    workload: Workload,
    device: Device,
    bytes_of: Callable[[Part], float],
    working: Callable[[Stage], float],
    format_of: FormatOf,
    *,
    frees: bool,
) -> _Peak:
    weights = sum(map(bytes_of, workload.parts))
    one_at_a_time = max(bytes_of(stage.part) + working(stage) for stage in workload.stages)
    if kind == "none" or device.kind != "cuda":
        if not frees:
            return _Peak(weights + max(map(working, workload.stages)), 0)
        encoders = [stage for stage in workload.stages if stage.part.encoder]
        rest = [stage for stage in workload.stages if not stage.part.encoder]
        kept = sum(bytes_of(part) for part in workload.parts if not part.encoder)
        first = sum(bytes_of(stage.part) for stage in encoders) + max(map(working, encoders))
        return _Peak(max(first, kept + max(map(working, rest))), 0)
    if kind in ("model", "fp8"):
        return _Peak(one_at_a_time, weights)
    layers = _PREFETCHED_LAYERS if kind == "group" else 1
    resident = max(
        layers * stage.part.largest_layer * BYTES[format_of(stage.part)] + working(stage) for stage in workload.stages
    )
    return _Peak(resident, weights)


def _weight_bytes(format_of: FormatOf, *, small: bool) -> Callable[[Part], float]:
    def weight_bytes(part: Part) -> float:
        return part.parameters * (BYTES["float8"] if small and part.shrinks else BYTES[format_of(part)])

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
