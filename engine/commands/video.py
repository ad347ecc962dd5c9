"""``portraits-engine video``: shots from words, from pictures, and on from movies."""

from typing import Any

from engine.commands.image import CHOSEN_SEED, choose_seed
from engine.commands.job_command import job_command
from engine.commands.motion import choose_codec
from engine.protocol.jobs.video import VideoJob


def _complete(values: dict[str, Any]) -> None:
    choose_seed(values)
    choose_codec(values)


video = job_command(
    VideoJob,
    name="video",
    argument="prompt",
    complete=_complete,
    completed=CHOSEN_SEED,
    options={
        "loras": "lora",
        "window_prompts": "next_prompt",
        "encode.sound": "sound_codec",
        "encode.speed": "encode_speed",
    },
    help_text="""Make a shot from words, from a picture, between two pictures, or let a movie go on.

    A style (LoRA) is written FILE or FILE:STRENGTH and may be given several times. Each --next-prompt is that of the
    next window of a long shot.

    Example: portraits-engine video "an old fisherman at dusk" --output dusk.mp4 --draft

    Example: portraits-engine video "he begins to smile" --image anna.png --output smile.mp4

    Example: portraits-engine video "the camera moves on" --movie dusk.mp4 --output longer.mp4 --num-frames 97
    """,
)
