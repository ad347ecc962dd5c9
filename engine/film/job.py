"""The film job: a project becomes a movie, or a sound."""

from pathlib import Path

from engine.film.captions import film_captions, to_srt
from engine.film.plan import plan_film, require_media
from engine.film.recipes import film_metadata
from engine.film.render import render_movie, render_sound
from engine.media.files import atomic_output, output_exists, sha256_of
from engine.media.picture_sequence import first_file
from engine.media.probe import probe
from engine.project.store import load
from engine.protocol.context import JobContext
from engine.protocol.jobs.base import Artifact, MediaInfo
from engine.protocol.jobs.encode import is_sound_file
from engine.protocol.jobs.film import FilmJob


def run(job: FilmJob, context: JobContext) -> list[Artifact]:
    """Render a project's timeline to a movie or its sound to a sound file, and its subtitles beside it when asked.

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
    metadata = film_metadata(job, plan, inputs, context.note)
    if is_sound_file(output):
        render_sound(job, plan, project_path, metadata, context)
        main = output
    else:
        render_movie(job, plan, project_path, captions, metadata, context)
        main = first_file(output, job.encode)
    artifacts = [Artifact(path=str(main), sha256=sha256_of(main), media=probe(main))]
    if job.subtitles == "srt" and captions:
        with atomic_output(subtitles, overwrite=job.overwrite) as temporary:
            temporary.write_text(to_srt(captions, plan.start, plan.end), "utf-8")
        info = MediaInfo(kind="subtitles", format="srt", duration=float(plan.end - plan.start))
        artifacts.append(Artifact(path=str(subtitles), sha256=sha256_of(subtitles), media=info))
    return artifacts
