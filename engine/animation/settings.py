"""What a job leaves open: steps, guidance, and how it is fitted into the memory."""

from typing import NamedTuple

from engine.animation.clips import CLIP_FRAMES, plan_clips
from engine.devices.architectures import animation_workload
from engine.devices.estimate import needs
from engine.protocol.devices import Device, OffloadPlan
from engine.protocol.jobs.animate import AnimateJob

_STEPS, _STEPS_LORA = 50, 10
_GUIDANCE = {"7b": 3.0, "17b": 6.0}


class MemoryPlan(NamedTuple):
    """How an animation is fitted into the memory.

    Attributes:
        plan: where the models lie.
        both_halves: whether the guided and the unguided half go through the model in one batch.
    """

    plan: OffloadPlan
    both_halves: bool


def steps_of(job: AnimateJob) -> int:
    """Return the denoising steps of a clip: what is asked for, else 50, or 10 with a LoRA."""
    return job.steps or (_STEPS_LORA if job.lora else _STEPS)


def guidance_of(job: AnimateJob) -> float:
    """Return the guidance: what is asked for, else the published one, or none with a LoRA."""
    if job.guidance is not None:
        return job.guidance
    return 1.0 if job.lora else _GUIDANCE[job.model]


def clips_of(job: AnimateJob) -> int:
    """Return how many clips a job makes, as far as it tells: a whole motion of unknown length counts as one."""
    return len(plan_clips(job.frames or CLIP_FRAMES))


def memory_plan(job: AnimateJob, device: Device, main_free: int) -> MemoryPlan:
    """Choose how an animation is fitted into the memory.

    Both halves of the guidance go in one batch where that fits without more offloading than one after the other needs.

    Args:
        job: says what is wished.
        device: where it runs.
        main_free: free main memory in bytes.

    Raises:
        PortraitsError: USAGE for a plan or number format that cannot be.
    """
    guided = guidance_of(job) > 1

    def plan(rows: int) -> OffloadPlan:
        workload = animation_workload(
            "7B" if job.model == "7b" else "17B",
            job.side,
            job.side,
            clips=clips_of(job),
            steps=steps_of(job),
            guided=guided,
            rows=rows,
        )
        return needs(workload, device, main_free=main_free, offload=job.offload, precision=job.precision).plan

    alone = plan(1)
    if not (guided and job.both_halves):
        return MemoryPlan(alone, both_halves=False)
    together = plan(2)
    allowed = together.fits and together.slowdown <= alone.slowdown
    return MemoryPlan(together, both_halves=True) if allowed else MemoryPlan(alone, both_halves=False)
