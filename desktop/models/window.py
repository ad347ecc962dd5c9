"""The window of models: kinds and stores, the table, the details of one model."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.models import dialogs, words
from desktop.models.details import DetailsPane
from desktop.models.getting import get_models
from desktop.models.side import Side
from desktop.models.table import ModelTable
from desktop.state.devices import Devices
from desktop.state.models import Models
from desktop.widgets.dialog import ask
from desktop.widgets.engine_words import advice_text, what_text
from desktop.widgets.labels import box, column, line, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.errors import Failure
from engine.protocol.models import DownloadState


class ModelsWindow(QWidget):
    """A window of its own beside the main one.

    Args:
        models: what there is, and downloads.
        devices: what this computer has.
        foot: the job bar of this window.
        parent: the window it belongs to.
    """

    move_wanted = Signal(object)
    """arg: str, the folder that every model shall be moved to."""

    def __init__(self, models: Models, devices: Devices, foot: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self.setWindowTitle(tr("Models — Portraits"))
        self._models = models
        self._devices = devices
        self.side = Side()
        self.table = ModelTable(models, devices)
        self.details = DetailsPane()
        parts = row(self.side, line("v"), self.table, line("v"), self.details, space=0)
        parts.setStretch(2, 1)
        layout = column(box(parts), foot, space=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        px = theme().px
        self.setMinimumSize(px(1100), px(560))
        self.resize(px(1280), px(800))
        self._wire()
        self._show_store()

    def _wire(self) -> None:
        self.side.kind_chosen.connect(self.table.set_kind)
        self.side.add_folder.clicked.connect(self.add_folder)
        self.side.store.choose.clicked.connect(self.choose_store)
        self.side.store.move_button.clicked.connect(self.move_store)
        self.side.folder_forgotten.connect(self._models.forget_folder)
        self.side.allowed.clicked.connect(self._models.allow_downloads)
        self.table.chosen.connect(self._show_details)
        for part in (self.table, self.details):
            part.download_wanted.connect(self.download)
            part.pause_toggled.connect(self.toggle_pause)
            part.cancel_wanted.connect(self._models.cancel)
        self.details.remove_wanted.connect(self.remove)
        self.details.folder_wanted.connect(self.add_folder)
        self._models.changed.connect(self._show_store)
        self._models.download_changed.connect(self._on_download)
        self._models.refused.connect(self._refuse)
        for keys, act in (
            ("Ctrl+Return", self.details.run_main),
            ("Ctrl+F", self._find),
            ("Ctrl+W", self.close),
            ("F5", self._models.refresh),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def open(self, identifier: str = "") -> None:
        """Show the window, perhaps at one model."""
        self._models.refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        if identifier:
            self.table.choose(identifier)
        elif not self.table.chosen_id() and self.table.shown():
            self.table.choose(self.table.shown()[0])

    # What a person asks for

    def download(self, identifier: str) -> None:
        """Download a model, after what has to be asked first."""
        get_models(self, self._models, (identifier,))

    def toggle_pause(self, identifier: str) -> None:
        """Pause a download that runs, or go on with one that is paused."""
        state = self._models.download_of(identifier)
        if state is not None and state.phase == "paused":
            self._models.resume(identifier)
        else:
            self._models.pause(identifier)

    def remove(self, identifier: str) -> None:
        """Delete the files of a model, after a question."""
        model = self._models.model(identifier)
        if model is not None and dialogs.removes(self, model):
            self._models.remove(identifier)

    def add_folder(self) -> None:
        """Choose a folder of models that another program brought here."""
        folder = QFileDialog.getExistingDirectory(self, tr("Add a folder of models, only read"))
        if folder:
            self._models.add_folder(Path(folder))

    def choose_store(self) -> None:
        """Choose where models are brought from now on."""
        title = tr("Choose where models are brought from now on")
        folder = QFileDialog.getExistingDirectory(self, title, self._models.store.folder)
        if folder:
            self._models.use_store(Path(folder))

    def move_store(self) -> None:
        """Choose where every model shall be moved; the queue does the work."""
        store = self._models.store
        folder = QFileDialog.getExistingDirectory(self, tr("Move the models into this folder"), store.folder)
        if folder and dialogs.moves_store(self, store.size, folder):
            self._models.pause_all()
            self.move_wanted.emit(folder)

    # What changed

    def _show_store(self) -> None:
        models = self._models.models()
        counts = {kind.key: sum(words.belongs(model, kind) for model in models) for kind in words.kinds()}
        self.side.show_counts(counts)
        store = self._models.store
        here = [model for model in models if self._models.is_here(model.id)]
        found = {
            folder: sum(model.read_only and Path(model.path).is_relative_to(folder) for model in here)
            for folder in store.added
        }
        self.side.show_store(store, found)
        self._show_details(self.table.chosen_id())
        if self.isVisible() and not self.table.chosen_id() and self.table.shown():
            self.table.choose(self.table.shown()[0])

    def _show_details(self, identifier: str) -> None:
        model = self._models.model(identifier)
        self.details.show_model(model, self._models.download_of(identifier), self._devices.chosen)

    def _on_download(self, state: DownloadState) -> None:
        if state.model == self.table.chosen_id():
            self._show_details(state.model)

    def _refuse(self, failure: Failure) -> None:
        if self.isVisible():
            ask(self, what_text(failure), advice_text(failure), [("close", tr("Close"))])

    def _find(self) -> None:
        self.table.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.table.search.selectAll()
