"""The panel that trains the motion tokenizer, and says how the run goes."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.create.file_field import KINDS, FileEditor, FileField
from desktop.create.form import Form
from desktop.create.form_fields import SectionPlan
from desktop.create.panel import JobPanel
from desktop.create.workshop import Workshop
from desktop.queue.words import progress_line, progress_part, time_left
from desktop.state.queue_entry import QueueEntry
from desktop.widgets.buttons import Button
from desktop.widgets.labels import ElidedLabel, column, line, row
from desktop.widgets.pane import FieldBox, section
from desktop.widgets.progress import ProgressBar
from desktop.widgets.words import short_name, tr
from engine.protocol.jobs import TrainTokenizerJob
from engine.protocol.jobs.base import Job
from engine.protocol.messages import Progress

_NETWORK = SectionPlan("Network", (("narrow",), ("wide",), ("width", "codes")))
_LEARNING = SectionPlan(
    "Learning",
    (("steps", "batch"), ("learning_rate", "weight_decay"), ("warm_up", "drop_at"), ("published_rules",)),
)
_LIVE = SectionPlan("While it runs", (("save_every", "check_every"), ("patience", "log_every")))
_FOLDS = (SectionPlan("Device and files", (("device",), ("overwrite",)), folded=True),)


class RunState(QWidget):
    """How the newest training goes: its name, a bar, and what has been done."""

    def __init__(self) -> None:
        super().__init__()
        self.name = ElidedLabel("", "small", bold=True, middle=True)
        self.left = ElidedLabel("", "small", "text2")
        self.bar = ProgressBar()
        self.phase = ElidedLabel("", "tiny", "text2")
        head = row(self.name, self.left, space=8)
        head.setStretch(0, 1)
        inner = column(head, self.bar, self.phase, space=6, margins=(12, 10, 12, 12))
        self.setLayout(column(inner, line(), space=0))
        self.setVisible(False)

    def show_run(self, entry: QueueEntry | None, progress: Progress | None) -> None:
        """Show a run, or none."""
        self.setVisible(entry is not None)
        if entry is None:
            return
        self.name.set_text(entry.title)
        self.bar.set_part(progress_part(progress))
        self.left.set_text(time_left(progress))
        self.phase.set_text(progress_line(progress))


class TrainPanel(JobPanel):
    """Trains 4DMoT on a set of motions, or lets a run go on from its newest saved state."""

    def __init__(self, workshop: Workshop) -> None:
        form = Form(TrainTokenizerJob, kept=("resume",), tools=workshop.tools)
        super().__init__(workshop, "train", tr("Train"), form)
        self.run_state = RunState()
        self.setAccessibleName(tr("Train motion tokens"))
        self.add(self.run_state)
        self.add(self.preset_row())
        self.add(self._data_section())
        self.network = form.section(_NETWORK)
        self.add(self.network)
        self.add(form.section(_LEARNING))
        self.add(section("", self.seed_row()))
        self.times.setVisible(False)
        self.add(form.section(_LIVE))
        for plan in _FOLDS:
            self.add(form.section(plan))
        self.stop = Button(tr("Stop"), "square", height=32)
        self.stop.setToolTip(tr("The newest saved state stays; the run can go on from it."))
        self.stop.clicked.connect(self._stop)
        self.stop.setVisible(False)
        self.put_before(self.stop)
        form.changed.connect(self._follow)
        for signal in (workshop.queue.changed, workshop.queue.ended, workshop.queue.progressed):
            signal.connect(self._show_run)
        self._follow()
        self.refresh()

    def _data_section(self) -> QWidget:
        editor = self.form.editor("dataset")
        assert isinstance(editor, FileEditor)
        self.dataset = editor.field
        self.folder = FileField(tr("Run to go on with"), KINDS["folder"], self.workshop.tools, removable=True)
        self.folder.changed.connect(self.refresh)
        self._folder_box = FieldBox(tr("Run to go on with"), self.folder)
        self.begin = FileField(tr("Saved state to begin from"), KINDS["folder"], self.workshop.tools, removable=True)
        self.begin.changed.connect(self._follow)
        self._begin_box = FieldBox(tr("Saved state to begin from"), self.begin)
        return section(
            tr("Data"),
            self.form.wrap(("dataset",), tr("Training set"), editor.field),
            self.form.field("resume"),
            self._folder_box,
            self._begin_box,
        )

    def use_job(self, job: Job) -> None:
        assert isinstance(job, TrainTokenizerJob)
        super().use_job(job)
        self.folder.set_path(job.output if job.resume else "")
        self.begin.set_path(job.begin_from)
        self._follow()

    def make_job(self, output: str) -> Job:
        if self._goes_on() and self.folder.path():
            return self.form.job(output=self.folder.path(), begin_from="")
        return self.form.job(output=output, begin_from=self.begin.path())

    def _goes_on(self) -> bool:
        return bool(self.form.editor("resume").value())

    def missing(self) -> str:
        if not self.dataset.path():
            return tr("Choose a training set")
        if self._goes_on() and not self.folder.path():
            return tr("Choose the run to go on with")
        return ""

    def result_name(self) -> tuple[str, str]:
        return tr("Training {name}", name=self._name()), ""

    def job_title(self) -> str:
        return tr("Motion tokens · {name}", name=self._name())

    def _name(self) -> str:
        return short_name(Path(self.dataset.path()).name)

    def _follow(self) -> None:
        goes_on = self._goes_on()
        self._folder_box.setVisible(goes_on)
        self._begin_box.setVisible(bool(self.begin.path()) and not goes_on)
        # A run that goes on has the network that it was begun with.
        self.network.setEnabled(not goes_on and not self.begin.path())
        self.start_button.setText(tr("Go on with training") if goes_on else tr("Train"))
        self.start_button.update()

    def _running(self) -> QueueEntry | None:
        entry = self.workshop.queue.running()
        return entry if entry is not None and isinstance(entry.job, TrainTokenizerJob) else None

    def _show_run(self, *_args: object) -> None:
        entry = self._running()
        live = self.workshop.queue.live(entry.job_id) if entry is not None else None
        self.run_state.show_run(entry, live.progress if live is not None else None)
        self.stop.setVisible(entry is not None)

    def _stop(self) -> None:
        entry = self._running()
        if entry is not None:
            self.workshop.queue.cancel(entry.job_id)
