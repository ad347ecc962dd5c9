"""Presets of the create panels: values by field path under a name a person gave, one JSON file for each job kind."""

import logging
from pathlib import Path
from typing import Any

import msgspec

log = logging.getLogger(__name__)

_MOST = 200
_LONGEST_FILE = 2**20


class Presets:
    """Reads and writes the presets of one job kind.

    Args:
        path: the file, which need not be there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._presets: dict[str, dict[str, Any]] = self._read()

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self._presets, key=str.casefold))

    def values(self, name: str) -> dict[str, Any]:
        return dict(self._presets[name])

    def save(self, name: str, values: dict[str, Any]) -> None:
        """Keep values under a name; an older preset of that name is replaced.

        Raises:
            OSError: the file cannot be written; the presets stay as they were.
        """
        self._write({**self._presets, name: values})

    def remove(self, name: str) -> None:
        """Remove a preset. Raises OSError as :meth:`save`."""
        self._write({key: value for key, value in self._presets.items() if key != name})

    def _write(self, presets: dict[str, dict[str, Any]]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        beside.write_bytes(msgspec.json.format(msgspec.json.encode(presets), indent=1))
        beside.replace(self._path)
        self._presets = presets

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            if self._path.stat().st_size > _LONGEST_FILE:
                raise ValueError("the file is too long")
            found = msgspec.json.decode(self._path.read_bytes(), type=dict[str, dict[str, Any]])
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, msgspec.DecodeError) as error:
            log.warning("presets in %s were left out: %s", self._path.name, error)
            return {}
        return dict(list(found.items())[:_MOST])
