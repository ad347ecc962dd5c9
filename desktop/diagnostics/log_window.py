"""The log of window and engine, with search and the report."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.startup.logs import LogBook, LogLine
from desktop.widgets.buttons import Button
from desktop.widgets.chips import Option, Segment
from desktop.widgets.empty import EmptyState
from desktop.widgets.fields import SearchField
from desktop.widgets.labels import box, column, line, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_LINES = 5000


class LogWindow(QWidget):
    """Shows what both processes wrote down.

    Args:
        book: the newest lines, and those that come.
        report: makes the text that "Copy report" copies.
        parent: the window it belongs to.
    """

    def __init__(self, book: LogBook, report: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self.setWindowTitle(tr("Log — Portraits"))
        self.setProperty("ground", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._book = book
        self._report = report
        self.which = Segment(
            [Option("", tr("Both")), Option("engine", tr("Engine")), Option("window", tr("Window"))],
            name=tr("Which log"),
            side=28,
        )
        self.which.chosen.connect(self._show_all)
        self.search = SearchField(tr("Find in the log …"))
        self.search.textChanged.connect(self._show_all)
        self.copy = Button(tr("Copy report"), "copy")
        self.copy.setToolTip(tr("Without names of folders, of the computer and of you."))
        self.copy.clicked.connect(self._copy)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setMaximumBlockCount(_LINES)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(tr("Log"))
        self.nothing = EmptyState(
            "scroll-text", tr("What the window and the engine write down appears here."), hint=tr("Nothing so far.")
        )
        head = row(self.which, self.search, self.copy, space=8, margins=(12, 8, 12, 8))
        head.setStretch(1, 1)
        self._page = box(column(self.text, margins=(12, 12, 12, 12)))
        layout = column(box(head), line(), self._page, self.nothing, space=0)
        layout.setStretch(2, 1)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.resize(theme().px(860), theme().px(560))
        book.added.connect(self._on_line)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_all()

    def _show_all(self, *_args: object) -> None:
        self.text.setPlainText("\n".join(log_line(each) for each in self._book.lines if self._wanted(each)))
        self.text.verticalScrollBar().setValue(self.text.verticalScrollBar().maximum())
        self._page.setVisible(bool(self._book.lines))
        self.nothing.setVisible(not self._book.lines)

    def _wanted(self, each: LogLine) -> bool:
        typed = self.search.text().casefold()
        return self.which.value() in ("", each.origin) and typed in log_line(each).casefold()

    def _on_line(self, each: LogLine) -> None:
        if not self.isVisible():
            return
        if self.nothing.isVisible():
            self._show_all()
        elif self._wanted(each):
            self.text.appendPlainText(log_line(each))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report())
        self.copy.setText(tr("Copied"))


def log_line(each: LogLine) -> str:
    """Return a line as it is shown and copied."""
    at = datetime.fromtimestamp(each.time).astimezone().strftime("%H:%M:%S")
    return f"{at}  {each.origin:<6}  {each.level:<7}  {each.logger}: {each.text}"
