"""Runs the jobs that change, convert and draw motions, and what all jobs about motions share."""

from pathlib import Path

import numpy as np

from engine.animation.cleaning import gaps_filled, smoothed, without_outliers
from engine.animation.drawing import Picture, draw_pose, draw_turned
from engine.animation.inputs import hashed, recipe_text
from engine.animation.motion import Motion, require_person
from engine.animation.motion_file import write_motion
from engine.animation.motion_input import load_motions, load_one
from engine.animation.placing import fitted, fitted_to
from engine.animation.timing import looped, mirrored, resampled, retimed, trimmed
from engine.media.files import output_exists, sha256_of
from engine.media.movie_writer import MovieWriter
from engine.media.picture_sequence import first_file
from engine.media.probe import RECIPE_KEY, probe
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import Artifact, MediaInfo
from engine.protocol.jobs.motion import (
    CleanMotionJob,
    ConvertMotionJob,
    DrawMotionJob,
    ReconstructMotionJob,
    TokenizeMotionJob,
)

SUFFIX = ".motion.npz"


def clean(job: CleanMotionJob, context: JobContext) -> list[Artifact]:
    """Repair, smooth, cut and place a motion, in this order: outliers, gaps, smoothing, cut, time, mirror, place.

    Raises:
        PortraitsError: the motion cannot be read or the result not written; USAGE for values that leave nothing.
    """
    output = motion_output(job.output, overwrite=job.overwrite)
    motion = named_motion(job, context)
    if job.outliers:
        motion, count = without_outliers(motion)
        if count:
            context.note(f"{count} positions jumped and were replaced.")
    if job.fill_gaps:
        motion, count = gaps_filled(motion)
        if count:
            context.note(f"{count} frames without the person were filled.")
    context.check_cancelled()
    motion = smoothed(motion, job.smoothing, strength=job.strength)
    motion = trimmed(motion, job.start, job.end)
    motion = retimed(motion, job.speed)
    if job.fps is not None:
        motion = resampled(motion, job.fps)
    if job.loop:
        motion = looped(motion, job.loop)
    if job.mirror:
        motion = mirrored(motion)
    motion = _placed(job, motion, context)
    write_motion(output, motion, overwrite=job.overwrite)
    return [motion_artifact(output, motion)]


def _placed(job: CleanMotionJob, motion: Motion, context: JobContext) -> Motion:
    if job.picture:
        from engine.animation.picture_person import person_in

        motion = fitted_to(motion, *person_in(Path(hashed(job.picture[0], context.note).path)))
    if job.pelvis_x is None and job.pelvis_y is None and job.height is None and job.body_scale == 1.0:
        return motion
    pelvis = None
    if job.pelvis_x is not None or job.pelvis_y is not None:
        if job.pelvis_x is None or job.pelvis_y is None:
            raise PortraitsError(
                ErrorCode.USAGE, "The place of the pelvis needs both numbers.", "Give --pelvis-x and --pelvis-y."
            )
        pelvis = (job.pelvis_x, job.pelvis_y)
    return fitted(motion, pelvis=pelvis, height=job.height, body_scale=job.body_scale)


def convert(job: ConvertMotionJob, context: JobContext) -> list[Artifact]:
    """Write motion files of ours: the chosen motion, or with a folder as the result all of a file.

    Raises:
        PortraitsError: the motion cannot be read or a result not written.
    """
    if job.output.endswith(".npz"):
        output = motion_output(job.output, overwrite=job.overwrite)
        motion = named_motion(job, context)
        write_motion(output, motion, overwrite=job.overwrite)
        return [motion_artifact(output, motion)]
    source = hashed(job.motion, context.note)
    motions, notes = load_motions(Path(source.path), fps=job.source_fps)
    for note in notes:
        context.note(note)
    folder = Path(job.output)
    names = _names(motions, Path(source.path).stem)
    for name in names:
        if (folder / name).exists() and not job.overwrite:
            raise output_exists(folder / name)
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number, (name, motion) in enumerate(zip(names, motions, strict=True), 1):
        context.check_cancelled()
        write_motion(folder / name, motion, overwrite=job.overwrite)
        made.append(motion_artifact(folder / name, motion))
        context.progress("Writing motions", number, len(motions), "motions")
    return made


