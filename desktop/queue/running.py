"""The running job in full: preview, the last frames, phases with their times, memory, recipe."""

from pathlib import PurePath

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.link import PreviewFrame
from desktop.queue import words
from desktop.queue.job_facts import JobFacts
from desktop.queue.memory_chart import MemoryChart
from desktop.state.devices import Devices
from desktop.state.queue import JobQueue
from desktop.state.queue_entry import LiveJob, QueueEntry
from desktop.state.thumbnails import Thumbnails
from desktop.widgets import painting
from desktop.widgets.buttons import Button
from desktop.widgets.empty import EmptyState
from desktop.widgets.engine_words import engine_text, engine_texts
from desktop.widgets.icons import paint_icon
from desktop.widgets.labels import ElidedLabel, IconLabel, box, clear, column, label, line, row
from desktop.widgets.pane import Pane, section
from desktop.widgets.progress import Ring
from desktop.widgets.theme import theme
from desktop.widgets.words import clock, memory, tr
from engine.protocol.queries import Estimate

_FRAMES = 7
_EVERY = 0.6


class PreviewView(QWidget):
    """The newest preview on the neutral ground, with the last seven below."""

    def __init__(self) -> None:
        super().__init__()
        self.image: QImage | None = None
        self.frames: list[QImage] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def clear(self) -> None:
        self.image = None
        self.frames = []
        self.update()

    def add(self, image: QImage) -> None:
        self.image = image
        self.frames = [*self.frames[-(_FRAMES - 1) :], image]
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), theme().px(280))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("surround"))
        pad = look.px(12)
        strip = look.px(36)
        area = self.rect().adjusted(pad, pad, -pad, -pad - strip - 4)
        if self.image is None:
            side = look.px(20)
            middle = area.center()
            paint_icon(painter, "image", look.colour("text3"), middle.x() - side / 2, middle.y() - side / 2, side)
            return
        size = self.image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        rect = QRect(area.center().x() - size.width() // 2, area.top(), size.width(), size.height())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, self.image)
        width = (self.width() - 2 * pad - (_FRAMES - 1) * 2) / _FRAMES
        for index, frame in enumerate(self.frames[-_FRAMES:]):
            left = pad + index * (width + 2)
            painting.cover(painter, QRectF(left, self.height() - pad - strip, width, strip).toRect(), frame, 0)


class RunningPane(Pane):
    """Shows the running job; empty while nothing runs."""

    def __init__(self, queue: JobQueue, thumbnails: Thumbnails, devices: Devices) -> None:
        super().__init__(tr("Running"), scrolls=True)
        self._queue = queue
        self._thumbnails = thumbnails
        self._devices = devices
        self._job_id = ""
        self._last_frame = 0.0
        self.preview = PreviewView()
        self._phases = QVBoxLayout()
        self._phases.setSpacing(theme().px(8))
        self.chart = MemoryChart()
        self.memory_title = label("", "section")
        self.estimate = ElidedLabel("", "tiny", "text2", align=Qt.AlignmentFlag.AlignRight)
        self.notes = label("", "small", "text2", wrap=True)
        self.facts = JobFacts()
        self.output = self.facts.output
        self.memory_part = box(
            column(row(self.memory_title, self.estimate, space=8), self.chart, space=8, margins=(12, 11, 12, 12))
        )
        self._parts = [
            self.preview,
            box(column(row(box(self._phases), margins=(12, 12, 12, 12)), line(), space=0)),
            box(column(self.memory_part, line(), space=0)),
            section("", self.facts, self.notes),
        ]
        for part in self._parts:
            self.add(part)
        self.empty = EmptyState("circle-check", tr("Nothing is running."))
        self.add(self.empty, fills=True)
        self.stop = Button(tr("Stop"), "square", keys="Ctrl+.", height=32)
        self.stop.clicked.connect(self._stop)
        self.stop_now = Button(tr("Stop now"), "octagon-x", height=32)
        self.stop_now.setToolTip(tr("Ends the engine at once and starts a fresh one."))
        self.stop_now.clicked.connect(queue.stop_now)
        self.keep = Button(tr("Stop, keep what is done"), height=32)
        self.keep.setToolTip(tr("The job ends at its next step; what is finished goes to the gallery."))
        self.keep.clicked.connect(self._stop_and_keep)
        self.keep.hide()
        buttons = row(self.stop, self.stop_now, space=8)
        buttons.setStretch(0, 1)
        self.footer.addWidget(self.keep)
        self.footer.addLayout(buttons)
        self.refresh()

    def show_estimate(self, estimate: Estimate | None) -> None:
        """Say what was estimated for the job that runs; None while that is not known."""
        needs = estimate.memory if estimate is not None else 0
        self.chart.set_estimate(needs)
        self.estimate.set_text(tr("estimate {amount}", amount=memory(needs)) if needs else "")

    def refresh(self) -> None:
        """Show the job that runs now, or that none does."""
        entry = self._queue.running()
        for part in self._parts:
            part.setVisible(entry is not None)
        self.empty.setVisible(entry is None)
        self.show_footer(entry is not None)
        self.header.set_title(entry.title if entry is not None else tr("Running"))
        if entry is None:
            self._job_id = ""
            return
        if entry.job_id != self._job_id:
            self._begin(entry)
        live = self._queue.live(entry.job_id)
        if live is not None and live.image is not None and live.image is not self.preview.image:
            # Previews that came while the queue was not shown.
            self.preview.add(live.image)
        self.refresh_progress()

    def _begin(self, entry: QueueEntry) -> None:
        self._job_id = entry.job_id
        self._last_frame = 0.0
        self.preview.clear()
        if entry.thumbnail:
            image = self._thumbnails.picture(entry.thumbnail, 480)
            if image is not None:
                self.preview.image = image
        self.output.set_text(PurePath(getattr(entry.job, "output", "")).name)
        self.facts.show_job(entry.job)
        on_card = not self._devices.on_processor and self._devices.chosen is not None
        self.memory_title.setText(tr("Memory of the graphics card") if on_card else tr("Memory of the engine"))
        self.chart.setAccessibleName(self.memory_title.text())
        self.chart.set_total(self._devices.memory_total)

    def refresh_progress(self) -> None:
        """Show phases, memory and notes as they are now."""
        live = self._queue.live(self._job_id)
        if live is None:
            return
        entry = self._queue.running()
        words_ = words.keep_words(entry.job, live.progress) if entry is not None else ""
        self.keep.setVisible(bool(words_))
        if words_ != self.keep.text():
            self.keep.setText(words_)
            self.keep.updateGeometry()
        self._show_phases(live)
        self.chart.show_samples(live.memory)
        if entry is not None:
            self.facts.show_kept(words.kept_line(entry.job, live.progress))
        self.notes.setText(engine_texts(live.notes, "\n"))
        self.notes.setVisible(bool(live.notes))

    def add_preview(self, frame: object) -> None:
        """Show the newest preview; the strip below gets one every moment, so that it covers the whole job."""
        assert isinstance(frame, PreviewFrame)
        live = self._queue.live(frame.job_id)
        seconds = sum(phase.seconds for phase in live.phases) if live else 0.0
        if seconds - self._last_frame >= _EVERY or not self.preview.frames:
            self._last_frame = seconds
            self.preview.add(frame.image)
        else:
            self.preview.image = frame.image
            self.preview.update()

    def _show_phases(self, live: LiveJob) -> None:
        clear(self._phases)
        for index, phase in enumerate(live.phases):
            runs = index == len(live.phases) - 1
            mark = Ring(15) if runs else IconLabel("circle-check", "ok", 15)
            text = words.progress_line(live.progress, self.facts.job) if runs else engine_text(phase.phase)
            name = ElidedLabel(text, "small", bold=runs)
            time = ElidedLabel(clock(phase.seconds), "small", "text2")
            inner = row(mark, name, time, space=10)
            inner.setStretch(1, 1)
            self._phases.addWidget(box(inner))

    def _stop(self) -> None:
        if self._job_id:
            self._queue.cancel(self._job_id)

    def _stop_and_keep(self) -> None:
        if self._job_id:
            self._queue.cancel(self._job_id, keep_done=True)
