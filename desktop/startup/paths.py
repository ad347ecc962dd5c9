"""The folders of the application."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from engine.protocol.folders import cache_folder, config_folder, data_folder, documents_folder, log_folder


@dataclass(frozen=True)
class Paths:
    """Where the application keeps what.

    Attributes:
        config: settings a person chose.
        data: what must not be lost (the queue, boards, presets).
        cache: what can be made again (thumbnails, the gallery's index).
        logs: logs and crash traces.
        documents: where new projects are offered to be saved.
    """

    config: Path
    data: Path
    cache: Path
    logs: Path
    documents: Path

    @classmethod
    def of_this_computer(cls) -> Self:
        """Return the folders the system has for this, or those below ``PORTRAITS_HOME``; none is made yet."""
        return cls(config_folder(), data_folder(), cache_folder(), log_folder(), documents_folder())

    @property
    def settings_file(self) -> Path:
        return self.config / "settings.toml"

    @property
    def queue_file(self) -> Path:
        return self.data / "queue.sqlite"

    @property
    def gallery_folder(self) -> Path:
        return self.cache / "gallery"

    @property
    def thumbnail_folder(self) -> Path:
        return self.cache / "thumbnails"

    @property
    def window_log(self) -> Path:
        return self.logs / "window.log"

    @property
    def engine_log(self) -> Path:
        return self.logs / "engine.log"

    @property
    def crash_trace(self) -> Path:
        return self.logs / "crash.txt"
