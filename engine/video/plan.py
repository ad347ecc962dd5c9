"""Settles what a job left open, corrects what can be corrected, and refuses what cannot work, before anything loads."""

import importlib.util
from collections.abc import Callable
from fractions import Fraction

from msgspec.structs import replace

from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.video import VideoJob
from engine.protocol.shot_choices import flow_shift_of, guidance_of, is_long, steps_of, windows_for
from engine.protocol.shots import LEAST_FRAMES, legal_frames, legal_side, seconds_of
from engine.protocol.video_models import Task, models_for
from engine.video.files import ShotFiles

_TASK_WORDS: dict[Task, str] = {
    "words": "{model} makes no shots from words alone.",
    "picture": "{model} makes no shots from a picture.",
    "first_last": "{model} makes no shots between two pictures.",
    "extend": "{model} cannot let a movie go on.",
}
_FEWEST_STEPS_PER_GUIDANCE = 2
_BEYOND = 1.3


def check_request(job: VideoJob) -> None:
    """Refuse what no model can do.

    Raises:
        PortraitsError: USAGE with what to change.
    """
    if not job.prompt.strip() and job.task == "words":
        raise PortraitsError(ErrorCode.USAGE, "The prompt is empty.", "Say what the shot shall show.")
    if job.num_frames < 1:
        raise PortraitsError(
            ErrorCode.USAGE, f"A shot cannot have {job.num_frames} frames.", f"Take {LEAST_FRAMES} or more."
        )
    if job.last_image is not None and job.image is None:
        raise PortraitsError(
            ErrorCode.USAGE, "There is a last picture, but no start picture.", "Choose a start picture too."
        )
    if job.movie is not None and job.image is not None:
        raise PortraitsError(
            ErrorCode.USAGE,
            "A shot begins with a picture or goes on from a movie, not both.",
            "Leave one of them out.",
        )
    if job.asynchronous and job.task in ("picture", "first_last"):
        raise PortraitsError(
            ErrorCode.USAGE,
            "Asynchronous denoising works in blocks of frames and cannot hold a single picture.",
            "Switch it off for shots from pictures.",
        )
    if importlib.util.find_spec("ftfy") is None:
        # diffusers loads without it and then fails at the first prompt.
        raise PortraitsError(
            ErrorCode.NOT_AVAILABLE,
            "The library ftfy is not installed, which prompts need.",
            "Install Portraits again.",
        )


def settled(job: VideoJob, files: ShotFiles, note: Callable[[str], None]) -> VideoJob:
    """Return the job with every number filled in and legal, as it stands in the recipe. What was corrected is noted.

    Args:
        job: within its bounds and checked by :func:`check_request`.
        files: of its model.
        note: hears of corrections.

    Raises:
        PortraitsError: USAGE when the model cannot do what is asked for.
    """
    _check_task(job, files)
    width, height = legal_side(job.width), legal_side(job.height)
    if (width, height) != (job.width, job.height):
        note(f"{job.width} x {job.height} became {width} x {height} pixels: sides must be multiples of 16.")
    job = replace(job, width=width, height=height)
    if job.draft:
        note(f"This is a draft of {job.frame[0]} x {job.frame[1]} pixels in {steps_of(job, files.published)} steps.")
    job = _with_legal_frames(job, note)
    overlap = legal_frames(job.overlap, asynchronous=job.asynchronous)
    if overlap != job.overlap and len(windows_for(job, forcing=files.forcing)) > 1:
        note(f"An overlap of {job.overlap} became {overlap} frames.")
    job = replace(
        job,
        overlap=overlap,
        window=_window(job, files),
        steps=steps_of(job, files.published),
        guidance_scale=guidance_of(job),
        flow_shift=flow_shift_of(job),
    )
    _warn(job, files, note)
    return job


def _with_legal_frames(job: VideoJob, note: Callable[[str], None]) -> VideoJob:
    frames = job.frames
    plain = frames + 1 if job.task == "extend" and not job.asynchronous else frames
    if job.num_frames not in (frames, plain):
        kind = "20k - 3" if job.asynchronous else "4k + 1"
        note(
            f"{job.num_frames} became {frames} frames ({_seconds(frames, job.fps)} at {float(job.fps):g} per second): "
            f"the model makes {kind} of them."
        )
    return replace(job, num_frames=plain)


def _window(job: VideoJob, files: ShotFiles) -> int:
    trained = files.published.window if files.published else 97
    return legal_frames(job.window or trained, asynchronous=job.asynchronous)


def _check_task(job: VideoJob, files: ShotFiles) -> None:
    if job.task in files.tasks and (files.forcing or not job.asynchronous):
        return
    words = _TASK_WORDS[job.task] if job.task not in files.tasks else "{model} cannot denoise asynchronously."
    others = models_for(job.task, long=is_long(job))
    raise PortraitsError(
        ErrorCode.USAGE,
        words.format(model=files.title),
        f"Choose the model {' or '.join(model.id for model in others)}, or auto.",
    )


def _warn(job: VideoJob, files: ShotFiles, note: Callable[[str], None]) -> None:
    assert job.steps is not None
    assert job.guidance_scale is not None
    trained = files.published
    if trained is not None and not files.forcing and job.frames > trained.window * _BEYOND:
        note(
            f"{files.title} was trained on {trained.window} frames; of {job.frames} the later ones often repeat "
            f"themselves. Models for long shots make them in windows: {models_for(job.task, long=True)[0].id}."
        )
    if trained is not None and not job.draft and job.width * job.height > _BEYOND * trained.width * trained.height:
        note(f"{files.title} was trained on {trained.width} x {trained.height} pixels; larger ones often show doubles.")
    if job.guidance_scale > 1 and job.steps < _FEWEST_STEPS_PER_GUIDANCE * job.guidance_scale:
        note(f"{job.steps} steps are few for a guidance of {job.guidance_scale:g}; the picture may burn out.")
    if job.guidance_scale <= 1 and job.negative_prompt.strip():
        note("The negative prompt is not used: without guidance only the prompt is read.")
    extra = len(job.window_prompts) + 1 - len(windows_for(job, forcing=files.forcing))
    if extra > 0:
        note(f"{extra} of the prompts were not used: the shot has fewer windows.")


def _seconds(frames: int, fps: Fraction) -> str:
    return f"{float(seconds_of(frames, fps)):.2f} s"
