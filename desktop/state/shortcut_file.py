"""The shortcuts that a person chose, in ``shortcuts.toml`` beside the settings; it may also be edited by hand."""

import logging
import tomllib
from collections.abc import Mapping
from pathlib import Path

import tomlkit

from desktop.state.kept_file import write_kept

log = logging.getLogger(__name__)

NAME = "shortcuts.toml"
_MAX_BYTES = 256 * 1024
_MOST_KEYS = 4


def read_shortcuts(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the chosen shortcuts by command; an empty tuple is a command without any.

    What cannot be read is left out and logged: a window without its shortcuts is better than no window.
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise ValueError("it is too large")
        table = tomllib.loads(path.read_text("utf-8")).get("keys", {})
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        log.warning("the shortcuts in %s cannot be read: %s", path.name, error)
        return {}
    if not isinstance(table, dict):
        return {}
    return {
        str(command): tuple(keys[:_MOST_KEYS])
        for command, keys in table.items()
        if isinstance(keys, list) and all(isinstance(each, str) for each in keys)
    }


def write_shortcuts(path: Path, chosen: Mapping[str, tuple[str, ...]]) -> None:
    """Keep the chosen shortcuts.

    Raises:
        PortraitsError: CANNOT_WRITE or DISK_FULL; the file is as it was.
    """
    document = tomlkit.document()
    table = tomlkit.table()
    for command in sorted(chosen):
        table[command] = list(chosen[command])
    document["keys"] = table
    write_kept(path, tomlkit.dumps(document).encode())
