"""The rows of the queue view: what runs, what needs a person, what waits, what is finished."""

from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from desktop.queue import words
from desktop.state.queue_entry import JobState, LiveJob, QueueEntry
from desktop.state.thumbnails import Thumbnails
from desktop.widgets import painting
from desktop.widgets.buttons import Button, IconButton, LinkButton
from desktop.widgets.chips import StateMark
from desktop.widgets.estimate_chip import fit_word
from desktop.widgets.icons import paint_icon
from desktop.widgets.labels import ElidedLabel, IconLabel, box, column, label, row
from desktop.widgets.progress import ProgressBar, Ring
from desktop.widgets.theme import theme
from desktop.widgets.tokens import CLIPS
from desktop.widgets.words import about, clock, memory, tr
from engine.protocol.queries import Estimate

_SMALL = 240


class JobPicture(QWidget):
    """The picture of a job with the icon of its kind in its clip colours."""

    def __init__(self, thumbnails: Thumbnails, width: int = 40, height: int = 40) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._size = (width, height)
        self._entry: QueueEntry | None = None
        self._image: QImage | None = None
        thumbnails.ready.connect(self._on_ready)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_entry(self, entry: QueueEntry, image: QImage | None = None) -> None:
        self._entry = entry
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._size[0]), theme().px(self._size[1]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if self._entry is None:
            return
        kind = words.kind_of(self._entry.job)
        clip = CLIPS[kind.clip]
        image = self._image
        if image is None and self._entry.thumbnail:
            image = self._thumbnails.picture(self._entry.thumbnail, _SMALL)
        if image is not None:
            painting.cover(painter, self.rect(), image, 4)
        else:
            painting.frame(painter, self.rect(), fill=look.colour(clip.fill(look.dark)), radius=4)
        side = look.px(17)
        square = QRect(3, self.height() - side - 3, side, side)
        painting.frame(painter, square, fill=look.colour(clip.fill(look.dark)), radius=4)
        inner = look.px(12)
        paint_icon(
            painter,
            kind.icon,
            look.colour(clip.line(look.dark)),
            square.center().x() - inner / 2 + 1,
            square.center().y() - inner / 2 + 1,
            inner,
        )

    def _on_ready(self, _thumbnail: object) -> None:
        self.update()


class JobRow(QWidget):
    """What all rows share: ground by state, a ring when focused, a line below."""

    chosen = Signal(object)
    """arg: str, the job's id."""

    def __init__(self, entry: QueueEntry, height: int, *, tinted: bool = False) -> None:
        super().__init__()
        self.entry = entry
        self._height = height
        self._tinted = tinted
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._quiet: list[QWidget] = []

    def show_entry(self, entry: QueueEntry) -> None:
        """Show the entry as it is now."""
        self.entry = entry
        self.setAccessibleName(f"{entry.title}, {words.state_word(entry)[1]}")

    def sizeHint(self) -> QSize:
        return QSize(theme().px(400), max(theme().px(self._height), super().sizeHint().height()))

    def quiet(self, *parts: QWidget) -> None:
        """Show parts only while the pointer or the focus is here."""
        for part in parts:
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
            part.hide()
        self._quiet += parts

    def _show_quiet(self) -> None:
        inside = self.window().focusWidget()
        shown = self.underMouse() or self.hasFocus() or (inside is not None and self.isAncestorOf(inside))
        for part in self._quiet:
            part.setVisible(shown)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_quiet()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_quiet()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_quiet()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_quiet()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.chosen.emit(self.entry.job_id)
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if self._tinted:
            painter.fillRect(self.rect(), look.colour("tint"))
        elif self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), look.colour("hover"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))
        if self.hasFocus():
            painting.frame(painter, self.rect().adjusted(1, 1, -1, -2), edge=look.colour("accent"), radius=4, width=2)


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

    def show_entry(self, entry: QueueEntry) -> None:
        super().show_entry(entry)
        self.name.set_text(entry.title)
        self.by.set_text(tr("started by you") if entry.by_person else "")
        self.recipe.set_text(words.recipe_line(entry.job))

    def show_live(self, live: LiveJob | None) -> None:
        progress = live.progress if live else None
        self.picture.show_entry(self.entry, live.image if live else None)
        self.bar.set_part(words.progress_part(progress))
        self.phase.set_text(words.progress_line(progress))
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
        what = " ".join(part for part in (failure.what, failure.todo) if part) if failure else word
        text = label(what, "small", "text2", wrap=True)
        less = entry.retry is not None
        again = Button(tr("Run again with less memory") if less else tr("Run again"), "rotate-cw", height=28)
        again.clicked.connect(lambda: self.retry_pressed.emit(self.entry.job_id, less))
        log = IconButton("scroll-text", tr("Show details and log"), side=26)
        log.clicked.connect(lambda: self.log_pressed.emit(self.entry.job_id))
        remove = IconButton("x", tr("Remove from the queue"), side=26)
        remove.clicked.connect(lambda: self.removed.emit(self.entry.job_id))
        head = row(name, StateMark(state, word), None, space=8)
        middle = column(head, text, None, space=2)
        layout = row(20, column(picture, None, space=0), middle, again, log, remove, space=8, margins=(8, 9, 8, 9))
        layout.setStretch(2, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setLayout(layout)
        self.show_entry(entry)


class WaitingRow(JobRow):
    """A job that waits: it can be dragged, run now, edited and taken out."""

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
        time.setFixedWidth(theme().px(90))
        show = LinkButton(tr("Show"), "small")
        show.clicked.connect(lambda: self.show_pressed.emit(self.entry.job_id))
        show.setVisible(done)
        remove = IconButton("x", tr("Remove from the list"), side=26)
        remove.clicked.connect(lambda: self.removed.emit(self.entry.job_id))
        middle = column(None, name, recipe, None, space=1)
        layout = row(mark, picture, middle, time, show, remove, space=10, margins=(8, 4, 8, 5))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.show_entry(entry)


class GroupHead(QWidget):
    """The head of a group: 28 high, icon, word, count and hint."""

    def __init__(self, icon: str, tone: str, title: str, hint: str) -> None:
        super().__init__()
        self.setProperty("ground", "app")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title_label = label(title, "section", "text2")
        self.hint = ElidedLabel(hint, "tiny", "text2")
        layout = row(IconLabel(icon, tone, 14), title_label, self.hint, space=8, margins=(10, 0, 10, 0))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFixedHeight(theme().px(28))


def _stretched(layout: QBoxLayout) -> QBoxLayout:
    layout.setStretch(0, 1)
    return layout


def drop_place(point: QPoint, rows: list[QWidget]) -> int:
    """Return before which row something dropped at a point (in their parent) lands; the number of rows for the end."""
    return sum(point.y() > each.geometry().center().y() for each in rows)
