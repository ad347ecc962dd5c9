"""What a job that makes pictures will need, told without loading a model or torch."""

from engine.devices.architectures import picture_workload
from engine.devices.estimate import needs
from engine.devices.processor import memory
from engine.diffusion.memory import chosen_device
from engine.protocol.devices import Device, JobNeeds
from engine.protocol.jobs.grid import GridJob
from engine.protocol.jobs.image import ImageJob, PictureJob
from engine.protocol.jobs.series import SeriesJob
from engine.protocol.picture_models import preset_for


def pictures_of(job: PictureJob) -> int:
    """Return how many pictures a job makes, without those that a series makes again."""
    if isinstance(job, ImageJob):
        return job.num_images
    if isinstance(job, SeriesJob):
        return len(job.variations)
    if isinstance(job, GridJob):
        columns = 1 + len(job.strengths) if job.loras else 1
        return (len(job.seeds) or 3) * columns * (1 + len(job.prompts))
    return 1


def work_of(job: PictureJob) -> float:
    """Return the amount of work: megapixels of latent steps over all pictures, doubled by guidance."""
    preset = preset_for(job.model)
    steps = preset.steps if job.steps is None else job.steps
    guidance = preset.guidance_scale if job.guidance_scale is None else job.guidance_scale
    width, height = job.frame
    first = steps * width * height
    second = steps * job.second_strength * width * height * job.second_pass**2 if job.second_pass > 1 else 0.0
    face = steps * job.face_strength * preset.side**2 if job.face_repair else 0.0
    return pictures_of(job) * (first + second + face) * (2 if guidance > 1 else 1) / 1e6


def picture_needs(job: PictureJob, device: Device | None = None) -> JobNeeds:
    """Return memory and disk for a job, with one picture at a time; more are only made at once where they fit.

    Args:
        job: as it stands in the form; a start picture's shape is not looked at.
        device: where it will run, the chosen one by default.
    """
    preset = preset_for(job.model)
    width, height = (round(side * job.second_pass) for side in job.frame)
    guidance = preset.guidance_scale if job.guidance_scale is None else job.guidance_scale
    workload = picture_workload(width, height, steps=job.steps or preset.steps, guided=guidance > 1)
    found = needs(
        workload,
        device or chosen_device(),
        main_free=memory().free,
        offload=job.offload,
        precision=job.precision,
    )
    return JobNeeds(
        plan=found.plan, alternatives=found.alternatives, disk=found.disk * pictures_of(job), seconds=found.seconds
    )
