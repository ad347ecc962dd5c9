"""Where the person's own voices lie, and a name's description."""

from pathlib import Path

import platformdirs

from engine.media.files import atomic_output
from engine.protocol.voices import VoicePreset, find_voice, own_voices_json, read_own_voices


def voices_file() -> Path:
    """The file of the person's own voices."""
    return Path(platformdirs.user_config_dir("portraits", appauthor=False)) / "voices.json"


def described(text: str, path: Path | None = None) -> str:
    """Return the description that a preset's name stands for; any other text is itself the description."""
    voice = find_voice(text, read_own_voices(path or voices_file()))
    return voice.description if voice else text


def save_voice(voice: VoicePreset, path: Path | None = None) -> None:
    """Keep one of the person's own voices; one of the same name is replaced.

    Raises:
        PortraitsError: CANNOT_WRITE or DISK_FULL; the voices stay as they were.
    """
    path = path or voices_file()
    others = [own for own in read_own_voices(path) if own.name.casefold() != voice.name.casefold()]
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_output(path, overwrite=True) as temporary:
        temporary.write_bytes(own_voices_json([*others, voice]))
