"""Runs a :class:`SeriesJob`: a portrait for each variation, checked, and a project with morphs between them."""

from pathlib import Path

from msgspec.structs import replace

from engine.image.faces import FaceFinder, problem_with
from engine.image.session import Made, Session, Wanted
from engine.image.writing import PictureWriter
from engine.media.files import output_exists, sha256_of
from engine.media.probe import RECIPE_KEY, probe, read_metadata
from engine.models.store import Store
from engine.project.builder import lay_morphs
from engine.project.folder import add_media, with_item
from engine.project.landmarks import Landmarks
from engine.project.schema import Project, Settings
from engine.project.store import SUFFIX, save
from engine.protocol.context import JobContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import Artifact, MediaInfo
from engine.protocol.jobs.series import PLACE, SeriesJob
from engine.protocol.recipe import from_text

_Portrait = tuple[Artifact, Landmarks]


def run(
    job: SeriesJob, context: JobContext, *, faces: FaceFinder | None = None, store: Store | None = None
) -> list[Artifact]:
    """Make the series.

    All variations begin with the same seed, which keeps the person alike as far as the words allow.

    Returns:
        The project, then the portraits in it. Pictures that were set aside lie in the folder "set aside".

    Raises:
        PortraitsError: NO_FACE when no variation gave a picture with one frontal face, and as
            :func:`engine.image.job.run`.
        Cancelled: portraits that were finished stay; a project with them is written when the person asked to keep them.
    """
    project_path = Path(job.output).expanduser()
    if project_path.suffix != SUFFIX:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"{quoted(project_path)} is not the name of a project.",
            f"Choose a name that ends in {SUFFIX}.",
        )
    if project_path.exists() and not job.overwrite:
        raise output_exists(project_path)
    if faces is None:
        raise PortraitsError(
            ErrorCode.NOT_AVAILABLE,
            "A series needs the face detector, which is not here.",
            "Make single pictures instead.",
        )
    session = Session(job, context, finder=faces, store=store)
    kept: dict[int, _Portrait] = {}
    try:
        _make_portraits(session, faces, project_path, kept)
    except Cancelled:
        if not (context.keep_done and kept):
            raise
    portraits = [kept[index] for index in sorted(kept)]
    if not portraits:
        raise PortraitsError(
            ErrorCode.NO_FACE,
            f"None of the {len(job.variations)} variations gave a picture with one frontal face.",
            "Describe a portrait that looks into the camera, or start with another seed.",
            safe="The pictures were set aside.",
        )
    project = _project(session.job, portraits, project_path)
    save(project, project_path)
    media = MediaInfo(kind="project", width=project.settings.width, height=project.settings.height)
    return [
        Artifact(path=str(project_path), sha256=sha256_of(project_path), media=media),
        *(artifact for artifact, _ in portraits),
    ]


def prompt_of(prompt: str, variation: str) -> str:
    """Return a prompt with a variation in its place, or added at the end."""
    if PLACE in prompt:
        return prompt.replace(PLACE, variation)
    return ", ".join(part for part in (prompt.strip(), variation.strip()) if part)


def _make_portraits(
    session: Session[SeriesJob], faces: FaceFinder, project_path: Path, kept: dict[int, _Portrait]
) -> None:
    """Make all variations, then those again whose picture cannot be morphed, with the next seeds.

    Args:
        kept: takes the portraits by the place of their variation, each as soon as it is written.
    """
    job, context = session.job, session.context
    folder = project_path.with_name(f"{project_path.stem} portraits")
    open_ = list(range(len(job.variations)))
    with (
        PictureWriter(session, folder) as writer,
        PictureWriter(session, folder / "set aside") as aside,
        session.opened(),
    ):
        for attempt in range(job.retries + 1):
            wanted = [_wanted(session, index, job.seed + attempt) for index in open_]
            again: list[int] = []
            for index, made in zip(open_, session.make(wanted), strict=True):
                found = list(faces(made.picture))
                problem = problem_with(found)
                if not problem:
                    kept[index] = writer.write_now(made), found[0]
                    continue
                aside.write(made)
                again.append(index)
                context.note(_words(job.variations[index], made, problem, attempt < job.retries))
            open_ = again
            if not open_:
                break


def _wanted(session: Session[SeriesJob], index: int, seed: int) -> Wanted:
    return session.wanted(index, seed, prompt_of(session.job.prompt, session.job.variations[index]))


def _words(variation: str, made: Made, problem: str, tries_again: bool) -> str:
    then = "it is made again with the next seed" if tries_again else "it was left out"
    return f"“{variation}” (seed {made.wanted.seed}) has {problem}; {then}."


def _project(job: SeriesJob, portraits: list[_Portrait], project_path: Path) -> Project:
    first = portraits[0][0].media
    settings = Settings(width=first.width // 2 * 2, height=first.height // 2 * 2, fps=job.fps)
    project = Project(title=project_path.stem, settings=settings)
    items = []
    for artifact, landmarks in portraits:
        path = Path(artifact.path)
        text = read_metadata(path).get(RECIPE_KEY)
        recipe = None if text is None else from_text(text, path.name)
        project, item = add_media(project, project_path, path, probe(path), recipe=recipe)
        project = with_item(project, replace(item, landmarks=landmarks))
        items.append(item.id)
    return lay_morphs(project, items, hold=job.hold, morph=job.morph, settings=job.settings)
