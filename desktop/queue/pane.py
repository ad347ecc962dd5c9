"""The queue view: the jobs at the left, the running one in full at the right."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.link import EngineBase
from desktop.queue.banner import Banner
from desktop.queue.downloads import DownloadRow
from desktop.queue.estimates import Estimates
from desktop.queue.job_row import GroupHead, JobRow
from desktop.queue.rows import FinishedRow, NeedsRow, RunningRow
from desktop.queue.running import RunningPane
from desktop.queue.waiting_row import DropLine, WaitingRow, drop_place
from desktop.state.devices import Devices
from desktop.state.models import Models
from desktop.state.queue import JobQueue
from desktop.state.thumbnails import Thumbnails
from desktop.widgets.buttons import Button
from desktop.widgets.empty import EmptyState
from desktop.widgets.labels import box, clear, column, line, row
from desktop.widgets.pane import Pane, scroll_area
from desktop.widgets.words import about, counted, tr
from engine.protocol.messages import Progress
from engine.protocol.models import DownloadState

_FINISHED_SHOWN = 100


class QueuePane(Pane):
    """The queue.

    Args:
        queue: the jobs.
        engine: answers estimates of waiting jobs.
        thumbnails: pictures of jobs.
        models: downloads, which run beside jobs.
        devices: how much memory there is.
    """

    edit_wanted = Signal(object)
    """arg: QueueEntry that is to be edited before it starts."""

    show_wanted = Signal(object)
    """arg: QueueEntry whose result is to be shown."""

    details_wanted = Signal(object)
    """arg: QueueEntry whose log is to be shown."""

    removed = Signal(object)
    """arg: tuple of QueueEntry that were taken out and can be brought back."""

    def __init__(
        self, queue: JobQueue, engine: EngineBase, thumbnails: Thumbnails, models: Models, devices: Devices
    ) -> None:
        super().__init__(tr("Queue"))
        self._queue = queue
        self._thumbnails = thumbnails
        self._models = models
        self._downloads: dict[str, DownloadRow] = {}
        self._estimates = Estimates(engine, self)
        self._estimates.told.connect(self._on_estimate)
        self._rows: dict[str, JobRow] = {}
        self.pause = Button(tr("Pause"), "pause", height=26)
        self.pause.setCheckable(True)
        self.pause.clicked.connect(queue.toggle_pause)
        self.clear = Button(tr("Clear finished"), "list-x", height=26)
        self.clear.clicked.connect(self._clear_finished)
        for part in (self.pause, self.clear):
            self.header.tools.addWidget(part)
        self.banner = Banner()
        self.banner.button.clicked.connect(queue.resume)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._content = box(self._list)
        self._drop_line = DropLine(self._content)
        self.empty = EmptyState(
            "list-ordered", tr("Nothing is waiting."), hint=tr("What you make or render appears here.")
        )
        self._scroll = scroll_area(self._content)
        self.detail = RunningPane(queue, thumbnails, devices)
        left = box(column(self.banner, self._scroll, self.empty, space=0))
        parts = row(left, line("v"), self.detail, space=0)
        parts.setStretch(0, 5)
        parts.setStretch(2, 3)
        self.body.addLayout(parts, 1)
        # Several changes of one moment make one new list.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.rebuild)
        for signal in (queue.added, queue.changed, queue.removed, queue.reordered, queue.pause_changed):
            signal.connect(self._rebuild_soon)
        models.download_changed.connect(self._on_download)
        models.changed.connect(self._on_models)
        queue.progressed.connect(self._on_progress)
        queue.previewed.connect(self._on_preview)
        self.rebuild()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.rebuild()

    def _rebuild_soon(self, *_args: object) -> None:
        self._soon.start(0)

    def rebuild(self) -> None:
        """Show the queue as it is now."""
        focused = next((job_id for job_id, each in self._rows.items() if each.hasFocus()), "")
        clear(self._list)
        self._rows = {}
        self._add_running()
        self._add_downloads()
        self._add_needs()
        self._add_waiting()
        self._add_finished()
        self._list.addStretch(1)
        has_any = bool(self._rows or self._downloads)
        self._scroll.setVisible(has_any)
        self.empty.setVisible(not has_any)
        self._show_header()
        self.detail.refresh()
        if focused in self._rows:
            self._rows[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_header(self) -> None:
        waiting, needs = self._queue.waiting(), self._queue.needs_person()
        parts = []
        if self._queue.running() is not None:
            parts.append(tr("1 running"))
        if waiting:
            total = self._estimates.seconds(waiting)
            count = counted(len(waiting), "{n} waiting", "{n} waiting")
            parts.append(f"{count}, {about(total)}" if total else count)
        if needs:
            parts.append(counted(len(needs), "{n} needs you", "{n} need you"))
        self.header.set_title(tr("Queue"), " · ".join(parts))
        paused = self._queue.paused
        self.pause.setChecked(paused)
        self.pause.setText(tr("Queue paused") if paused else tr("Pause"))
        self.pause.updateGeometry()
        self.clear.setEnabled(bool(self._queue.finished()))
        self.banner.show_reason(self._queue.pause_reason, len(waiting))

    def _add(self, each: JobRow) -> None:
        self._rows[each.entry.job_id] = each
        self._put(each)

    def _put(self, part: QWidget) -> None:
        """Put a part at the end of the list; shown at once, or the list would be blank for a moment."""
        self._list.addWidget(part)
        part.show()

    def _add_running(self) -> None:
        entry = self._queue.running()
        if entry is None:
            return
        self._put(GroupHead("loader", "accenttext", tr("Running"), ""))
        made = RunningRow(entry, self._thumbnails)
        made.show_live(self._queue.live(entry.job_id))
        made.stop_pressed.connect(self._queue.cancel)
        self.detail.show_estimate(self._estimates.ask(entry))
        self._add(made)

    def _add_downloads(self) -> None:
        self._downloads = {}
        states = self._models.running()
        if states:
            self._put(GroupHead("download", "text2", tr("Downloads"), str(len(states))))
        for state in states:
            made = DownloadRow(self._models, state)
            self._downloads[state.model] = made
            self._put(made)

    def _add_needs(self) -> None:
        entries = self._queue.needs_person()
        if not entries:
            return
        self._put(GroupHead("triangle-alert", "warn", tr("Needs you"), str(len(entries))))
        for entry in entries:
            made = NeedsRow(entry, self._thumbnails)
            made.retry_pressed.connect(self._queue.retry)
            made.removed.connect(self._remove)
            made.log_pressed.connect(self._show_details)
            self._add(made)

    def _add_waiting(self) -> None:
        entries = self._queue.waiting()
        if not entries:
            return
        hint = f"{len(entries)} · {tr('drag to reorder, or Alt+Up and Alt+Down')}"
        self._put(GroupHead("hourglass", "text2", tr("Waiting"), hint))
        for place, entry in enumerate(entries, start=1):
            made = WaitingRow(entry, place, self._thumbnails)
            made.run_pressed.connect(self._queue.start_now)
            made.edit_pressed.connect(self._edit)
            made.removed.connect(self._remove)
            made.moved.connect(self._move)
            made.dragged.connect(self._dragged)
            made.dropped.connect(self._dropped)
            estimate = self._estimates.ask(entry)
            if estimate is not None:
                made.show_estimate(estimate)
            self._add(made)

    def _add_finished(self) -> None:
        entries = sorted(self._queue.finished(), key=lambda entry: -entry.finished)
        if not entries:
            return
        self._put(GroupHead("check", "text2", tr("Finished"), str(len(entries))))
        for entry in entries[:_FINISHED_SHOWN]:
            made = FinishedRow(entry, self._thumbnails)
            made.show_pressed.connect(self._show)
            made.removed.connect(self._remove)
            self._add(made)

    def _on_estimate(self, job_id: str) -> None:
        made, estimate = self._rows.get(job_id), self._estimates.of(job_id)
        if isinstance(made, WaitingRow) and estimate is not None:
            made.show_estimate(estimate)
            self._show_header()
        elif isinstance(made, RunningRow):
            self.detail.show_estimate(estimate)

    def _on_progress(self, progress: Progress) -> None:
        made = self._rows.get(progress.job_id)
        if isinstance(made, RunningRow) and self.isVisible():
            made.show_live(self._queue.live(progress.job_id))
            self.detail.refresh_progress()

    def _on_download(self, state: DownloadState) -> None:
        shown = self._downloads.get(state.model)
        if shown is None or shown.phase != state.phase:
            self._rebuild_soon()
        else:
            shown.show_state(state)

    def _on_models(self) -> None:
        if set(self._downloads) != {state.model for state in self._models.running()}:
            self._rebuild_soon()

    def _on_preview(self, frame: object) -> None:
        entry = self._queue.running()
        if entry is not None and self.isVisible():
            made = self._rows.get(entry.job_id)
            if isinstance(made, RunningRow):
                made.show_live(self._queue.live(entry.job_id))
            self.detail.add_preview(frame)

    def _clear_finished(self) -> None:
        self.removed.emit(self._queue.clear_finished())

    def _remove(self, job_id: str) -> None:
        entry = self._queue.remove(job_id)
        if entry is not None:
            self.removed.emit((entry,))

    def _edit(self, job_id: str) -> None:
        self.edit_wanted.emit(self._queue.entry(job_id))

    def _show(self, job_id: str) -> None:
        self.show_wanted.emit(self._queue.entry(job_id))

    def _show_details(self, job_id: str) -> None:
        self.details_wanted.emit(self._queue.entry(job_id))

    def _move(self, job_id: str, step: int) -> None:
        ids = [entry.job_id for entry in self._queue.waiting()]
        place = ids.index(job_id) + step
        if 0 <= place < len(ids):
            self._move_to(job_id, place if step < 0 else place + 1)

    def _move_to(self, job_id: str, place: int) -> None:
        """Move a job before the one that is now at a place among the waiting ones."""
        ids = [entry.job_id for entry in self._queue.waiting()]
        before = next((other for other in ids[place:] if other != job_id), None)
        self._queue.move(job_id, before)

    def _waiting_rows(self) -> list[QWidget]:
        return [each for each in self._rows.values() if isinstance(each, WaitingRow)]

    def _dragged(self, job_id: str, point: QPoint) -> None:
        rows = self._waiting_rows()
        place = drop_place(self._rows[job_id].mapTo(self._content, point), rows)
        y = rows[place].geometry().top() if place < len(rows) else rows[-1].geometry().bottom()
        self._drop_line.show_at(y)
        self._drop_place = place

    def _dropped(self, job_id: str) -> None:
        self._drop_line.hide()
        self._move_to(job_id, self._drop_place)
