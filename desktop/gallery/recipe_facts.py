"""What a recipe says, as names and values that a person reads; the names are those of the create panels."""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

import msgspec

from desktop.widgets.numbers import short_number
from desktop.widgets.words import tr
from engine.protocol.fields import FieldInfo, fields_of
from engine.protocol.jobs import AnyJob
from engine.protocol.values import to_json

_NOT_SHOWN = {"kind", "output", "overwrite", "text", "prompt", "landmark_files", "embed"}
_NOTHINGS: tuple[object, ...] = (None, "", 0, False, "none", "auto")


def recipe_facts(recipe: str) -> list[tuple[str, str]]:
    """Return everything a recipe says as names and words, without the words it was made from and without nothings.

    Args:
        recipe: the recipe as JSON; "" or no recipe gives no facts.
    """
    if not recipe:
        return []
    try:
        document = msgspec.json.decode(recipe)
        facts = list(_facts(document["job"]))
        made_with = document.get("app_version", "")
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError):
        return []
    return [*facts, (tr("Made with"), f"Portraits {made_with}")] if made_with else facts


def job_facts(job: AnyJob) -> list[tuple[str, str]]:
    """Return every setting of a job that is not at nothing, as names and words."""
    return list(_facts(msgspec.json.decode(to_json(job))))


def _facts(job: dict[str, Any]) -> Iterator[tuple[str, str]]:
    infos = _infos(str(job.get("kind")))
    for name, value in job.items():
        if name not in _NOT_SHOWN:
            yield from _told((name,), value, infos)


def _told(path: tuple[str, ...], value: Any, infos: dict[tuple[str, ...], FieldInfo]) -> Iterator[tuple[str, str]]:
    info = infos.get(path)
    if info is None and isinstance(value, dict) and "path" not in value:
        for name, inner in value.items():
            yield from _told((*path, name), inner, infos)
    elif words := _words(value):
        title = tr(info.title) if info is not None else path[-1].replace("_", " ").capitalize()
        unit = tr(info.unit) if info is not None and info.unit else ""
        yield title, f"{words} {unit}" if unit and unit.lower() != title.lower() else words


@lru_cache
def _infos(kind: str) -> dict[tuple[str, ...], FieldInfo]:
    """Return the fields of a job kind by their paths; none for a kind that this installation does not know."""
    found = [job for job in get_args(AnyJob) if job.__struct_config__.tag == kind]
    return {info.path: info for job in found for info in fields_of(job)}


def _words(value: Any) -> str:
    """Return a value as words; "" for what is at nothing."""
    if isinstance(value, dict):
        if "path" in value:
            return Path(str(value["path"])).name
        inner = [_words(each) for each in value.values()]
        return " · ".join(words for words in inner if words)
    if isinstance(value, list):
        return ", ".join(words for words in map(_words, value) if words)
    if value is True:
        return tr("yes")
    if value in _NOTHINGS:
        return ""
    if isinstance(value, float):
        return short_number(value, 6)
    return _fraction(value) if isinstance(value, str) else str(value)


def _fraction(text: str) -> str:
    """Return a frame rate such as 24000/1001 as 23.98, any other text as it is."""
    whole, slash, part = text.partition("/")
    if slash and whole.isdigit() and part.isdigit() and int(part):
        return short_number(float(Fraction(int(whole), int(part))), 2)
    return text
