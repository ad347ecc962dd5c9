"""``portraits-engine export``: render a project's film."""

from engine.commands.job_command import job_command
from engine.commands.morph import choose_codec
from engine.protocol.jobs import FilmJob

export = job_command(
    FilmJob,
    name="export",
    argument="project",
    complete=choose_codec,
    options={"encode.sound": "sound_codec"},
    help_text="""Render the film of a project file to a movie.

    Example: portraits-engine export demo.portraits --output demo.mp4
    """,
)
