"""Where Portraits keeps its own files on this computer; the window and the engine find the same places."""

import os
from pathlib import Path

import platformdirs

HOME_VARIABLE = "PORTRAITS_HOME"
"""Environment variable: one folder below which everything lies that would else be in the system's folders."""

_SYSTEM = platformdirs.PlatformDirs("portraits", appauthor=False)


def _below_home(name: str) -> Path | None:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home).expanduser().absolute() / name if home else None


def config_folder() -> Path:
    """Return the folder of settings. Neither this nor another function makes a folder."""
    return _below_home("config") or _SYSTEM.user_config_path


def data_folder() -> Path:
    """Return the folder of what cannot be made again, such as the queue and engine packs."""
    return _below_home("data") or _SYSTEM.user_data_path


def cache_folder() -> Path:
    """Return the folder of what may be deleted at any time and is made again."""
    return _below_home("cache") or _SYSTEM.user_cache_path


def log_folder() -> Path:
    """Return the folder of log files."""
    return _below_home("logs") or _SYSTEM.user_log_path


def documents_folder() -> Path:
    """Return the folder where new projects are offered to be saved."""
    return _below_home("documents") or _SYSTEM.user_documents_path / "Portraits"
