"""What is being made, large, while it is made; and the results of the newest job once they are there."""

from collections.abc import Set

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.create.result_cells import cells_of, live_cells, makes_several
from desktop.create.results_grid import ResultGrid
from desktop.create.window_bars import WindowBars
from desktop.link import PreviewFrame
from desktop.queue.words import progress_line, progress_part, state_word, time_left
from desktop.state.queue import JobQueue
from desktop.state.queue_entry import JobState, QueueEntry
from desktop.state.thumbnails import Thumbnails
from desktop.widgets import painting
from desktop.widgets.empty import EmptyState
from desktop.widgets.pane import Pane, scroll_area
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, tr
from engine.protocol.jobs import AnimateJob, AnyJob, GridJob, ImageJob, MorphJob, SeriesJob, VideoJob
from engine.protocol.messages import Progress

_PAD, _BAR = 12, 4
_SEEN = (ImageJob, SeriesJob, GridJob, MorphJob, VideoJob, AnimateJob)
"""Kinds of jobs that make something to look at."""


class RunningPicture(QWidget):
    """The newest preview of the running job on the neutral ground, what it does, and a bar of 4 px."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._words = ""
        self._part = 0.0
        self.setAccessibleName(tr("What is being made"))

    def show_image(self, image: QImage | None) -> None:
        self._image = image if image is not None else QImage()
        self.update()

    def show_progress(self, progress: Progress | None, job: AnyJob) -> None:
        self._part = progress_part(progress) or 0.0
        self._words = progress_line(progress, job)
        self.update()

    def words(self) -> str:
        return self._words

    def sizeHint(self) -> QSize:
        return QSize(theme().px(480), theme().px(360))

    def _frame(self) -> QRect:
        pad = theme().px(_PAD)
        room = self.rect().adjusted(pad, pad, -pad, -pad)
        if self._image.isNull():
            return room
        scale = min(room.width() / self._image.width(), room.height() / self._image.height())
        frame = QRect(0, 0, round(self._image.width() * scale), round(self._image.height() * scale))
        frame.moveCenter(room.center())
        return frame

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        frame = self._frame()
        if self._image.isNull():
            painting.frame(painter, frame, edge=look.colour("edge"), radius=4, dashed=True)
            centre = Qt.AlignmentFlag.AlignHCenter
            painting.text(painter, frame, self._words or tr("Starting …"), look.font(), look.colour("text2"), centre)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(frame), self._image)
            if self._words:
                painting.badge(painter, frame.left() + look.px(8), frame.bottom() - look.px(10), self._words)
        if self._part > 0:
            bar = QRectF(frame.left(), frame.bottom() + 1 - _BAR, frame.width() * min(1.0, self._part), _BAR)
            painter.fillRect(bar, look.colour("accent"))


class ResultsView(Pane):
    """Follows the queue: the running job while there is one, else the results of the newest.

    Args:
        queue: tells what runs and what is done.
        thumbnails: small pictures of results.
    """

    opened = Signal(object)
    """arg: str, SHA-256 of the result a person opened."""

    def __init__(self, queue: JobQueue, thumbnails: Thumbnails) -> None:
        super().__init__(ground="surround")
        self.header.setVisible(True)
        self.setAccessibleName(tr("Results"))
        self._queue = queue
        self._shown = ""
        self._looked_at = False
        self.running = RunningPicture()
        self.windows = WindowBars()
        self.grid = ResultGrid(thumbnails)
        self.grid.opened.connect(self.opened)
        self._scroll = scroll_area(self.grid)
        self.nothing = EmptyState("images", tr("What you make is shown here while it is made."))
        for part in (self.running, self._scroll, self.nothing):
            self.body.addWidget(part, 1)
        self.body.addWidget(self.windows)
        for signal in (queue.added, queue.changed, queue.ended):
            signal.connect(self._on_entry)
        queue.progressed.connect(self._on_progress)
        queue.previewed.connect(self._on_preview)
        self._show_entry()

    def follow(self, entry: QueueEntry) -> bool:
        """Show this job from now on; return False when it makes nothing to look at, or another one is looked at."""
        running = self._queue.running()
        if not isinstance(entry.job, _SEEN) or (running is not None and running.job_id != entry.job_id):
            return False
        self._shown = entry.job_id
        self._show_entry()
        return True

    def _on_entry(self, entry: QueueEntry) -> None:
        if entry.state is JobState.RUNNING and isinstance(entry.job, _SEEN):
            self._shown = entry.job_id
        if entry.job_id == self._shown:
            self._looked_at = self.isVisible()
            self._show_entry()

    def stays(self, hashes: Set[str]) -> bool:
        """Return whether these new results are several that a person is waiting for here, so that they stay in view."""
        made = {cell.sha256 for cell in self.grid.cells()}
        return self._looked_at and len(made) > 1 and made <= hashes

    def _show_entry(self) -> None:
        entry = self._queue.entry(self._shown)
        runs = entry is not None and entry.state is JobState.RUNNING
        alone = entry is not None and runs and not makes_several(entry)
        self.running.setVisible(alone)
        self._scroll.setVisible(entry is not None and not alone)
        self.nothing.setVisible(entry is None)
        if entry is None:
            self.windows.hide()
            self.header.set_title("")
            return
        live = self._queue.live(entry.job_id) if runs else None
        self.windows.show_job(entry.job if alone else None, live.progress if live is not None else None)
        if runs and not alone:
            self._show_cells(entry)
        elif runs:
            self.running.show_image(live.image if live is not None else None)
            self.running.show_progress(live.progress if live is not None else None, entry.job)
        else:
            self.grid.show_cells(cells_of(entry), state_word(entry)[1])
        self._say(entry, live.progress if live is not None else None)

    def _on_progress(self, progress: Progress) -> None:
        entry = self._queue.entry(self._shown)
        if entry is not None and progress.job_id == self._shown:
            self.running.show_progress(progress, entry.job)
            self.windows.show_job(entry.job, progress)
            self._show_cells(entry)
            self._say(entry, progress)

    def _on_preview(self, frame: PreviewFrame) -> None:
        entry = self._queue.entry(self._shown)
        if entry is not None and frame.job_id == self._shown:
            self.running.show_image(frame.image)
            self._show_cells(entry)

    def _show_cells(self, entry: QueueEntry) -> None:
        """Show the pictures of a running job side by side, each as far as it is."""
        if entry.state is JobState.RUNNING and makes_several(entry):
            self.grid.show_cells(live_cells(entry, self._queue.live(entry.job_id)), tr("Waiting"))

    def _say(self, entry: QueueEntry, progress: Progress | None) -> None:
        words = state_word(entry)[1]
        if entry.state is JobState.RUNNING:
            words = time_left(progress)
        elif entry.state is JobState.DONE:
            words = counted(len(self.grid.cells()), "{n} result", "{n} results")
        self.header.set_title(entry.title, words)
