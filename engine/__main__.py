"""``portraits-engine``: the command line. ``serve`` is how the window starts the engine process."""

import io
import sys
from typing import Annotated

import typer

import engine
from engine.commands.animate import animate
from engine.commands.demo import demo
from engine.commands.doctor import doctor
from engine.commands.export import export
from engine.commands.image import grid, image, series
from engine.commands.landmarks import landmarks
from engine.commands.models import models
from engine.commands.morph import morph
from engine.commands.motion import motion
from engine.commands.pack import pack
from engine.commands.probe import probe
from engine.commands.serve import serve
from engine.commands.sound import sound
from engine.commands.update import update
from engine.commands.video import video
from engine.commands.voice import voice
from engine.packs.active import is_frozen, use_packs

app = typer.Typer(
    name="portraits-engine",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for sub_command in (
    demo,
    image,
    grid,
    series,
    landmarks,
    morph,
    video,
    voice,
    sound,
    animate,
    export,
    probe,
    doctor,
    update,
):
    app.command()(sub_command)
app.command(hidden=True)(serve)
app.add_typer(motion)
app.add_typer(models)
app.add_typer(pack)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"portraits-engine {engine.__version__}")
        raise typer.Exit


@app.callback()
def about(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Films of faces and people, made on your own computer.

    Start with: portraits-engine demo
    """


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a file's name may hold what the terminal cannot show
    if is_frozen():
        use_packs()
    app()


if __name__ == "__main__":
    main()
