"""The table of models: search, filters, and one row of 52 for each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models import words
from desktop.models.row import ModelRow, TableHead
from desktop.state.devices import Devices, short_device_name
from desktop.state.models import Models
from desktop.widgets.chips import Chip
from desktop.widgets.empty import EmptyState
from desktop.widgets.engine_words import engine_texts
from desktop.widgets.fields import SearchField
from desktop.widgets.labels import ElidedLabel, IconLabel, box, column, label, line, row
from desktop.widgets.pane import scroll_area
from desktop.widgets.theme import theme
from desktop.widgets.words import memory, tr
from engine.protocol.models import DownloadState, ModelState


class ModelTable(QWidget):
    """All models that the filters leave.

    Args:
        models: what there is.
        devices: what it has to fit.
    """

    chosen = Signal(object)
    """arg: str, the id of the model that was chosen; "" for none."""
    download_wanted = Signal(object)
    pause_toggled = Signal(object)
    cancel_wanted = Signal(object)

    def __init__(self, models: Models, devices: Devices) -> None:
        super().__init__()
        self._models = models
        self._devices = devices
        self._kind = words.kinds()[0]
        self._chosen = ""
        self.rows: dict[str, ModelRow] = {}
        self.setProperty("ground", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.nothing = EmptyState("search-x", "")
        content = column(self._list, self.nothing, None, space=0)
        content.setStretchFactor(self.nothing, 1000)
        self._area = scroll_area(box(content))
        self.problems = label("", "small", "warn", wrap=True)
        self.problems.setContentsMargins(*(theme().px(each) for each in (12, 6, 12, 6)))
        layout = column(self._head(), line(), TableHead(), self._area, self.problems, space=0)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        models.changed.connect(self.refresh)
        models.download_changed.connect(self._on_download)
        devices.changed.connect(self._on_device)
        self.refresh()

    def _head(self) -> QWidget:
        self.search = SearchField(tr("Name, purpose, licence …"))
        self.search.setMinimumWidth(theme().px(120))
        self.search.setMaximumWidth(theme().px(280))
        self.search.textChanged.connect(self._filter)
        self.installed = Chip(tr("Installed"))
        self.fitting = Chip(tr("Fits here"))
        for chip in (self.installed, self.fitting):
            chip.toggled.connect(self._filter)
        self.device = ElidedLabel("", "small", "text2", align=Qt.AlignmentFlag.AlignRight)
        layout = row(
            self.search,
            self.installed,
            self.fitting,
            None,
            IconLabel("cpu", "text2", 15),
            self.device,
            space=6,
            margins=(12, 0, 10, 0),
        )
        layout.setStretch(0, 2)
        made = box(layout)
        made.setFixedHeight(theme().px(44))
        return made

    def set_kind(self, kind: words.Kind) -> None:
        """Show the models of one kind."""
        self._kind = kind
        self._filter()

    def choose(self, identifier: str) -> None:
        """Choose a model and scroll to it."""
        self._chosen = identifier if identifier in self.rows else ""
        for key, each in self.rows.items():
            each.set_chosen(key == self._chosen)
        if self._chosen:
            self._area.ensureWidgetVisible(self.rows[self._chosen], 0, theme().px(8))
        self.chosen.emit(self._chosen)

    def chosen_id(self) -> str:
        return self._chosen

    def refresh(self) -> None:
        """Take over what the engine said."""
        models = self._models.models()
        if [model.id for model in models] != list(self.rows):
            self._make_rows(models)
        self._show_device()
        self.problems.setText(engine_texts(self._models.problems))
        self.problems.setVisible(bool(self._models.problems))
        for model in models:
            self._show_row(model)
        self._filter()

    def _make_rows(self, models: tuple[ModelState, ...]) -> None:
        for old in self.rows.values():
            old.hide()
            old.deleteLater()
        self.rows = {}
        for model in models:
            made = self.rows[model.id] = ModelRow(model)
            made.chosen.connect(self.choose)
            made.step.connect(self._step)
            made.download_wanted.connect(self.download_wanted)
            made.pause_toggled.connect(self.pause_toggled)
            made.cancel_wanted.connect(self.cancel_wanted)
            made.set_chosen(model.id == self._chosen)
            self._list.addWidget(made)

    def _show_row(self, model: ModelState) -> None:
        self.rows[model.id].show_model(model, self._models.download_of(model.id), self._devices.chosen)

    def _show_device(self) -> None:
        device = self._devices.chosen
        if device is None:
            self.device.set_text(tr("The engine is starting"))
        else:
            self.device.set_text(f"{short_device_name(device.name)} · {memory(device.memory_total)}")

    def _on_device(self, _device: object) -> None:
        # Told every second; only what depends on the device is shown anew.
        before = self.device.text()
        self._show_device()
        if self.device.text() != before:
            self.refresh()

    def _on_download(self, state: DownloadState) -> None:
        model = self._models.model(state.model)
        if model is not None and state.model in self.rows:
            self._show_row(model)

    def shown(self) -> list[str]:
        """Return the ids of the models that the filters leave, in order."""
        return [key for key, each in self.rows.items() if not each.isHidden()]

    def _filter(self, *_args: object) -> None:
        for each in self.rows.values():
            each.setVisible(self._wanted(each.model))
        empty = not self.shown()
        self.nothing.setVisible(empty)
        if empty:
            waits = not self._models.known
            text = tr("The engine is starting.") if waits else tr("No model is like that.")
            self.nothing.set_sentence(text)

    def _wanted(self, model: ModelState) -> bool:
        if not words.belongs(model, self._kind):
            return False
        if self.installed.isChecked() and not self._models.is_here(model.id):
            return False
        if self.fitting.isChecked() and not words.fits(model, self._devices.chosen):
            return False
        text = f"{words.title(model)} {words.purpose(model)} {words.licence(model)} {model.id}".casefold()
        return all(word in text for word in self.search.text().casefold().split())

    def _step(self, count: int) -> None:
        shown = self.shown()
        place = shown.index(self._chosen) + count if self._chosen in shown else 0
        if 0 <= place < len(shown):
            self.rows[shown[place]].setFocus(Qt.FocusReason.TabFocusReason)
