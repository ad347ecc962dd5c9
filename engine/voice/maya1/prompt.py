"""The prompt of Maya1, built from ids: the description and the text between its control marks."""

import re

from engine.voice.maya1.ids import (
    BEGIN_OF_TEXT,
    END_OF_HUMAN,
    END_OF_TEXT,
    START_OF_AI,
    START_OF_HUMAN,
    START_OF_SPEECH,
)
from engine.voice.maya1.tokenizer import SpeechTokenizer

_BEFORE = (START_OF_HUMAN, BEGIN_OF_TEXT)
_AFTER = (END_OF_TEXT, END_OF_HUMAN, START_OF_AI, START_OF_SPEECH)

_DOUBLE_QUOTES = re.compile(r'["“”„‟«»]')
_NOT_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f<>\s]+")


def clean_description(description: str) -> str:
    """Make a voice description safe and well formed.

    Double quotes would end it, so they become single ones; line breaks, control characters and angle brackets become
    blanks; a full stop is put at its end, because without one it is sometimes read aloud.
    """
    text = _NOT_TEXT.sub(" ", _DOUBLE_QUOTES.sub("'", description)).strip()
    if text and text[-1] not in ".!?":
        text = text.rstrip(",;: ") + "."
    return text


def prompt_text(description: str, text: str) -> str:
    """Return the part of the prompt that is tokenised."""
    return f'<description="{description}"> {text}'


def prompt_ids(tokenizer: SpeechTokenizer, description: str, text: str) -> list[int]:
    """Return the ids that ask for ``text`` in the described voice; what follows them is sound.

    Args:
        tokenizer: the model's tokenizer.
        description: cleaned, see :func:`clean_description`; emotion tags do not act in it.
        text: what is said, with emotion tags.
    """
    return [*_BEFORE, *tokenizer.tagged(prompt_text(description, text)), *_AFTER]
