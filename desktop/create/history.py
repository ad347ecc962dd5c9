"""Words that were used before: one JSON file for all panels, the newest first."""

import logging
from pathlib import Path

import msgspec

log = logging.getLogger(__name__)

_MOST = 200
_LONGEST_FILE = 4 * 2**20


class History:
    """Keeps the words that jobs were started with, by panel.

    Args:
        path: the file, which need not be there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._words: dict[str, list[str]] = self._read()

    def words(self, key: str) -> tuple[str, ...]:
        """Return the words of a panel, the newest first."""
        return tuple(self._words.get(key, ()))

    def add(self, key: str, words: str) -> None:
        """Keep words as the newest; the same words are kept once. A disk that cannot be written is logged."""
        words = words.strip()
        if words:
            others = [each for each in self._words.get(key, ()) if each != words]
            self._words[key] = [words, *others][:_MOST]
            self._write()

    def clear(self, key: str) -> None:
        """Forget the words of a panel."""
        if self._words.pop(key, None):
            self._write()

    def _write(self) -> None:
        beside = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(msgspec.json.encode(self._words))
            beside.replace(self._path)
        except OSError as error:
            log.warning("the history of words was not written: %s", error)

    def _read(self) -> dict[str, list[str]]:
        try:
            if self._path.stat().st_size > _LONGEST_FILE:
                raise ValueError("the file is too long")
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, list[str]])
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, msgspec.DecodeError) as error:
            log.warning("the history of words was left out: %s", error)
            return {}
