"""What makes steps faster beside the attention: a compiled transformer, and steps that are mostly skipped.

``tests/benchmarks/test_video_job.py`` and ``gpu_video.py`` measure each against the plain pipeline in one run.
"""

import importlib.util
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from engine.protocol.devices import Device, OffloadPlan
from engine.protocol.jobs.video import StepCache, VideoJob

THRESHOLDS: dict[StepCache, float] = {"careful": 0.05, "fast": 0.12}
"""How little the first block may change from step to step, relative, for the other blocks to be skipped."""

_PAYS_FROM = 60
_COMPILERS = ("c++", "g++", "clang++", "cl")


def compiles(job: VideoJob, device: Device, plan: OffloadPlan, passes: int, note: Callable[[str], None]) -> bool:
    """Tell whether the transformer is compiled for a job.

    Compiling takes about a minute and gains about a seventh of each step; weights that come and go defeat it. On a
    processor it is done only when a person wants it.

    Args:
        job: says on, off or auto.
        device: where it runs.
        plan: how the weights are kept.
        passes: how often the transformer runs.
        note: hears when it cannot be, although it was wanted.
    """
    possible = plan.kind in ("none", "model") and can_compile(device)
    if job.compile == "on" and not possible:
        tools = "the library triton" if device.kind == "cuda" else "a C++ compiler"
        note(f"The model was not compiled: that needs {tools} and a memory plan that keeps all layers on the device.")
    pays = device.kind == "cuda" and passes >= _PAYS_FROM
    return possible and (job.compile == "on" or (job.compile == "auto" and pays))


def can_compile(device: Device) -> bool:
    """Tell whether torch finds what it compiles with: triton for a card, a C++ compiler for a processor."""
    if device.kind == "cuda":
        return importlib.util.find_spec("triton") is not None
    named = os.environ.get("CXX")
    return device.kind == "cpu" and any(shutil.which(name) for name in ((named,) if named else _COMPILERS))


def is_failed_compile(error: BaseException) -> bool:
    """Tell whether an error is that of torch's compiler, which works while the first step runs."""
    from torch._dynamo.exc import TorchDynamoException

    return isinstance(error, TorchDynamoException)


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
