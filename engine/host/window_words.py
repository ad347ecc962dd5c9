"""Failures in the words of the window: what the command line would be told to type is a place in the window there."""

import re

from msgspec.structs import replace

from engine.protocol.errors import ErrorCode, Failure

_PLACES = (
    (re.compile(r"Pass --overwrite or choose another name\."), "Choose another name."),
    (re.compile(r"portraits-engine models list shows all\."), "The window of models shows all."),
    (re.compile(r": portraits-engine models token\b"), " in the settings, under Models"),
    (
        re.compile(r": portraits-engine models \w+(?: --set)?(?: [A-Z]+\b| [a-z][\w.-]*\w)?(?: \([^)]*\))?"),
        " in the window of models",
    ),
)


def for_window(failure: Failure) -> Failure:
    """Return a failure whose advice a person in front of the window can follow."""
    todo = failure.todo
    if failure.code is ErrorCode.INTERNAL:
        todo = "Run it again; if that does not help, copy the report and send it to us."
    for pattern, words in _PLACES:
        todo = pattern.sub(words, todo)
    return replace(failure, todo=todo)
