"""``portraits-engine voice``: speak a text."""

from typing import Any

from engine.commands.job_command import job_command
from engine.protocol.jobs import VoiceJob


def _complete(values: dict[str, Any]) -> None:
    """Put the description in the place of a voice's name, so that the job holds everything."""
    if "description" in values:
        from engine.voice.presets import described

        values["description"] = described(values["description"])


voice = job_command(
    VoiceJob,
    name="voice",
    argument="text",
    help_text="""Speak an English text into a WAV file.

    The voice description may be the name of a voice: narrator, storyteller, announcer, presenter, teacher, newsreader,
    grandfather, friend, pirate, robot, or one of your own.

    Example: portraits-engine voice "Every face is a road." --output voice.wav --subtitles srt

    Example: portraits-engine voice "I left. <sigh>" --engine maya1 --description storyteller --output voice.wav
    """,
    complete=_complete,
)
