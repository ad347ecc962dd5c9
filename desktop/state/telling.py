"""Edits that may be refused: the reason is said, and nothing has changed."""

from collections.abc import Callable

from desktop.state.document import Document
from desktop.state.media_edits import Change
from desktop.widgets.engine_words import failure_text
from engine.protocol.errors import PortraitsError


def apply_or_say(
    document: Document, label: str, change: Change, say: Callable[[str], None], *, merge: str = ""
) -> bool:
    """Do an edit so that it can be undone, as :meth:`Document.apply`; say why when it is refused."""
    try:
        return document.apply(label, change, merge=merge)
    except PortraitsError as error:
        say(failure_text(error.failure))
        return False
