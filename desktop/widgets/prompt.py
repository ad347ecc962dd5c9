"""A question for a few words, in the window's own look."""

from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from desktop.widgets.buttons import Button, Kind
from desktop.widgets.dialog import Dialog
from desktop.widgets.labels import column
from desktop.widgets.pane import FieldBox
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_LINES_HIGH = 96


def ask_text(
    parent: QWidget, title: str, name: str, text: str = "", *, verb: str, several_lines: bool = False
) -> str | None:
    """Ask for words and wait for the answer.

    Args:
        parent: the window.
        title: what is asked for, as a sentence.
        name: of the field.
        text: what stands in it at first, selected.
        verb: what the main button says.
        several_lines: let the words have line breaks; Ctrl+Enter is the main button then.

    Returns:
        The words, None when the person left it.
    """
    dialog = TextDialog(parent, title, name, text, verb=verb, several_lines=several_lines)
    good = dialog.exec() == QDialog.DialogCode.Accepted
    words = dialog.text() if good else None
    dialog.deleteLater()
    return words


class TextDialog(Dialog):
    """The dialog of :func:`ask_text`."""

    def __init__(
        self, parent: QWidget, title: str, name: str, text: str = "", *, verb: str, several_lines: bool = False
    ) -> None:
        self.field: QLineEdit | QPlainTextEdit
        if several_lines:
            self.field = QPlainTextEdit(text)
            self.field.setFixedHeight(theme().px(_LINES_HIGH))
            self.field.setTabChangesFocus(True)
        else:
            self.field = QLineEdit(text)
        self.field.selectAll()
        cancel, self.main = Button(tr("Cancel"), height=32), Button(verb, kind=Kind.MAIN, keys="Ctrl+Return")
        super().__init__(
            parent, title, column(FieldBox(name, self.field), space=0), (cancel, self.main), first=self.field
        )
        cancel.clicked.connect(self.reject)
        self.main.clicked.connect(self.accept)
        self.main.setShortcut("Ctrl+Return")
        if isinstance(self.field, QLineEdit):
            self.field.returnPressed.connect(self.accept)

    def text(self) -> str:
        """Return the words as they stand."""
        return self.field.text() if isinstance(self.field, QLineEdit) else self.field.toPlainText()
