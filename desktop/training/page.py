"""The training page: data, curves, saved states, errors by joint, and what steers the run."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QStackedWidget, QWidget

from desktop.create.train_panel import TrainPanel
from desktop.link import Answered
from desktop.motion.entries import FOLDER, KeptMotions, project_entries
from desktop.queue.words import time_left
from desktop.shell.services import Services
from desktop.state.queue_entry import JobState, QueueEntry
from desktop.training.build_dialog import ask_for_dataset
from desktop.training.curve_view import CurveSpec, CurveView, figure
from desktop.training.data_side import DataSide
from desktop.training.run import ERROR, MEAN_POSE, UNQUANTISED, SavedState
from desktop.training.runs import Runs, Stage
from desktop.training.state_table import JointErrors, StateTable
from desktop.widgets.buttons import Button
from desktop.widgets.empty import EmptyState
from desktop.widgets.fields import ComboBox
from desktop.widgets.labels import ElidedLabel, box, column, label, line, row
from desktop.widgets.pane import Header
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.jobs import BuildDatasetJob
from engine.protocol.queries import DatasetReply, DescribeDataset

AIM_MM = 30.0
CURVES = (
    CurveSpec("loss", "Loss", "training, smoothed", digits=3, log=True),
    CurveSpec(ERROR, "Reconstruction error", "unseen clips", "mm", "animation", smooths=False, digits=1),
    CurveSpec("perplexity", "Perplexity", "how evenly codes are used", tone="morph"),
    CurveSpec("used", "Used codes", "dead ones are set again", tone="voice", smooths=False),
    CurveSpec("learning_rate", "Learning rate", "rises, stays, drops once", tone="info", smooths=False),
)


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
        self.views = {spec.name: CurveView(spec) for spec in CURVES}
        self.table, self.joints = StateTable(), JointErrors()
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
        self.open = Button(tr("Open …"), "folder-open", height=26)
        self.open.setToolTip(tr("Look at a run in another folder."))
        self.header.left.addWidget(self.choice)
        self.header.left.addWidget(self.state)
        for part in (self.pause, self.stop, self.open):
            self.header.tools.addWidget(part)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(1)
        for index, spec in enumerate(CURVES):
            wide = 2 if index == len(CURVES) - 1 else 1
            grid.addWidget(self.views[spec.name], index // 2, index % 2, 1, wide)
        grid.setRowStretch(0, 5)
        grid.setRowStretch(1, 5)
        grid.setRowStretch(2, 3)
        lower = row(self._states_part(), line("v"), self._joints_part(), space=0)
        lower.setStretch(0, 1)
        lower.setStretch(2, 1)
        lower_box = box(lower, "pane")
        lower_box.setFixedHeight(theme().px(216))
        full = column(box(grid, "raised"), line(), lower_box, space=0)
        full.setStretch(0, 1)
        self.nothing = EmptyState(
            "activity",
            tr("The curves of a training appear here. Choose a training set at the right and start it."),
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

    def _states_part(self) -> QWidget:
        head = Header(tr("Saved states"))
        self.look = Button(tr("Compare"), "eye", height=26)
        self.look.setToolTip(tr("Look at motions before and after the tokens of the finished tokenizer."))
        self.folder = Button(tr("Show the folder"), "folder", height=26)
        head.tools.addWidget(self.look)
        head.tools.addWidget(self.folder)
        return box(column(head, self.table, space=0))

    def _joints_part(self) -> QWidget:
        head = Header(tr("Error by joint"))
        head.set_title(tr("Error by joint"), tr("unseen clips, left and right together, mm"))
        self.summary = label("", "small", "text2", wrap=True)
        return box(column(head, self.joints, box(row(self.summary, margins=(12, 0, 12, 8))), None, space=0))

    def _wire(self) -> None:
        runs = self.runs
        runs.changed.connect(self._show)
        runs.listed.connect(self._list_runs)
        runs.said.connect(self.said)
        self.choice.activated.connect(self._on_chosen)
        self.pause.clicked.connect(self._pause_or_go_on)
        self.stop.clicked.connect(runs.stop)
        self.open.clicked.connect(self._ask_folder)
        self.folder.clicked.connect(self._show_folder)
        self.look.clicked.connect(self._compare)
        self.table.opened.connect(self._show_state)
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
            self.said.emit(tr("This cannot be written: {reason}", reason=error.strerror or type(error).__name__))
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

    def _show_folder(self) -> None:
        if self.runs.run is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.runs.run.folder)))

    def _show_state(self, state: object) -> None:
        assert isinstance(state, SavedState)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(state.folder)))

    def _compare(self) -> None:
        exported = self.runs.run.exported if self.runs.run is not None else None
        if exported is not None:
            self.compare_wanted.emit(exported)

    def _on_chosen(self, index: int) -> None:
        self.runs.show(Path(str(self.choice.itemData(index))))

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        panel = self._panel()
        if self._watched is None:
            self._watched = panel
            panel.dataset.changed.connect(self._describe)
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
            self.said.emit(answer.failure.what)

    def _on_ended(self, entry: QueueEntry) -> None:
        if isinstance(entry.job, BuildDatasetJob) and entry.state is JobState.DONE:
            self._panel().dataset.put(entry.job.output)
            self.said.emit(tr("The training set is ready."))

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
        last, codes = getattr(job, "steps", 0), getattr(job, "codes", 0)
        states = run.states()
        marks = [state.step for state in states]
        mean = run.newest(MEAN_POSE)
        lines = [(AIM_MM, tr("aim {n}", n=f"{AIM_MM:.0f}"))]
        if mean is not None:
            lines.append((mean, tr("always the mean pose {n}", n=f"{mean:.0f}")))
        of = tr("of {n}", n=figure(codes)) if codes else ""
        for spec in CURVES:
            self.views[spec.name].show_points(
                run.points.get(spec.name, []),
                last,
                lines=lines if spec.name == ERROR else (),
                marks=marks,
                of=of if spec.name in ("perplexity", "used") else "",
            )
        self.table.show_states(states)
        self.joints.show_errors(run.joint_errors())
        self.summary.setText(self._summary())
        self.look.setEnabled(run.exported is not None)

    def _summary(self) -> str:
        run = self.runs.run
        error, bare = (run.newest(ERROR), run.newest(UNQUANTISED)) if run is not None else (None, None)
        if error is None:
            return ""
        words = tr("Below the aim of 30 mm") if error < AIM_MM else tr("Not below the aim of 30 mm yet")
        return f"{words} · {tr('{n} mm without tokens', n=f'{bare:.1f}')}" if bare is not None else words

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
