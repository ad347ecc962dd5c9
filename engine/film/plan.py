"""Which frames and samples of the timeline a film job asks for, decided before anything is read."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from pathlib import Path

import msgspec

from engine.film.mixer import is_heard, sample_count
from engine.project.clips import PlacedClip, SoundClip
from engine.project.folder import require
from engine.project.schema import Project, Settings
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.film import FilmJob

LONGEST_SECONDS = 2 * 3600
"""Longest film of one job: its mixed sound alone takes 2.8 GB."""


@dataclass(frozen=True)
class FilmPlan:
    """What is rendered.

    Attributes:
        project: with the job's frame and frame rate.
        first: the first frame of the timeline.
        frames: how many frames follow, that one among them; at least 1.
        samples: how many samples the sound has; 0 for a silent film.
    """

    project: Project
    first: int
    frames: int
    samples: int

    @property
    def start(self) -> Fraction:
        """The time of the first frame, in seconds of the timeline."""
        return self.first / self.project.settings.fps

    @property
    def end(self) -> Fraction:
        """The time after the last frame, in seconds of the timeline."""
        return (self.first + self.frames) / self.project.settings.fps


def plan_film(project: Project, job: FilmJob) -> FilmPlan:
    """Return what a job asks for.

    The frames are those of the timeline's own grid: a range begins with the first frame at or after its start and ends
    before the first one at or after its end.

    Raises:
        PortraitsError: USAGE when the film is empty, the range has no frames or is not set, or it is too long.
    """
    project = msgspec.structs.replace(project, settings=_settings(project, job))
    fps = project.settings.fps
    whole = ceil(project.timeline.duration * fps)
    if whole == 0:
        raise PortraitsError(
            ErrorCode.USAGE, f"The film of {quoted(job.project.path)} is empty.", "Place clips on its timeline."
        )
    start, end = _range(project, job)
    first = ceil(start * fps)
    last = whole if end is None else min(whole, ceil(end * fps))
    if first >= last:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"The range has no frames: the film of {quoted(job.project.path)} ends at "
            f"{float(project.timeline.duration):.2f} s.",
            "Choose a range inside the film.",
        )
    if (last - first) / fps > LONGEST_SECONDS:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"The film of {quoted(job.project.path)} is longer than {LONGEST_SECONDS // 3600} hours.",
            "Render it in parts, with a range for each.",
        )
    rate = project.settings.sample_rate
    samples = sample_count(last - first, fps, rate) if is_heard(project) else 0
    return FilmPlan(project, first, last - first, samples)


def require_media(plan: FilmPlan, project_path: Path) -> dict[str, str]:
    """Check that every file the film needs is there, so that it does not fail half way.

    Returns:
        Name -> SHA-256 of these files.

    Raises:
        PortraitsError: MISSING_INPUT for the first one that is missing.
    """
    items = plan.project.media_by_id()
    used: dict[str, str] = {}
    for track in plan.project.timeline.tracks:
        for clip in track.clips:
            inside = clip.start < plan.end and clip.end > plan.start
            if inside and isinstance(clip, PlacedClip | SoundClip):
                item = items[clip.media]
                require(project_path, item)
                used[item.name or item.path] = item.sha256
    return used


def _settings(project: Project, job: FilmJob) -> Settings:
    settings = project.settings
    return msgspec.structs.replace(
        settings,
        width=job.width or settings.width,
        height=job.height or settings.height,
        fps=job.fps or settings.fps,
    )


def _range(project: Project, job: FilmJob) -> tuple[Fraction, Fraction | None]:
    if job.range == "between":
        return job.start, job.end
    if job.range == "whole":
        return Fraction(0), None
    if project.timeline.in_out is None:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"{quoted(job.project.path)} has no in and out point.",
            "Set them on its timeline, or render the whole film.",
        )
    return project.timeline.in_out.start, project.timeline.in_out.end
