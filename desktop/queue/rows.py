"""The rows of the queue view: what runs, what needs a person, what is finished."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy

from desktop.queue import words
from desktop.queue.job_row import JobPicture, JobRow
from desktop.state.queue_entry import JobState, LiveJob, QueueEntry
from desktop.state.thumbnails import Thumbnails
from desktop.widgets.buttons import Button, IconButton, LinkButton
from desktop.widgets.chips import StateMark
from desktop.widgets.engine_words import failure_text
from desktop.widgets.labels import ElidedLabel, column, label, row
from desktop.widgets.progress import ProgressBar, Ring
from desktop.widgets.theme import theme
from desktop.widgets.words import clock, tr

_NARROW = 520
"""Width below which a row is laid out for little room."""


class RunningRow(JobRow):
    """The job that runs: preview 128 x 72, phase and bar."""

    stop_pressed = Signal(object)
    """arg: str, the job's id."""

    def __init__(self, entry: QueueEntry, thumbnails: Thumbnails) -> None:
        super().__init__(entry, 96, tinted=True)
        self.picture = JobPicture(thumbnails, 128, 72)
        self.name = ElidedLabel("", "strong")
        self.by = ElidedLabel("", "tiny", "text2")
        self.recipe = ElidedLabel("", "small", "text2")
        self.bar = ProgressBar()
        self.phase = ElidedLabel("", "small")
        self.left = ElidedLabel("", "small", "text2")
        stop = IconButton("square", tr("Stop the job"), keys="Ctrl+.")
        stop.clicked.connect(lambda: self.stop_pressed.emit(self.entry.job_id))
        first = _stretched(row(self.name, self.by, space=8))
        last = _stretched(row(self.phase, self.left, space=8))
        middle = column(None, first, self.recipe, 2, self.bar, 2, last, None, space=3)
        layout = row(Ring(), self.picture, middle, stop, space=12, margins=(8, 10, 8, 10))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.show_entry(entry)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The pane beside the list shows the same picture, larger; the words have the room where there is little.
        self.picture.setVisible(self.width() >= theme().px(_NARROW))

    def show_entry(self, entry: QueueEntry) -> None:
        super().show_entry(entry)
        self.name.set_text(entry.title)
        self.by.set_text(tr("started by you") if entry.by_person else "")
        self.recipe.set_text(words.recipe_line(entry.job))

    def show_live(self, live: LiveJob | None) -> None:
        progress = live.progress if live else None
        self.picture.show_entry(self.entry, live.image if live else None)
        self.bar.set_part(words.progress_part(progress))
        self.phase.set_text(words.progress_line(progress, self.entry.job))
        self.left.set_text(words.time_left(progress))


class NeedsRow(JobRow):
    """A job that stopped: what happened, then the one button that helps."""

    retry_pressed = Signal(object, object)
    """args: str job id, bool with less memory."""

    removed = Signal(object)
    """arg: str, the job's id."""

    log_pressed = Signal(object)
    """arg: str, the job's id."""

    def __init__(self, entry: QueueEntry, thumbnails: Thumbnails) -> None:
        super().__init__(entry, 58)
        picture = JobPicture(thumbnails)
        picture.show_entry(entry)
        state, word = words.state_word(entry)
        name = ElidedLabel(entry.title, "small", bold=True)
        failure = entry.failure
        what = failure_text(failure) if failure else word
        text = label(what, "small", "text2", wrap=True)
        less = entry.retry is not None
        again = Button(tr("Run again with less memory") if less else tr("Run again"), "rotate-cw", height=28)
        again.clicked.connect(lambda: self.retry_pressed.emit(self.entry.job_id, less))
        log = IconButton("scroll-text", tr("Show details and log"), side=26)
        log.clicked.connect(lambda: self.log_pressed.emit(self.entry.job_id))
        remove = IconButton("x", tr("Remove from the queue"), side=26)
        remove.clicked.connect(lambda: self.removed.emit(self.entry.job_id))
        head = row(name, StateMark(state, word), None, space=8)
        self._middle = row(column(head, text, None, space=2), again, space=8)
        self._middle.setStretch(0, 1)
        self._middle.setAlignment(again, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        layout = row(20, column(picture, None, space=0), self._middle, log, remove, space=8, margins=(8, 9, 8, 9))
        layout.setStretch(2, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setLayout(layout)
        self.show_entry(entry)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a narrow list the button stands below the words, or they would be pressed into a column.
        narrow = self.width() < theme().px(_NARROW)
        self._middle.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


class FinishedRow(JobRow):
    """A job that ended: how long it took, and its result."""

    show_pressed = Signal(object)
    removed = Signal(object)

    def __init__(self, entry: QueueEntry, thumbnails: Thumbnails) -> None:
        super().__init__(entry, 44)
        picture = JobPicture(thumbnails, 40, 30)
        picture.show_entry(entry)
        state, word = words.state_word(entry)
        done = entry.state is JobState.DONE
        mark = StateMark(state, "" if done else word)
        mark.setFixedWidth(theme().px(18) if done else mark.sizeHint().width())
        mark.setAccessibleName(word)
        name = ElidedLabel(entry.title, "small")
        recipe = ElidedLabel(words.recipe_line(entry.job), "tiny", "text2")
        took = max(0.0, entry.finished - entry.started) if entry.started else 0.0
        at = datetime.fromtimestamp(entry.finished).astimezone().strftime("%H:%M") if entry.finished else ""
        length = tr("under 1 s") if took < 1 else tr("{n} s", n=round(took)) if took < 60 else clock(took)
        time = ElidedLabel(f"{length} · {at}" if entry.started else at, "tiny", "text2")
        time.setFixedWidth(theme().px(124))
        show = LinkButton(tr("Show"), "small")
        show.clicked.connect(lambda: self.show_pressed.emit(self.entry.job_id))
        show.setVisible(bool(entry.artifacts))
        remove = IconButton("x", tr("Remove from the list"), side=26)
        remove.clicked.connect(lambda: self.removed.emit(self.entry.job_id))
        middle = column(None, name, recipe, None, space=1)
        layout = row(mark, picture, middle, time, show, remove, space=10, margins=(8, 4, 8, 5))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.show_entry(entry)


def _stretched(layout: QBoxLayout) -> QBoxLayout:
    layout.setStretch(0, 1)
    return layout
