"""The shortcuts that a person chose, in ``shortcuts.toml`` beside the settings; it may also be edited by hand."""

import logging
import os
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import tomlkit

from engine.protocol.errors import ErrorCode, PortraitsError, quoted

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
        PortraitsError: CANNOT_WRITE; the file is as it was.
    """
    document = tomlkit.document()
    table = tomlkit.table()
    for command in sorted(chosen):
        table[command] = list(chosen[command])
    document["keys"] = table
    temporary = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("w", encoding="utf-8", newline="\n") as file:
            file.write(tomlkit.dumps(document))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise PortraitsError(
            ErrorCode.CANNOT_WRITE,
            f"The shortcuts could not be written to {quoted(path)}: {error.strerror}.",
            f"Make sure that the folder {path.parent} can be written.",
            safe="The change counts until the window is closed.",
        ) from error
