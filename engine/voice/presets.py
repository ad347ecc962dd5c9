"""Voices by name."""

from pathlib import Path

from engine.protocol.folders import config_folder
from engine.protocol.voices import find_voice, read_own_voices


def voices_file() -> Path:
    """Return where the person's own voices lie; the window keeps them there."""
    return config_folder() / "voices.json"


def described(text: str, path: Path | None = None) -> str:
    """Return the description that a voice's name stands for; any other text is itself the description.

    Args:
        text: a name or a description.
        path: the file of the person's own voices, :func:`voices_file` by default.

    Raises:
        PortraitsError: BAD_INPUT when that file cannot be read.
    """
    voice = find_voice(text, read_own_voices(path or voices_file()))
    return voice.description if voice else text
