"""Choosing an emotion tag while one writes: the list opens after "/" and is narrowed by what follows."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextEdit

from desktop.audio.tag_menu import TagMenu
from desktop.audio.tag_text import selected, written
from desktop.widgets.theme import theme


class TagPicker(QObject):
    """Opens, narrows and closes the list of tags of one editor, which keeps the focus.

    Args:
        edit: where one writes.
    """

    picked = Signal(object, object)
    """args: QTextCursor that selects what the tag takes the place of; str, the tag."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self.menu: TagMenu | None = None
        self._anchor = -1
        self._replaces = False

    @property
    def is_open(self) -> bool:
        return self.menu is not None and self.menu.isVisible()

    def open(self, *, replaces: bool = False) -> None:
        """Open the list at the caret; with ``replaces`` what is chosen takes the place of the selection."""
        if self.menu is None:
            self.menu = TagMenu(self._edit.window())
            self.menu.chosen.connect(self._on_chosen)
        self._replaces = replaces
        self._anchor = self._edit.textCursor().selectionStart() if replaces else self._anchor
        self.menu.filter("" if replaces else self._typed())
        caret = self._edit.cursorRect()
        self.menu.open_at(self._edit.viewport().mapToGlobal(QPoint(caret.left(), caret.top())), caret.height() + 4)

    def close(self) -> None:
        """Close the list; what was typed stays."""
        if self.menu is not None:
            self.menu.hide()
        self._forget()

    def follow_typing(self) -> None:
        """Open the list after "/", narrow it while one types, close it when it is over."""
        position = self._edit.textCursor().position()
        if not self.is_open:
            before = self._text(max(0, position - 2), position)
            if before[-1:] == "/" and (len(before) < 2 or not before[0].isalnum()):
                self._anchor = position - 1
                self.open()
                self._mark_typed()
            return
        assert self.menu is not None
        gone = self._replaces or position <= self._anchor or self._text(self._anchor, self._anchor + 1) != "/"
        if gone or not self.menu.filter(self._typed()):
            self.close()
        else:
            self._mark_typed()

    def take_key(self, event: QKeyEvent) -> bool:
        """Move in the open list, choose or close; return False for a key that is not the list's."""
        if not self.is_open:
            return False
        assert self.menu is not None
        match event.key():
            case Qt.Key.Key_Down:
                self.menu.step(1)
            case Qt.Key.Key_Up:
                self.menu.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                self.menu.take()
            case Qt.Key.Key_Escape:
                self.close()
            case _:
                return False
        return True

    def _text(self, start: int, end: int) -> str:
        return written(self._edit.document(), start, end)

    def _typed(self) -> str:
        return self._text(self._anchor + 1, self._edit.textCursor().position()) if self._anchor >= 0 else ""

    def _mark_typed(self) -> None:
        """Show "/si" in the accent while the list is open for it."""
        mark = QTextEdit.ExtraSelection()
        mark.format.setForeground(theme().colour("accenttext"))
        mark.cursor = selected(self._edit.document(), self._anchor, self._edit.textCursor().position())
        self._edit.setExtraSelections([mark])

    def _on_chosen(self, name: object) -> None:
        cursor = self._edit.textCursor()
        if not self._replaces:
            cursor = selected(self._edit.document(), self._anchor, cursor.position())
        self._forget()
        self.picked.emit(cursor, name)

    def _forget(self) -> None:
        self._anchor = -1
        self._edit.setExtraSelections([])
