"""What the engine says, in the person's language.

The engine speaks English: on the wire, in the queue's file, in logs and on the command line. Where the window shows
such a text it passes through here. What is not known stays as it is, so that the name of a file or the message of a
library is never changed.
"""

from collections.abc import Iterable
from typing import Protocol

from desktop.widgets.engine_sentences import Reader

_LONGEST = 4000
"""Longer texts are no sentences: they pass unchanged."""


class Told(Protocol):
    """A failure, or the end of an engine: what happened, what is safe, what to do."""

    @property
    def what(self) -> str: ...
    @property
    def safe(self) -> str: ...
    @property
    def todo(self) -> str: ...


def engine_text(text: str) -> str:
    """Return a text of the engine in the person's language; one that is not known comes back unchanged.

    Args:
        text: a sentence, several with a blank or a line end between, a phase, or a word.
    """
    if len(text) > _LONGEST:
        return text
    reader = Reader()
    return "\n".join(reader.sentences(line).text if line.strip() else line for line in text.split("\n"))


def engine_texts(texts: Iterable[str], between: str = " ") -> str:
    """Return several texts of the engine as one; empty ones are left out."""
    return between.join(engine_text(text) for text in texts if text)


def what_text(told: Told) -> str:
    """Return what happened."""
    return engine_text(told.what)


def failure_text(told: Told) -> str:
    """Return what happened and what to do."""
    return engine_texts((told.what, told.todo))


def advice_text(told: Told) -> str:
    """Return what is safe and what to do."""
    return engine_texts((told.safe, told.todo))


def system_reason(error: OSError) -> str:
    """Return why the system refused, as it stands inside a sentence."""
    return engine_text(error.strerror or str(error) or type(error).__name__).rstrip(".")
