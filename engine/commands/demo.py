"""``portraits-engine demo``: the sample portraits become a film with a voice."""

import contextlib
import tempfile
from pathlib import Path
from typing import Annotated

import msgspec
import typer

import resources
from engine.commands.console import Console, DebugOption, JsonOption, OverwriteOption, session
from engine.commands.job_command import describe
from engine.project.demo import DemoFilm, demo_project, read_demo
from engine.project.folder import with_item
from engine.project.landmarks import read_landmarks
from engine.project.media import Caption
from engine.project.schema import Project
from engine.project.store import save
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs import FilmJob, VoiceJob
from engine.protocol.jobs.base import Source


def demo(
    output: Annotated[Path, typer.Option("--output", help="The folder for the film and its project.")] = Path(
        "portraits-demo"
    ),
    overwrite: OverwriteOption = False,
    json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Make the demo film: six portraits flow into each other while a voice speaks.

    Writes demo.mp4 and demo.portraits. Needs no download and no graphics card.

    Example: portraits-engine demo --output my-demo
    """
    with session(json=json, debug=debug) as console:
        from engine.media.files import make_folder, output_exists

        movie, project_path = output / "demo.mp4", output / "demo.portraits"
        for path in (movie, project_path):
            if path.exists() and not overwrite:
                raise output_exists(path)
        make_folder(output)
        with tempfile.TemporaryDirectory() as scratch:
            project = _project(project_path, Path(scratch), console)
        save(project, project_path)
        job = FilmJob(project=Source(path=str(project_path)), output=str(movie), overwrite=overwrite)
        film = console.run(job)[0]
        console.text(f"{movie}  {describe(film)}")
        console.text(f"{project_path}  the project, to open with: portraits {project_path}")


def _project(project_path: Path, scratch: Path, console: Console) -> Project:
    """Speak the narration and lay the film out, with the landmarks of its faces in it."""
    from engine.media.probe import probe

    recipe = resources.path("samples", "demo.json")
    film, folder = read_demo(recipe), recipe.parent
    voice = scratch / "narration.wav"
    captions = _speak(film, folder, voice, console)
    project = demo_project(film, folder, project_path, voice, probe, captions)
    return _with_landmarks(project, folder, console)


def _speak(film: DemoFilm, folder: Path, voice: Path, console: Console) -> list[Caption]:
    from engine.film.captions import read_captions

    spoken = film.voice
    console.run(
        VoiceJob(
            text=(folder / film.narration).read_text("utf-8"),
            output=str(voice),
            speed=spoken.speed,
            seed=spoken.seed,
            gap=spoken.gap,
            loudness=spoken.loudness,
            subtitles="srt",
        )
    )
    return list(read_captions(voice.with_suffix(".srt")))


def _with_landmarks(project: Project, folder: Path, console: Console) -> Project:
    """Return the project with the landmarks of every picture in it."""
    from engine.media.pictures import read_picture
    from engine.morph.finder import LANDMARK_SUFFIX, LandmarkFinder, landmark_cache_folder

    pictures = [item for item in project.media if item.kind == "picture"]
    finder = LandmarkFinder(cache=landmark_cache_folder())
    with contextlib.closing(finder):
        for number, item in enumerate(pictures):
            console.progress("Finding landmarks", number, len(pictures), "pictures")
            path = folder / "portraits" / item.name
            saved = path.with_name(path.stem + LANDMARK_SUFFIX)
            try:
                landmarks = finder.find(path, read_picture(path), item.sha256)
            except PortraitsError as error:
                if error.code is not ErrorCode.NOT_AVAILABLE:
                    raise
                if number == 0:
                    console.note(f"{error} The landmarks that come with the sample pictures are used.")
                landmarks = read_landmarks(saved)
            project = with_item(project, msgspec.structs.replace(item, landmarks=landmarks))
    console.progress("Finding landmarks", len(pictures), len(pictures), "pictures")
    return project
