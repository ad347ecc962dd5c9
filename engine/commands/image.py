"""``portraits-engine image``, ``grid`` and ``series``: pictures from words."""

import inspect
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from engine.commands.console import Console, session
from engine.commands.job_command import job_command
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.grid import GridJob
from engine.protocol.jobs.image import ImageJob, Lora
from engine.protocol.jobs.series import SeriesJob

_OPTIONS = {"loras": "lora", "templates": "template"}
CHOSEN_SEED = {"seed": "a new one each time"}


def choose_seed(values: dict[str, Any]) -> None:
    """Take a new seed when none is given; it stands in the names and recipes of the pictures."""
    values.setdefault("seed", secrets.randbelow(2**32))


_image = job_command(
    ImageJob,
    name="image",
    argument="prompt",
    options=_OPTIONS,
    complete=choose_seed,
    completed=CHOSEN_SEED,
    help_text="""Make pictures from words, or variations of a picture.

    A style (LoRA) is written FILE or FILE:STRENGTH and may be given several times.

    Example: portraits-engine image "an old fisherman" --output portraits --num-images 4 --lora ink.safetensors:0.8
    """,
)

grid = job_command(
    GridJob,
    name="grid",
    argument="prompt",
    options={**_OPTIONS, "prompts": "another_prompt", "seeds": "row_seed", "strengths": "column_strength"},
    complete=choose_seed,
    completed=CHOSEN_SEED,
    help_text="""Compare seeds, strengths of a style and prompts on one labelled sheet.

    Example: portraits-engine grid "portrait of a fisherman" --lora ink.safetensors --output portraits
    """,
)

series = job_command(
    SeriesJob,
    name="series",
    argument="prompt",
    options={
        **_OPTIONS,
        "variations": "variation",
        "settings.shape": "shape_curve",
        "settings.colour": "colour_curve",
        "settings.background": "background_curve",
    },
    complete=choose_seed,
    completed=CHOSEN_SEED,
    help_text="""Make one portrait for each variation and a project with morphs between them.

    Example: portraits-engine series "a {variation} woman" --variation young --variation old --output ages.portraits
    """,
)


def _with_like(command: Callable[..., None]) -> Callable[..., None]:
    """Add the option that takes over the settings of a picture."""

    def image(like: Path | None = None, **given: Any) -> None:
        if like is not None:
            with session(json=given["json"], debug=given["debug"]) as console:
                _take_over(given, like, console)
        command(**given)

    text = "Take over what a picture tells about how it was made; options that are given win."
    option = inspect.Parameter(
        "like",
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[Path | None, typer.Option("--like", help=text, show_default=False)],
    )
    parameters = [*inspect.signature(command).parameters.values(), option]
    image.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    image.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    image.__doc__ = command.__doc__
    return image


def _take_over(given: dict[str, Any], picture: Path, console: Console) -> None:
    """Fill in what was not given. Raises BAD_INPUT when the picture tells nothing."""
    from engine.image.reading.pictures import settings_in
    from engine.image.reading.resolve import resolved

    found = settings_in(picture)
    if found is None:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"{quoted(picture)} does not tell how it was made.",
            "Give the prompt and the settings yourself.",
        )
    job, notes = resolved(found, "")
    for note in notes:
        console.note(note)
    for name in (*found.job, "model", "loras"):
        option = _OPTIONS.get(name, name)
        value = getattr(job, name)
        if given.get(option) in (None, []) and value not in (None, ()):
            given[option] = _as_option(name, value)


def _as_option(name: str, value: Any) -> Any:
    if name == "loras":
        return [_lora_text(lora) for lora in value]
    if name == "source":
        return Path(value.path)
    return list(value) if isinstance(value, tuple) else value


def _lora_text(lora: Lora) -> str:
    return f"{lora.source.path}:{lora.strength:g}"


image = _with_like(_image)
