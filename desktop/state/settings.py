"""The person's settings: a TOML file that may also be edited by hand."""

import logging
from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import tomlkit
from PySide6.QtCore import QObject, Signal
from tomlkit.exceptions import TOMLKitError

from desktop.state.kept_file import write_kept
from desktop.state.setting import Setting, Value, problem_with
from desktop.state.settings_migrations import migrate
from desktop.state.settings_schema import SCHEMA_VERSION, SETTINGS

log = logging.getLogger(__name__)

_VERSION = "schema_version"
_MAX_BYTES = 1024 * 1024
_ENGINE_NAMES = {"engine.device": "device", "engine.precision": "precision", "engine.offload": "offload"}


class Settings(QObject):
    """The value of every setting of the schema. The file holds only what differs from the default.

    What cannot be used in the file keeps its default and is told in ``problems``; comments and unknown names stay.

    Args:
        path: the TOML file; None keeps the settings in memory only.
    """

    changed = Signal(object)  # arg: key

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.problems: tuple[str, ...] = ()
        self._tables: MutableMapping[str, Any] = tomlkit.document()
        self._values: dict[str, Value] = {}
        self._load()

    def value(self, key: str) -> Value:
        """Return a setting's value. Raises KeyError for a name that is not in the schema."""
        return self._values.get(key, SETTINGS[key].default)

    def text(self, key: str) -> str:
        return str(self.value(key))

    def number(self, key: str) -> int:
        return int(self.value(key))

    def flag(self, key: str) -> bool:
        return bool(self.value(key))

    def is_default(self, key: str) -> bool:
        return key not in self._values

    def set_value(self, key: str, value: Value) -> None:
        """Change a setting and write the file.

        Raises:
            ValueError: the value does not fit; the text says what would.
            PortraitsError: the file cannot be written; the setting counts for this session.
        """
        setting = SETTINGS[key]
        problem = problem_with(setting, value)
        if problem:
            raise ValueError(problem)
        if value == self.value(key):
            return
        self._put(setting, value)
        self.changed.emit(key)
        self._save()

    def reset(self, key: str) -> None:
        """Give a setting its default again."""
        self.set_value(key, SETTINGS[key].default)

    def reset_all(self) -> dict[str, Value]:
        """Give every setting its default again, and return the values that differed, for undo."""
        before = dict(self._values)
        for key in before:
            self._put(SETTINGS[key], SETTINGS[key].default)
        for key in before:
            self.changed.emit(key)
        self._save()
        return before

    def for_engine(self) -> dict[str, Value]:
        """Return what the engine is told when it starts."""
        told = {name: self.value(key) for key, name in _ENGINE_NAMES.items()}
        told |= {"store": self.value("models.store"), "offline": self.value("models.offline")}
        return told | {"recipes": self.value("files.recipe_in_results")}

    def _put(self, setting: Setting, value: Value) -> None:
        section, _, name = setting.key.partition(".")
        if value == setting.default:
            self._values.pop(setting.key, None)
            self._table(section).pop(name, None)
        else:
            self._values[setting.key] = value
            if not isinstance(self._tables.get(section), MutableMapping):
                self._tables[section] = tomlkit.table()
            self._table(section)[name] = value

    def _table(self, section: str) -> MutableMapping[str, Any]:
        """Return a table of the file; an empty one, that is not in the file, where there is none."""
        table = self._tables.get(section)
        return table if isinstance(table, MutableMapping) else {}

    def _load(self) -> None:
        text = self._read()
        try:
            self._tables = tomlkit.parse(text)
            version = int(self._tables.get(_VERSION, SCHEMA_VERSION))
        except (TOMLKitError, TypeError, ValueError, RecursionError) as error:
            self.problems = (f"The settings file could not be read ({error}); it was put aside.",)
            self._tables = tomlkit.document()
            self._keep_copy("unreadable")
            return
        if version > SCHEMA_VERSION:
            self.problems = ("The settings file was written by a newer version of Portraits; a copy was kept.",)
            self._keep_copy(f"version-{version}")
        elif version < SCHEMA_VERSION:
            self._keep_copy(f"version-{version}")
            migrate(self._tables, version, SCHEMA_VERSION)
        self._take_values()

    def _take_values(self) -> None:
        found = []
        for key, setting in SETTINGS.items():
            section, _, name = key.partition(".")
            table = self._table(section)
            if name not in table:
                continue
            value = table[name]
            plain = value.unwrap() if hasattr(value, "unwrap") else value
            problem = problem_with(setting, plain)
            if problem:
                found.append(f"{problem} Its default is used.")
            elif plain != setting.default:
                self._values[key] = plain
        self.problems = (*self.problems, *found)

    def _read(self) -> str:
        if self._path is None or not self._path.exists():
            return ""
        try:
            with self._path.open("rb") as file:
                return file.read(_MAX_BYTES).decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self._keep_copy("unreadable")
            self.problems = (f"The settings file could not be read ({error}).",)
            return ""

    def _save(self) -> None:
        if self._path is None:
            return
        self._tables[_VERSION] = SCHEMA_VERSION
        write_kept(self._path, tomlkit.dumps(self._tables).encode())

    def _keep_copy(self, reason: str) -> None:
        """Copy the file aside before anything is written over it."""
        if self._path is None:
            return
        number = 1
        while (copy := self._path.with_name(f"{self._path.stem}.{reason}-{number}.toml")).exists():
            number += 1
        with suppress(OSError):
            copy.write_bytes(self._path.read_bytes())
