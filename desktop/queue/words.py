"""Jobs in words: kinds, recipes in one line, progress in the work's own words."""

from pathlib import PurePath
from typing import NamedTuple

from desktop.state.queue_entry import JobState, QueueEntry
from desktop.widgets.words import counted, remaining, tr
from engine.protocol.jobs import AnyJob, FilmJob, LandmarksJob, MorphJob, VoiceJob
from engine.protocol.messages import Progress


class JobKind(NamedTuple):
    """How a kind of job is shown: its word, and the clip colours and icon it has on the timeline."""

    word: str
    clip: str
    icon: str


def kind_of(job: AnyJob) -> JobKind:
    """Return how a job is shown."""
    if isinstance(job, MorphJob):
        return JobKind(tr("Morph"), "morph", "blend")
    if isinstance(job, VoiceJob):
        return JobKind(tr("Voice"), "voice", "mic")
    if isinstance(job, FilmJob):
        return JobKind(tr("Movie"), "shot", "film")
    if isinstance(job, LandmarksJob):
        return JobKind(tr("Landmarks"), "still", "scan-face")
    raise TypeError(f"no words for {type(job).__name__}")


def recipe_line(job: AnyJob) -> str:
    """Return what a job does in one line: pictures, frames, size, words."""
    if isinstance(job, MorphJob):
        frames = counted(job.morph_frames, "{n} frame between", "{n} frames between")
        size = [f"{job.width} × {job.height}"] if job.width else []
        pictures = counted(len(job.inputs), "{n} picture", "{n} pictures")
        return " · ".join([pictures, frames, *size, tr("{n} fps", n=job.fps)])
    if isinstance(job, VoiceJob):
        words = counted(len(job.text.split()), "{n} word", "{n} words")
        return f"{tr('Built-in voice')} · {words} · {tr('speed')} {job.speed:g} · {tr('seed')} {job.seed}"
    if isinstance(job, LandmarksJob):
        return counted(len(job.inputs), "{n} picture", "{n} pictures")
    return PurePath(job.output).name


def progress_line(progress: Progress | None) -> str:
    """Return the phase and how far it is: ``Rendering frames · 31 of 50 frames``."""
    if progress is None:
        return tr("Starting …")
    if progress.total:
        figures = tr("{done} of {all}", done=_figure(progress.step), all=_figure(progress.total))
        return f"{progress.phase} · {figures} {progress.unit}".rstrip()
    if progress.step:
        return f"{progress.phase} · {_figure(progress.step)} {progress.unit}".rstrip()
    return progress.phase


def _figure(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{value:.1f}"


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
