"""The window: bar, docks around the viewer, job bar, and the pages that take their place."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QToolBar, QUndoView

from desktop.create.morph_panel import MorphPanel
from desktop.create.pane import CreatePane
from desktop.create.panel import JobPanel, Workshop
from desktop.create.pictures_field import dropped_files
from desktop.create.results import Results
from desktop.diagnostics.log_window import LogWindow, log_line
from desktop.export.pane import ExportPane
from desktop.gallery.details import DetailsPane
from desktop.gallery.pane import GalleryPane
from desktop.landmarks.commands import LANDMARK_ACTIONS
from desktop.landmarks.desk import LandmarkDesk
from desktop.models.window import ModelsWindow
from desktop.palette.palette import Palette
from desktop.palette.search import Entry
from desktop.palette.sources import Sources
from desktop.queue.job_bar import HEIGHT as JOB_BAR
from desktop.queue.job_bar import JobBar
from desktop.queue.pane import QueuePane
from desktop.settings.dialog import SettingsDialog
from desktop.shell.actions import ACTIONS, Actions
from desktop.shell.areas import AREAS
from desktop.shell.arrangement import Arrangement
from desktop.shell.bar import Bar
from desktop.shell.docks import Docks
from desktop.shell.file_commands import FileCommands
from desktop.shell.gallery_commands import GalleryCommands
from desktop.shell.handlers import handlers
from desktop.shell.job_commands import JobCommands
from desktop.shell.notices import Notices
from desktop.shell.project_commands import ProjectCommands
from desktop.shell.services import Services
from desktop.shell.trash import Trash
from desktop.startup.report import make_report
from desktop.state.gallery_item import GalleryItem
from desktop.timeline.new_takes import NewTakes
from desktop.timeline.pane import TimelinePane
from desktop.viewer.film_pane import FilmPane
from desktop.viewer.pane import ViewerPane
from desktop.viewer.stage import Stage
from desktop.welcome.page import WelcomePage
from desktop.widgets.dialog import ask
from desktop.widgets.labels import box, column
from desktop.widgets.theme import Mode, theme
from desktop.widgets.toast import ToastArea
from desktop.widgets.words import tr
from engine import __version__
from engine.protocol.errors import Failure, PortraitsError

_SMALLEST = QSize(1024, 700)
_LOG_LINES = 400


class MainWindow(QMainWindow):
    """The one window. It knows the panes; the panes do not know it.

    Args:
        services: the models behind the panes.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self.setAcceptDrops(True)
        self.actions_ = Actions(self, (*ACTIONS, *LANDMARK_ACTIONS))
        self.landmarks = LandmarkDesk(services, self.actions_, self)
        self._log_window: LogWindow | None = None
        self._models_window: ModelsWindow | None = None
        self._history: QUndoView | None = None
        trash = Trash(services.document)
        self._make_panes()
        self.arrangement = Arrangement(self, services)
        self.project = ProjectCommands(self, services, trash)
        self.results = GalleryCommands(self, services, self.gallery, self.create_pane, trash)
        self.jobs = JobCommands(self, services)
        self.files = FileCommands(self, services)
        self.actions_.connect_all(handlers(self))
        self._make_frame()
        self.toasts = ToastArea(self, JOB_BAR)
        self.notices = Notices(self, services)
        sources = Sources(self.actions_, services.gallery, services.settings)
        self.palette_ = Palette(self, sources.by_group(), services.thumbnails)
        self._wire_panes()
        self._wire_models()
        self.create_pane.open("morph")
        self._show_film()
        self.arrangement.show_welcome()
        self.arrangement.restore()

    # Building

    def _make_panes(self) -> None:
        s = self.services
        results = Results(self._results_folder, self._taken_outputs)
        self.takes = NewTakes(s.document, s.queue, s.importer, results.new_path, self)
        workshop = Workshop(
            engine=s.engine,
            queue=s.queue,
            thumbnails=s.thumbnails,
            results=results,
            project=lambda: str(s.document.path),
            presets=s.paths.config / "presets",
            landmarks=self.landmarks.landmark_files,
        )
        self.gallery = GalleryPane(s.gallery, s.thumbnails, s.waveforms, self.actions_)
        self.viewer = ViewerPane(s.thumbnails, s.waveforms, self.actions_)
        self.details = DetailsPane(s.thumbnails, s.waveforms, self.actions_)
        self.details.hide()
        self.create_pane = CreatePane(workshop)
        self.create_pane.made.connect(self._wire_panel)
        self.timeline = TimelinePane(s, self.actions_)
        self.film = FilmPane(s, self.actions_, self.timeline.playhead, results.new_path)
        self.stage = Stage(self.film, self.viewer, self.actions_)
        self.export = ExportPane(
            s, self.film.frames, self.timeline.playhead, self.timeline.selection, lambda: self.project.save()
        )
        self.queue = QueuePane(s.queue, s.engine, s.thumbnails)
        self.welcome = WelcomePage(s.thumbnails, s.devices, s.models)

    def _make_frame(self) -> None:
        s = self.services
        self.job_bar = JobBar(s.queue, s.engine, s.devices)
        self.job_bar.set_offline(s.settings.flag("models.offline"))
        self.bar = Bar(self.actions_)
        self.setMenuWidget(self.bar)
        page = column(self.stage, self.details, space=0)
        page.setStretch(0, 1)
        self.viewer_page = box(page)
        self.pages = QStackedWidget()
        for each in (self.viewer_page, self.queue, self.welcome, self.landmarks.place, self.export):
            self.pages.addWidget(each)
        self.setCentralWidget(self.pages)
        self.docks = Docks(
            self,
            {
                "gallery": (tr("Gallery"), self.gallery, self.gallery.header),
                "create": (tr("Create"), self.create_pane, self.create_pane.head),
                "timeline": (tr("Timeline"), self.timeline, self.timeline.header),
            },
        )
        foot = QToolBar(tr("Job bar"))
        foot.setObjectName("job_bar")
        foot.setMovable(False)
        foot.addWidget(self.job_bar)
        self.addToolBar(Qt.ToolBarArea.BottomToolBarArea, foot)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setMinimumSize(_SMALLEST)

    def _wire_panes(self) -> None:
        self.gallery.opened.connect(self.show_item)
        self.gallery.chosen_changed.connect(self._on_chosen)
        for pane in (self.gallery, self.viewer, self.welcome):
            pane.files_dropped.connect(self.files.take)
        self.timeline.files_dropped.connect(self.files.place)
        self.timeline.said.connect(self.say)
        self.timeline.touched.connect(self.stage.show_film)
        self.timeline.take_wanted.connect(self.takes.make)
        self.takes.said.connect(self.say)
        self.film.noted.connect(self.say)
        self.export.closed.connect(self.arrangement.leave_export)
        self.export.refused.connect(self.say)
        self.export.started.connect(self.jobs.on_started)
        self.film.player.shown.connect(self.timeline.follow)
        self.timeline.opened.connect(self.results.open_clip)
        self.details.rated.connect(self.gallery.rate)
        self.details.closed.connect(self.details.hide)
        self.project.opened.connect(self.arrangement.show_project)
        self.project.closed.connect(self.arrangement.show_welcome)
        self.project.refused.connect(self.show_failure)
        self.results.said.connect(self.say)
        self.results.trashed.connect(self._say_with_undo)
        self.results.compared.connect(self._compare)
        self.results.panel_wanted.connect(self.open_panel)
        self.welcome.sample_wanted.connect(self.project.sample)
        self.welcome.new_wanted.connect(self.project.new)
        self.welcome.open_wanted.connect(self.project.choose)
        self.welcome.project_wanted.connect(self.project.open)
        self.welcome.models_wanted.connect(self.show_models)
        self.queue.edit_wanted.connect(self.jobs.edit)
        self.queue.show_wanted.connect(self.jobs.show_result)
        self.queue.details_wanted.connect(self.jobs.show_failure)
        self.queue.removed.connect(self.jobs.say_removed)
        self.job_bar.queue_pressed.connect(self.arrangement.toggle_queue)
        self.job_bar.stop_pressed.connect(self.jobs.stop)
        self.landmarks.said.connect(self.say)
        self.landmarks.failed.connect(self.show_failure)
        self.landmarks.area_wanted.connect(self.arrangement.choose_area)
        self.bar.area_chosen.connect(self.arrangement.choose_area)
        self.palette_.run.connect(self.run_entry)
        for number, area in enumerate(AREAS, start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(partial(self.arrangement.choose_area, area.key))

    def _wire_models(self) -> None:
        document = self.services.document
        document.opened.connect(self._on_opened)
        document.changed.connect(self._show_film)
        for signal in (document.saved, document.autosaved, document.dirty_changed):
            signal.connect(self._show_saved_state)
        document.problem.connect(self._say_problem)
        for signal in (document.undo.canUndoChanged, document.undo.canRedoChanged, document.undo.indexChanged):
            signal.connect(self._show_undo)
        self.services.settings.changed.connect(self._on_setting)
        self._show_undo()

    def _wire_panel(self, panel: JobPanel) -> None:
        panel.started.connect(self.jobs.on_started)
        panel.refused.connect(self.say)
        if isinstance(panel, MorphPanel):
            panel.add_pictures.connect(self.files.choose_pictures)
            panel.landmarks_wanted.connect(self.landmarks.open_paths)

    # Items and panels

    def show_item(self, item: GalleryItem) -> None:
        """Show an item in the viewer."""
        media = self.services.document.project.media_by_id().get(item.item_id)
        self.arrangement.leave_queue()
        self.viewer.show_item(item, media.info.fps if media is not None else 0.0)

    def open_chosen(self) -> None:
        """Show the first chosen item in the viewer."""
        for item in self.gallery.chosen()[:1]:
            self.show_item(item)

    def open_panel(self, key: str) -> None:
        """Bring a create panel to the front."""
        if self.arrangement.on_welcome():
            self.project.new()
        self.docks.docks["create"].show()
        self.create_pane.open(key)
        self.arrangement.show_marks()

    def correct_landmarks(self) -> None:
        """Open the landmark editor for a morph of the timeline, or for what is chosen in the gallery."""
        morph = self.landmarks.morph_among(self.timeline.selection.ids)
        pictures = [item.item_id for item in self.gallery.chosen_pictures()]
        if morph and (self.timeline.isAncestorOf(QApplication.focusWidget() or self) or not pictures):
            self.landmarks.open_morph(morph)
        else:
            self.landmarks.open_pictures(pictures)

    def toggle_details(self) -> None:
        """Show or hide what is known of the chosen item."""
        self.details.setVisible(self.details.isHidden() and len(self.gallery.chosen()) == 1)

    def search_gallery(self) -> None:
        """Go to the search field of the gallery."""
        self.docks.docks["gallery"].show()
        self.gallery.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.gallery.filters.search.selectAll()

    def _on_chosen(self, items: tuple[GalleryItem, ...]) -> None:
        self.details.show_item(items[0] if len(items) == 1 else None)
        if len(items) != 1:
            self.details.hide()
        elif self.viewer.item is None or self.viewer.item.item_id != items[0].item_id:
            # The same item again after a change of stars must not start a movie afresh.
            self.show_item(items[0])

    def _compare(self, first: GalleryItem, second: GalleryItem) -> None:
        self.arrangement.leave_queue()
        self.viewer.compare(first, second)

    # What is said

    def say(self, text: str) -> None:
        """Show a short message."""
        self.toasts.show_message(text)

    def show_failure(self, failure: Failure) -> None:
        """Say what went wrong in the order what, safe, what to do, and wait until it was read."""
        text = " ".join(part for part in (failure.safe, failure.todo) if part)
        ask(self, failure.what, text, [("close", tr("Close"))])

    def show_log(self) -> None:
        """Show the log of both processes."""
        if self._log_window is None:
            self._log_window = LogWindow(self.services.log_book, self.report, self)
        self._log_window.show()
        self._log_window.raise_()

    def report(self, what: str = "", trace: str = "") -> str:
        """Return a report that may be handed on: it has no private paths."""
        lines = [log_line(each) for each in self.services.log_book.lines[-_LOG_LINES:]]
        return make_report(what=what, trace=trace, log_lines=lines, devices=self.services.devices.report)

    def copy_report(self, trace: str = "") -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report(trace=trace))
        self.say(tr("The report was copied. It holds no names of folders."))

    def show_models(self, identifier: str = "") -> None:
        """Show the models, perhaps at one of them."""
        if self._models_window is None:
            self._models_window = ModelsWindow(self.services.models, self.services.devices, self)
        self._models_window.open(identifier)

    def show_history(self) -> None:
        """Show the list of steps that can be undone."""
        if self._history is None:
            self._history = QUndoView(self.services.document.undo, self)
            self._history.setWindowFlag(Qt.WindowType.Tool)
            self._history.setWindowTitle(tr("History"))
            self._history.setEmptyLabel(tr("As it was opened"))
            self._history.resize(theme().px(260), theme().px(360))
        self._history.show()
        self._history.raise_()

    def about(self) -> None:
        """Say what this is and under which licence."""
        text = tr("Films of faces and people, made on your own computer.")
        licence = tr("Free software under the Apache License 2.0. Icons by Lucide (ISC).")
        ask(self, f"Portraits {__version__}", f"{text}\n\n{licence}", [("close", tr("Close"))])

    def open_settings(self, key: str = "") -> None:
        """Show the settings, perhaps at one of them."""
        dialog = SettingsDialog(self, self.services.settings)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        if key:
            dialog.go_to(key)

    def run_entry(self, entry: Entry) -> None:
        """Do what was chosen in the palette."""
        if entry.group == "commands":
            self.actions_.run(entry.key)
        elif entry.group == "gallery":
            self.gallery.choose((entry.key,))
        else:
            self.open_settings(entry.key)

    def offer_crash_trace(self, trace: str) -> None:
        """Offer the report of a crash of the last session; nothing for an empty trace."""
        if trace:
            text = tr("Portraits crashed the last time. Your projects are safe.")
            self.toasts.show_message(text, tr("Copy report"), partial(self.copy_report, trace))

    def offer_left_session(self) -> None:
        """Offer the changes that were open when the last session ended without closing."""
        document, path = self.services.document, self.services.sessions.crashed_with
        if path is not None and document.empty and document.recoverable(path) is not None:
            text = tr("Changes of “{name}” were put aside when Portraits ended.", name=path.stem)
            self.toasts.show_message(text, tr("Open them"), partial(self._recover, path))

    def _recover(self, path: Path) -> None:
        try:
            self.services.document.recover(path)
        except PortraitsError as error:
            self.show_failure(error.failure)
        else:
            self.arrangement.show_project()

    def _say_with_undo(self, text: str, undo: Callable[[], None]) -> None:
        self.toasts.show_message(text, tr("Undo"), undo)

    def _say_problem(self, failure: Failure) -> None:
        """Something in the background did not work: say it without stopping the work."""
        self.toasts.show_message(failure.what, tr("Show the log"), self.show_log)

    # State

    def _results_folder(self) -> Path:
        path = self.services.document.path
        return path.with_name(f"{path.stem} results")

    def _taken_outputs(self) -> set[str]:
        return {str(getattr(entry.job, "output", "")) for entry in self.services.queue.entries()}

    def _on_opened(self, _path: Path) -> None:
        self.viewer.clear()
        self._show_saved_state()
        if reason := self.services.document.read_only_reason:
            text = f"{reason} {tr('Save it under another name.')}"
            self.toasts.show_message(text, tr("Save project as …"), self._save_elsewhere)

    def _save_elsewhere(self) -> None:
        self.project.save_as()

    def _show_film(self, *_args: object) -> None:
        document = self.services.document
        self.timeline.show_project(document.project, document.media_folder)
        self._show_saved_state()

    def _show_saved_state(self, *_args: object) -> None:
        document = self.services.document
        if document.read_only_reason:
            self.bar.set_saved(tr("Read only"), "lock", "warn")
        elif document.dirty:
            self.bar.set_saved(tr("Not saved"), "circle-dot")
        elif document.is_draft:
            self.bar.set_saved(tr("New"), "file")
        else:
            self.bar.set_saved(tr("Saved"), "check")
        self.show_title()

    def show_title(self) -> None:
        """Show the project's name in the title of the window."""
        document = self.services.document
        name = "" if self.arrangement.on_welcome() else document.title or tr("New project")
        self.setWindowModified(document.dirty)
        self.setWindowTitle(f"{name}[*] — Portraits" if name else "Portraits")

    def _show_undo(self, *_args: object) -> None:
        undo = self.services.document.undo
        for key, can, words, button in (
            ("edit.undo", undo.canUndo(), undo.undoText(), self.bar.undo),
            ("edit.redo", undo.canRedo(), undo.redoText(), self.bar.redo),
        ):
            base = tr(self.actions_.specs[key].text)
            text = f"{base}: {words}" if words else base
            self.actions_[key].setEnabled(can)
            self.actions_[key].setText(text)
            button.setEnabled(can)
            button.set_name(text, self.actions_.keys(key))

    def _on_setting(self, key: str) -> None:
        settings = self.services.settings
        if key == "appearance.theme":
            theme().set_look(mode=Mode(settings.text(key)))
        elif key == "appearance.reduced_motion":
            theme().set_look(reduced_motion=settings.flag(key))
        elif key in ("appearance.text_scale", "appearance.language"):
            self.say(tr("This counts from the next start."))
        elif key == "models.offline":
            self.job_bar.set_offline(settings.flag(key))
        elif key == "engine.preview_rate":
            self.services.queue.preview_rate = float(settings.number(key))
        elif key == "files.autosave_seconds":
            self.services.document.set_autosave_seconds(settings.number(key))

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
