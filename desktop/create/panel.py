"""What every create panel is: a preset row, a form, and a footer with the estimate and the main button."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from desktop.create.form import Form
from desktop.create.presets import Presets
from desktop.create.results import Results
from desktop.link import Answered, EngineBase
from desktop.state.queue import JobQueue
from desktop.state.thumbnails import Thumbnails
from desktop.widgets.buttons import Button, IconButton, Kind
from desktop.widgets.estimate_chip import EstimateChip
from desktop.widgets.fields import ComboBox
from desktop.widgets.labels import box, row
from desktop.widgets.pane import Pane
from desktop.widgets.toast import announce
from desktop.widgets.words import tr
from engine.protocol.jobs import AnyJob
from engine.protocol.jobs.base import Job, Source
from engine.protocol.queries import Estimate, EstimateJob

_SETTLE_MS = 150


@dataclass(frozen=True)
class Workshop:
    """What panels work with.

    Attributes:
        engine: answers estimates.
        queue: takes the jobs.
        thumbnails: small pictures of inputs.
        results: names for what is made.
        project: returns the path of the project that results belong to.
        presets: folder of the presets.
        landmarks: returns files with corrected landmarks of pictures, as far as there are any.
    """

    engine: EngineBase
    queue: JobQueue
    thumbnails: Thumbnails
    results: Results
    project: Callable[[], str]
    presets: Path
    landmarks: Callable[[Sequence[str]], tuple[Source, ...]] = lambda _paths: ()


class JobPanel(Pane):
    """The panel of one job kind. A kind adds its parts and says what it still needs.

    Args:
        workshop: what it works with.
        key: its name, such as "morph"; also the channel of its estimates.
        start_text: the words of the main button.
        form: the editors of the job's fields.
    """

    started = Signal(object)
    """arg: QueueEntry of the job that a person started."""

    refused = Signal(object)
    """arg: str, a sentence that says why nothing was started."""

    def __init__(self, workshop: Workshop, key: str, start_text: str, form: Form) -> None:
        super().__init__(ground="pane", scrolls=True)
        self.key = key
        self.form = form
        form.setParent(self)
        form.changed.connect(self.refresh)
        self.workshop = workshop
        self._presets = Presets(workshop.presets / f"{key}.json")
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._ask_estimate)
        self.estimate = EstimateChip()
        self.estimate.advice_taken.connect(self.use_job)
        self.estimate.worsened.connect(self._announce)
        self.start_button = Button(start_text, kind=Kind.MAIN, keys="Ctrl+Return")
        self.start_button.clicked.connect(self.start)
        self.footer.addWidget(self.estimate)
        self._buttons = row(self.start_button, space=8)
        self._buttons.setStretch(0, 1)
        self.footer.addLayout(self._buttons)
        self.show_footer()

    # What a kind says about itself

    def make_job(self, output: str) -> Job:
        """Return the job as the panel stands. Raises msgspec.ValidationError when a value is not allowed."""
        raise NotImplementedError

    def missing(self) -> str:
        """Return a sentence that says what must be given before the job can start, or ""."""
        raise NotImplementedError

    def result_name(self) -> tuple[str, str]:
        """Return what the result is called, and its suffix."""
        raise NotImplementedError

    def job_title(self) -> str:
        """Return the name of the job in the queue."""
        raise NotImplementedError

    def job_thumbnail(self) -> str:
        """Return the path of a picture that stands for the job, or ""."""
        return ""

    # What all panels do

    def preset_row(self) -> QWidget:
        """Return the row with the presets, save and reset."""
        self.preset = ComboBox(name=tr("Preset"))
        self._fill_presets("")
        self.preset.activated.connect(self._use_preset)
        self.save_preset = IconButton("bookmark", tr("Save as a preset …"))
        self.save_preset.clicked.connect(self._ask_preset_name)
        self.reset_all = IconButton("rotate-ccw", tr("Reset all fields"))
        self.reset_all.clicked.connect(self._reset)
        layout = row(self.preset, self.save_preset, self.reset_all, space=4, margins=(12, 10, 8, 10))
        layout.setStretch(0, 1)
        return box(layout)

    def use_job(self, job: Job) -> None:
        """Show the values of a job: of a recipe, of an advice, of a job to be edited."""
        self.form.set_job(job)

    def refresh(self) -> None:
        """Check the values and ask for an estimate once the person pauses."""
        missing = self.missing()
        if missing:
            self._settle.stop()
            self.form.show_problem(None)
            self.estimate.show_text("info", missing, "")
            return
        try:
            self.make_job(self._name_for_estimate())
        except msgspec.ValidationError as error:
            self._settle.stop()
            self.estimate.show_text("failed", self.form.show_problem(error), "")
            return
        self.form.show_problem(None)
        self._settle.start()

    def start(self) -> None:
        """Put the job into the queue; it runs at once when nothing else does."""
        problem = self.missing()
        if problem:
            self.refused.emit(problem)
            return
        try:
            path = self.workshop.results.new_path(*self.result_name())
            job = self.make_job(str(path))
        except msgspec.ValidationError as error:
            self.refused.emit(self.form.show_problem(error))
            return
        except OSError as error:
            folder = error.filename or tr("the folder of the project")
            self.refused.emit(tr("The folder for results cannot be made: {folder}.", folder=folder))
            return
        entry = self.workshop.queue.add(
            self._as_any(job),
            title=self.job_title(),
            project=self.workshop.project(),
            thumbnail=self.job_thumbnail(),
        )
        self.started.emit(entry)

    @staticmethod
    def _as_any(job: Job) -> AnyJob:
        if not isinstance(job, AnyJob):
            raise TypeError(f"{type(job).__name__} is no job that the engine knows")
        return job

    def _name_for_estimate(self) -> str:
        name, suffix = self.result_name()
        return f"{name}{suffix}"

    def _ask_estimate(self) -> None:
        if self.missing():
            return
        if not self.workshop.engine.ready:
            self.estimate.show_waiting()
        job = self._as_any(self.make_job(self._name_for_estimate()))
        self.workshop.engine.ask(EstimateJob(job=job), self._on_estimate, f"estimate.{self.key}")

    def _on_estimate(self, answer: Answered) -> None:
        if isinstance(answer.reply, Estimate):
            self.estimate.show_estimate(answer.reply)
        elif answer.failure is not None:
            self.estimate.show_text("info", tr("No estimate"), answer.failure.what)

    def _announce(self, text: str) -> None:
        announce(self, str(text))

    def _fill_presets(self, chosen: str) -> None:
        self.preset.clear()
        self.preset.addItem(tr("Preset: standard"), "")
        for name in self._presets.names():
            self.preset.addItem(tr("Preset: {name}", name=name), name)
        self.preset.setCurrentIndex(max(0, self.preset.findData(chosen)))

    def _use_preset(self, _index: int) -> None:
        name = self.preset.currentData()
        if name:
            self.form.set_values(self._presets.values(name))
        else:
            self.form.reset()

    def _reset(self) -> None:
        self.preset.setCurrentIndex(0)
        self.form.reset()

    def _ask_preset_name(self) -> None:
        name, given = QInputDialog.getText(self, tr("Save as a preset"), tr("Name of the preset"))
        if given and name.strip():
            self.keep_preset(name.strip()[:60])

    def keep_preset(self, name: str) -> None:
        """Save the values as they stand under a name."""
        try:
            self._presets.save(name, self.form.values())
        except OSError as error:
            self.refused.emit(tr("The preset was not saved: {reason}.", reason=error.strerror or str(error)))
            return
        self._fill_presets(name)
