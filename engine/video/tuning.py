"""What makes steps faster: the attention that is there, a compiled transformer, and steps that are mostly skipped.

``tests/benchmarks/test_video_job.py`` and ``gpu_video.py`` measure each against the plain pipeline in one run.
"""

import importlib.util
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from engine.devices.precision import Format
from engine.protocol.devices import Device, OffloadPlan
from engine.protocol.jobs.video import Attention, StepCache, VideoJob

THRESHOLDS: dict[StepCache, float] = {"careful": 0.05, "fast": 0.12}
"""How little the first block may change from step to step, relative, for the other blocks to be skipped."""

_BACKENDS: dict[Attention, tuple[str, str, int]] = {
    "flash3": ("_flash_3", "flash_attn_interface", 9),
    "flash": ("flash", "flash_attn", 8),
    "sage": ("sage", "sageattention", 8),
    "xformers": ("xformers", "xformers", 7),
    "cudnn": ("_native_cudnn", "torch", 8),
}
"""Name in diffusers, the library it needs, and the first generation of cards that has it."""

_EXACT: tuple[Attention, ...] = ("flash3", "flash")
_PAYS_FROM = 60


def attention_for(
    wanted: Attention, device: Device, number_format: Format, *, masked: bool, note: Callable[[str], None]
) -> str:
    """Return the attention of diffusers to use.

    Args:
        wanted: what the person chose; "auto" takes the fastest that computes the same.
        device: where it runs.
        number_format: of the transformer; the fast ones compute in 16 bits.
        masked: the asynchronous mode hides later frames from earlier ones, which only the native one can.
        note: hears when the wanted one cannot be used.
    """
    if wanted == "native":
        return "native"
    usable = [name for name in _BACKENDS if _is_usable(name, device, number_format) and not masked]
    if wanted == "auto":
        exact = [name for name in _EXACT if name in usable]
        return _BACKENDS[exact[0]][0] if exact else "native"
    if wanted in usable:
        return _BACKENDS[wanted][0]
    reason = "cannot hide later frames" if masked else "is not here or does not fit this device and number format"
    note(f"The attention {wanted} {reason}; the native one was used.")
    return "native"


def _is_usable(name: Attention, device: Device, number_format: Format) -> bool:
    _, library, generation = _BACKENDS[name]
    major = device.capability.partition(".")[0]
    if device.kind != "cuda" or not major.isdigit() or int(major) < generation:
        return False
    return number_format != "float32" and importlib.util.find_spec(library) is not None


def compiles(job: VideoJob, device: Device, plan: OffloadPlan, passes: int, note: Callable[[str], None]) -> bool:
    """Tell whether the transformer is compiled for a job.

    Compiling takes about a minute and gains about a seventh of each step; weights that come and go defeat it.

    Args:
        job: says on, off or auto.
        device: where it runs.
        plan: how the weights are kept.
        passes: how often the transformer runs.
        note: hears when it cannot be, although it was wanted.
    """
    possible = (
        device.kind == "cuda" and plan.kind in ("none", "model") and importlib.util.find_spec("triton") is not None
    )
    if job.compile == "on" and not possible:
        note("The model was not compiled: that needs a graphics card that holds all of it, and the library triton.")
    return possible and (job.compile == "on" or (job.compile == "auto" and passes >= _PAYS_FROM))


@contextmanager
def skipping(transformer: Any, step_cache: StepCache) -> Iterator[None]:
    """Let the transformer skip all but its first block while a block runs, where that one changed little.

    This is diffusers' first-block cache. It starts afresh for each window, whose lengths differ.
    """
    if step_cache == "off":
        yield
        return
    from diffusers.hooks import FirstBlockCacheConfig

    _make_known()
    transformer.enable_cache(FirstBlockCacheConfig(threshold=THRESHOLDS[step_cache]))
    try:
        yield
    finally:
        transformer.disable_cache()


def _make_known() -> None:
    """Tell diffusers what blocks of SkyReels-V2 return, as it knows of those of Wan."""
    from diffusers.hooks._helpers import TransformerBlockMetadata, TransformerBlockRegistry
    from diffusers.models.transformers.transformer_skyreels_v2 import SkyReelsV2TransformerBlock

    TransformerBlockRegistry.register(
        model_class=SkyReelsV2TransformerBlock, metadata=TransformerBlockMetadata(return_hidden_states_index=0)
    )
