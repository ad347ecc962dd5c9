"""A job that waits: it can be dragged, run now, edited and taken out."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.queue import words
from desktop.queue.job_row import JobPicture, JobRow
from desktop.state.queue_entry import QueueEntry
from desktop.state.thumbnails import Thumbnails
from desktop.widgets.buttons import IconButton
from desktop.widgets.chips import StateMark
from desktop.widgets.estimate_chip import fit_word
from desktop.widgets.labels import ElidedLabel, IconLabel, box, column, label, row
from desktop.widgets.theme import theme
from desktop.widgets.words import about, memory, tr
from engine.protocol.jobs import MoveStoreJob
from engine.protocol.queries import Estimate


class WaitingRow(JobRow):
    """One waiting job. Alt with the arrow keys moves it, Enter edits it, Delete takes it out."""

    moved = Signal(object, object)
    """args: str job id, int, how many places down (up when negative)."""

    dragged = Signal(object, object)
    """args: str job id, QPoint in the row's coordinates."""

    dropped = Signal(object)
    """arg: str, the job's id."""

    run_pressed = Signal(object)
    edit_pressed = Signal(object)
    removed = Signal(object)

    def __init__(self, entry: QueueEntry, place: int, thumbnails: Thumbnails) -> None:
        super().__init__(entry, 52)
        self._dragging = False
        picture = JobPicture(thumbnails)
        picture.show_entry(entry)
        self.grip = IconLabel("grip-vertical", "text3", 15)
        self.grip.setCursor(Qt.CursorShape.OpenHandCursor)
        number = label(str(place), "small", "text2")
        number.setFixedWidth(theme().px(16))
        name = ElidedLabel(entry.title, "small", bold=True)
        recipe = ElidedLabel(words.recipe_line(entry.job), "tiny", "text2")
        self.mark = StateMark("waiting", tr("Estimating …"))
        self.figures = ElidedLabel("", "tiny", "text2")
        estimate = box(column(None, self.mark, self.figures, None, space=1))
        estimate.setFixedWidth(theme().px(150))
        run = IconButton("play", tr("Run now"), side=26)
        edit = IconButton("pencil", tr("Edit before it starts"), side=26)
        remove = IconButton("x", tr("Remove from the queue"), side=26)
        run.clicked.connect(lambda: self.run_pressed.emit(self.entry.job_id))
        edit.clicked.connect(lambda: self.edit_pressed.emit(self.entry.job_id))
        remove.clicked.connect(lambda: self.removed.emit(self.entry.job_id))
        self.quiet(run, edit)
        # There is no panel for it, and nothing to change but the folder.
        edit.setEnabled(not isinstance(entry.job, MoveStoreJob))
        middle = column(None, name, recipe, None, space=1)
        layout = row(self.grip, number, picture, middle, estimate, run, edit, remove, space=8, margins=(8, 5, 8, 6))
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.show_entry(entry)

    def show_estimate(self, estimate: Estimate) -> None:
        self.mark.set_state(estimate.fit, fit_word(estimate.fit))
        parts = [memory(estimate.memory)]
        if estimate.seconds is not None:
            parts.append(about(estimate.seconds))
        self.figures.set_text(" · ".join(parts))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self.entry.job_id, step)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.entry.job_id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_pressed.emit(self.entry.job_id)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._dragging = True
            self.dragged.emit(self.entry.job_id, event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._dragging:
            self._dragging = False
            self.dropped.emit(self.entry.job_id)


class DropLine(QWidget):
    """Shows where a dragged job lands."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._list = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, y: int) -> None:
        self.setGeometry(QRect(0, y - 4, self._list.width(), 8))
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = theme().colour("accent")
        painter.fillRect(0, 3, self.width(), 2, colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(0, 0, 8, 8)


def drop_place(point: QPoint, rows: list[QWidget]) -> int:
    """Return before which row something dropped at a point (in their parent) lands; the number of rows for the end."""
    return sum(point.y() > each.geometry().center().y() for each in rows)
