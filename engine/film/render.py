"""Frames and sound of a planned film into a file."""

from collections.abc import Sequence
from pathlib import Path

import cv2
from msgspec.structs import replace

from engine.film.blend import Rgba
from engine.film.captions import FilmCaption, cues_between
from engine.film.compose import Compositor
from engine.film.level import levelled
from engine.film.mixer import Samples, mix
from engine.film.plan import FilmPlan
from engine.media.hardware import encoder_works
from engine.media.movie_writer import MovieWriter
from engine.media.sound_file import write_sound_file
from engine.media.subtitle_track import Words
from engine.morph.strips import opencv_on_one_thread
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.encode import CODECS, EncodeSettings, sound_codec_for
from engine.protocol.jobs.film import FilmJob

_PREVIEW_SIDE = 512


def render_movie(
    job: FilmJob,
    plan: FilmPlan,
    project_path: Path,
    captions: Sequence[FilmCaption],
    metadata: dict[str, str],
    context: JobContext,
) -> None:
    """Write the film's pictures with its sound.

    Raises:
        PortraitsError: a file cannot be read, or the movie cannot be written.
        Cancelled: the person cancelled.
    """
    settings = plan.project.settings
    encode = _usable(job.encode, context)
    words = None
    if job.subtitles == "track":
        words = Words(cues_between(captions, plan.start, plan.end), job.language)
    with (
        # Held open over all frames: switching OpenCV's threads off and on for each morph frame costs a tenth of it.
        opencv_on_one_thread(),
        Compositor(
            plan.project,
            project_path,
            note=context.note,
            clear=encode.alpha and CODECS[encode.codec].alpha,
            captions=captions if job.subtitles == "burnt_in" else (),
            caption_size=job.caption_size,
        ) as compositor,
    ):
        # The first morph is made ready in its own thread while the sound is mixed.
        compositor.prepare(plan.first)
        sound = _movie_sound(job, plan, project_path, context)
        with MovieWriter(
            Path(job.output),
            width=settings.width,
            height=settings.height,
            fps=settings.fps,
            encode=encode,
            sound=None if sound is None else (sound, settings.sample_rate),
            words=words,
            metadata=metadata,
            overwrite=job.overwrite,
        ) as writer:
            _render_frames(plan, compositor, writer, context)
    for text in writer.notes:
        context.note(text)


def render_sound(
    job: FilmJob, plan: FilmPlan, project_path: Path, metadata: dict[str, str], context: JobContext
) -> None:
    """Write the film's sound alone.

    Raises:
        PortraitsError: USAGE when the film is silent; a file cannot be read, or the sound cannot be written.
        Cancelled: the person cancelled.
    """
    if plan.samples == 0:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"The film of {quoted(job.project.path)} has no sound in this range.",
            "Place a voice or music on its timeline, or render a movie.",
        )
    if job.subtitles in ("burnt_in", "track"):
        context.note("A sound file shows no subtitles; they were left out.")
    samples = _mixed(job, plan, project_path, context)
    context.check_cancelled()
    write_sound_file(
        Path(job.output),
        samples,
        plan.project.settings.sample_rate,
        bitrate=job.encode.sound_bitrate,
        metadata=metadata,
        overwrite=job.overwrite,
    )


def _usable(encode: EncodeSettings, context: JobContext) -> EncodeSettings:
    """Return the settings with an encoder that works here; a job may come from another computer."""
    if encoder_works(encode.codec, encode.encoder):
        return encode
    context.note("The encoder of the graphics card does not work here; the processor encoded the movie instead.")
    return replace(encode, encoder="processor")


def _render_frames(plan: FilmPlan, compositor: Compositor, writer: MovieWriter, context: JobContext) -> None:
    for done in range(plan.frames):
        context.check_cancelled()
        context.progress("Rendering frames", done, plan.frames, "frames")
        frame = compositor.frame(plan.first + done)
        if done and compositor.unchanged:
            writer.repeat()
        else:
            writer.write(frame)
        if context.preview_due():
            _show(frame, context)
    context.progress("Rendering frames", plan.frames, plan.frames, "frames")


def _movie_sound(job: FilmJob, plan: FilmPlan, project_path: Path, context: JobContext) -> Samples | None:
    """Return the film's sound, levelled; None when it has none or the movie cannot hold any."""
    if plan.samples == 0:
        return None
    if sound_codec_for(Path(job.output), job.encode) is None:
        if job.encode.sound != "none":
            context.note(f"{CODECS[job.encode.codec].title} holds no sound; it was left out.")
        return None
    return _mixed(job, plan, project_path, context)


def _mixed(job: FilmJob, plan: FilmPlan, project_path: Path, context: JobContext) -> Samples:
    def step(done: int, total: int) -> None:
        context.check_cancelled()
        context.progress("Mixing sound", done, total, "clips")

    mixed = mix(plan.project, project_path, plan.start, plan.samples, step=step)
    samples, notes = levelled(mixed, plan.project.settings.sample_rate, job.loudness)
    for text in notes:
        context.note(text)
    return samples


def _show(frame: Rgba, context: JobContext) -> None:
    height, width = frame.shape[:2]
    scale = min(1.0, _PREVIEW_SIDE / max(width, height))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    rgb = cv2.cvtColor(cv2.resize(frame, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGBA2RGB)
    context.preview(rgb.tobytes(), *size)
