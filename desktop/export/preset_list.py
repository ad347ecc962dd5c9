"""The presets at the left of the export pane: those of the program, own ones below, and the timeline as a file."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.create.presets import Presets
from desktop.export.own_presets import own_presets, plain_of
from desktop.export.presets import PRESETS, Format, Preset
from desktop.export.rows import PresetRow
from desktop.widgets.buttons import Button, IconButton, Kind
from desktop.widgets.engine_words import system_reason
from desktop.widgets.labels import line
from desktop.widgets.pane import Pane
from desktop.widgets.prompt import ask_text
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_LONGEST_NAME = 60


class PresetList(Pane):
    """Lets one preset be chosen, and the settings be saved as another one.

    Args:
        path: where own presets are kept.
    """

    chosen = Signal(object)
    """arg: Preset."""

    timeline_wanted = Signal()
    """The timeline is to be given to another program."""

    name_given = Signal(object)
    """arg: str, under which the settings as they stand are to be saved."""

    refused = Signal(object)
    """arg: str, why a preset was not saved."""

    def __init__(self, path: Path) -> None:
        super().__init__(tr("Presets"), scrolls=True)
        self.setFixedWidth(theme().px(248))
        self._own = Presets(path)
        self.rows: dict[str, PresetRow] = {}
        self._lines: list[QWidget] = []
        save = IconButton("bookmark-plus", tr("Save as a preset …"))
        save.clicked.connect(self._ask_name)
        self.remove_button = IconButton("trash-2", tr("Remove this preset"))
        self.remove_button.clicked.connect(self._remove)
        self.header.tools.addWidget(self.remove_button)
        self.header.tools.addWidget(save)
        self.otio = Button(tr("OpenTimelineIO, EDL …"), "file", Kind.QUIET)
        self.otio.setToolTip(tr("Give the timeline to another program; OpenTimelineIO keeps every recipe in it."))
        self.otio.clicked.connect(self.timeline_wanted)
        self.footer.addWidget(self.otio)
        self.show_footer()
        self._current = PRESETS[0]
        self.fill()

    def fill(self) -> None:
        """Show the presets there are now."""
        for made in (*self.rows.values(), *self._lines):
            made.setParent(None)
            made.deleteLater()
        self.rows.clear()
        own = self.own()
        for preset in PRESETS:
            self._add(preset)
        self._lines = [line()] if own else []
        for part in self._lines:
            self.add(part)
        for preset in own:
            self._add(preset)

    def own(self) -> list[Preset]:
        """Return the presets a person saved."""
        return own_presets(self._own)

    def show_chosen(self, preset: Preset) -> None:
        """Mark a preset as the chosen one."""
        self._current = preset
        self.rows[preset.key].setChecked(True)
        self.remove_button.setVisible(preset.key.startswith("own "))

    def keep(self, name: str, format_: Format) -> Preset | None:
        """Save a format under a name; return the preset it is now, None when it could not be saved."""
        try:
            self._own.save(name, plain_of(format_))
        except OSError as error:
            self.refused.emit(tr("The preset was not saved: {reason}.", reason=system_reason(error)))
            return None
        self.fill()
        return next((each for each in self.own() if each.name == name), None)

    def _add(self, preset: Preset) -> None:
        made = PresetRow(tr(preset.name), tr(preset.facts), preset.icon)
        made.clicked.connect(lambda: self.chosen.emit(preset))
        self.rows[preset.key] = made
        self.add(made)

    def _remove(self) -> None:
        self._own.remove(self._current.name)
        self.fill()
        self.chosen.emit(PRESETS[0])

    def _ask_name(self) -> None:
        name = ask_text(self.window(), tr("Save these settings as a preset"), tr("Name of the preset"), verb=tr("Save"))
        if name and name.strip():
            self.name_given.emit(name.strip()[:_LONGEST_NAME])
