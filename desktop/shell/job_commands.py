"""What the window does about jobs: start, stop, edit, show results, and explain what went wrong."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.diagnostics.stopped import AGAIN, KEEP_PAUSED, StoppedDialog
from desktop.link import EngineStopped, StopCause
from desktop.shell.file_manager import show_in_folder
from desktop.shell.services import Services
from desktop.state.queue_entry import JobState, QueueEntry
from desktop.widgets.engine_words import what_text
from desktop.widgets.toast import announce
from desktop.widgets.words import counted, short_name, tr
from engine.protocol.jobs import FilmJob, MoveStoreJob, TimelineJob

if TYPE_CHECKING:
    from desktop.window import MainWindow


class JobCommands(QObject):
    """Ties queue and engine to the window.

    Args:
        window: shows panels, messages and dialogs.
        services: queue, engine and importer.
    """

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._queue = services.queue
        services.queue.ended.connect(self._on_ended)
        services.queue.pause_changed.connect(self._show_pause)
        services.engine.stopped.connect(self._on_engine_stopped)

    def start(self) -> None:
        """Start what the create panel in front makes, or the export while that is shown."""
        if self._window.arrangement.export_shown():
            self._window.export.start()
            return
        if self._window.docks.is_open("create"):
            self._window.create_pane.current().start()

    def on_started(self, entry: QueueEntry) -> None:
        """A panel has put a job into the queue: say when it has to wait."""
        running = self._queue.running()
        if running is not None and running.job_id != entry.job_id:
            self._window.say(tr("“{title}” waits in the queue.", title=plain_title(entry)))
        announce(self._window, tr("Started: {title}", title=entry.title))

    def stop(self) -> None:
        """Stop the running job at its next step."""
        running = self._queue.running()
        if running is not None:
            self._queue.cancel(running.job_id)

    def move_store(self, folder: str) -> None:
        """Move every model into another folder, as the next job."""
        self._queue.add(MoveStoreJob(folder=folder), title=tr("Move the models"), now=True)

    def edit(self, entry: QueueEntry) -> None:
        """Take a waiting job back to where it was made: its panel, or its line of the script."""
        self._queue.remove(entry.job_id)
        if entry.destination.line and self._window.audio.open_line(entry.destination.line):
            self._window.say(tr("The line is back in the script. Speak it again from there."))
            return
        self._window.results.use_job(entry.job)
        text = tr("“{title}” is back in its panel. Start it again from there.", title=plain_title(entry))
        self._window.say(text)

    def show_result(self, entry: QueueEntry) -> None:
        """Show the result of a finished job in gallery and viewer."""
        self._window.arrangement.leave_queue()
        hashes = {artifact.sha256 for artifact in entry.artifacts}
        ids = tuple(item.id for item in self._services.document.project.media if item.sha256 in hashes)
        if ids:
            self._window.gallery.choose(ids[:1], reveal=True)
        else:
            self._window.say(tr("The result belongs to another project."))

    def show_failure(self, entry: QueueEntry) -> None:
        """Show why a job ended, and what can be done."""
        failure = entry.failure
        event = EngineStopped(
            cause=StopCause.CRASHED,
            what=failure.what if failure is not None else tr("The job ended."),
            safe=failure.safe if failure is not None else "",
            log_tail=entry.log_tail,
        )
        title = tr("“{title}” was not finished", title=plain_title(entry))
        self._ask_after_stop(event, entry, title)

    def say_removed(self, entries: tuple[QueueEntry, ...]) -> None:
        """Say what was taken off the list, and offer it back."""
        if entries:
            text = counted(len(entries), "{n} job taken off the list.", "{n} jobs taken off the list.")
            self._window.toasts.show_message(text, tr("Undo"), partial(self._queue.restore, entries))

    def _show_pause(self, *_args: object) -> None:
        self._window.actions_["job.pause"].setChecked(self._queue.paused)

    def _on_ended(self, entry: QueueEntry) -> None:
        if isinstance(entry.job, MoveStoreJob):
            if entry.state is JobState.DONE:
                self._services.models.store_moved(entry.job.folder)
        elif isinstance(entry.job, FilmJob):
            for artifact in entry.artifacts[:1]:
                self.say_written(Path(artifact.path))
        elif isinstance(entry.job, TimelineJob):
            self._window.timelines.open(entry)
        elif entry.artifacts and entry.project == str(self._services.document.path):
            self._services.importer.add_results(entry.job, entry.artifacts)
        self._window.notices.say_ended(entry)

    def say_written(self, path: Path) -> None:
        """Tell of a file that went to where the person wanted it, and not into the project."""
        show = partial(show_in_folder, path, self)
        text = tr("“{name}” was written.", name=short_name(path.name))
        self._window.toasts.show_message(text, tr("Show in folder"), show)

    def _on_engine_stopped(self, event: EngineStopped) -> None:
        if event.cause is StopCause.ASKED:
            return
        entry = self._queue.entry(event.job_ids[0]) if event.job_ids else None
        if entry is None:
            self._window.toasts.show_message(what_text(event), tr("Show the log"), self._window.reports.show_log)
        else:
            title = tr("The engine stopped while making “{title}”", title=plain_title(entry))
            self._ask_after_stop(event, entry, title)

    def _ask_after_stop(self, event: EngineStopped, entry: QueueEntry, title: str) -> None:
        report = partial(self._window.reports.text, f"{event.what}\n{event.log_tail}")
        newest = self._queue.entry(entry.job_id) or entry
        dialog = StoppedDialog(self._window, title, event, newest, len(self._queue.waiting()), report)
        dialog.finished.connect(partial(self._after_stop, entry.job_id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _after_stop(self, job_id: str, answer: int) -> None:
        entry = self._queue.entry(job_id)
        if entry is None or answer == KEEP_PAUSED:
            return
        if answer == AGAIN:
            self._queue.retry(job_id, less_memory=entry.retry is not None)
        elif entry.state is not JobState.RUNNING:
            self._queue.remove(job_id)
        self._queue.resume()


def plain_title(entry: QueueEntry) -> str:
    """Return a job's title without the quotes of a spoken line, to be put into quotes."""
    return entry.title.strip("“”„")
