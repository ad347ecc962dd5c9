"""The text of a document in which a tag is one character with a format of its own."""

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from desktop.audio.tag_object import MARK, name_of
from engine.protocol.emotions import marked


def units(text: str) -> int:
    """Return how many positions of Qt a text has: those beyond U+FFFF have two for a character."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def end_of(document: QTextDocument) -> int:
    """Return the position behind the last character."""
    return max(0, document.characterCount() - 1)


def selected(document: QTextDocument, start: int, end: int) -> QTextCursor:
    """Return a cursor that selects what lies between two positions."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def written(document: QTextDocument, start: int, end: int) -> str:
    """Return the text between two positions, its tags as ``<laugh>``."""
    found: list[str] = []
    position = start
    for character in selected(document, start, end).selectedText():
        if character == MARK:
            name = name_of(_format_at(document, position))
            found.append(marked(name) if name else "")
        else:
            found.append(" " if character in "\u2028\u2029\xa0" else character)
        position += units(character)
    return "".join(found)


def _format_at(document: QTextDocument, position: int) -> QTextCharFormat:
    cursor = QTextCursor(document)
    cursor.setPosition(position + 1)
    return cursor.charFormat()
