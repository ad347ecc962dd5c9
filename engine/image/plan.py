"""Settles what a job left open, corrects what can be corrected, and refuses what cannot work, before anything loads."""

from collections.abc import Callable
from typing import TypeVar

from msgspec.structs import replace

from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.image import MAX_SIDE, PictureJob
from engine.protocol.picture_models import PicturePreset

J = TypeVar("J", bound=PictureJob)

SMALLEST_SIDE = 64
_MULTIPLE = 8
_LCM_STEPS = 50


def settled(
    job: J, preset: PicturePreset, note: Callable[[str], None], source_size: tuple[int, int] | None = None
) -> J:
    """Return the job with every number filled in, as it stands in the recipe.

    Args:
        job: within its bounds.
        preset: of its model.
        note: hears of corrections.
        source_size: width and height of the start picture.

    Raises:
        PortraitsError: USAGE for an empty prompt, a size that is too small, or a change too small for the steps.
    """
    if not job.prompt.strip() and not job.templates and job.source is None:
        raise PortraitsError(ErrorCode.USAGE, "The prompt is empty.", "Say what the picture shall show.")
    width, height = _size(job, preset, note, source_size)
    steps = preset.steps if job.steps is None else job.steps
    guidance = preset.guidance_scale if job.guidance_scale is None else job.guidance_scale
    # diffusers guides above 1 only; the original scripts wrote -100 for "off".
    guidance = guidance if guidance > 1 else 0.0
    scheduler = preset.scheduler if job.scheduler == "auto" else job.scheduler
    if guidance == 0.0 and job.negative_prompt.strip():
        note("The negative prompt is not used: without guidance only the prompt is read.")
    if not preset.fewest_steps <= steps <= preset.most_steps:
        note(
            f"This kind of model ({preset.title}) is made for {preset.fewest_steps} to {preset.most_steps} steps; "
            f"{steps} are done as you chose."
        )
    if scheduler == "lcm" and steps > _LCM_STEPS:
        raise PortraitsError(
            ErrorCode.USAGE, f"The scheduler lcm takes at most {_LCM_STEPS} steps.", "Choose 4 to 8 steps."
        )
    if job.source is not None:
        _check_strength(steps, job.strength)
    return replace(job, width=width, height=height, steps=steps, guidance_scale=guidance, scheduler=scheduler)


def steps_for(steps: int, strength: float) -> int:
    """Return how many steps to ask for so that a change of ``strength`` does at least as much as half of ``steps``.

    A start picture skips the first part of the schedule: of n steps int(n * strength) are done. Second pass and face
    repair shall not fail on a model of few steps.
    """
    wanted = max(1, round(steps * strength))
    asked = wanted
    while int(asked * strength) < wanted:
        asked += 1
    return asked


def _size(
    job: PictureJob, preset: PicturePreset, note: Callable[[str], None], source_size: tuple[int, int] | None
) -> tuple[int, int]:
    width, height = job.frame
    if source_size is not None and job.width == job.height == 0:
        # The start picture's shape, with as many pixels as the model was trained on.
        scale = preset.side / (source_size[0] * source_size[1]) ** 0.5
        rounded = tuple(_rounded(side * scale) for side in source_size)
        return min(rounded[0], MAX_SIDE), min(rounded[1], MAX_SIDE)
    if min(width, height) < SMALLEST_SIDE:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"{width} x {height} pixels are too small for a picture.",
            f"Choose at least {SMALLEST_SIDE} on each side; this model was trained on {preset.side}.",
        )
    fitted = _rounded(width), _rounded(height)
    if fitted != (width, height):
        note(f"{width} x {height} became {fitted[0]} x {fitted[1]}: sides must be multiples of {_MULTIPLE}.")
    return fitted


def _rounded(side: float) -> int:
    return max(SMALLEST_SIDE, round(side / _MULTIPLE) * _MULTIPLE)


def _check_strength(steps: int, strength: float) -> None:
    if int(steps * strength) >= 1:
        return
    enough = next(count for count in range(steps, 1000) if int(count * strength) >= 1) if strength >= 0.002 else 500
    raise PortraitsError(
        ErrorCode.USAGE,
        f"With {steps} {'step' if steps == 1 else 'steps'} a change of {strength:g} leaves no step to do.",
        f"Take {enough} steps or more, or a change of at least {1 / steps:.2g}.",
    )
