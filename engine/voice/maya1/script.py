"""A text made ready for Maya1: sentences with their emotion tags."""

import re
from collections.abc import Iterable, Sequence

from engine.protocol.errors import ErrorCode, PortraitsError
from engine.voice.maya1.ids import IDS_PER_SECOND
from engine.voice.pronunciation import respelled
from engine.voice.sentences import Piece, split_sentences
from engine.voice.tags import with_known_tags
from engine.voice.text import Script, Sentence, clean_text, english_only, refuse_empty_or_endless

CHARACTERS_PER_SECOND = 15
"""English read aloud: 12 to 20 characters a second."""
SECONDS_PER_TAG = 3.0
"""A laugh takes 4-6 s, a chuckle 1-2 s."""

_LONGEST = 300
_SHORTEST = 60
_BEFORE_MARK = re.compile(r"(?<=\S)[ \t]+(?=[.,;:!?…])")
_TAG = re.compile(r"<([a-z_]+)>")
_TAG_ONLY = re.compile(r"[\s.,;:!?…]*(?:<[a-z_]+>[\s.,;:!?…]*)+")
_LEADING_TAGS = re.compile(r"(?:<[a-z_]+>\s*)+")


def prepare(text: str, tags: Iterable[str], max_ids: int, say: Sequence[str] = ()) -> Script:
    """Turn a text into sentences for Maya1.

    Args:
        text: as the person wrote it.
        tags: the emotion tags that the model knows.
        max_ids: how many ids may be generated for a sentence; sentences are cut so that they fit well.
        say: the pronunciation dictionary, see :func:`engine.voice.pronunciation.respelled`.

    Returns:
        Sentences whose ``spoken`` has the tags and whose ``shown`` has not.

    Raises:
        PortraitsError: USAGE when the text is empty, has nothing to say in English, or is too long.
    """
    refuse_empty_or_endless(text)
    tagged, notes = with_known_tags(clean_text(text), tags)
    tagged, foreign = english_only(tagged, "the large voice")
    notes += foreign
    tagged = _BEFORE_MARK.sub("", tagged)
    room = int(max_ids / IDS_PER_SECOND * CHARACTERS_PER_SECOND * 0.7)
    pieces = _with_their_tags(split_sentences(tagged, max(min(room, _LONGEST), _SHORTEST)))
    said = respelled(say)
    sentences = tuple(Sentence(without_tags(piece.text), said(piece.text), piece.ends_paragraph) for piece in pieces)
    if not any(any(map(str.isalnum, sentence.shown)) for sentence in sentences):
        reason = notes[0] if notes else ""
        raise PortraitsError(
            ErrorCode.USAGE,
            f"The text has nothing that the large voice could say. {reason}".rstrip(),
            "Give a text in English; emotion tags go between words.",
        )
    return Script(sentences=sentences, notes=tuple(notes))


def without_tags(spoken: str) -> str:
    """Return a sentence as it is shown."""
    return " ".join(_BEFORE_MARK.sub("", _TAG.sub(" ", spoken)).split())


def seconds_expected(spoken: str) -> float:
    """Estimate how long a sentence takes, in seconds."""
    return len(without_tags(spoken)) / CHARACTERS_PER_SECOND + SECONDS_PER_TAG * len(_TAG.findall(spoken))


def _with_their_tags(pieces: list[Piece]) -> list[Piece]:
    """Join what was cut at a tag but belongs together.

    A tag alone acts on the sentence before it, and so does one after which the sentence goes on in lower case.
    """
    joined: list[Piece] = []
    held = ""
    for piece in pieces:
        rest = _LEADING_TAGS.sub("", piece.text, count=1)
        goes_on = rest != piece.text and rest[:1].islower()
        if joined and (goes_on or _TAG_ONLY.fullmatch(piece.text)):
            joined[-1] = Piece(f"{joined[-1].text} {piece.text}", piece.ends_paragraph)
        elif _TAG_ONLY.fullmatch(piece.text):
            held += f"{piece.text} "
        else:
            joined.append(Piece(held + piece.text, piece.ends_paragraph))
            held = ""
    return joined
