"""The settings of an export: file, picture, sound, subtitles, and what travels with them."""

from dataclasses import replace
from pathlib import Path
from shutil import disk_usage

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from desktop.export.picture_form import PictureForm
from desktop.export.presets import Format, differs, with_encode
from desktop.export.sound_form import SoundForm
from desktop.export.subtitle_form import SubtitleForm
from desktop.widgets.buttons import IconButton
from desktop.widgets.labels import box, column, label, row
from desktop.widgets.pane import FieldBox, section
from desktop.widgets.switches import CheckBox
from desktop.widgets.words import size, tr
from engine.project.schema import Project, Settings
from engine.protocol.jobs.encode import CODECS, SOUND_FILES, EncodeSettings

_OF_ENCODER = ("quality", "speed", "encoder", "sound_bitrate")


class ExportForm(QWidget):
    """The fields. What differs from the preset can be reset at its label."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._folder = Path()
        self._base = self._format = Format(".mp4", EncodeSettings())
        self.file = QLineEdit()
        self.file.setAccessibleName(tr("File"))
        self.browse = IconButton("folder-open", tr("Choose the file …"), framed=True)
        self.browse.clicked.connect(self._choose_file)
        self.place = label("", "tiny", "text2", wrap=True)
        self.picture, self.sound, self.subtitle_form = PictureForm(), SoundForm(), SubtitleForm()
        # The fields that scripts and tests of the pane name most.
        self.quality, self.loudness, self.subtitles = self.picture.quality, self.sound.loudness, self.subtitle_form.way
        self.recipes = CheckBox(tr("Put the recipe of every clip into the file"))
        self.show_folder = CheckBox(tr("Show the folder when it is done"))
        self._build()
        self.file.textEdited.connect(self._on_changed)
        for part in (self.picture, self.sound, self.subtitle_form):
            part.changed.connect(self._on_changed)
        self.picture.reset.connect(self._reset)
        self.sound.reset.connect(self._reset)
        self.recipes.toggled.connect(self._on_changed)

    def _build(self) -> None:
        file_row = row(self.file, self.browse, space=6)
        file_row.setStretch(0, 1)
        self._picture_section = section(tr("Picture"), self.picture)
        self.setLayout(
            column(
                section("", FieldBox(tr("File"), box(file_row)), self.place),
                self._picture_section,
                section(tr("Sound"), self.sound, note=self.sound.facts),
                section(tr("Subtitles"), self.subtitle_form, note=self.subtitle_form.facts),
                box(column(self.recipes, self.show_folder, space=12, margins=(12, 12, 12, 12))),
                space=0,
            )
        )

    # Values

    def show_film(self, project: Project) -> None:
        """Take over the film's size and rate, and how many words it has."""
        self.show_settings(project.settings)
        self.subtitle_form.show_film(project)

    def show_settings(self, settings: Settings) -> None:
        """Take over the film's size and rate."""
        self.picture.show_settings(settings)

    def use(self, format_: Format, base: Format | None = None) -> None:
        """Show a format; ``base`` is the preset that differences are told against."""
        self._base, self._format = base or format_, format_
        self.picture.use(format_, self._base)
        self._picture_section.setVisible(not format_.sound_only)
        self.sound.use(format_)
        self.subtitle_form.use(format_)
        with QSignalBlocker(self.recipes):
            self.recipes.setChecked(format_.clip_recipes)
        self._show_file_suffix()
        self._show_state()

    def format(self) -> Format:
        """Return the format as it stands."""
        return self._format

    def path(self) -> Path:
        """Return where the file goes; a name alone lies in the folder that was chosen."""
        return self._folder / self.file.text().strip()

    def set_path(self, path: Path) -> None:
        """Say where the file goes."""
        self._folder = path.parent
        self.file.setText(path.name)
        self._show_state()

    def _on_changed(self, _value: object = None) -> None:
        format_ = replace(self._format, clip_recipes=self.recipes.isChecked())
        self._format = self.subtitle_form.apply(self.sound.apply(self.picture.apply(format_)))
        self._show_state()
        self.changed.emit()

    def _reset(self, name: object) -> None:
        value = str(name)
        if value in _OF_ENCODER:
            wanted = with_encode(self._format, **{value: getattr(self._base.encode, value)})
        else:
            wanted = replace(self._format, **{value: getattr(self._base, value)})
        self.use(wanted, self._base)
        self.changed.emit()

    def _show_state(self) -> None:
        changed = differs(self._format, self._base)
        self.picture.show_state(self._format, changed)
        self.sound.show_state(self._format, changed)
        self._show_place()

    def _show_place(self) -> None:
        folder = self.path().parent
        there = next((each for each in (folder, *folder.parents) if each.exists()), None)
        try:
            free = tr(" · {size} free", size=size(disk_usage(there).free)) if there is not None else ""
        except OSError:
            free = ""
        self.place.setText(tr("In {folder}", folder=folder.name or str(folder)) + free if self.file.text() else "")
        self.place.setToolTip(str(folder))

    def _show_file_suffix(self) -> None:
        if self.file.text():
            path = Path(self.file.text())
            known = {suffix for facts in CODECS.values() for suffix in facts.suffixes} | {*SOUND_FILES}
            stem = path.with_suffix("") if path.suffix.lower() in known else path
            self.file.setText(str(stem) + self._format.suffix)

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Export film"), str(self.path()))
        if name:
            self._folder = Path(name).parent
            self.file.setText(Path(name).name)
            self._show_file_suffix()
            self._on_changed()
