"""The film job: a project becomes a movie."""

from pathlib import Path

import cv2

from engine import __version__
from engine.film.blend import Rgba
from engine.film.captions import FilmCaption, film_captions, to_srt
from engine.film.compose import Compositor
from engine.film.level import levelled
from engine.film.mixer import Samples, mix
from engine.film.plan import FilmPlan, plan_film, require_media
from engine.media.files import atomic_output, output_exists, sha256_of
from engine.media.movie_writer import MovieWriter
from engine.media.picture_sequence import sequence_target
from engine.media.probe import RECIPE_KEY, probe
from engine.project.store import load
from engine.protocol.context import JobContext
from engine.protocol.jobs.base import Artifact, MediaInfo
from engine.protocol.jobs.encode import CODECS, sound_codec_for
from engine.protocol.jobs.film import FilmJob
from engine.protocol.recipe import recipe_of, to_text

_PREVIEW_SIDE = 512


def run(job: FilmJob, context: JobContext) -> list[Artifact]:
    """Render a project's timeline to a movie, and its subtitles beside it when asked.

    Frames are composed in this thread and encoded in the writer's, so that both go on at the same time. Nothing appears
    under the final name before it is whole.

    Raises:
        PortraitsError: the project or a file in it cannot be used, the range is empty, or the movie cannot be written.
        Cancelled: the person cancelled.
    """
    project_path, output = Path(job.project.path), Path(job.output)
    project = load(project_path)
    digest = sha256_of(project_path)
    if job.project.sha256 not in ("", digest):
        context.note("The project has changed since this job was made; it is rendered as it is now.")
    plan = plan_film(project, job)
    inputs = require_media(plan, project_path)
    subtitles = output.with_suffix(".srt")
    for target in (output, subtitles) if job.subtitles == "srt" else (output,):
        if target.is_file() and not job.overwrite:
            raise output_exists(target)
    captions = film_captions(plan.project) if job.subtitles != "none" else []
    if job.subtitles != "none" and not captions:
        context.note("There are no subtitles, because no voice in this film has its sentences with it.")
    recipe = recipe_of(job, app_version=__version__, inputs=inputs)
    metadata = {RECIPE_KEY: to_text(recipe)}
    if project.title:
        metadata["title"] = project.title
    _render(job, plan, project_path, captions if job.subtitles == "burnt_in" else [], metadata, context)
    movie = _main_file(job)
    artifacts = [Artifact(path=str(movie), sha256=sha256_of(movie), media=probe(movie))]
    if job.subtitles == "srt" and captions:
        with atomic_output(subtitles, overwrite=job.overwrite) as temporary:
            temporary.write_text(to_srt(captions, plan.start, plan.end), "utf-8")
        info = MediaInfo(kind="subtitles", format="srt", duration=float(plan.end - plan.start))
        artifacts.append(Artifact(path=str(subtitles), sha256=sha256_of(subtitles), media=info))
    return artifacts


def _render(
    job: FilmJob,
    plan: FilmPlan,
    project_path: Path,
    captions: list[FilmCaption],
    metadata: dict[str, str],
    context: JobContext,
) -> None:
    settings = plan.project.settings
    sound = _sound(job, plan, project_path, context)
    with (
        MovieWriter(
            Path(job.output),
            width=settings.width,
            height=settings.height,
            fps=settings.fps,
            encode=job.encode,
            sound=None if sound is None else (sound, settings.sample_rate),
            metadata=metadata,
            overwrite=job.overwrite,
        ) as writer,
        Compositor(
            plan.project,
            project_path,
            note=context.note,
            clear=job.encode.alpha and CODECS[job.encode.codec].alpha,
            captions=captions,
        ) as compositor,
    ):
        for done in range(plan.frames):
            context.check_cancelled()
            context.progress("Rendering frames", done, plan.frames, "frames")
            frame = compositor.frame(plan.first + done)
            writer.write(frame)
            if context.preview_due():
                _show(frame, context)
        context.progress("Rendering frames", plan.frames, plan.frames, "frames")
    for text in writer.notes:
        context.note(text)


def _sound(job: FilmJob, plan: FilmPlan, project_path: Path, context: JobContext) -> Samples | None:
    """Return the film's sound, levelled; None when it has none or the movie cannot hold any."""
    if plan.samples == 0:
        return None
    if sound_codec_for(Path(job.output), job.encode) is None:
        if job.encode.sound != "none":
            context.note(f"{CODECS[job.encode.codec].title} holds no sound; it was left out.")
        return None

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


def _main_file(job: FilmJob) -> Path:
    """Return the movie, or the first picture of a sequence."""
    if job.encode.codec != "png":
        return Path(job.output)
    folder, name = sequence_target(Path(job.output))
    return folder / (name % 1)
