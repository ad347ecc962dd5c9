"""Jobs in words: kinds, recipes in one line, progress in the work's own words."""

from pathlib import PurePath
from typing import NamedTuple

from desktop.queue.shot_progress import shot_progress
from desktop.state.queue_entry import JobState, QueueEntry
from desktop.widgets.engine_words import engine_text
from desktop.widgets.numbers import number_text, short_number
from desktop.widgets.words import counted, remaining, tr
from engine.protocol.jobs import (
    AnimateJob,
    AnyJob,
    BuildDatasetJob,
    CleanMotionJob,
    ConvertMotionJob,
    DrawMotionJob,
    ExportTokenizerJob,
    ExtractMotionJob,
    FilmJob,
    GridJob,
    ImageJob,
    LandmarksJob,
    MorphJob,
    MoveStoreJob,
    ProxyJob,
    ReconstructMotionJob,
    SeriesJob,
    SoundJob,
    TimelineJob,
    TokenizeMotionJob,
    TrainTokenizerJob,
    VideoJob,
    VoiceJob,
)
from engine.protocol.jobs.base import Job
from engine.protocol.jobs.image import PictureJob
from engine.protocol.messages import Progress
from engine.protocol.picture_models import preset_for


class JobKind(NamedTuple):
    """How a kind of job is shown: its word, and the clip colours and icon it has on the timeline."""

    word: str
    clip: str
    icon: str


def kind_of(job: AnyJob) -> JobKind:
    """Return how a job is shown."""
    word, clip, icon = _KINDS[type(job)]
    return JobKind(tr(word), clip, icon)


_KINDS: dict[type[Job], tuple[str, str, str]] = {
    AnimateJob: ("Animation", "animation", "person-standing"),
    BuildDatasetJob: ("Training data", "animation", "layers"),
    CleanMotionJob: ("Motion", "animation", "activity"),
    ConvertMotionJob: ("Motion", "animation", "activity"),
    DrawMotionJob: ("Movie of a motion", "animation", "film"),
    ExportTokenizerJob: ("Tokenizer", "animation", "save"),
    ExtractMotionJob: ("Motion", "animation", "person-standing"),
    FilmJob: ("Movie", "shot", "film"),
    GridJob: ("Grid", "still", "grid-3x3"),
    ImageJob: ("Portrait", "still", "image-plus"),
    LandmarksJob: ("Landmarks", "still", "scan-face"),
    MorphJob: ("Morph", "morph", "blend"),
    MoveStoreJob: ("Store", "still", "hard-drive"),
    ProxyJob: ("Proxy", "shot", "film"),
    ReconstructMotionJob: ("Motion", "animation", "activity"),
    SeriesJob: ("Series", "still", "images"),
    SoundJob: ("Sound", "music", "audio-lines"),
    TimelineJob: ("Project", "still", "film"),
    TokenizeMotionJob: ("Motion", "animation", "activity"),
    TrainTokenizerJob: ("Training", "animation", "activity"),
    VideoJob: ("Shot", "shot", "clapperboard"),
    VoiceJob: ("Voice", "voice", "mic"),
}
"""The word, the clip whose colours it has, and the icon of every kind of job."""


def recipe_line(job: AnyJob) -> str:
    """Return what a job does in one line: pictures, frames, size, words."""
    match job:
        case MorphJob():
            frames = counted(job.morph_frames, "{n} frame between", "{n} frames between")
            size = [f"{job.width} × {job.height}"] if job.width else []
            pictures = counted(len(job.inputs), "{n} picture", "{n} pictures")
            return " · ".join([pictures, frames, *size, tr("{n} fps", n=job.fps)])
        case VoiceJob():
            words = counted(len(job.text.split()), "{n} word", "{n} words")
            name = tr("Built-in voice") if job.engine == "builtin" else PurePath(job.engine).name.capitalize()
            return f"{name} · {words} · {tr('speed')} {short_number(job.speed)} · {tr('seed')} {job.seed}"
        case LandmarksJob():
            return counted(len(job.inputs), "{n} picture", "{n} pictures")
        case PictureJob():
            return _pictures_line(job)
        case AnimateJob():
            length = [counted(job.frames, "{n} frame", "{n} frames")] if job.frames else []
            return " · ".join([f"MV-DiT {job.model.upper()}", *length, f"{tr('seed')} {job.seed}"])
        case ProxyJob():
            return tr("A small copy, so that it plays smoothly here")
        case MoveStoreJob():
            return tr("to {folder}", folder=job.folder)
    return PurePath(job.output).name


def _pictures_line(job: PictureJob) -> str:
    parts = [PurePath(job.model).name]
    if job.width and job.height:
        parts.append(f"{job.width} × {job.height}")
    if job.steps is not None:
        parts.append(counted(job.steps, "{n} step", "{n} steps"))
    if isinstance(job, SeriesJob):
        parts.append(counted(len(job.variations), "{n} variation", "{n} variations"))
    elif isinstance(job, ImageJob) and job.num_images > 1:
        parts += [counted(job.num_images, "{n} picture", "{n} pictures")]
    parts.append(f"{tr('seed')} {job.seed}")
    return " · ".join(part for part in parts if part)


