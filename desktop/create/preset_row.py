"""The first row of a panel: its presets, saving one, and everything back to the defaults."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.create.form import Form
from desktop.create.presets import Presets
from desktop.widgets.buttons import IconButton
from desktop.widgets.engine_words import system_reason
from desktop.widgets.fields import ComboBox
from desktop.widgets.labels import row
from desktop.widgets.prompt import ask_text
from desktop.widgets.words import tr

_LONGEST_NAME = 60


class PresetRow(QWidget):
    """Chooses, saves and removes presets of one form."""

    refused = Signal(object)
    """arg: str, why a preset was not saved or removed."""

    def __init__(self, presets: Presets, form: Form) -> None:
        super().__init__()
        self._presets = presets
        self._form = form
        self.choice = ComboBox(name=tr("Preset"))
        self._fill("")
        self.choice.activated.connect(self._use)
        self.keep_button = IconButton("bookmark", tr("Save as a preset …"))
        self.keep_button.clicked.connect(self._open)
        self.reset = IconButton("rotate-ccw", tr("Reset all fields"))
        self.reset.clicked.connect(self._reset)
        layout = row(self.choice, self.keep_button, self.reset, space=4, margins=(12, 10, 8, 8))
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def chosen(self) -> str:
        """Return the name of the preset in use, "" for the standard."""
        return str(self.choice.currentData() or "")

    def keep(self, name: str) -> None:
        """Save the values as they stand under a name."""
        try:
            self._presets.save(name, self._form.preset_values())
        except OSError as error:
            self.refused.emit(tr("The preset was not saved: {reason}.", reason=system_reason(error)))
            return
        self._fill(name)

    def remove(self, name: str) -> None:
        """Remove a preset; the fields stay as they are."""
        try:
            self._presets.remove(name)
        except OSError as error:
            self.refused.emit(tr("The preset was not removed: {reason}.", reason=system_reason(error)))
            return
        self._fill("")

    def menu(self) -> QMenu:
        """Return what can be done with the preset in use."""
        menu, name = QMenu(self), self.chosen()
        menu.addAction(tr("Save as a preset …")).triggered.connect(self._ask_name)
        menu.addAction(tr("Replace “{name}”", name=name)).triggered.connect(lambda: self.keep(name))
        menu.addAction(tr("Remove “{name}”", name=name)).triggered.connect(lambda: self.remove(name))
        return menu

    def _fill(self, chosen: str) -> None:
        self.choice.clear()
        self.choice.addItem(tr("Preset: standard"), "")
        for name in self._presets.names():
            self.choice.addItem(tr("Preset: {name}", name=name), name)
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))

    def _use(self, _index: int) -> None:
        if name := self.chosen():
            self._form.set_values(self._presets.values(name))
        else:
            self._form.reset()

    def _reset(self) -> None:
        self.choice.setCurrentIndex(0)
        self._form.reset()

    def _open(self) -> None:
        if not self.chosen():
            self._ask_name()
            return
        menu = self.menu()
        menu.exec(self.keep_button.mapToGlobal(self.keep_button.rect().bottomLeft()))
        menu.deleteLater()

    def _ask_name(self) -> None:
        name = ask_text(self.window(), tr("Save as a preset"), tr("Name of the preset"), self.chosen(), verb=tr("Save"))
        if name and name.strip():
            self.keep(name.strip()[:_LONGEST_NAME])
