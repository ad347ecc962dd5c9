"""Prompts with alternatives and wildcards, and the saved texts around them."""

import csv
import io
import random
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.folders import config_folder
from engine.protocol.jobs.image import MAX_PROMPT

_GROUP = re.compile(r"\{([^{}|]*\|[^{}]*)\}")
_WILDCARD = re.compile(r"__([\w-]+(?:/[\w-]+)*)__")
_MAX_FILE = 1_000_000
_MAX_ROUNDS = 200
_PLACE = "{prompt}"
_BUILT_IN = Path(__file__).with_name("templates.csv")


class Template(NamedTuple):
    """A saved text: ``{prompt}`` marks where the words go; without it the text is added at the end."""

    name: str
    prompt: str
    negative_prompt: str


class Words(NamedTuple):
    """Prompt and negative prompt of one picture, expanded."""

    prompt: str
    negative_prompt: str


def personal_folder() -> Path:
    """Where a person's own ``styles.csv`` and the folder ``wildcards`` are looked for."""
    return config_folder()


def expand(prompt: str, index: int, seed: int, wildcards: Path | None = None) -> str:
    """Return the prompt of one picture.

    ``{a|b|c}`` takes one alternative after the other; several groups go through all combinations, the first group
    fastest. ``__name__`` takes a line of ``name.txt`` that depends on the seed alone. Lines may hold both again.

    Args:
        prompt: as the person wrote it.
        index: number of the picture in its job, from 0.
        seed: of this picture.
        wildcards: folder of the text files, the person's own by default.

    Raises:
        PortraitsError: MISSING_INPUT for a wildcard without a file, BAD_INPUT for one that never ends.
    """
    folder = wildcards or personal_folder() / "wildcards"
    for count in range(_MAX_ROUNDS):
        found = _WILDCARD.search(prompt)
        if found is None:
            break
        line = random.Random(f"{seed}/{count}/{found[1]}").choice(_lines(folder, found[1]))
        prompt = prompt[: found.start()] + line + prompt[found.end() :]
        if len(prompt) > 4 * MAX_PROMPT:
            raise _endless(found[1])
    else:
        raise _endless("")
    while (group := _GROUP.search(prompt)) is not None:
        choices = group[1].split("|")
        prompt = prompt[: group.start()] + choices[index % len(choices)].strip() + prompt[group.end() :]
        index //= len(choices)
    return prompt


def variation_count(prompt: str) -> int:
    """Return how many pictures ``{a|b}`` groups tell apart; 1 without any."""
    count = 1
    while (group := _GROUP.search(prompt)) is not None:
        count *= group[1].count("|") + 1
        prompt = prompt[: group.start()] + group[1].partition("|")[0] + prompt[group.end() :]
    return count


def templates() -> dict[str, Template]:
    """Return the saved texts by name: the built-in ones, then the person's ``styles.csv``, whose names win.

    The file has the columns name, prompt and negative_prompt, as other programs write their styles.

    Raises:
        PortraitsError: BAD_INPUT when the person's file cannot be read.
    """
    own = personal_folder() / "styles.csv"
    return _built_in() | (_read(own) if own.exists() else {})


def with_templates(words: Words, names: Sequence[str]) -> Words:
    """Put saved texts around a prompt, in order.

    Raises:
        PortraitsError: USAGE for an unknown name.
    """
    known = templates() if names else {}
    prompt, negative = words
    for name in names:
        if name not in known:
            raise PortraitsError(
                ErrorCode.USAGE,
                f"No template is called “{name[:60]}”.",
                f"There are: {', '.join(known)}.",
            )
        template = known[name]
        if _PLACE in template.prompt:
            prompt = template.prompt.replace(_PLACE, prompt)
        else:
            prompt = ", ".join(part for part in (prompt, template.prompt) if part)
        negative = ", ".join(part for part in (negative, template.negative_prompt) if part)
    return Words(prompt, negative)


def _lines(folder: Path, name: str) -> list[str]:
    path = folder.joinpath(*name.split("/")).with_suffix(".txt")
    lines = [line.strip() for line in _text(path).splitlines()]
    found = [line for line in lines if line and not line.startswith("#")]
    if not found:
        raise PortraitsError(
            ErrorCode.BAD_INPUT, f"The wildcard file {quoted(path)} is empty.", "Write one choice on each line."
        )
    return found


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _MAX_FILE:
            raise PortraitsError(ErrorCode.BAD_INPUT, f"{quoted(path)} is larger than 1 MB.", "Shorten it.")
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise PortraitsError(
            ErrorCode.MISSING_INPUT,
            f"The wildcard file {quoted(path)} was not found in {path.parent}.",
            "Write the file, or choose another folder of wildcards.",
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise PortraitsError(
            ErrorCode.BAD_INPUT, f"{quoted(path)} cannot be read: {error}.", "Save it as UTF-8 text."
        ) from error


def _endless(name: str) -> PortraitsError:
    what = f"The wildcard __{name}__ leads to itself" if name else "The wildcards of the prompt lead to themselves"
    return PortraitsError(ErrorCode.BAD_INPUT, f"{what}.", "Take it out of its own file.")


@lru_cache(maxsize=1)
def _built_in() -> dict[str, Template]:
    return _read(_BUILT_IN)


def _read(path: Path) -> dict[str, Template]:
    try:
        rows = list(csv.DictReader(io.StringIO(_text(path)), restval=""))
    except csv.Error as error:
        raise PortraitsError(
            ErrorCode.BAD_INPUT, f"{quoted(path)} is not a table: {error}.", "Save it as CSV with commas."
        ) from error
    found = (
        Template((row.get("name") or "").strip(), row.get("prompt") or "", row.get("negative_prompt") or "")
        for row in rows
    )
    return {template.name: template for template in found if template.name}
