"""The dialog after the engine stopped: what happened, what is safe, what to do."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.link import EngineStopped
from desktop.state.queue_entry import QueueEntry
from desktop.widgets.buttons import Button, Kind
from desktop.widgets.dialog import Dialog
from desktop.widgets.engine_words import engine_text, what_text
from desktop.widgets.labels import IconLabel, box, column, label, row
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, tr

KEEP_PAUSED, SKIP, AGAIN = 1, 2, 3


def part(icon: str, tone: str, title: str, text: str) -> QWidget:
    """Return one of the three parts: icon 18, title, text."""
    words = column(label(title, "section"), label(text, "body", "text2", wrap=True), None, space=2)
    layout = row(column(IconLabel(icon, tone, 18), None, space=0), words, space=12)
    layout.setStretch(1, 1)
    return box(layout)


class StoppedDialog(Dialog):
    """Tells that the engine stopped during a job. ``exec`` returns :data:`KEEP_PAUSED`, :data:`SKIP` or :data:`AGAIN`.

    Args:
        parent: the window.
        title: what happened, as a sentence.
        event: what the link knows.
        entry: the job that ran.
        waiting: how many jobs wait.
        report: makes the text that "Copy report" copies.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        event: EngineStopped,
        entry: QueueEntry,
        waiting: int,
        report: Callable[[], str],
    ) -> None:
        self._report = report
        less = entry.retry is not None
        again = Button(tr("Run again with less memory") if less else tr("Run again"), kind=Kind.MAIN)
        skip = Button(tr("Skip this job"), height=32)
        keep = Button(tr("Keep the queue paused"), height=32)
        safe = engine_text(event.safe) or tr("Your project is saved. Everything made before is in the gallery.")
        if waiting:
            safe += " " + counted(
                waiting,
                "The job that was waiting is still in the queue, paused.",
                "The {n} jobs that were waiting are still in the queue, paused.",
            )
        todo = engine_text(entry.failure.todo) if entry.failure is not None else ""
        todo = todo or engine_text(event.todo) or tr("Run it again, or go on without it.")
        self.details = Button(tr("Details and log"), "chevron-right", Kind.QUIET, height=28)
        self.details.clicked.connect(self._toggle_log)
        copy = Button(tr("Copy report"), "copy", Kind.QUIET, height=28)
        copy.clicked.connect(self._copy)
        self._copy_button = copy
        self.log = QPlainTextEdit(event.log_tail or tr("The log is empty."))
        self.log.setReadOnly(True)
        self.log.setAccessibleName(tr("Log of the engine"))
        self.log.setFixedHeight(theme().px(180))
        self.log.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.log.hide()
        body = column(
            part("octagon-x", "err", tr("What happened"), what_text(event)),
            part("shield-check", "ok", tr("What is safe"), safe),
            part("arrow-right", "accenttext", tr("What you can do"), todo),
            row(20, self.details, None, copy, space=8),
            self.log,
            space=16,
        )
        super().__init__(
            parent,
            title,
            body,
            [skip, again],
            far_buttons=[keep],
            width=576,
        )
        keep.clicked.connect(lambda: self.done(KEEP_PAUSED))
        skip.clicked.connect(lambda: self.done(SKIP))
        again.clicked.connect(lambda: self.done(AGAIN))

    def reject(self) -> None:
        self.done(KEEP_PAUSED)

    def _toggle_log(self) -> None:
        self.log.setVisible(self.log.isHidden())
        self.details.set_icon_name("chevron-right" if self.log.isHidden() else "chevron-down")
        layout = self.layout()
        assert layout is not None
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report())
        self._copy_button.setText(tr("Copied"))