_KEEPS = (GridJob, ImageJob, LandmarksJob, SeriesJob, VideoJob, VoiceJob)
"""Kinds of jobs that can be stopped so that their finished parts stay."""


def keep_words(job: AnyJob, progress: Progress | None) -> str:
    """Return what the button says that stops a job and keeps its finished parts; "" while there are none."""
    if not isinstance(job, _KEEPS) or progress is None or (isinstance(job, GridJob) and not job.keep_pictures):
        return ""
    if isinstance(job, PictureJob | LandmarksJob):
        done = int(progress.step) if progress.unit == "pictures" else 0
        return counted(done, "Stop, keep {n} picture", "Stop, keep {n} pictures") if done else ""
    if isinstance(job, VideoJob):
        shot = shot_progress(job, progress)
        if shot.done < shot.windows:
            return counted(shot.done, "Stop, keep window {n}", "Stop, keep windows 1 to {n}") if shot.done else ""
    return tr("Stop, keep what is done") if progress.step else ""


def kept_line(job: AnyJob, progress: Progress | None) -> str:
    """Return what of a running job would stay when it was stopped now."""
    if keep_words(job, progress) and progress is not None and progress.unit == "pictures":
        return counted(int(progress.step), "{n} picture is finished", "{n} pictures are finished")
    if keep_words(job, progress):
        return tr("what is done so far")
    return tr("nothing yet") if isinstance(job, _KEEPS) else tr("nothing before it is whole")


def progress_line(progress: Progress | None, job: AnyJob | None = None) -> str:
    """Return the phase and how far it is: ``Rendering frames · 31 of 50 frames``.

    Args:
        progress: what the engine said last; None before it said anything.
        job: what it belongs to; with it pictures and windows are counted as ``picture 3 of 8 · step 2 of 4``.
    """
    if progress is None:
        return tr("Starting …")
    if progress.total:
        if counts := _counts(progress, progress.total, job):
            return " · ".join([engine_text(progress.phase), *counts])
        figures = tr("{done} of {all}", done=_figure(progress.step), all=_figure(progress.total))
        return f"{engine_text(progress.phase)} · {figures} {engine_text(progress.unit)}".rstrip()
    if progress.step:
        return f"{engine_text(progress.phase)} · {_figure(progress.step)} {engine_text(progress.unit)}".rstrip()
    return engine_text(progress.phase)


def short_progress(progress: Progress | None, job: AnyJob) -> str:
    """Return how far a job is in a few letters, for a badge: ``3/8``, ``34 %``, or "" while that is not known."""
    if progress is None or not progress.total:
        return ""
    if isinstance(job, PictureJob) and progress.unit == "pictures" and progress.total > 1:
        return f"{min(int(progress.step) + 1, int(progress.total))}/{int(progress.total)}"
    return tr("{n} %", n=int(100 * progress.step / progress.total))


def _counts(progress: Progress, total: float, job: AnyJob | None) -> list[str]:
    """Return which part is in work and at which step it is, as far as both are sure; nothing for other work."""
    if isinstance(job, PictureJob) and progress.unit == "pictures":
        number = min(int(progress.step) + 1, int(total))
        which = [tr("picture {n} of {all}", n=number, all=int(total))] if total > 1 else []
        # Several pictures at once, or several passes for one, share the steps in a way that only the engine knows.
        alone = (total == 1 or job.batch_size == 1) and job.second_pass == 1.0 and not job.face_repair
        steps = job.steps or preset_for(job.model).steps
        return which + (_step(progress.step - number + 1, steps) if alone else [])
    if isinstance(job, VideoJob) and progress.unit == "steps":
        shot = shot_progress(job, progress)
        number = min(shot.done + 1, shot.windows)
        which = [tr("window {n} of {all}", n=number, all=shot.windows)]
        return [*which, *_step(shot.step / shot.steps, round(shot.steps))] if shot.windows > 1 else []
    return []


def _step(part: float, steps: int) -> list[str]:
    return [tr("step {n} of {all}", n=max(1, round(part * steps)), all=steps)]


def _figure(value: float) -> str:
    return number_text(value, 0 if value == int(value) else 1)


def progress_part(progress: Progress | None) -> float | None:
    """Return how much of the phase is done, 0..1, or None when its length is not known."""
    if progress is None or not progress.total:
        return None
    return progress.step / progress.total


def time_left(progress: Progress | None) -> str:
    """Return ``34 % · 0:42 left`` or as much of it as is known."""
    part = progress_part(progress)
    if part is None or progress is None:
        return ""
    percent = tr("{n} %", n=int(part * 100))
    if progress.remaining is None:
        return percent
    return f"{percent} · {tr('{time} left', time=remaining(progress.remaining))}"


def state_word(entry: QueueEntry) -> tuple[str, str]:
    """Return the state (a name of the state marks) and its word."""
    return {
        JobState.QUEUED: ("waiting", tr("Waiting")),
        JobState.RUNNING: ("running", tr("Running")),
        JobState.DONE: ("ok", tr("Done")),
        JobState.FAILED: ("failed", tr("Failed")),
        JobState.CANCELLED: ("idle", tr("Stopped")),
        JobState.INTERRUPTED: ("interrupted", tr("Interrupted")),
    }[entry.state]
