"""Files that come in: chosen, dropped on the window, dropped on the timeline."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.create.morph_panel import MorphPanel
from desktop.shell.gallery_commands import job_of_recipe
from desktop.shell.services import Services
from desktop.state.importer import ImportReport
from desktop.widgets.words import counted, short_name, tr
from engine.project.store import SUFFIX

if TYPE_CHECKING:
    from desktop.window import MainWindow


class FileCommands(QObject):
    """Sorts what comes in: a project opens, everything else joins the project.

    Args:
        window: asks for files and shows what came in.
        services: document and importer.
    """

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._place_next = False
        services.importer.finished.connect(self._on_imported)
        services.document.missing_changed.connect(self._say_missing)

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
        projects = [path for path in files if path.suffix == SUFFIX]
        packed = [path for path in files if path.name.endswith(f"{SUFFIX}.zip")]
        if projects:
            self._window.project.open(projects[0])
        elif packed:
            self._window.project.unpack(packed[0])
        elif files:
            if self._window.arrangement.on_welcome():
                self._services.document.new()
                self._window.arrangement.show_project()
            self._services.importer.add_files(files)

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
        if self._window.jobs.results_awaited:
            self._window.jobs.results_awaited -= 1
        elif len(report.items) == 1 and report.items[0].recipe is not None:
            self._offer_recipe(ids[0])

    def _offer_recipe(self, item_id: str) -> None:
        """A file that carries its settings offers them."""
        item = self._services.gallery.item(self._services.gallery.row_of(item_id))
        job = job_of_recipe(item.recipe) if item is not None else None
        if item is not None and job is not None:
            text = tr("“{name}” carries its settings.", name=short_name(item.title))
            use = partial(self._window.results.use_job, job)
            self._window.toasts.show_message(text, tr("Use these settings"), use)

    def _say_missing(self, missing: tuple[object, ...]) -> None:
        if missing:
            text = counted(
                len(missing), "{n} file of this project is missing.", "{n} files of this project are missing."
            )
            self._window.toasts.show_message(text, tr("Find …"), self._find_missing)

    def _find_missing(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, tr("Where may the missing files be?"))
        if folder:
            self._services.document.relink((Path(folder),))
