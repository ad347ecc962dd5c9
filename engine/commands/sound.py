"""``portraits-engine sound``: cut, fade and level a sound."""

from engine.commands.job_command import job_command
from engine.protocol.jobs import SoundJob

sound = job_command(
    SoundJob,
    name="sound",
    argument="input",
    help_text="""Cut, fade and level a sound into a new WAV file; the sound itself stays as it is.

    Example: portraits-engine sound voice.wav --trim-silence --loudness -16 --output levelled.wav

    Example: portraits-engine sound voice.wav --start 1.2 --end 4.5 --fade-out 0.5 --output part.wav
    """,
)
