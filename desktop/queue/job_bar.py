"""The bar at the bottom: what runs, the queue, network, device and engine. It never jumps."""

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.link import EngineBase, EngineState, EngineStatus, PreviewFrame
from desktop.models.words import download_words, time_left
from desktop.queue import words
from desktop.queue.downloads import part_of, title_of
from desktop.queue.job_thumbnail import JobThumbnail
from desktop.state.devices import Devices, short_device_name
from desktop.state.models import Models
from desktop.state.queue import JobQueue
from desktop.state.queue_entry import JobState, QueueEntry
from desktop.widgets.buttons import Button, IconButton, Kind
from desktop.widgets.chips import StateMark
from desktop.widgets.labels import ElidedLabel, IconLabel, box, column, line, row
from desktop.widgets.numbers import number_text
from desktop.widgets.progress import ProgressBar
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, tr
from engine.protocol.messages import Progress
from engine.protocol.models import DownloadState

HEIGHT = 40
_FIXED = 870
"""Everything beside words, for the 13 px base."""
_TIME_AFTER = 3.0
_TIME_EVERY = 1.0


class JobBar(QWidget):
    """The job bar.

    Args:
        queue: the jobs.
        engine: for the state of the engine.
        devices: what the work runs on.
        models: their downloads show here while no job runs.
    """

    queue_pressed = Signal()
    stop_pressed = Signal()
    """Of the running job; a download is stopped here."""

    def __init__(self, queue: JobQueue, engine: EngineBase, devices: Devices, models: Models) -> None:
        super().__init__()
        self._queue = queue
        self._engine = engine
        self._devices = devices
        self._models = models
        self._side_work = ""
        self._progress: Progress | None = None
        self._interrupted = ""
        self._time_shown = 0.0
        self._restarted = False
        self.stop_keys = "Ctrl+."
        """The shortcut that is shown at the button."""
        self.setProperty("ground", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        # Shown once the queue has settled: it tells of a start before the job counts as the running one.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._refresh)
        for signal in (queue.added, queue.changed, queue.removed, queue.pause_changed):
            signal.connect(self._refresh_soon)
        models.download_changed.connect(self._refresh_soon)
        models.changed.connect(self._refresh_soon)
        queue.ended.connect(self._on_ended)
        queue.progressed.connect(self._on_progress)
        queue.previewed.connect(self._on_preview)
        engine.status_changed.connect(self._on_status)
        engine.stopped.connect(self._on_stopped)
        devices.changed.connect(self._on_devices)
        self._refresh()
        self._on_status(engine.status)
        self._on_devices()

    def _build(self) -> None:
        px = theme().px
        self.idle = StateMark("idle", tr("Nothing running"), ink="text2")
        self.preview = JobThumbnail()
        self.name = ElidedLabel("", "small", middle=True)
        self.phase = ElidedLabel("", "tiny", "text2", middle=True)
        self._names = names = box(column(None, self.name, self.phase, None, space=1))
        self.bar = ProgressBar(150)
        self.time = ElidedLabel("", "small", "text2")
        self.time.setFixedWidth(px(110))
        self.stop = IconButton("square", tr("Stop the job"), keys=self.stop_keys, icon_side=15)
        self.stop.clicked.connect(self._stop)
        self._running = box(row(self.preview, names, 6, self.bar, self.time, self.stop, space=8))
        self.queue_button = Button("", "list-ordered", Kind.QUIET, height=26)
        self.queue_button.setCheckable(True)
        self.queue_button.setToolTip(tr("Show the queue") + "  Ctrl J")
        self.queue_button.clicked.connect(self.queue_pressed)
        self.network_icon = IconLabel("wifi-off", "text2", 15)
        self.network = ElidedLabel(tr("Offline"), "small", "text2")
        self.device_icon = IconLabel("cpu", "text2", 15)
        self.device = ElidedLabel("", "small", "text2", middle=True)
        self.device.setMaximumWidth(px(190))
        self.memory_bar = ProgressBar(54)
        self.memory = ElidedLabel("", "small", "text2")
        for label_ in (self.network, self.memory):
            # Figures and single words are shown whole; the long words beside them are shortened.
            label_.setSizePolicy(QSizePolicy.Policy.Fixed, label_.sizePolicy().verticalPolicy())
        self._device_box = box(row(self.device_icon, self.device, self.memory_bar, self.memory, space=8))
        self.engine_mark = StateMark("waiting", tr("Engine starting"), ink="text")
        lines = [line("v") for _ in range(3)]
        for each in lines:
            each.setFixedHeight(px(20))
        inner = row(
            self.idle,
            self._running,
            lines[0],
            self.queue_button,
            None,
            self.network_icon,
            self.network,
            lines[1],
            self._device_box,
            lines[2],
            self.engine_mark,
            space=10,
            margins=(8, 0, 12, 0),
        )
        layout = column(line(), box(inner), space=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFixedHeight(px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = theme().px
        # In a narrow window the figures stay and the names go.
        wide = self.width() >= self._needed()
        self.device.setVisible(wide)
        self.network.setVisible(wide)
        self.memory_bar.setVisible(wide and self._devices.memory_total > 0)
        self._names.setFixedWidth(px(250 if wide else 180))
        self.bar.set_width(150 if wide else 90)

    def _needed(self) -> int:
        """Return the width for everything: fixed parts, and the longest words that are usual in this language."""
        queue = [counted(9, "{n} waiting", "{n} waiting"), tr("paused"), counted(2, "{n} needs you", "{n} need you")]
        words_ = (f"{tr('Queue')} · {', '.join(queue)}", tr("Offline"), tr("Engine restarted"))
        return theme().px(_FIXED) + sum(theme().metrics("small").horizontalAdvance(each) for each in words_)

    def set_queue_open(self, is_open: bool) -> None:
        self.queue_button.setChecked(is_open)

    def show_side_work(self, text: str) -> None:
        """Say what goes on beside the jobs, such as files that are being added; "" for nothing."""
        self._side_work = text
        self._refresh()

    def set_offline(self, offline: bool) -> None:
        """Say whether downloads are allowed."""
        words_ = tr("Offline") if offline else tr("Online")
        self.network_icon.set_icon("wifi-off" if offline else "wifi")
        self.network_icon.setToolTip(words_)
        self.network_icon.setAccessibleName(words_)
        self.network.set_text(words_)

    def _refresh_soon(self, *_args: object) -> None:
        self._soon.start(0)

    def _refresh(self) -> None:
        running, download, stopped = self._queue.running(), self._download(), self._stopped()
        shown = running or download or stopped
        self._running.setVisible(shown is not None)
        self.idle.setVisible(shown is None)
        self.stop.setVisible(running is not None or download is not None)
        self.idle.set_state("running" if self._side_work else "idle", self._side_work or tr("Nothing running"))
        if running is not None:
            self._show_running(running)
        elif download is not None:
            self._show_download(download)
        elif stopped is not None:
            self._show_stopped(stopped)
        waiting = len(self._queue.waiting())
        needs = len(self._queue.needs_person())
        parts = [counted(waiting, "{n} waiting", "{n} waiting")] if waiting else []
        if self._queue.paused:
            parts.append(tr("paused"))
        if needs:
            parts.append(counted(needs, "{n} needs you", "{n} need you"))
        self.queue_button.setText(f"{tr('Queue')} · {', '.join(parts) if parts else tr('empty')}")
        self.queue_button.updateGeometry()

    def _show_running(self, entry: QueueEntry) -> None:
        kind = words.kind_of(entry.job)
        self.stop.set_name(tr("Stop the job"), self.stop_keys)
        live = self._queue.live(entry.job_id)
        self._interrupted = ""
        self.name.set_text(f"{kind.word} · {entry.title}")
        self.preview.show_image(live.image if live else None, kind.icon)
        self._show_progress(live.progress if live else None)

    def _stopped(self) -> QueueEntry | None:
        """Return the job that was interrupted last, until it is run again or taken off the list."""
        entry = self._queue.entry(self._interrupted) if self._interrupted else None
        return entry if entry is not None and entry.state is JobState.INTERRUPTED else None

    def _on_ended(self, entry: QueueEntry) -> None:
        self._interrupted = entry.job_id if entry.state is JobState.INTERRUPTED else ""
        if not self._interrupted:
            self._progress = None

    def _show_stopped(self, entry: QueueEntry) -> None:
        """What was seen of an interrupted job stays: its name, its newest preview, and how far it came."""
        kind = words.kind_of(entry.job)
        part = words.progress_part(self._progress) or 0.0
        self.name.set_text(f"{kind.word} · {entry.title}")
        where = words.progress_line(self._progress, entry.job) if self._progress is not None else ""
        self.phase.set_text(tr("Interrupted at: {where}", where=where) if where else tr("Interrupted"))
        self.bar.set_part(part, "err")
        percent = tr("{n} %", n=int(part * 100))
        self.time.set_text(f"{percent} · {tr('stopped')}" if part else tr("stopped"))

    def _download(self) -> DownloadState | None:
        """Return the download that moves, or one that waits to go on."""
        states = self._models.running()
        return next((state for state in states if state.phase != "paused"), states[0] if states else None)

    def _show_download(self, state: DownloadState) -> None:
        self.name.set_text(tr("Download · {title}", title=title_of(self._models, state.model)))
        self.phase.set_text(download_words(state))
        self.preview.show_image(None, "download")
        part = part_of(state)
        self.bar.set_part(part)
        percent = tr("{n} %", n=int(part * 100)) if part else ""
        self.time.set_text(" · ".join(words_ for words_ in (percent, time_left(state)) if words_))
        self.stop.set_name(tr("Cancel the download"))

    def _stop(self) -> None:
        """Stop what is shown: the job, or else the download, of which everything that has arrived is kept."""
        download = self._download()
        if self._queue.running() is not None:
            self.stop_pressed.emit()
        elif download is not None:
            self._models.cancel(download.model)

    def _on_progress(self, progress: Progress) -> None:
        self._show_progress(progress)

    def _show_progress(self, progress: Progress | None) -> None:
        self._progress = progress
        running = self._queue.running()
        self.phase.set_text(words.progress_line(progress, running.job if running is not None else None))
        self.bar.set_part(words.progress_part(progress))
        now = time.monotonic()
        young = running is not None and time.time() - running.started < _TIME_AFTER
        if now - self._time_shown < _TIME_EVERY and progress is not None and self.time.text():
            return
        self._time_shown = now
        text = words.time_left(progress)
        self.time.set_text(text.split(" · ", maxsplit=1)[0] if young else text)

    def _on_preview(self, frame: PreviewFrame) -> None:
        self.preview.show_image(frame.image)

    def _on_stopped(self, _event: object) -> None:
        self._restarted = True

    def _on_status(self, status: EngineStatus) -> None:
        state, text = {
            EngineState.OFF: ("waiting", tr("Engine off")),
            EngineState.STARTING: ("waiting", tr("Engine starting")),
            EngineState.READY: ("ok", tr("Engine restarted") if self._restarted else tr("Engine ready")),
            EngineState.FAILED: ("failed", tr("Engine stopped")),
        }[status.state]
        self.engine_mark.set_state(state, text)

    def _on_devices(self, *_args: object) -> None:
        chosen = self._devices.chosen
        self._device_box.setVisible(chosen is not None)
        if chosen is None:
            return
        used, total = self._devices.memory_used, self._devices.memory_total
        self.device.set_text(short_device_name(chosen.name))
        self.memory.set_text(f"{number_text(used / 2**30, 1)} / {number_text(total / 2**30)} GB" if total else "")
        part = used / total if total else 0.0
        self.memory_bar.set_part(part, "edgehi" if part < 0.85 else "warn")