def _names(motions: list[Motion], stem: str) -> list[str]:
    """Return a file name for each motion, by its source and person, all different."""
    names: list[str] = []
    for number, motion in enumerate(motions):
        base = Path(motion.source).stem or f"{stem}-{number}"
        name = f"{base}-{motion.person}" if motion.person else base
        while f"{name}{SUFFIX}" in names:
            name = f"{name}-{number}"
        names.append(f"{name}{SUFFIX}")
    return names


def draw(job: DrawMotionJob, context: JobContext) -> list[Artifact]:
    """Draw a motion as a movie, from the camera or going around the person.

    Raises:
        PortraitsError: the motion cannot be read or the movie not written.
    """
    motion = named_motion(job, context)
    require_person(motion)
    motions = [motion]
    sources = [hashed(source, context.note) for source in (job.motion, *job.compare)]
    for source in sources[1:]:
        other, notes = load_one(Path(source.path))
        for note in notes:
            context.note(note)
        motions.append(resampled(other, motion.fps))
    width, height = job.width or motion.width, job.height or motion.height
    frames = max(len(each) for each in motions)
    output = Path(job.output)
    with MovieWriter(
        output,
        width=width * len(motions),
        height=height,
        fps=motion.fps,
        encode=job.encode,
        metadata={"title": output.stem, RECIPE_KEY: recipe_text(job, sources)},
        overwrite=job.overwrite,
    ) as writer:
        for frame in range(frames):
            context.check_cancelled()
            row = np.concatenate([_drawn(job, each, frame, width, height) for each in motions], axis=1)
            writer.write(np.dstack([row, np.full(row.shape[:2], 255, np.uint8)]))
            context.progress("Drawing", frame + 1, frames, "frames")
            if context.preview_due():
                context.preview(np.ascontiguousarray(row).tobytes(), row.shape[1], row.shape[0])
    for note in writer.notes:
        context.note(note)
    made = first_file(output, job.encode)
    return [Artifact(path=str(made), sha256=sha256_of(made), media=probe(made))]


def _drawn(job: DrawMotionJob, motion: Motion, frame: int, width: int, height: int) -> Picture:
    if frame >= len(motion):
        return np.zeros((height, width, 3), np.uint8)
    if job.view == "turning":
        return draw_turned(motion.joints[frame], width, height, job.turn * frame / float(motion.fps))
    return draw_pose(motion.joints[frame], width, height)


def named_motion(
    job: CleanMotionJob | ConvertMotionJob | DrawMotionJob | TokenizeMotionJob | ReconstructMotionJob,
    context: JobContext,
) -> Motion:
    """Read the motion a job names."""
    source = hashed(job.motion, context.note)
    fps = job.source_fps if isinstance(job, CleanMotionJob | ConvertMotionJob) else None
    motion, notes = load_one(Path(source.path), index=job.index, person=job.person, fps=fps)
    for note in notes:
        context.note(note)
    return motion


def motion_output(name: str, *, overwrite: bool) -> Path:
    """Return the path of a result, checked: a name that ends in .npz, of no file that must not be replaced."""
    output = Path(name)
    if output.suffix.lower() != ".npz":
        raise PortraitsError(
            ErrorCode.USAGE, f"{quoted(output)} does not end in .npz.", f"Choose a name such as dance{SUFFIX}."
        )
    if output.exists() and not overwrite:
        raise output_exists(output)
    return output


def motion_artifact(path: Path, motion: Motion, *, format_name: str = "motion") -> Artifact:
    """Describe a motion file that was written."""
    media = MediaInfo(
        kind="motion",
        format=format_name,
        width=motion.width,
        height=motion.height,
        frames=len(motion),
        fps=float(motion.fps),
        duration=motion.seconds,
    )
    return Artifact(path=str(path), sha256=sha256_of(path), media=media)
