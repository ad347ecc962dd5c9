"""Runs a :class:`GridJob`: seeds, strengths of styles and prompts compared on one sheet."""

from dataclasses import replace
from pathlib import Path

from engine import __version__
from engine.image import names
from engine.image.faces import FaceFinder
from engine.image.labels import Band, sheet
from engine.image.session import Made, Session, Wanted
from engine.image.writing import PictureWriter, write_new
from engine.image.xmp import KEY as XMP_KEY
from engine.image.xmp import packet
from engine.media.probe import RECIPE_KEY
from engine.models.store import Store
from engine.protocol.context import JobContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.base import Artifact
from engine.protocol.jobs.grid import MAX_CELLS, GridJob
from engine.protocol.recipe import recipe_of, to_text

_MOST_PIXELS = 400_000_000


def run(
    job: GridJob, context: JobContext, *, faces: FaceFinder | None = None, store: Store | None = None
) -> list[Artifact]:
    """Make every picture of the grid, then the sheet ``grid_<time>_<seed>.png``.

    Returns:
        The sheet, then the pictures when they are kept.

    Raises:
        PortraitsError: USAGE for a grid that is too large, and as :func:`engine.image.job.run`.
        Cancelled: no sheet is written; pictures that are kept are returned when the person asked for what is done.
    """
    seeds = job.seeds or tuple(job.seed + step for step in range(3))
    factors = (0.0, *job.strengths) if job.loras else (1.0,)
    prompts = (job.prompt, *job.prompts)
    cells = len(seeds) * len(factors) * len(prompts)
    if cells > MAX_CELLS:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"The grid would have {cells} pictures.",
            f"Take at most {MAX_CELLS}: fewer seeds or prompts.",
        )
    session = Session(job, context, finder=faces, store=store)
    if cells * session.job.width * session.job.height * session.job.second_pass**2 > _MOST_PIXELS:
        raise PortraitsError(
            ErrorCode.USAGE, "The pictures of the grid would not fit on one sheet.", "Take fewer or smaller pictures."
        )
    wanted = [
        session.wanted(index, seed, prompt, factor)
        for index, prompt in enumerate(prompts)
        for seed in seeds
        for factor in factors
    ]
    wanted = [replace(each, place=cell) for cell, each in enumerate(wanted)]
    # All pictures of one strength after the other: they can be made together.
    order = sorted(range(cells), key=lambda cell: factors.index(wanted[cell].factor))
    made: dict[int, Made] = {}
    folder = Path(job.output).expanduser()
    with PictureWriter(session, folder) as writer:
        try:
            for cell, picture in zip(order, session.make([wanted[cell] for cell in order]), strict=True):
                made[cell] = picture
                if job.keep_pictures:
                    writer.write(picture)
        except Cancelled:
            if not context.keep_done:
                raise
        sheets: list[Artifact] = []
        if len(made) == cells:
            bands = [
                Band(_heading(prompts, index, wanted, len(seeds) * len(factors)), tuple(map(str, seeds)))
                for index in range(len(prompts))
            ]
            paper = sheet(
                [made[cell].picture for cell in range(cells)], bands, [_column(job, factor) for factor in factors]
            )
            paths = names.candidates(folder, writer.time, seeds[0], "grid")
            sheets.append(write_new(paths, paper, _texts(session)))
    return [*sheets, *writer.artifacts]


def _heading(prompts: tuple[str, ...], index: int, wanted: list[Wanted], each: int) -> str:
    """The expanded prompt of a band; with one prompt there is nothing to tell apart."""
    return wanted[index * each].words.prompt if len(prompts) > 1 else ""


def _column(job: GridJob, factor: float) -> str:
    if factor == 0.0:
        return "no LoRA"
    if not job.loras:
        return ""
    return ", ".join(f"{_stem(lora.source.path)} {lora.strength * factor:g}" for lora in job.loras)


def _stem(path: str) -> str:
    return Path(path).stem if path.endswith(".safetensors") else path


def _texts(session: Session[GridJob]) -> dict[str, str]:
    found = {XMP_KEY: packet("trainedAlgorithmicMedia", f"Portraits {__version__}")}
    if session.job.embed:
        recipe = recipe_of(session.job, app_version=__version__, inputs=session.inputs)
        found[RECIPE_KEY] = to_text(recipe)
    return found
