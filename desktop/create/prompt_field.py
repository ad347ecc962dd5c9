"""The words a result is made from: variations stand out, earlier words come back by key or from a menu."""

import re
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QSyntaxHighlighter, QTextCharFormat, QTextOption
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QSizePolicy, QWidget

from desktop.create.editor import Editor
from desktop.create.history import History
from desktop.widgets.buttons import IconButton
from desktop.widgets.chips import StateMark
from desktop.widgets.labels import ElidedLabel, column, label, row
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, tr
from engine.protocol.fields import FieldInfo

_MARKED = re.compile(r"\{[^{}]*\}|__[\w-]+(?:/[\w-]+)*__")
_GROUP = re.compile(r"\{([^{}]*\|[^{}]*)\}")
_PIECES = re.compile(r"[^\W\d_]+|\d|[^\s\w]+|_")
_SHOWN_IN_MENU = 20
_MENU_WIDTH = 420
_CHARACTERS_PER_PIECE = 7


class _Colours(QSyntaxHighlighter):
    """Shows variations ``{a | b}`` and wildcards ``__name__`` in the accent."""

    def highlightBlock(self, text: str) -> None:
        form = QTextCharFormat()
        form.setForeground(theme().colour("accenttext"))
        for found in _MARKED.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), form)


class WordsField(QPlainTextEdit):
    """Words to write; as high as they need between two bounds. Tab leaves it, Ctrl+Enter is the pane's main action.

    Args:
        least: lines it shows at least.
        most: lines it shows at most; more scroll.
        style: of the type scale.
    """

    def __init__(self, *, least: int = 2, most: int = 8, style: str = "body") -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setFont(theme().font(style))
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._colours = _Colours(self.document())
        theme().changed.connect(self._colours.rehighlight)
        self.textChanged.connect(self._fit)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Take the height of the lines there are."""
        lines = 0
        block = self.document().firstBlock()
        while block.isValid():
            self.blockBoundingRect(block)
            lines += max(1, block.layout().lineCount())
            block = block.next()
        shown = min(self._most, max(self._least, lines))
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if lines > self._most else policy.ScrollBarAlwaysOff)
        frame = 2 * round(self.document().documentMargin()) + theme().px(16)
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + frame)


class RecallField(WordsField):
    """Words with a history: Up in the first line and Down in the last one go through what was used before."""

    def __init__(self, history: History, key: str, **bounds: Any) -> None:
        super().__init__(**bounds)
        self._history = history
        self._key = key
        self._place = -1
        self._draft = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() and self._at_edge(step) and self.recall(step):
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._place = -1

    def recall(self, step: int) -> bool:
        """Show older (1) or newer (-1) words; return False where there are none."""
        words = self._history.words(self._key)
        place = self._place + step
        if not -1 <= place < len(words):
            return False
        if self._place == -1:
            self._draft = self.toPlainText()
        self._place = place
        self.put(self._draft if place == -1 else words[place])
        return True

    def put(self, text: str) -> None:
        """Replace the words; Ctrl+Z brings the former ones back."""
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def _at_edge(self, step: int) -> bool:
        cursor = self.textCursor()
        return not cursor.movePosition(cursor.MoveOperation.Up if step > 0 else cursor.MoveOperation.Down)


class StateCorner(StateMark):
    """How far the work on some words is, at the end of the line above them; nothing while they are not at work."""

    def __init__(self) -> None:
        super().__init__("waiting", "", style="tiny")
        self.hide()

    def show_state(self, state: str | None) -> None:
        """Show that it is done ("ok"), "running" or "waiting"; None hides it."""
        if state is not None:
            self.set_state(state, {"ok": tr("done"), "running": tr("denoising"), "waiting": tr("waiting")}[state])
        self.setVisible(state is not None)


class PromptField(QWidget):
    """Label, state, history button, the words, and a line that counts variations and tokens.

    Args:
        title: the label.
        history: where earlier words are kept.
        key: of the panel, in the history.
        hint: shown while it is empty.
        tokens: how many tokens the model reads, 0 to count none.
    """

    def __init__(self, title: str, history: History, key: str, *, hint: str, tokens: int = 0, least: int = 3) -> None:
        super().__init__()
        self._history = history
        self._key = key
        self._tokens = tokens
        self.words = RecallField(history, key, least=least)
        self.words.setPlaceholderText(hint)
        self.words.setAccessibleName(title)
        self.past = IconButton("history", tr("Words used before"), side=24, icon_side=15)
        self.past.clicked.connect(self._open_menu)
        self.count = ElidedLabel("", "tiny", "text2")
        self._name = label(title, "small", "text2")
        self._name.setBuddy(self.words)
        self.state = StateCorner()
        self.setLayout(column(row(self._name, None, self.state, self.past), self.words, self.count, space=3))
        self.words.textChanged.connect(self._show_count)
        self._show_count()

    def set_title(self, title: str) -> None:
        """Change the label."""
        self._name.setText(title)

    def remember(self) -> None:
        """Keep the words as they stand."""
        self._history.add(self._key, self.words.toPlainText())

    def menu(self) -> QMenu:
        """Return the menu of words that were used before."""
        menu = QMenu(self)
        metrics = theme().metrics()
        for words in self._history.words(self._key)[:_SHOWN_IN_MENU]:
            line = metrics.elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, theme().px(_MENU_WIDTH))
            action = menu.addAction(line.replace("&", "&&"))
            action.setToolTip(words)
            action.triggered.connect(lambda _on=False, words=words: self.words.put(words))
        if menu.isEmpty():
            menu.addAction(tr("Nothing yet")).setEnabled(False)
        else:
            menu.addSeparator()
            menu.addAction(tr("Forget all of them")).triggered.connect(lambda: self._history.clear(self._key))
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.exec(self.past.mapToGlobal(self.past.rect().bottomLeft()))
        menu.deleteLater()

    def _show_count(self) -> None:
        text = self.words.toPlainText()
        parts = []
        if (variations := variation_count(text)) > 1:
            parts.append(counted(variations, "{n} variation", "{n} variations"))
        tokens = token_count(text) if self._tokens and text.strip() else 0
        if tokens:
            parts.append(tr("about {n} of {most} tokens", n=tokens, most=self._tokens))
        self.count.set_text(" · ".join(parts), "warn" if tokens > self._tokens > 0 else "text2")
        self.count.setVisible(bool(parts))


def variation_count(prompt: str) -> int:
    """Return how many different texts ``{a|b}`` groups give; 1 without any."""
    count = 1
    while (group := _GROUP.search(prompt)) is not None:
        count *= group[1].count("|") + 1
        prompt = prompt[: group.start()] + group[1].partition("|")[0] + prompt[group.end() :]
    return count


def token_count(prompt: str) -> int:
    """Return about how many tokens CLIP makes of a prompt, of its longest variation, start and end included.

    Its word list is not here: common words are one token, long ones are counted as one for every seven letters.
    """
    while (group := _GROUP.search(prompt)) is not None:
        prompt = prompt[: group.start()] + max(group[1].split("|"), key=len) + prompt[group.end() :]
    pieces = _PIECES.findall(prompt)
    return 2 + sum(1 + (len(piece) - 1) // _CHARACTERS_PER_PIECE if piece.isalpha() else 1 for piece in pieces)


class WordsEditor(Editor):
    """A long text of a form, in a field that the panel made."""

    def __init__(self, info: FieldInfo, words: WordsField) -> None:
        super().__init__(info, words)
        self._words = words
        self._silent = False
        words.textChanged.connect(self._on_text)

    def value(self) -> Any:
        return self._words.toPlainText()

    def set_value(self, value: Any) -> None:
        if value != self._words.toPlainText():
            self._silent = True
            self._words.setPlainText(value)
            self._silent = False

    def _on_text(self) -> None:
        if not self._silent:
            self.changed.emit()
