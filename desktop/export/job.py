"""The job that the export pane makes of a format, a range and a file name."""

from fractions import Fraction
from math import ceil
from pathlib import Path

from msgspec.structs import replace

from desktop.export.presets import Format, frame_size
from desktop.timeline.selection import ClipSelection
from engine.project.schema import Project
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.encode import check_container
from engine.protocol.jobs.film import FilmJob


def frame_range(project: Project, way: str, selection: ClipSelection) -> tuple[int, int]:
    """Return the first frame of a range and the one after its last.

    Args:
        project: the film.
        way: "whole", "in_out" or "clips".
        selection: the chosen clips.
    """
    timeline, fps = project.timeline, project.settings.fps
    whole = ceil(timeline.duration * fps)
    if way == "in_out" and timeline.in_out is not None:
        return ceil(timeline.in_out.start * fps), min(whole, ceil(timeline.in_out.end * fps))
    chosen = [clip for track in timeline.tracks for clip in track.clips if clip.id in selection]
    if way == "clips" and chosen:
        start, end = min(clip.start for clip in chosen), max(clip.end for clip in chosen)
        return ceil(start * fps), min(whole, ceil(end * fps))
    return 0, whole


def film_job(project: Project, path: Path, output: Path, format_: Format, first: int, end: int) -> FilmJob:
    """Return the job.

    Args:
        project: the film.
        path: where its project lies.
        output: the file.
        format_: what is written.
        first: first frame of the film's own grid.
        end: the frame after the last one.

    Raises:
        PortraitsError: the file cannot hold the codec.
        ValueError: a value is out of its range.
    """
    settings = project.settings
    if not format_.sound_only:
        check_container(output, format_.encode)
    whole = first == 0 and end >= ceil(project.timeline.duration * settings.fps)
    width, height = frame_size(settings.width, settings.height, format_.longest)
    return FilmJob(
        project=Source(path=str(path)),
        output=str(output),
        range="whole" if whole else "between",
        start=Fraction(0) if whole else first / settings.fps,
        end=None if whole else end / settings.fps,
        width=width,
        height=height,
        fps=format_.fps,
        loudness=format_.loudness,
        subtitles=format_.subtitles,
        language=format_.language,
        caption_size=format_.caption_size,
        clip_recipes=format_.clip_recipes,
        encode=format_.encode,
    )


def measured(job: FilmJob, project: Project, first: int, end: int) -> FilmJob:
    """Return a job that says everything about its size itself: its project may not be saved yet."""
    settings = project.settings
    fps = settings.fps
    return replace(
        job,
        range="between",
        start=first / fps,
        end=max(end, first + 1) / fps,
        width=job.width or settings.width,
        height=job.height or settings.height,
        fps=job.fps or fps,
    )
