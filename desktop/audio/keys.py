"""The keys of a script line."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

LineKey = Literal["speak", "play", "up", "down", ""]


def line_key(event: QKeyEvent) -> LineKey:
    """Return what a key means for the chosen line, "" for nothing."""
    held = event.modifiers()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    alt = bool(held & Qt.KeyboardModifier.AltModifier)
    shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
    match event.key():
        case Qt.Key.Key_Return | Qt.Key.Key_Enter if control and not alt:
            return "speak"
        case Qt.Key.Key_Space if control and shift:
            return "play"
        case Qt.Key.Key_Up if alt and not control:
            return "up"
        case Qt.Key.Key_Down if alt and not control:
            return "down"
    return ""
