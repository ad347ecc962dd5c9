"""Finding a sentence of the engine again, with the values in it, and saying it in the person's language.

The texts of the engine stand in a list beside the translations, as templates with a place ``%1``, ``%2`` ... for each
value. A sentence may fit several; what counts is how many of its letters are recognised, those of its values included.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

import resources
from desktop.widgets.numbers import localised

CONTEXT = "Engine"

_MOST_SENTENCES = 24
_DEEPEST = 8
"""How far a value may be a sentence with values itself; nothing of ours goes further than three."""

_PLACE = re.compile(r"%([1-9])")
_SENTENCE_END = re.compile(r"(?<=[.!?…]) (?=\S)")
_QUOTES = ('"', "“", "„", "'", "`")
_NAMED = '"%1"'
"""How the name of a file stands in a sentence."""

_JOINS = ("; ", ", or ", " or ", " and ", ", ")


class Found(NamedTuple):
    """A text in the person's language.

    Attributes:
        weight: how many letters of the English were recognised.
        text: what is shown.
        own: how many of them by one template, and not by another one inside of it.
    """

    weight: int
    text: str
    own: int = 0


class _Template(NamedTuple):
    """A text of the engine, cut at its places."""

    source: str
    literals: tuple[str, ...]


class Reader:
    """Reads one text; what it has seen of it is not read twice."""

    def __init__(self) -> None:
        self._seen: dict[str, Found | None] = {}
        self._depth = 0

    def sentences(self, text: str) -> Found:
        """Translate sentences that follow each other, cut where most of the text is recognised."""
        cuts = [0, *(found.end() for found in _SENTENCE_END.finditer(text)), len(text) + 1]
        if len(cuts) == 2 or len(cuts) > _MOST_SENTENCES:
            return self._sentence(text) or Found(0, text)
        best = [Found(0, "")]
        for end in range(1, len(cuts)):
            choices = []
            for start in range(end):
                part = text[cuts[start] : cuts[end] - 1]
                found = self._sentence(part) or (Found(0, part) if end == start + 1 else None)
                if found is not None:
                    before = best[start]
                    choices.append(
                        Found(before.weight + found.weight, f"{before.text} {found.text}" if start else found.text)
                    )
            best.append(_heaviest(choices) or Found(0, text))
        return best[-1]

    def _sentence(self, text: str) -> Found | None:
        """Translate one sentence, None when it is not known."""
        listed = self._listed(text[:-1]) if text.endswith(".") else None
        body = Found(listed.weight, f"{listed.text}.") if listed is not None and listed.weight else None
        return _heaviest((self._matched(text), body))

    def _matched(self, text: str) -> Found | None:
        """Translate by the template that recognises most of a text, None when there is none."""
        if text not in self._seen:
            self._seen[text] = None
            if self._depth == _DEEPEST:
                return None
            self._depth += 1
            fitting = ((template, _values_in(text, template.literals)) for template in _candidates(text))
            self._seen[text] = _heaviest(self._filled(each, values) for each, values in fitting if values is not None)
            self._depth -= 1
        return self._seen[text]

    def _filled(self, template: _Template, values: list[str]) -> Found:
        """Put values into the translation of a template; what stands in quotes is a name and goes in as it is."""
        shown = [
            Found(0, value) if before.endswith(_QUOTES) else self._value(value)
            for before, value in zip(template.literals, values, strict=False)
        ]

        def fill(place: re.Match[str]) -> str:
            number = int(place[1])
            return shown[number - 1].text if number <= len(shown) else place[0]

        own = sum(map(len, template.literals))
        translated = QCoreApplication.translate(CONTEXT, template.source)
        return Found(own + sum(value.weight for value in shown), _PLACE.sub(fill, translated), own)

    def _value(self, text: str) -> Found:
        """Translate what fills a place: a number, a name, or words that are known themselves."""
        if len(text) > 1 and text.startswith('"') and text.endswith('"'):
            return Found(0, QCoreApplication.translate(CONTEXT, _NAMED).replace("%1", text[1:-1]))
        if text.startswith(_QUOTES):
            return Found(0, text)
        found = self.sentences(text)
        return found if found.weight else self._listed(text) or Found(0, localised(text))

    def _listed(self, text: str) -> Found | None:
        """Translate words that are joined, ``decoding in tiles and one picture at a time``, each known or a name."""
        known = self._matched(text)
        if known is not None or " " not in text:
            return known or Found(0, localised(text))
        join = next((each for each in _JOINS if each in text), None)
        parts = [self._listed(part) for part in text.split(join)] if join is not None else []
        told = [part for part in parts if part is not None]
        if join is None or len(told) < len(parts):
            return None
        between = QCoreApplication.translate(CONTEXT, join)
        return Found(sum(part.weight for part in told), between.join(part.text for part in told))


def _heaviest(choices: Iterable[Found | None]) -> Found | None:
    known = (each for each in choices if each is not None)
    return max(known, key=lambda each: (each.weight, each.own), default=None)


def _values_in(text: str, literals: tuple[str, ...]) -> list[str] | None:
    """Return what stands at the places of a template, None when its literals do not follow each other in a text."""
    first, last = literals[0], literals[-1]
    if len(literals) == 1:
        return [] if text == first else None
    at, end = len(first), len(text) - len(last)
    if at > end or not text.startswith(first) or not text.endswith(last):
        return None
    values = []
    for literal in literals[1:-1]:
        place = text.find(literal, at, end)
        if place < 0:
            return None
        values.append(text[at:place])
        at = place + len(literal)
    return [*values, text[at:end]]


def _candidates(text: str) -> Iterator[_Template]:
    """Yield the templates that begin with the same word as a text, or the same sign, and those with a place there."""
    templates = _templates()
    for beginning in dict.fromkeys((text.partition(" ")[0], text[:1], "")):
        yield from templates.get(beginning, ())


@cache
def _templates() -> dict[str, list[_Template]]:
    """Return all templates by their first word, or the sign before a place, or "". Read when first needed."""
    found: dict[str, list[_Template]] = {}
    for source in json.loads(resources.path("translations", "engine.json").read_text(encoding="utf-8")):
        if source not in (*_JOINS, _NAMED):
            literals = tuple(_PLACE.split(source)[::2])
            word, blank, _ = literals[0].partition(" ")
            key = word if blank or len(literals) == 1 else word[:1]
            found.setdefault(key, []).append(_Template(source, literals))
    return found
