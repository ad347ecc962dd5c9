"""Which model makes the pictures: those of the catalog, those in the person's folders, or any file or folder."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop.create.editor import Editor
from desktop.state.models import Models
from desktop.widgets.buttons import IconButton
from desktop.widgets.engine_words import engine_text
from desktop.widgets.fields import ComboBox
from desktop.widgets.labels import row
from desktop.widgets.words import tr
from engine.protocol.fields import FieldInfo
from engine.protocol.picture_models import DEFAULT_MODEL

_SUFFIX = ".safetensors"
_SETTINGS = "sdxl-settings"
_NO_MODELS = (_SETTINGS, "sdxl-checkpoint", "sdxl-vae-fp16-fix", "taesdxl")
"""Entries of the catalog that belong to a picture model and make no pictures themselves."""


class PictureModels(QWidget):
    """The list of models, and a button for a file or a folder of one's own."""

    chosen = Signal()

    def __init__(self, models: Models) -> None:
        super().__init__()
        self._models = models
        self.side = 0
        self.choice = ComboBox(name=tr("Model"))
        self.more = IconButton("folder-open", tr("Use a model from a file or a folder"))
        self.more.clicked.connect(self._open_menu)
        layout = row(self.choice, self.more, space=4)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.choice)
        self.choice.addItem(tr("SDXL Turbo"), DEFAULT_MODEL)
        self.choice.activated.connect(lambda _index: self.chosen.emit())
        models.changed.connect(self.refresh)
        self.refresh()

    def editor(self, info: FieldInfo) -> Editor:
        """Return this choice as the editor of a form's field."""
        return _ModelEditor(info, self)

    def model(self) -> str:
        """Return the id, the file or the folder that is chosen."""
        return str(self.choice.currentData())

    def set_model(self, name: str) -> None:
        """Choose without telling; a name that is not in the list joins it."""
        if self.choice.findData(name) < 0:
            title = Path(name).stem if name.endswith(_SUFFIX) else Path(name).name
            self.choice.addItem(title or name, name)
        self.choice.setCurrentIndex(self.choice.findData(name))

    def put(self, name: str) -> None:
        """Take a model that a person chose."""
        if name:
            self.set_model(name)
            self.chosen.emit()

    def needs(self) -> tuple[str, ...]:
        """Return the ids of what has to be in the store; a folder of one's own needs nothing."""
        name = self.model()
        if self._models.model(name) is not None or name == DEFAULT_MODEL:
            return (name, _SETTINGS) if name.endswith("-file") else (name,)
        return (_SETTINGS,) if name.endswith(_SUFFIX) else ()

    def refresh(self) -> None:
        """Offer the picture models that the catalog has now."""
        now = self.model()
        for model in self._models.models():
            if "image" in model.kinds and model.id not in _NO_MODELS:
                place = self.choice.findData(model.id)
                if place < 0:
                    self.choice.addItem(engine_text(model.title), model.id)
                else:
                    self.choice.setItemText(place, engine_text(model.title))
        self.set_model(now)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(tr("Choose a file …")).triggered.connect(self._ask_file)
        menu.addAction(tr("Choose a folder …")).triggered.connect(self._ask_folder)
        menu.exec(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        menu.deleteLater()

    def _ask_file(self) -> None:
        self.put(QFileDialog.getOpenFileName(self, tr("Choose a model"), "", f"(*{_SUFFIX})")[0])

    def _ask_folder(self) -> None:
        self.put(QFileDialog.getExistingDirectory(self, tr("Choose a folder with a model")))


class _ModelEditor(Editor):
    """The model as a value of a form."""

    def __init__(self, info: FieldInfo, field: PictureModels) -> None:
        super().__init__(info, field)
        self._field = field
        field.chosen.connect(self.changed)

    def value(self) -> Any:
        return self._field.model()

    def set_value(self, value: Any) -> None:
        self._field.set_model(str(value))
