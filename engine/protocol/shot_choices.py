"""What follows from the job of a shot: its model, its windows, and the numbers that were left open."""

from engine.protocol.jobs.video import VideoJob
from engine.protocol.shots import BLOCK, FRAMES_PER_LATENT, Window, legal_frames, windows_of
from engine.protocol.video_models import (
    AUTO,
    PICTURE_GUIDANCE,
    PICTURE_SHIFT,
    WORDS_GUIDANCE,
    WORDS_SHIFT,
    VideoModel,
    model_named,
    models_for,
)

_DRAFT_STEPS = 12
_USUAL_WINDOW = 97
"""Frames that most of the models were trained on, for a folder that tells nothing."""


def chosen_model(job: VideoJob) -> VideoModel | None:
    """Return the model of a job; for "auto" the best that can do it, installed or not. None for an unknown folder."""
    if job.model != AUTO:
        return model_named(job.model)
    return models_for(job.task, long=is_long(job), width=job.width, height=job.height)[0]


def is_long(job: VideoJob) -> bool:
    """True when a shot has to be made in windows, as far as the job tells."""
    if job.task == "extend" or job.asynchronous:
        return True
    model = model_named(job.model)
    if job.model == AUTO:
        model = models_for(job.task, width=job.width, height=job.height)[0]
    return job.frames > (job.window or (model.window if model else _USUAL_WINDOW))


def windows_for(job: VideoJob, *, forcing: bool | None = None) -> tuple[Window, ...]:
    """Return the windows of a shot. When a movie goes on they are counted from the first frame of its overlap.

    Args:
        job: as it stands in a form.
        forcing: whether its model makes long shots; None asks the list of models.
    """
    model = chosen_model(job)
    if forcing is None:
        forcing = model is None or model.forcing
    if job.task != "extend" and not forcing:
        return (Window(0, job.frames, 0),)
    overlap = legal_frames(job.overlap, asynchronous=job.asynchronous)
    window = legal_frames(job.window or (model.window if model else _USUAL_WINDOW), asynchronous=job.asynchronous)
    least = overlap + FRAMES_PER_LATENT * (BLOCK if job.asynchronous else 1)
    total = job.frames + (overlap if job.task == "extend" else 0)
    return windows_of(total, max(window, least), overlap)


def prompt_of(job: VideoJob, window: int) -> str:
    """Return the prompt of a window, counted from 0."""
    prompts = (job.prompt, *job.window_prompts)
    return prompts[min(window, len(prompts) - 1)]


def steps_of(job: VideoJob, model: VideoModel | None) -> int:
    """Return the number of steps: what the person chose, else the model's, fewer for a draft."""
    if job.steps is not None:
        return job.steps
    if job.draft:
        return _DRAFT_STEPS
    return model.steps if model is not None else 50


def guidance_of(job: VideoJob) -> float:
    """Return the guidance scale: what the person chose, else 6, from a picture 5."""
    if job.guidance_scale is not None:
        return job.guidance_scale
    return PICTURE_GUIDANCE if job.task in ("picture", "first_last") else WORDS_GUIDANCE


def flow_shift_of(job: VideoJob) -> float:
    """Return the flow shift: what the person chose, else 8, from a picture 5."""
    if job.flow_shift is not None:
        return job.flow_shift
    return PICTURE_SHIFT if job.task in ("picture", "first_last") else WORDS_SHIFT
