"""Where English sentences end."""

import re
from collections.abc import Iterator
from typing import NamedTuple

MAX_SENTENCE = 500
"""Characters. A longer sentence is cut at a clause or a blank: it would neither be spoken well nor fit a subtitle."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A full stop after these belongs to the word; a name or a number follows.
_BEFORE_NAME = _words(
    "mr mrs ms mx dr prof st mt ft gen gov sen rep capt lt col sgt cmdr rev hon pres supt cpl maj adm fr msgr messrs"
)
_BEFORE_MORE = _words("vs cf approx ca incl excl esp viz e.g i.e resp dept univ a.k.a")
_BEFORE_NUMBER = _words(
    "no nos nr vol fig figs ch chap sec pp p art eq ed op tel ext jan feb mar apr jun jul aug sep sept oct nov dec"
)
# After an initial or an acronym with full stops ("J. Smith", "U.S. Army") only these words start a sentence.
_STARTERS = _words(
    "the a an he she it they we i you this that these those but and or so in on at if when then there what who how why "
    "where after before my our your his her their its not no yes now as for with"
)
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)*[A-Z]")
# The look-behind and the possessive repeats keep this linear on endless rows of full stops.
_END = re.compile(r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>[\"”’'»)\]]*+)\s(?=(?P<next>\S+))")
_CLAUSE_END = re.compile(r"[,;:—–]\s")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n")
_OPENING = "\"“‘'«(["


class Piece(NamedTuple):
    """A sentence, or a part of a very long one, and whether it is the last before a blank line or the end."""

    text: str
    ends_paragraph: bool


def split_sentences(text: str, longest: int = MAX_SENTENCE) -> list[Piece]:
    """Split prepared text into sentences, each stripped, at most ``longest`` characters, with a word in it.

    A blank line always ends a sentence. A single line break ends one unless the next line goes on in lower case, so
    that both verses and hard-wrapped paragraphs are read as meant.
    """
    pieces: list[Piece] = []
    for paragraph in _BLANK_LINES.split(text):
        found = [
            piece
            for lines in _joined_lines(paragraph)
            for sentence in _in_lines(lines)
            for piece in _bounded(sentence, longest)
            if any(character.isalnum() for character in piece)
        ]
        pieces += [Piece(piece, number == len(found)) for number, piece in enumerate(found, 1)]
    return pieces


def _joined_lines(text: str) -> Iterator[str]:
    gathered: list[str] = []
    for raw in text.splitlines():
        line = " ".join(raw.split())
        goes_on = bool(line) and line.lstrip(_OPENING)[:1].islower()
        if gathered and not goes_on:
            yield " ".join(gathered)
            gathered = []
        if line:
            gathered.append(line)
    if gathered:
        yield " ".join(gathered)


def _in_lines(lines: str) -> Iterator[str]:
    start = 0
    for match in _END.finditer(lines):
        if _ends(lines, start, match):
            yield lines[start : match.end("close")]
            start = match.end()
    if start < len(lines):
        yield lines[start:]


def _ends(lines: str, start: int, match: re.Match[str]) -> bool:
    following = match["next"].lstrip(_OPENING)
    if not following or following[0].islower():
        return False
    if match["stop"] != ".":
        return True
    blank = lines.rfind(" ", start, match.start())
    word = lines[max(blank + 1, start) : match.start()].lstrip(_OPENING)
    bare = word.lower()
    if bare in _BEFORE_MORE or (bare in _BEFORE_NAME and following[0].isupper()):
        return False
    if bare in _BEFORE_NUMBER and following[0].isdigit():
        return False
    if _ACRONYM.fullmatch(word) and word != "I":
        return following.rstrip(".,;:!?'\"”’").lower() in _STARTERS
    return True


def _bounded(sentence: str, longest: int) -> Iterator[str]:
    while len(sentence) > longest:
        clauses = [match.end() for match in _CLAUSE_END.finditer(sentence, longest // 3, longest)]
        cut = clauses[-1] if clauses else sentence.rfind(" ", 1, longest) + 1
        if cut <= 0:
            cut = longest
        yield sentence[:cut].strip()
        sentence = sentence[cut:].lstrip()
    if sentence:
        yield sentence
