"""The training page: data, curves, a clip before and after tokens, saved states, errors by joint; and what steers."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from desktop.create.train_panel import TrainPanel
from desktop.link import Answered
from desktop.motion.entries import FOLDER, KeptMotions, project_entries
from desktop.queue.words import time_left
from desktop.shell.services import Services
from desktop.state.queue_entry import JobState, QueueEntry
from desktop.training.before_after import BeforeAfter
from desktop.training.build_dialog import ask_for_dataset
from desktop.training.curve_grid import CurveGrid
from desktop.training.curves import figure
from desktop.training.data_side import DataSide
from desktop.training.run import SavedState
from desktop.training.runs import Runs, Stage
from desktop.training.states_side import StatesSide
from desktop.widgets.buttons import Button
from desktop.widgets.empty import EmptyState
from desktop.widgets.engine_words import system_reason, what_text
from desktop.widgets.fields import ComboBox
from desktop.widgets.labels import ElidedLabel, box, column, line, row
from desktop.widgets.pane import Header
from desktop.widgets.words import tr
from engine.protocol.jobs import BuildDatasetJob, ExportTokenizerJob
from engine.protocol.jobs.train import TrainingPace
from engine.protocol.queries import DatasetReply, DescribeDataset


class TrainPage(QWidget):
    """What the work area *Train* shows beside its create panel.

    Args:
        services: queue, engine and project.
        results: returns the folder of the project's results.
        new_path: returns a path for a result: (words, suffix) -> Path; raises OSError.
        panel: returns the create panel of trainings.
    """

    said = Signal(object)
    """arg: str, a short message."""

    compare_wanted = Signal(object)
    """arg: Path of the tokenizer that motions shall be compared with."""

    def __init__(
        self,
        services: Services,
        results: Callable[[], Path],
        new_path: Callable[[str, str], Path],
        panel: Callable[[], TrainPanel],
    ) -> None:
        super().__init__()
        self._services, self._new_path, self._panel = services, new_path, panel
        self._watched: TrainPanel | None = None
        self.runs = Runs(services.queue, results, lambda: services.document.path, self)
        self.side = DataSide()
        self.curves, self.clip = CurveGrid(), BeforeAfter(services.engine)
        self.states = StatesSide()
        self.setAccessibleName(tr("Train"))
        self._lay_out()
        self._wire()
        self._list_runs()
        self._show()

    def _lay_out(self) -> None:
        self.header = Header()
        self.choice = ComboBox(name=tr("Run"))
        self.state = ElidedLabel("", "small", "text2")
        self.pause = Button(tr("Pause"), "pause", height=26)
        self.pause.setToolTip(tr("The exact state is saved; going on gives the same numbers as without the pause."))
        self.stop = Button(tr("Stop"), "square", height=26)
        self.header.left.addWidget(self.choice)
        self.header.left.addWidget(self.state)
        for part in (self.curves.choice, self.pause, self.stop):
            self.header.tools.addWidget(part)
        lower = row(self.clip, line("v"), self.states, space=0)
        lower.setStretch(0, 9)
        lower.setStretch(2, 10)
        full = column(box(row(self.curves), "raised"), line(), box(lower, "pane"), space=0)
        full.setStretch(0, 6)
        full.setStretch(2, 7)
        self.open_first = Button(tr("Open …"), "folder-open")
        self.nothing = EmptyState(
            "activity",
            tr("The curves of a training appear here. Choose a training set at the right and start it."),
            self.open_first,
            hint=tr("A finished run can be opened from its folder."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(box(full))
        self._stack.addWidget(self.nothing)
        middle = column(self.header, self._stack, space=0)
        middle.setStretch(1, 1)
        layout = row(self.side, line("v"), box(middle, "app"), space=0)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def _wire(self) -> None:
        runs = self.runs
        runs.changed.connect(self._show)
        runs.listed.connect(self._list_runs)
        runs.said.connect(self.said)
        self.choice.activated.connect(self._on_chosen)
        self.pause.clicked.connect(self._pause_or_go_on)
        self.stop.clicked.connect(runs.stop)
        self.open_first.clicked.connect(self._ask_folder)
        states = self.states
        states.open_wanted.connect(self._ask_folder)
        states.export_wanted.connect(self._export)
        states.table.look_wanted.connect(lambda state: self.compare_wanted.emit(state.folder))
        states.table.begin_wanted.connect(self._begin_from)
        states.table.folder_wanted.connect(self._show_folder)
        for button in (self.side.build, self.side.first_build):
            button.clicked.connect(self.build_dataset)
        self._services.queue.progressed.connect(self._show_state_words)
        self._services.queue.ended.connect(self._on_ended)

    # What a person does

    def build_dataset(self) -> None:
        """Ask what a training set is built of, and build it."""
        document = self._services.document
        motions = [entry.path for entry in project_entries(document.project, document.path)]
        motions += KeptMotions(self._services.paths.data / FOLDER).paths()
        dialog = ask_for_dataset(self, motions)
        if dialog is None:
            return
        try:
            output = self._new_path(tr("Training set"), ".npz")
        except OSError as error:
            self.said.emit(tr("This cannot be written: {reason}", reason=system_reason(error)))
            return
        self._services.queue.add(dialog.job(str(output)), title=tr("Build a training set"))

    def _pause_or_go_on(self) -> None:
        if self.runs.stage() is Stage.TRAINING:
            self.runs.pause()
        else:
            self.runs.go_on()

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("The folder of a run"))
        if name:
            self.runs.open(Path(name))

    def _show_folder(self, state: object) -> None:
        assert isinstance(state, SavedState)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(state.folder)))

    def _begin_from(self, state: object) -> None:
        """Set the panel up for a new run from a state; the person starts it."""
        assert isinstance(state, SavedState)
        job = self.runs.job_to_begin(state)
        if job is None:
            self.said.emit(tr("The settings of this run are not known."))
            return
        self._panel().use_job(job)
        self.said.emit(tr("A new run from step {n} is set up at the right.", n=figure(state.step)))

    def _export(self, state: object) -> None:
        """Ask where the tokenizer of a state goes, and write it there into a folder of its own."""
        assert isinstance(state, SavedState)
        chosen = QFileDialog.getExistingDirectory(self, tr("Where the tokenizer goes"))
        if chosen and self.runs.run is not None:
            name = f"{self.runs.run.name} {tr('step {n}', n=state.step)}"
            job = ExportTokenizerJob(state=str(state.folder), output=str(Path(chosen) / name))
            self._services.queue.add(job, title=tr("Export {name}", name=name))

    def _change_pace(self, name: str) -> None:
        """Let the run that is on follow a field of the panel: how often to check and to save is not fixed."""
        run = self.runs.run
        pace = run.pace() if run is not None and self.runs.stage() is Stage.TRAINING else None
        if run is None or pace is None:
            return
        try:
            run.set_pace(replace(pace, **{name: self._panel().form.editor(name).value()}))
        except OSError as error:
            self.said.emit(tr("This cannot be written: {reason}", reason=error.strerror or type(error).__name__))

    def _on_chosen(self, index: int) -> None:
        self.runs.show(Path(str(self.choice.itemData(index))))

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        panel = self._panel()
        if self._watched is None:
            self._watched = panel
            panel.dataset.changed.connect(self._describe)
            for name in TrainingPace.__struct_fields__:
                panel.form.editor(name).changed.connect(partial(self._change_pace, name))
        self._describe()
        self._list_runs()

    def _describe(self) -> None:
        path = self._panel().dataset.path()
        if path:
            self._services.engine.ask(DescribeDataset(path=path), self._on_described, channel="train.data")
        else:
            self.side.show_data("", None)

    def _on_described(self, answer: Answered) -> None:
        assert isinstance(answer.query, DescribeDataset)
        if isinstance(answer.reply, DatasetReply):
            self.side.show_data(Path(answer.query.path).stem, answer.reply)
        elif answer.failure is not None:
            self.side.show_data("", None)
            self.said.emit(what_text(answer.failure))

    def _on_ended(self, entry: QueueEntry) -> None:
        if entry.state is not JobState.DONE:
            return
        if isinstance(entry.job, BuildDatasetJob):
            self._panel().dataset.put(entry.job.output)
            self.said.emit(tr("The training set is ready."))
        elif isinstance(entry.job, ExportTokenizerJob):
            self.said.emit(tr("The tokenizer lies in “{name}”.", name=Path(entry.job.output).name))

    def _list_runs(self) -> None:
        folders = self.runs.folders()
        self.choice.clear()
        for folder in folders:
            self.choice.addItem(folder.name, str(folder))
        self.choice.setVisible(bool(folders))
        if self.runs.run is None and folders:
            self.runs.show(folders[0])
        elif self.runs.run is not None:
            self.choice.setCurrentIndex(max(0, self.choice.findData(str(self.runs.run.folder))))

    def _show(self) -> None:
        run, stage = self.runs.run, self.runs.stage()
        self._stack.setCurrentIndex(1 if run is None else 0)
        running = stage in (Stage.TRAINING, Stage.SAVING)
        goes_on = self.runs.job_to_go_on() is not None
        self.pause.setText(tr("Pause") if running else tr("Go on"))
        self.pause.set_icon_name("pause" if running else "play")
        self.pause.setVisible(stage is Stage.TRAINING or goes_on)
        self.stop.setVisible(stage in (Stage.TRAINING, Stage.WAITING, Stage.PAUSED))
        self._show_state_words()
        if run is None:
            return
        index = self.choice.findData(str(run.folder))
        if index >= 0:
            self.choice.setCurrentIndex(index)
        entry = self.runs.entry()
        job = entry.job if entry is not None else run.job()
        self.curves.show_run(run, getattr(job, "steps", 0), getattr(job, "codes", 0))
        self.states.show_run(run, getattr(run.pace() or job, "save_every", 0))
        self.clip.show_run(run)

    def _show_state_words(self, *_args: object) -> None:
        entry, run = self.runs.entry(), self.runs.run
        stage = self.runs.stage()
        words = {
            Stage.WAITING: tr("waits in the queue"),
            Stage.TRAINING: tr("training"),
            Stage.SAVING: tr("saves its state"),
            Stage.PAUSED: tr("paused"),
            Stage.STOPPED: tr("stopped"),
            Stage.FAILED: tr("ended early"),
            Stage.DONE: tr("done"),
            Stage.ELSEWHERE: "",
        }[stage]
        parts = [words] if words else []
        live = self._services.queue.live(entry.job_id) if entry is not None else None
        progress = live.progress if live is not None else None
        step = round(progress.step) if progress is not None and progress.total else (run.step if run is not None else 0)
        job = entry.job if entry is not None else (run.job() if run is not None else None)
        total = getattr(job, "steps", 0)
        if step and total:
            parts.append(tr("step {n} of {all}", n=figure(step), all=figure(total)))
        if progress is not None and time_left(progress):
            parts.append(time_left(progress))
        self.state.set_text(" · ".join(parts) if run is not None else "")
