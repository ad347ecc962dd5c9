"""What every create panel is: a preset row, a form, and a footer with the estimate and the main button."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWhatsThis, QWidget

from desktop.create.form import Form
from desktop.create.model_state import ModelNeeds
from desktop.create.preset_row import PresetRow
from desktop.create.presets import Presets
from desktop.create.prompt_field import PromptField
from desktop.create.seed_field import SeedField
from desktop.create.workshop import Workshop
from desktop.link import Answered
from desktop.widgets.buttons import Button, Kind
from desktop.widgets.engine_words import what_text
from desktop.widgets.estimate_chip import EstimateChip
from desktop.widgets.fields import NumberField
from desktop.widgets.labels import row
from desktop.widgets.pane import Pane
from desktop.widgets.tab_order import ReadingOrder
from desktop.widgets.theme import theme
from desktop.widgets.toast import announce
from desktop.widgets.words import tr
from engine.protocol.jobs import AnyJob
from engine.protocol.jobs.base import Job
from engine.protocol.queries import Estimate, EstimateJob

_SETTLE_MS = 150
_MOST_TIMES = 100


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
    """arg: str, a sentence that says why nothing was started, or what could not be taken over."""

    models_wanted = Signal(object)
    """arg: str, a model that a person wants to see in the models window."""

    def __init__(self, workshop: Workshop, key: str, start_text: str, form: Form) -> None:
        super().__init__(ground="pane", scrolls=True)
        self.key = key
        self.form = form
        form.setParent(self)
        form.changed.connect(self.refresh)
        self.workshop = workshop
        self.seed: SeedField | None = None
        self.prompt: PromptField | None = None
        self.models = ModelNeeds(workshop.models, workshop.devices, self)
        self.models.changed.connect(self.refresh)
        workshop.models.changed.connect(self.refresh)
        self.models.details_wanted.connect(self.models_wanted)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._ask_estimate)
        self.estimate = EstimateChip()
        self.estimate.advice_taken.connect(self.use_job)
        self.estimate.worsened.connect(self._announce)
        self.start_button = Button(start_text, kind=Kind.MAIN, keys="Ctrl+Return")
        self.start_button.clicked.connect(self.start)
        self.times = NumberField(1, _MOST_TIMES, unit="×")
        self.times.setFixedWidth(theme().px(54))
        self.times.setToolTip(tr("How many times this is put into the queue, each with its own seed"))
        self.times.setAccessibleName(tr("How many times"))
        self.times.setVisible(False)
        self.footer.addWidget(self.estimate)
        self._buttons = row(self.times, self.start_button, space=8)
        self._buttons.setStretch(1, 1)
        self.footer.addLayout(self._buttons)
        self.show_footer()
        help_key = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self)
        help_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        help_key.activated.connect(self.show_help)
        ReadingOrder(self)

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

    def needed_models(self) -> tuple[str, ...]:
        """Return the ids of the models that the job needs, the main one first."""
        return ()

    def new_output(self) -> str:
        """Return where the result goes. Raises OSError when the folder cannot be made."""
        return str(self.workshop.results.new_path(*self.result_name()))

    def seed_stride(self) -> int:
        """Return how many seeds one job uses."""
        return 1

    # What all panels do

    def preset_row(self) -> QWidget:
        """Return the row with the presets, save and reset."""
        self.presets = PresetRow(Presets(self.workshop.presets / f"{self.key}.json"), self.form)
        self.presets.refused.connect(self.refused)
        return self.presets

    def seed_row(self, path: str = "seed", title: str = "") -> QWidget:
        """Return the seed with its three ways; the panel can then be queued several times."""
        self.seed = SeedField(self.form.editor(path))
        self.times.setVisible(True)
        return self.form.wrap((path,), title or tr("Seed"), self.seed)

    def put_before(self, button: QWidget) -> None:
        """Put a quieter button before the main one."""
        self._buttons.insertWidget(0, button)

    def use_job(self, job: Job) -> None:
        """Show the values of a job: of a recipe, of an advice, of a job to be edited."""
        self.form.set_job(job)

    def use_next_seed(self) -> None:
        """Choose the seed after the one shown: a new take of the same recipe."""
        if self.seed is not None:
            self.seed.put(int(self.seed.editor.value()) + self.seed_stride())

    def refresh(self) -> None:
        """Check the values and ask for an estimate once the person pauses."""
        self.models.set_needs(self.needed_models())
        if self._not_yet():
            self._settle.stop()
            self.form.show_problem(None)
            self.estimate.show_text("info", self._not_yet(), "")
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
        """Put the job into the queue, as many times as chosen; the first runs at once when nothing else does."""
        stride = self.seed_stride()
        times = round(self.times.value()) if self.seed is not None else 1
        seeds = self.seed.seeds(times, stride) if self.seed is not None else ()

        def queue() -> None:
            for number in range(times):
                self._start_one(seeds[number] if seeds else None)

        if not self._tried(queue):
            return
        if self.prompt is not None:
            self.prompt.remember()
        if self.seed is not None:
            self.seed.go_on(seeds, stride)

    def start_draft(self, **values: object) -> None:
        """Queue the same job with other values for some fields. The seed stays, so that the whole job looks alike."""

        def queue() -> None:
            name, suffix = self.result_name()
            job = self.make_job(str(self.workshop.results.new_path(f"{name} draft", suffix)))
            title = tr("Draft: {title}", title=self.job_title())
            self.put_into_queue(msgspec.structs.replace(job, **values), title)

        self._tried(queue)

    def _tried(self, queue: Callable[[], object]) -> bool:
        """Queue jobs; say what is missing or wrong, and return whether it was done."""
        problem = self._not_yet()
        if problem:
            self.refused.emit(problem)
            return False
        try:
            queue()
        except msgspec.ValidationError as error:
            self.refused.emit(self.form.show_problem(error))
        except OSError as error:
            folder = error.filename or tr("the folder of the project")
            self.refused.emit(tr("The folder for results cannot be made: {folder}.", folder=folder))
        else:
            return True
        return False

    def _start_one(self, seed: int | None) -> None:
        job = self.make_job(self.new_output())
        if seed is not None:
            job = msgspec.structs.replace(job, seed=seed)
        self.put_into_queue(job, self.job_title())

    def put_into_queue(self, job: Job, title: str) -> None:
        """Queue a job under a name, and tell."""
        entry = self.workshop.queue.add(
            self._as_any(job),
            title=title,
            project=self.workshop.project(),
            thumbnail=self.job_thumbnail(),
        )
        self.started.emit(entry)

    def show_help(self) -> None:
        """Show the help of the field that has the focus, beside it."""
        field = QApplication.focusWidget()
        if field is not None and (text := help_of(field)):
            QWhatsThis.showText(field.mapToGlobal(field.rect().bottomLeft()), text, field)

    def _not_yet(self) -> str:
        return self.missing() or self.models.sentence()

    @staticmethod
    def _as_any(job: Job) -> AnyJob:
        if not isinstance(job, AnyJob):
            raise TypeError(f"{type(job).__name__} is no job that the engine knows")
        return job

    def _name_for_estimate(self) -> str:
        name, suffix = self.result_name()
        return f"{name}{suffix}"

    def _ask_estimate(self) -> None:
        if self._not_yet():
            return
        if not self.workshop.engine.ready:
            self.estimate.show_waiting()
        job = self._as_any(self.make_job(self._name_for_estimate()))
        self.workshop.engine.ask(EstimateJob(job=job), self._on_estimate, f"estimate.{self.key}")

    def _on_estimate(self, answer: Answered) -> None:
        if self._not_yet():
            return
        if isinstance(answer.reply, Estimate):
            self.show_estimate(answer.reply)
        elif answer.failure is not None:
            self.estimate.show_text("info", tr("No estimate"), what_text(answer.failure))

    def show_estimate(self, estimate: Estimate) -> None:
        """Show what the job will need."""
        self.estimate.show_estimate(estimate)

    def _announce(self, text: str) -> None:
        announce(self, str(text))


def help_of(field: QWidget) -> str:
    """Return the help of a field, or of the one that it is a part of."""
    part: QWidget | None = field
    while part is not None and not isinstance(part, JobPanel):
        if part.whatsThis():
            return part.whatsThis()
        part = part.parentWidget()
    return ""
