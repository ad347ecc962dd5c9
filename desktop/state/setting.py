"""What a setting is, and which values it takes."""

from typing import Literal

import msgspec

Value = bool | int | float | str
Kind = Literal["bool", "int", "float", "choice", "text", "folder", "colour", "secret"]


_KIND_WORDS: dict[str, str] = {
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
    "choice": "a text",
    "text": "a text",
    "folder": "the path of a folder",
    "colour": "a text",
    "secret": "empty",
}


class Choice(msgspec.Struct, frozen=True):
    """One value of a choice."""

    value: str
    title: str
    help: str = ""


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """One setting.

    ``low`` and ``high`` bound numbers; ``unit`` is shown in the field. A secret has no value here: it lies in the
    system's key store under its key. ``engine`` settings count from the engine's next start.
    """

    key: str
    kind: Kind
    default: Value
    title: str
    help: str = ""
    unit: str = ""
    low: float | None = None
    high: float | None = None
    choices: tuple[Choice, ...] = ()
    engine: bool = False


class Section(msgspec.Struct, frozen=True):
    """A page of the dialog."""

    key: str
    title: str
    settings: tuple[Setting, ...]


def problem_with(setting: Setting, value: object) -> str:
    """Return what is wrong with a value as a sentence, or an empty text."""
    wanted: dict[str, tuple[type, ...]] = {"bool": (bool,), "int": (int,), "float": (int, float)}
    types = wanted.get(setting.kind, (str,))
    if not isinstance(value, types) or (isinstance(value, bool) and setting.kind != "bool"):
        return f"The setting {setting.key} must be {_KIND_WORDS[setting.kind]}."
    if setting.kind in ("int", "float") and not _in_range(setting, value):
        return f"The setting {setting.key} must lie between {setting.low:g} and {setting.high:g}."
    if setting.kind == "choice" and value not in {choice.value for choice in setting.choices}:
        return f"The setting {setting.key} must be one of {', '.join(choice.value for choice in setting.choices)}."
    if setting.kind == "colour" and not _is_colour(value):
        return f"The setting {setting.key} must be a colour such as #1f2630."
    if setting.kind == "secret" and value != "":
        return f"The setting {setting.key} belongs into the system's key store."
    return ""


def _in_range(setting: Setting, value: object) -> bool:
    assert isinstance(value, int | float)
    low = float("-inf") if setting.low is None else setting.low
    high = float("inf") if setting.high is None else setting.high
    return low <= value <= high


def _is_colour(value: object) -> bool:
    text = str(value)
    return len(text) == 7 and text[0] == "#" and all(digit in "0123456789abcdefABCDEF" for digit in text[1:])
