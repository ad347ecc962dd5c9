"""One call of a pipeline: a batch of seeds becomes a batch of latents."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from engine.image.family import Tensors
from engine.image.schedulers import make_scheduler
from engine.image.studio import Studio
from engine.image.watch import StepWatch


@dataclass(frozen=True)
class Denoising:
    """The numbers of a call; ``guidance_scale`` 0 is off, ``scheduler`` is not "auto"."""

    width: int
    height: int
    steps: int
    guidance_scale: float
    scheduler: Any


@dataclass(frozen=True)
class Start:
    """Latents (n or 1, c, h, w) to start from, and how much of them may change, above 0 to 1."""

    latents: Any
    strength: float


def denoise(
    studio: Studio,
    settings: Denoising,
    words: Tensors,
    seeds: Sequence[int],
    watch: StepWatch,
    start: Start | None = None,
) -> Any:
    """Return latents (n, c, h, w).

    Every picture has a generator of its own on the processor, so that it comes out alike in any batch and on any
    device.

    Args:
        studio: the model.
        settings: the numbers.
        words: encoded prompts, one row for each seed.
        seeds: one for each picture.
        watch: told of each step.
        start: a picture to start from.

    Raises:
        Cancelled: at the end of a step; the pipeline stays usable.
    """
    import torch

    # A scheduler keeps its state from call to call; a new one costs microseconds.
    studio.use_scheduler(make_scheduler(settings.scheduler, studio.original_scheduler.config, studio.files.preset))
    options: dict[str, Any] = {
        **words,
        "num_inference_steps": settings.steps,
        "guidance_scale": settings.guidance_scale,
        "generator": [torch.Generator("cpu").manual_seed(seed) for seed in seeds],
        "output_type": "latent",
        "callback_on_step_end": watch,
        "callback_on_step_end_tensor_inputs": ["latents"],
    }
    watch.begin()
    try:
        with watch.on(studio.pipeline.scheduler):
            if start is None:
                made = studio.pipeline(width=settings.width, height=settings.height, **options)
            else:
                latents = start.latents.to(words["prompt_embeds"].dtype).expand(len(seeds), -1, -1, -1)
                made = studio.variation(image=latents, strength=start.strength, **options)
    finally:
        studio.rest()
    watch.end()
    return made.images


def rows(words: Tensors, indices: Sequence[int]) -> Tensors:
    """Return the rows of encoded prompts with these indices, in this order."""
    return {name: tensor[list(indices)] for name, tensor in words.items()}
