"""The fields of a job as a form shows them: where they stand, their values by path, their values in short."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.widgets.numbers import short_number
from desktop.widgets.words import tr
from engine.protocol.fields import FieldInfo, fields_of
from engine.protocol.jobs.base import Job

INPUT_KINDS = ("file", "files")
"""Kinds of fields that hold what goes into a job."""


@dataclass(frozen=True)
class SectionPlan:
    """Where fields stand in a form.

    Attributes:
        title: of the section; translated when shown.
        rows: fields side by side, by their paths joined with dots ("encode.codec").
        folded: a section that is one row until it is opened.
    """

    title: str
    rows: tuple[tuple[str, ...], ...]
    folded: bool = False


def in_short(value: Any, info: FieldInfo) -> str:
    """Return a value for the row of a folded section."""
    if info.kind in INPUT_KINDS:
        names = [Path(each["path"]).name for each in (value if isinstance(value, list) else [value]) if each]
        return ", ".join(names)
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    number = short_number(value, 6) if isinstance(value, float) else value
    return f"{number} {tr(info.unit) if info.unit else ''}".strip()


def form_fields(kind: type[Job], starts: dict[str, Any] | None = None) -> dict[str, FieldInfo]:
    """Return the fields of a job kind by path, with the window's own defaults put in."""
    fields = {".".join(info.path): info for info in fields_of(kind)}
    for path, default in (starts or {}).items():
        fields[path] = fields[path]._replace(default=default)
    return fields


def flat(tree: dict[str, Any], fields: dict[str, FieldInfo]) -> dict[str, Any]:
    """Return the values of a job's plain form by path."""
    values: dict[str, Any] = {}
    for path, info in fields.items():
        inner: Any = tree
        for name in info.path:
            if not isinstance(inner, dict) or name not in inner:
                break
            inner = inner[name]
        else:
            values[path] = inner
    return values
