"""``portraits-engine voice``: speak a text."""

from engine.commands.job_command import job_command
from engine.protocol.jobs import VoiceJob

voice = job_command(
    VoiceJob,
    name="voice",
    argument="text",
    help_text="""Speak an English text into a WAV file.

    Example: portraits-engine voice "Every face is a road." --output voice.wav --subtitles srt
    """,
)
