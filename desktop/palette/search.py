"""Finding by typed letters: how well a text answers, and which of its letters to show bold. No widgets."""

from collections.abc import Iterable
from typing import NamedTuple


class Entry(NamedTuple):
    """One thing that can be found.

    Attributes:
        group: "commands", "gallery" or "settings".
        key: its name in the program.
        text: what is shown and searched first.
        place: where it belongs, shown quieter behind the text.
        also: other words that find it.
        keys: its shortcut.
        icon: its icon.
        path: file whose thumbnail stands before it, instead of the icon.
    """

    group: str
    key: str
    text: str
    place: str = ""
    also: str = ""
    keys: str = ""
    icon: str = ""
    path: str = ""


class Hit(NamedTuple):
    """A thing that was found; ``spans`` are the (start, length) of letters to show bold."""

    entry: Entry
    score: float
    spans: tuple[tuple[int, int], ...]


def find(entries: Iterable[Entry], typed: str) -> list[Hit]:
    """Return what answers to the typed words, the best first; everything, in order, for no words."""
    words = typed.casefold().split()
    hits = []
    for order, entry in enumerate(entries):
        hit = match(entry, words)
        if hit is not None:
            # Among equals the order of declaration holds.
            hits.append(hit._replace(score=hit.score - order * 1e-6))
    return sorted(hits, key=lambda hit: -hit.score)


def match(entry: Entry, words: list[str]) -> Hit | None:
    """Return the hit when every word is found in the text, its place or its other words."""
    text = entry.text.casefold()
    spans: list[tuple[int, int]] = []
    score = 0.0
    for word in words:
        at = text.find(word)
        if at >= 0:
            begins = at == 0 or not text[at - 1].isalnum()
            score += 3.0 if at == 0 else 2.0 if begins else 1.0
            spans.append((at, len(word)))
        elif word in f"{entry.place} {entry.also} {entry.key}".casefold():
            score += 0.6
        elif (letters := _initials(text, word)) is not None:
            score += 0.8
            spans += letters
        else:
            return None
    return Hit(entry, score, tuple(spans))


def _initials(text: str, word: str) -> list[tuple[int, int]] | None:
    """Return the places of the initials when a word is made of the initials of the text: "mts" for "Move to the …"."""
    starts = [i for i, letter in enumerate(text) if letter.isalnum() and (i == 0 or not text[i - 1].isalnum())]
    if len(word) < 2:
        return None
    found, place = [], 0
    for letter in word:
        while place < len(starts) and text[starts[place]] != letter:
            place += 1
        if place == len(starts):
            return None
        found.append((starts[place], 1))
        place += 1
    return found
