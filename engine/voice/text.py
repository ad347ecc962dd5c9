"""A script as people write it, made ready for the built-in English voice."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.voice import MAX_CHARACTERS
from engine.voice.pronunciation import respelled
from engine.voice.readable import speakable
from engine.voice.sentences import split_sentences
from engine.voice.tags import without_tags


@dataclass(frozen=True)
class Sentence:
    """One sentence of a script: as it is shown in subtitles, and as it is handed to the voice."""

    shown: str
    spoken: str
    ends_paragraph: bool = False
    """A blank line follows it."""

    def pause_after(self, gap: float) -> float:
        """Return the seconds of silence after it: ``gap``, twice as long after a paragraph."""
        return gap * 2 if self.ends_paragraph else gap


@dataclass(frozen=True)
class Script:
    """Prepared text: the sentences in order, and what the person must know about what was left out."""

    sentences: tuple[Sentence, ...]
    notes: tuple[str, ...]


def prepare(text: str, say: Sequence[str] = ()) -> Script:
    """Turn a text into sentences for the built-in voice.

    Args:
        text: as the person wrote it.
        say: the pronunciation dictionary, see :func:`engine.voice.pronunciation.respelled`.

    Raises:
        PortraitsError: USAGE when the text is empty, has nothing to say in English, or is longer than
            ``MAX_CHARACTERS``, or for a wrong entry of the dictionary.
    """
    refuse_empty_or_endless(text)
    bare, notes = without_tags(clean_text(text))
    bare, foreign = english_only(bare, "the built-in voice")
    notes.extend(foreign)
    said = respelled(say)
    sentences = tuple(
        Sentence(piece.text, speakable(said(piece.text)), piece.ends_paragraph) for piece in split_sentences(bare)
    )
    if not sentences:
        reason = notes[0] if notes else "It has no letter and no figure."
        raise PortraitsError(
            ErrorCode.USAGE,
            f"The text has nothing that the built-in voice could say. {reason}",
            "Give a text in English.",
        )
    return Script(sentences=sentences, notes=tuple(notes))


def refuse_empty_or_endless(text: str) -> None:
    """Raise USAGE when there is no text, or more than ``MAX_CHARACTERS``."""
    if len(text) > MAX_CHARACTERS:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"The text has {len(text)} characters; at most {MAX_CHARACTERS} are spoken in one job.",
            "Divide it into several jobs.",
        )
    if not text.strip():
        raise PortraitsError(ErrorCode.USAGE, "The text is empty.", "Give a text to speak.")


def shortened(sentence: str) -> str:
    """Return a sentence as a note speaks of it: in quotes, at most 60 characters."""
    return f'"{sentence}"' if len(sentence) <= 60 else f'"{sentence[:57]}..."'


def clean_text(text: str) -> str:
    """Composed characters, line breaks as ``\\n``, no control or invisible formatting characters."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub("[\u2028\u2029\x0b\x0c\x85]", "\n", text).replace("\t", " ").replace("\u00ad", "")
    kept = (
        " " if unicodedata.category(character) == "Zs" else character
        for character in text
        if character == "\n" or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    return "".join(kept)


def english_only(text: str, voice: str) -> tuple[str, list[str]]:
    """Leave out what an English voice has no sound for.

    Args:
        text: cleaned text.
        voice: what the voice is called in the notes.

    Returns:
        The text without it, and sentences that say what that was.
    """
    scripts: Counter[str] = Counter()
    pictographs = 0
    kept: list[str] = []
    for character in text:
        if character.isascii():
            kept.append(character)
            continue
        category = unicodedata.category(character)
        if category[0] == "L":
            latin = _latin(character)
            if latin is None:
                scripts[_script(character)] += 1
            kept.append(latin or " ")
        elif category == "So" and ord(character) > 0x2100 and character != "№":
            pictographs += 1
            kept.append(" ")
        elif category[0] == "N" and unicodedata.decimal(character, None) is not None:
            kept.append(str(unicodedata.decimal(character)))
        elif category[0] == "M" or character == "\ufe0f":
            continue
        else:
            kept.append(character)
    notes = []
    if scripts:
        names = ", ".join(name for name, _ in scripts.most_common(4))
        count = sum(scripts.values())
        what = "1 letter" if count == 1 else f"{count} letters"
        notes.append(
            f"{what} of another script ({names}) {'was' if count == 1 else 'were'} left out: {voice} speaks English."
        )
    if pictographs:
        notes.append(
            "1 symbol that has no sound was left out."
            if pictographs == 1
            else f"{pictographs} symbols that have no sound were left out."
        )
    return "".join(kept), notes


# Latin letters without a decomposition, written as English readers know them.
_PLAIN_LATIN = {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "œ": "oe", "Œ": "OE", "ß": "ss", "ẞ": "SS", "ŋ": "ng"}


def _latin(character: str) -> str | None:
    """The letter itself up to Latin-1, its base letter beyond, None for other scripts."""
    if character in _PLAIN_LATIN:
        return _PLAIN_LATIN[character]
    if character in "µμªº" or (ord(character) < 0x100):
        return character
    base = unicodedata.normalize("NFKD", character)[0]
    return base if base.isascii() and base.isalpha() else None


def _script(character: str) -> str:
    name = unicodedata.name(character, "unknown")
    if name.startswith("CJK"):
        return "Chinese"
    first = name.split()[0].capitalize()
    return "phonetic" if first in ("Latin", "Modifier") else first
