"""One line of the script as a text to write, with its emotion tags as pills."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from desktop.audio.keys import line_key
from desktop.audio.tag_object import MARK, TagObject, tag_format
from desktop.audio.tag_picker import TagPicker
from desktop.audio.tag_text import end_of, selected, units, written
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.emotions import TAG, parts, tag_name

_SETTLE_MS = 400


class LineEdit(QTextEdit):
    """Text that grows with its words. "/" at the start of a word opens the tags; a click on a tag changes it.

    What was typed is told when the person pauses or leaves, so that a step of undo is more than a letter.
    """

    edited = Signal(object)
    """arg: str, the text with its tags as ``<laugh>``."""

    split = Signal(object, object)
    """args: str before and str behind the caret: Enter was pressed."""

    joined = Signal()
    """Backspace at the beginning."""

    pasted = Signal(object)
    """arg: str with several lines, for this place."""

    left = Signal(object)
    """arg: int, -1 or 1: an arrow key led out of the text."""

    commanded = Signal(object)
    """arg: str, a key that means the whole line: "speak", "play", "up", "down"."""

    focused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTextEdit, QTextEdit:focus { border: 0; padding: 0; background: transparent; }")
        self.setAcceptRichText(False)
        # A file that is dropped is for the line, and not its name for the text.
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlaceholderText(tr("Write what is said. Press / for an emotion."))
        self.document().setDocumentMargin(0)
        self._font = theme().font("script")
        self.setFont(self._font)
        self.document().setDefaultFont(self._font)
        self._pills = TagObject(self.document())
        self.tags = TagPicker(self)
        self.tags.picked.connect(self._on_picked)
        self._shown = ""
        self._filling = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.flush)
        self.textChanged.connect(self._on_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    # The text

    def show_text(self, text: str) -> None:
        """Show a text; what the person is writing at this moment stays."""
        if self._settle.isActive() or text == self._shown:
            return
        place = self.textCursor().position()
        self._filling = True
        self.clear()
        cursor = self.textCursor()
        for part in parts(text):
            if part.is_tag:
                cursor.insertText(MARK, tag_format(part.text, self._font))
            else:
                cursor.insertText(part.text, self._plain())
        cursor.setPosition(min(place, self._end))
        self.setTextCursor(cursor)
        self._filling = False
        self._shown = text

    def text(self) -> str:
        """Return the text with its tags as ``<laugh>``."""
        return self._text(0, self._end)

    def set_known(self, tags: frozenset[str]) -> None:
        """Say which tags the voice acts."""
        if tags != self._pills.known:
            self._pills.known = tags
            self.viewport().update()

    def flush(self) -> None:
        """Tell now what was typed."""
        self._settle.stop()
        text = self.text()
        if text != self._shown:
            self._shown = text
            self.edited.emit(text)

    def insert_tag(self, name: str) -> None:
        """Put a tag at the caret, with a blank around it where words meet it."""
        cursor = self.textCursor()
        before = self._text(max(0, cursor.position() - 1), cursor.position())
        cursor.beginEditBlock()
        if before and not before.isspace():
            cursor.insertText(" ", self._plain())
        cursor.insertText(MARK, tag_format(name, self._font))
        behind = self._text(cursor.position(), min(self._end, cursor.position() + 1))
        if not behind[:1].isspace():
            cursor.insertText(" ", self._plain())
        cursor.endEditBlock()
        cursor.setCharFormat(self._plain())
        self.setTextCursor(cursor)

    def _plain(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(self._font)
        return made

    @property
    def _end(self) -> int:
        return end_of(self.document())

    def _text(self, start: int, end: int) -> str:
        return written(self.document(), start, end)

    # Changes

    def _on_changed(self) -> None:
        if self._filling:
            return
        self._settle.start()
        self._turn_into_tags()
        self.tags.follow_typing()

    def _turn_into_tags(self) -> None:
        """Make pills of tags that were written out."""
        plain = self.toPlainText()
        match = TAG.search(plain)
        if match is None:
            return
        start = units(plain[: match.start()])
        self._filling = True
        cursor = selected(self.document(), start, start + units(match[0]))
        cursor.insertText(MARK, tag_format(tag_name(match[1]), self._font))
        cursor.setCharFormat(self._plain())
        self.setTextCursor(cursor)
        self._filling = False

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if len([line for line in text.splitlines() if line.strip()]) > 1:
            self.flush()
            self.pasted.emit(text)
            return
        self._filling = True
        self.textCursor().insertText(" ".join(text.split("\n")).replace(MARK, " "), self._plain())
        self._filling = False
        while TAG.search(self.toPlainText()):
            self._turn_into_tags()
        self._on_changed()

    def _on_picked(self, cursor: QTextCursor, name: object) -> None:
        self._filling = True
        cursor.removeSelectedText()
        self._filling = False
        self.setTextCursor(cursor)
        self.insert_tag(str(name))
        self.flush()

    # Qt's events

    def event(self, event: QEvent) -> bool:
        # Undo and redo are the document's, which has them for the whole project.
        if event.type() is QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
                self.flush()
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.tags.take_key(event):
            return
        key, cursor = event.key(), self.textCursor()
        command = line_key(event)
        if command:
            # Not left to the parents: the scroll area between would take the arrows.
            self.flush()
            self.commanded.emit(command)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._settle.stop()
            position = cursor.position()
            self.split.emit(self._text(0, position), self._text(position, self._end))
        elif key == Qt.Key.Key_Backspace and cursor.atStart() and not cursor.hasSelection():
            self.flush()
            self.joined.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._leaves(key == Qt.Key.Key_Up):
            self.left.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _leaves(self, up: bool) -> bool:
        moved = self.textCursor()
        way = QTextCursor.MoveOperation.Up if up else QTextCursor.MoveOperation.Down
        return not moved.movePosition(way)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        position = self._tag_at(event.position().toPoint())
        if position >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.setTextCursor(selected(self.document(), position, position + 1))
            self.tags.open(replaces=True)
        else:
            self.tags.close()

    def _tag_at(self, point: QPoint) -> int:
        """Return the position of the tag under a point, -1 for none."""
        near = self.cursorForPosition(point).position()
        for position in (near - 1, near):
            if not 0 <= position < self._end or self.document().characterAt(position) != MARK:
                continue
            cursor = QTextCursor(self.document())
            cursor.setPosition(position)
            start = self.cursorRect(cursor)
            cursor.setPosition(position + 1)
            stop = self.cursorRect(cursor)
            if start.left() <= point.x() <= stop.left() and start.top() <= point.y() <= start.bottom():
                return position
        return -1

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.tags.close()
            self.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *_size: object) -> None:
        self.setFixedHeight(max(theme().px(24), round(self.document().size().height()) + 2))
