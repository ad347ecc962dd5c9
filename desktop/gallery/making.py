"""What is being made for the gallery: the running job with its newest preview, and what waits behind it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.gallery.tile import GAP
from desktop.link import PreviewFrame
from desktop.queue.words import kind_of, progress_line, progress_part, short_progress
from desktop.state.document import Document
from desktop.state.queue import JobQueue
from desktop.state.queue_entry import QueueEntry
from desktop.widgets import painting
from desktop.widgets.buttons import Painted
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, tr
from engine.protocol.jobs import (
    AnimateJob,
    GridJob,
    ImageJob,
    MorphJob,
    SeriesJob,
    SoundJob,
    VideoJob,
    VoiceJob,
)
from engine.protocol.messages import Progress

_MADE_HERE = (AnimateJob, GridJob, ImageJob, MorphJob, SeriesJob, SoundJob, VideoJob, VoiceJob)
"""Kinds of jobs whose results come into the gallery."""

_MARGIN, _BAR = 12, 4


class MakingRow(Painted, QAbstractButton):
    """One row of tiles above the grid, away while nothing is made for the open project. Pressing it shows the work.

    Args:
        queue: what runs and waits.
        document: the project whose jobs are shown.
    """

    ring_radius = 4

    def __init__(self, queue: JobQueue, document: Document) -> None:
        super().__init__()
        self._queue = queue
        self._document = document
        self._side = 75
        self._image: QImage | None = None
        self._progress: Progress | None = None
        self.running: QueueEntry | None = None
        self.waiting: tuple[QueueEntry, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # Shown once the queue has settled: it tells of a start before the job counts as the running one.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._refresh)
        for signal in (queue.added, queue.changed, queue.removed, queue.reordered, document.opened):
            signal.connect(self._refresh_soon)
        queue.progressed.connect(self._on_progress)
        queue.previewed.connect(self._on_preview)
        self.setAccessibleName(tr("What is being made"))
        self._refresh()

    def set_side(self, side: int) -> None:
        """Change the side of the tiles, as in the grid."""
        self._side = side
        self.updateGeometry()
        self.update()

    def _refresh_soon(self, *_args: object) -> None:
        self._soon.start(0)

    def _refresh(self) -> None:
        project = str(self._document.path)
        running = self._queue.running()
        self.running = running if running is not None and _belongs(running, project) else None
        self.waiting = tuple(entry for entry in self._queue.waiting() if _belongs(entry, project))
        live = self._queue.live(self.running.job_id) if self.running is not None else None
        self._image = live.image if live is not None else None
        self._progress = live.progress if live is not None else None
        self.setVisible(self.running is not None)
        self._describe()

    def _describe(self) -> None:
        if self.running is None:
            return
        self.setAccessibleName(tr("Being made: {title}", title=self.running.title))
        lines = [self.running.title, progress_line(self._progress, self.running.job)]
        if self.waiting:
            lines.append(counted(len(self.waiting), "{n} job waits", "{n} jobs wait"))
        self.setToolTip("\n".join(lines))
        self.update()

    def _on_progress(self, progress: Progress) -> None:
        if self.running is not None and progress.job_id == self.running.job_id:
            self._progress = progress
            self._describe()

    def _on_preview(self, frame: PreviewFrame) -> None:
        if self.running is not None and frame.job_id == self.running.job_id:
            self._image = frame.image
            self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        return QSize(look.px(200), look.px(self._side) + look.px(GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def tiles(self) -> list[QRect]:
        """Return where tiles stand: that of the running job, then of waiting ones as far as there is room."""
        look = theme()
        side, gap, margin = look.px(self._side), look.px(GAP), look.px(_MARGIN)
        room = max(1, (self.width() - margin - margin // 2 + gap) // (side + gap))
        count = min(room, 1 + len(self.waiting))
        return [QRect(margin + place * (side + gap), gap // 2, side, side) for place in range(count)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.running is None:
            return
        painter = QPainter(self)
        first, *others = self.tiles()
        self._paint_running(painter, first, self.running)
        for place, rect in enumerate(others):
            more = len(self.waiting) - place if rect is others[-1] else 1
            self._paint_waiting(painter, rect, f"+{more}" if more > 1 else "")

    def _paint_running(self, painter: QPainter, rect: QRect, entry: QueueEntry) -> None:
        look = theme()
        if self._image is not None:
            painting.cover(painter, rect, self._image, 4)
        else:
            painting.frame(painter, rect, fill=look.colour("raised"), radius=4)
            side = look.px(18)
            x, y = rect.center().x() - side / 2, rect.center().y() - side / 2
            paint_icon(painter, kind_of(entry.job).icon, look.colour("text2"), x, y, side)
        painting.badge(painter, rect.left() + 3, rect.bottom() - 5, short_progress(self._progress, entry.job), "loader")
        part = progress_part(self._progress)
        if part:
            painter.fillRect(QRectF(rect.left(), rect.bottom() + 1 - _BAR, rect.width(), _BAR), look.colour("press"))
            done = QRectF(rect.left(), rect.bottom() + 1 - _BAR, rect.width() * min(1.0, part), _BAR)
            painter.fillRect(done, look.colour("accent"))

    def _paint_waiting(self, painter: QPainter, rect: QRect, words: str) -> None:
        look = theme()
        painting.frame(painter, rect, edge=look.colour("edge"), radius=4, dashed=True)
        side = look.px(16)
        centre = rect.center()
        y = centre.y() - side / 2 - (look.px(8) if words else 0)
        paint_icon(painter, "hourglass", look.colour("text2"), centre.x() - side / 2, y, side)
        if words:
            below = QRect(rect.left(), centre.y() + look.px(4), rect.width(), look.px(14))
            align = Qt.AlignmentFlag.AlignHCenter
            painting.text(painter, below, words, look.font("tiny"), look.colour("text2"), align)


def _belongs(entry: QueueEntry, project: str) -> bool:
    return isinstance(entry.job, _MADE_HERE) and entry.project == project
