"""The runs that can be looked at: of the queue, of the project's results, and those opened from a folder."""

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from msgspec import structs
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from desktop.state.queue import JobQueue
from desktop.state.queue_entry import JobState, QueueEntry
from desktop.training.run import Run, SavedState, is_state, runs_below
from desktop.widgets.words import tr
from engine.protocol.jobs import TrainTokenizerJob

_LOOK_MS = 500


class Stage(Enum):
    """Where a run is."""

    WAITING = auto()
    TRAINING = auto()
    SAVING = auto()
    """It was told to pause and saves its state."""
    PAUSED = auto()
    STOPPED = auto()
    FAILED = auto()
    DONE = auto()
    ELSEWHERE = auto()
    """Its folder was opened; the queue knows nothing of it."""


class Runs(QObject):
    """Reads the run that is shown while it grows, and steers it.

    Args:
        queue: where runs wait and run.
        results: returns the folder of the project's results.
        project: returns the path of the project, for jobs.
    """

    changed = Signal()
    """Another run is shown, or what is known of it has changed."""

    listed = Signal()
    """There are other runs to choose from."""

    said = Signal(object)
    """arg: str, a short message."""

    def __init__(
        self,
        queue: JobQueue,
        results: Callable[[], Path],
        project: Callable[[], Path],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._queue, self._results, self._project = queue, results, project
        self._opened: list[Path] = []
        self._pausing: set[Path] = set()
        self._paused: set[Path] = set()
        self.run: Run | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        queue.added.connect(self._on_added)
        queue.changed.connect(self._on_entry)
        queue.ended.connect(self._on_ended)

    def folders(self) -> list[Path]:
        """Return the folders of all known runs, those of the queue first."""
        queued = [folder for entry in reversed(self._queue.entries()) if (folder := _folder(entry)) is not None]
        return list(dict.fromkeys([*queued, *self._opened, *runs_below(self._results())]))

    def entry(self) -> QueueEntry | None:
        """Return the newest job of the run that is shown."""
        if self.run is None:
            return None
        entries = reversed(self._queue.entries())
        return next((entry for entry in entries if _folder(entry) == self.run.folder), None)

    def stage(self) -> Stage:
        """Return where the shown run is."""
        entry = self.entry()
        if self.run is None or entry is None:
            return Stage.ELSEWHERE
        match entry.state:
            case JobState.RUNNING:
                return Stage.SAVING if self.run.folder in self._pausing else Stage.TRAINING
            case JobState.QUEUED:
                return Stage.WAITING
            case JobState.DONE:
                return Stage.DONE
            case JobState.CANCELLED:
                return Stage.PAUSED if self.run.folder in self._paused else Stage.STOPPED
            case _:
                return Stage.FAILED

    # What a person does

    def show(self, folder: Path) -> None:
        """Show a run."""
        self.run = Run(folder)
        self.run.poll()
        self._follow()
        self.changed.emit()

    def open(self, folder: Path) -> bool:
        """Show the run of a folder that was chosen, or of a saved state in it; returns whether there is one."""
        folder = folder.parent if is_state(folder) else folder
        run = Run(folder)
        if not run.poll() and run.job() is None:
            self.said.emit(tr("There is no training in “{name}”.", name=folder.name))
            return False
        self._opened.insert(0, folder)
        self.listed.emit()
        self.show(folder)
        return True

    def pause(self) -> None:
        """Let the run save its exact state and end; going on continues to the exact numbers."""
        self._cancel(pausing=True)

    def stop(self) -> None:
        """End the run; what it has saved stays."""
        if self.run is not None and self.stage() is Stage.PAUSED:
            self._paused.discard(self.run.folder)
            self.changed.emit()
            return
        self._cancel(pausing=False)

    def _cancel(self, *, pausing: bool) -> None:
        entry = self.entry()
        if self.run is None or entry is None or entry.state not in (JobState.RUNNING, JobState.QUEUED):
            return
        if pausing:
            self._pausing.add(self.run.folder)
        self._queue.cancel(entry.job_id)
        self.changed.emit()

    def job_to_go_on(self) -> TrainTokenizerJob | None:
        """Return the job that lets the shown run go on, None when it cannot: done, running, or nothing saved."""
        if self.run is None or self.stage() in (Stage.TRAINING, Stage.SAVING, Stage.WAITING):
            return None
        entry = self.entry()
        job = entry.job if entry is not None and isinstance(entry.job, TrainTokenizerJob) else self.run.job()
        states = self.run.states()
        if job is None or not states or states[0].step >= job.steps:
            return None
        pace = self.run.pace()
        if pace is not None:
            job = replace(job, **structs.asdict(pace))
        return replace(job, output=str(self.run.folder), resume=True, begin_from="")

    def job_to_begin(self, state: SavedState) -> TrainTokenizerJob | None:
        """Return the job of a new run that begins from a state of the shown one, None when its job is not known."""
        job = self.run.job() if self.run is not None else None
        return replace(job, resume=False, begin_from=str(state.folder)) if job is not None else None

    def go_on(self) -> None:
        """Let the shown run go on from its newest saved state."""
        job = self.job_to_go_on()
        if job is None or self.run is None:
            return
        self._paused.discard(self.run.folder)
        title = tr("Motion tokens · {name}", name=self.run.name)
        self._queue.add(job, title=title, project=str(self._project()), now=True)

    # Inside

    def look(self) -> None:
        """Read what is new."""
        if self.run is not None and self.run.poll():
            self.changed.emit()

    def _follow(self) -> None:
        if self.stage() in (Stage.TRAINING, Stage.SAVING, Stage.WAITING):
            self._timer.start()
        else:
            self._timer.stop()

    def _on_added(self, entry: QueueEntry) -> None:
        folder = _folder(entry)
        if folder is not None:
            self.listed.emit()
            self.show(folder)

    def _on_entry(self, entry: QueueEntry) -> None:
        if self.run is not None and _folder(entry) == self.run.folder:
            self._follow()
            self.changed.emit()

    def _on_ended(self, entry: QueueEntry) -> None:
        folder = _folder(entry)
        if folder is None:
            return
        if folder in self._pausing:
            self._pausing.discard(folder)
            if entry.state is JobState.CANCELLED:
                self._paused.add(folder)
        if self.run is not None and folder == self.run.folder:
            self.run.poll()
            self._follow()
            self.changed.emit()


def _folder(entry: QueueEntry) -> Path | None:
    """Return the folder that a job trains into, None for other jobs."""
    return Path(entry.job.output) if isinstance(entry.job, TrainTokenizerJob) else None
