"""``portraits-engine morph``: a row of portraits becomes a morph movie."""

from typing import Any

from engine.commands.job_command import job_command
from engine.protocol.jobs import MorphJob
from engine.protocol.jobs.encode import codec_for, is_sound_file


def choose_codec(values: dict[str, Any]) -> None:
    """Take the codec from the file name when no ``--codec`` was given; a sound file needs none."""
    encode = values.setdefault("encode", {})
    if "codec" not in encode and not is_sound_file(values["output"]):
        encode["codec"] = codec_for(values["output"])


morph = job_command(
    MorphJob,
    name="morph",
    argument="inputs",
    complete=choose_codec,
    options={
        "settings.shape": "shape_curve",
        "settings.colour": "colour_curve",
        "settings.background": "background_curve",
        "encode.sound": "sound_codec",
    },
    help_text="""Let each portrait flow into the next and write the movie.

    N pictures give N + (N - 1) * morph-frames frames, before holds and repeats. A pair without a face cross-fades.

    Example: portraits-engine morph anna.jpg lena.jpg portraits/ --output morph.mp4 --morph-frames 24
    """,
)
