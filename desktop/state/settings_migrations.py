"""Brings a settings file of an older schema to the present one."""

from collections.abc import Callable, MutableMapping
from typing import Any

Tables = MutableMapping[str, Any]

STEPS: dict[int, Callable[[Tables], None]] = {}
"""Version ``n`` -> the step that leads to ``n + 1``; it changes the file's tables in place."""


def migrate(tables: Tables, version: int, newest: int, steps: dict[int, Callable[[Tables], None]] = STEPS) -> None:
    """Apply every step from ``version`` to ``newest``."""
    for number in range(version, newest):
        if number in steps:
            steps[number](tables)


def rename(tables: Tables, old: str, new: str) -> None:
    """Move a value, with "section.name" keys; for use in steps."""
    old_section, _, old_name = old.partition(".")
    new_section, _, new_name = new.partition(".")
    if old_name in tables.get(old_section, {}):
        tables.setdefault(new_section, {})[new_name] = tables[old_section].pop(old_name)
