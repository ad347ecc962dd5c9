"""The person's own voices, which the command line knows as well."""

from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile

from desktop.widgets.engine_words import failure_text, system_reason
from engine.protocol.errors import PortraitsError
from engine.protocol.voices import BUILT_IN, VoicePreset, own_voices_json, read_own_voices


class OwnVoices:
    """Voices with a name and a description, kept in a file.

    Args:
        path: the file; it need not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> tuple[VoicePreset, ...]:
        """Return the built-in voices and the person's own; none of the latter when their file cannot be read."""
        try:
            return (*BUILT_IN, *read_own_voices(self._path))
        except PortraitsError:
            return BUILT_IN

    def keep(self, voice: VoicePreset) -> str:
        """Keep a voice; one of the same name is replaced. Return why it cannot be kept, or ""."""
        try:
            others = [own for own in read_own_voices(self._path) if own.name.casefold() != voice.name.casefold()]
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except PortraitsError as error:
            return failure_text(error.failure)
        except OSError as error:
            return system_reason(error)
        data = own_voices_json([*others, voice])
        file = QSaveFile(str(self._path))
        done = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit()
        return "" if done else file.errorString()
