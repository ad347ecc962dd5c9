"""The pronunciation dictionary: how words are said, put in their place before a text is spoken."""

import re
from collections.abc import Callable, Sequence

from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.voice import MAX_CHARACTERS

_MOST_GROWTH = 4
_TAG = re.compile(r"<[a-z_]+>")


def respelled(say: Sequence[str]) -> Callable[[str], str]:
    """Return a function that puts the way words are said in their place.

    Longer entries win over shorter ones, whole words only, upper and lower case are the same. What was put in is not
    looked at again, so that an entry can contain its own word. Emotion tags stay as they are.

    Args:
        say: entries such as ``Søren=SUR-en``.

    Raises:
        PortraitsError: USAGE for an entry without a word or without how it is said.
    """
    entries: dict[str, str] = {}
    for entry in say:
        word, _, spoken = (part.strip() for part in entry.partition("="))
        if not word or not spoken:
            raise PortraitsError(
                ErrorCode.USAGE,
                f"“{entry}” is no entry of a pronunciation dictionary.",
                "Write the word, an equals sign, and how it is said: Søren=SUR-en.",
            )
        entries[_key(word)] = spoken
    if not entries:
        return lambda text: text
    words = sorted(entries, key=lambda word: (-len(word), word))
    found = re.compile("|".join(rf"(?<!\w){_spaced(word)}(?!\w)" for word in words) + f"|{_TAG.pattern}", re.IGNORECASE)

    def put_in(match: re.Match[str]) -> str:
        return match[0] if _TAG.fullmatch(match[0]) else entries.get(_key(match[0]), match[0])

    return lambda text: _bounded(found.sub(put_in, text), text)


def _key(word: str) -> str:
    return " ".join(word.split()).casefold()


def _spaced(word: str) -> str:
    return r"\s+".join(re.escape(part) for part in word.split())


def _bounded(spoken: str, text: str) -> str:
    """A dictionary must not blow a text up beyond what is spoken in one job."""
    longest = max(_MOST_GROWTH * len(text), 1000) + 5000
    if len(spoken) > min(longest, MAX_CHARACTERS):
        raise PortraitsError(
            ErrorCode.USAGE,
            "With the pronunciation dictionary the text becomes too long to be spoken.",
            "Shorten how its words are said.",
        )
    return spoken
