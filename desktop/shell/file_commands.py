"""Files that come in: chosen, dropped on the window, dropped on the timeline."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop.create.morph_panel import MorphPanel
from desktop.shell.dropped import sort_dropped
from desktop.shell.services import Services
from desktop.shell.style_offer import StyleOffer
from desktop.state.importer import ImportReport
from desktop.widgets.words import counted, tr

if TYPE_CHECKING:
    from desktop.window import MainWindow


class FileCommands(QObject):
    """Sorts what comes in: a project opens, styles are offered to the model store, media joins the project.

    Args:
        window: asks for files and shows what came in.
        services: document and importer.
    """

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._place_next = False
        self._stopped = False
        self._styles = StyleOffer(window, services)
        services.importer.finished.connect(self._on_imported)
        services.document.lost.changed.connect(self._say_missing)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._on_application)

    def choose(self) -> None:
        """Ask for files and add them to the project."""
        names, _ = QFileDialog.getOpenFileNames(self._window, tr("Add files"))
        if names:
            self.take(tuple(Path(name) for name in names))

    def choose_pictures(self) -> None:
        """Ask for pictures of a morph; they join the project too."""
        names, _ = QFileDialog.getOpenFileNames(self._window, tr("Add pictures"))
        panel = self._window.create_pane.panel("morph")
        if names and isinstance(panel, MorphPanel):
            panel.set_pictures([*panel.pictures.paths(), *names])
            self._services.importer.add_files(tuple(Path(name) for name in names))

    def take(self, files: tuple[Path, ...]) -> None:
        """Take files that were dropped, chosen, or named at the start."""
        dropped = sort_dropped(files, self._services.document.media_folder)
        if dropped.projects:
            self._window.project.open(dropped.projects[0])
        elif dropped.packed:
            self._window.project.unpack(dropped.packed[0])
        elif dropped.timelines:
            self._window.timelines.read(dropped.timelines[0])
        if len(dropped.projects) + len(dropped.packed) > 1:
            self._window.say(tr("One project is open at a time; the first one was opened."))
        if dropped.weights:
            self._styles.offer(dropped.weights)
        if dropped.own:
            self._show_own(dropped.own)
        if dropped.media:
            if self._window.arrangement.on_welcome():
                self._services.document.new()
                self._window.arrangement.show_project()
            self._services.importer.add_files(dropped.media)

    def stop_adding(self) -> None:
        """Leave out the files of an import that have not come in yet."""
        if self._services.importer.busy:
            self._stopped = True
            self._services.importer.cancel()
            self._window.say(tr("No more files are added; those that have come in stay."))

    def place(self, files: tuple[Path, ...]) -> None:
        """Place what was dropped on the timeline: items of the gallery at once, other files once they are added."""
        chosen = {Path(item.path): item for item in self._window.gallery.chosen()}
        known = tuple(chosen[path] for path in files if path in chosen)
        if known:
            self._window.results.place_items(known)
        else:
            self._place_next = True
            self.take(files)

    def _on_imported(self, report: ImportReport) -> None:
        ids = tuple(item.id for item in report.items)
        if ids:
            self._window.gallery.choose(ids)
        if self._place_next and ids:
            self._place_next = False
            gallery = self._services.gallery
            items = tuple(gallery.item(gallery.row_of(each)) for each in ids)
            self._window.results.place_items(tuple(item for item in items if item is not None))
        self._window.notices.say_import(report)
        if not (report.made or report.items or report.problems or self._stopped):
            self._window.say(tr("There is nothing in it that can be used: pictures, movies, sounds and motions are."))
        self._stopped = False
        if not report.made and len(report.items) == 1:
            self._window.results.offer_settings(report.items[0])

    def _show_own(self, files: tuple[Path, ...]) -> None:
        """Results of the gallery that are dropped on the window are shown, not added a second time."""
        names = {path.name for path in files}
        ids = tuple(item.id for item in self._services.document.project.media if item.path in names)
        self._window.gallery.choose(ids, reveal=True)

    def _on_application(self, state: Qt.ApplicationState) -> None:
        """Back from another program, which may have moved or deleted files of the project."""
        if state is Qt.ApplicationState.ApplicationActive and self._services.document.project.media:
            self._services.document.lost.look()

    def _say_missing(self, missing: tuple[object, ...]) -> None:
        if missing:
            text = counted(
                len(missing), "{n} file of this project is missing.", "{n} files of this project are missing."
            )
            self._window.toasts.show_message(text, tr("Find …"), self._find_missing)

    def _find_missing(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, tr("Where may the missing files be?"))
        if folder:
            self._services.document.lost.search((Path(folder),))
