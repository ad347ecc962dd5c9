"""The window: bar, docks around the viewer, job bar, and the pages that take their place."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QToolBar

from desktop.audio.actions import AUDIO_ACTIONS
from desktop.audio.actions import SCOPE as SOUND
from desktop.audio.pane import AudioPane
from desktop.create.history import History
from desktop.create.pane import CreatePane
from desktop.create.pictures_field import dropped_files
from desktop.create.results import Results
from desktop.create.results_view import ResultsView
from desktop.create.series_results import SeriesResults
from desktop.create.workshop import Workshop
from desktop.export.pane import ExportPane
from desktop.gallery.details import DetailsPane
from desktop.gallery.making import MakingRow
from desktop.gallery.pane import GalleryPane
from desktop.landmarks.commands import LANDMARK_ACTIONS
from desktop.landmarks.desk import LandmarkDesk
from desktop.motion.actions import MOTION_ACTIONS
from desktop.motion.desk import MotionDesk
from desktop.palette.palette import Palette
from desktop.palette.search import Entry
from desktop.palette.sources import Sources
from desktop.queue.job_bar import HEIGHT as JOB_BAR
from desktop.queue.job_bar import JobBar
from desktop.queue.pane import QueuePane
from desktop.shell.actions import ACTIONS, Actions
from desktop.shell.arrangement import Arrangement
from desktop.shell.bar import Bar
from desktop.shell.docks import Docks
from desktop.shell.file_commands import FileCommands
from desktop.shell.gallery_commands import GalleryCommands
from desktop.shell.handlers import handlers
from desktop.shell.job_commands import JobCommands
from desktop.shell.marks import Marks
from desktop.shell.notices import Notices
from desktop.shell.pages import Pages
from desktop.shell.project_commands import ProjectCommands
from desktop.shell.reports import Reports
from desktop.shell.services import Services
from desktop.shell.setting_effects import SettingEffects
from desktop.shell.shortcuts import Shortcuts
from desktop.shell.showing import Showing
from desktop.shell.shown_keys import ShownKeys
from desktop.shell.side_windows import SideWindows
from desktop.shell.timeline_files import TimelineFiles
from desktop.shell.trash import Trash
from desktop.shell.updates import UpdateNotice
from desktop.shell.wiring import wire
from desktop.state.shortcut_file import NAME as SHORTCUTS
from desktop.timeline.new_takes import NewTakes
from desktop.timeline.pane import TimelinePane
from desktop.training.desk import TrainDesk
from desktop.viewer.film_pane import FilmPane
from desktop.viewer.pane import ViewerPane
from desktop.viewer.proxies import ProxyMaker
from desktop.viewer.stage import Stage
from desktop.welcome.page import WelcomePage
from desktop.widgets.dialog import ask
from desktop.widgets.engine_words import advice_text, what_text
from desktop.widgets.labels import box, column
from desktop.widgets.toast import ToastArea
from desktop.widgets.words import tr
from engine.protocol.errors import Failure

_SMALLEST = QSize(1024, 700)


class MainWindow(QMainWindow):
    """The one window. It knows the panes; the panes do not know it.

    Args:
        services: the models behind the panes.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self.setAcceptDrops(True)
        self.actions_ = Actions(self, (*ACTIONS, *LANDMARK_ACTIONS, *AUDIO_ACTIONS, *MOTION_ACTIONS))
        self.shortcuts = Shortcuts(self.actions_, services.paths.config / SHORTCUTS)
        self.landmarks = LandmarkDesk(services, self.actions_, self)
        trash = Trash(services.document)
        self._make_panes()
        self.arrangement = Arrangement(self, services)
        self.project = ProjectCommands(self, services, trash)
        self.results = GalleryCommands(self, services, self.gallery, self.create_pane, trash, self._results)
        self.jobs = JobCommands(self, services)
        self.files = FileCommands(self, services)
        self.timelines = TimelineFiles(self, services)
        self.side_windows = SideWindows(self, services)
        self.reports = Reports(self, services)
        self.updates = UpdateNotice(self, services)
        self.showing = Showing(self, services)
        self.actions_.connect_all(handlers(self))
        self.actions_.connect_all(self.audio.act.handlers())
        self.actions_.connect_all(self.motion.handlers())
        self.actions_.attach(SOUND, self.audio)
        self._make_frame()
        self.toasts = ToastArea(self, JOB_BAR)
        self.notices = Notices(self, services)
        sources = Sources(self.actions_, services.gallery, services.settings)
        self.palette_ = Palette(self, sources.by_group(), services.thumbnails)
        self.marks = Marks(self, services)
        self.effects = SettingEffects(self, services)
        self._shown_keys = ShownKeys(self, self.shortcuts)
        wire(self)
        self.create_pane.open("morph")
        self.show_film()
        self.arrangement.show_welcome()
        self.arrangement.restore()

    # Building

    def _make_panes(self) -> None:
        s = self.services
        self._results = results = Results(self._results_folder, self._taken_outputs)
        self.takes = NewTakes(s.document, s.queue, s.importer, results.new_path, self)
        workshop = Workshop(
            engine=s.engine,
            queue=s.queue,
            thumbnails=s.thumbnails,
            results=results,
            project=lambda: str(s.document.path),
            presets=s.paths.config / "presets",
            models=s.models,
            devices=s.devices,
            history=History(s.paths.data / "words.json"),
            landmarks=self.landmarks.landmark_files,
        )
        making = MakingRow(s.queue, s.document)
        self.gallery = GalleryPane(s.gallery, s.thumbnails, s.waveforms, self.actions_, making)
        self.viewer = ViewerPane(s.thumbnails, s.waveforms, self.actions_)
        self.details = DetailsPane(s.thumbnails, s.waveforms, self.actions_)
        self.details.hide()
        self.create_pane = CreatePane(workshop)
        self.series = SeriesResults(s.document, s.importer, s.queue, self)
        self.timeline = TimelinePane(s, self.actions_)
        self.film = FilmPane(s, self.actions_, self.timeline.playhead, results.new_path)
        self.made = ResultsView(s.queue, s.thumbnails)
        self.proxies = ProxyMaker(s.document, s.queue, self)
        self.stage = Stage(self.film, self.viewer, self.made, self.actions_)
        self.export = ExportPane(
            s, self.film.frames, self.film.player, self.timeline.selection, lambda: self.project.save()
        )
        self.audio = AudioPane(s, results.new_path, self.timeline.playhead)
        self.motion = MotionDesk(s, results.new_path, self.create_pane.reference, self)
        self.training = TrainDesk(s, self._results_folder, results.new_path, self.create_pane.train_panel, self)
        self.queue = QueuePane(s.queue, s.engine, s.thumbnails, s.models, s.devices)
        self.welcome = WelcomePage(s.thumbnails, s.devices, s.models)

    def _make_frame(self) -> None:
        s = self.services
        self.job_bar = JobBar(s.queue, s.engine, s.devices, s.models)
        self.job_bar.set_offline(s.settings.flag("models.offline"))
        self.bar = Bar(self.actions_)
        self.setMenuWidget(self.bar)
        page = column(self.stage, self.details, space=0)
        page.setStretch(0, 1)
        self.viewer_page = box(page)
        self.area_pages = {"viewer": self.viewer_page, "landmarks": self.landmarks.place, "sound": self.audio}
        self.area_pages |= {"motion": self.motion.place, "train": self.training.place}
        # Pages that load much are made when their work area is first shown.
        self.page_makers: dict[str, Callable[[], object]] = {
            "landmarks": self.landmarks.page,
            "motion": self.motion.page,
            "train": self.training.page,
        }
        self.pages = Pages()
        for each in (*self.area_pages.values(), self.queue, self.welcome, self.export):
            self.pages.addWidget(each)
        self.setCentralWidget(self.pages)
        self.docks = Docks(
            self,
            {
                "gallery": (self.gallery, self.gallery.header),
                "create": (self.create_pane, self.create_pane.head),
                "timeline": (self.timeline, self.timeline.header),
            },
        )
        self.arrangement.fill_rails()
        foot = QToolBar(tr("Job bar"))
        foot.setObjectName("job_bar")
        foot.setMovable(False)
        foot.addWidget(self.job_bar)
        self.addToolBar(Qt.ToolBarArea.BottomToolBarArea, foot)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setMinimumSize(_SMALLEST)

    def open_panel(self, key: str) -> None:
        """Bring a create panel to the front."""
        if self.arrangement.on_welcome():
            self.project.new()
        self.docks.open("create")
        self.create_pane.open(key)
        self.arrangement.show_marks()

    # What is said

    def say(self, text: str) -> None:
        """Show a short message."""
        self.toasts.show_message(text)

    def show_failure(self, failure: Failure) -> None:
        """Say what went wrong in the order what, safe, what to do, and wait until it was read."""
        ask(self, what_text(failure), advice_text(failure), [("close", tr("Close"))])

    def run_entry(self, entry: Entry) -> None:
        """Do what was chosen in the palette."""
        if entry.group == "commands":
            self.actions_.run(entry.key)
        elif entry.group == "gallery":
            self.gallery.choose((entry.key,), reveal=True)
        else:
            self.side_windows.show_settings(entry.key)

    def offer_settings(self, text: str, use: Callable[[], None]) -> None:
        """Say that a file carries its settings, and offer them."""
        self.toasts.show_message(text, tr("Use these settings"), use)

    def say_undoable(self, text: str) -> None:
        """Say what was done to the document, and offer to take it back."""
        self.say_with_undo(text, self.services.document.undo.undo)

    def say_with_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Say what was done, and offer to take it back."""
        self.toasts.show_message(text, tr("Undo"), undo)

    # State

    def _results_folder(self) -> Path:
        path = self.services.document.path
        return path.with_name(f"{path.stem} results")

    def _taken_outputs(self) -> set[str]:
        return {str(getattr(entry.job, "output", "")) for entry in self.services.queue.entries()}

    def show_film(self, *_args: object) -> None:
        """Show the timeline as the document has it."""
        document = self.services.document
        self.timeline.show_project(document.project, document.media_folder)

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.files.take(tuple(dropped_files(event.mimeData())))
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.project.may_quit():
            event.ignore()
            return
        self.arrangement.keep()
        event.accept()
