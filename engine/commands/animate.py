"""``portraits-engine animate``: a person in a picture moves like a motion."""

from collections.abc import Callable
from typing import get_args

from engine.commands.job_command import job_command
from engine.commands.motion import choose_codec
from engine.protocol.jobs.animate import AnimateJob

_ORIGINAL_NAMES = {"reference": "--ref_image_path", "motion": "--motion_data_path", "output": "--output_path"}
"""The options of the original scripts, which are accepted as well."""


def _with_original_names(command: Callable[..., None]) -> Callable[..., None]:
    for name, original in _ORIGINAL_NAMES.items():
        _, option = get_args(command.__annotations__[name])
        option.param_decls = (*option.param_decls, original)
    return command


animate = _with_original_names(
    job_command(
        AnimateJob,
        name="animate",
        complete=choose_codec,
        options={"encode.sound": "sound_codec", "encode.speed": "encode_speed"},
        help_text="""Let the person of a reference picture move like a motion.

        7b needs no words; 17b follows a prompt and takes a LoRA. Motions longer than 49 frames are made in clips.

        Example: portraits-engine animate --reference anna.jpg --motion dance.motion.npz --model 7b --output anna.mp4
        """,
    )
)
