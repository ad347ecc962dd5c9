"""The settings of an export: file, picture, sound, subtitles."""

from fractions import Fraction
from pathlib import Path
from shutil import disk_usage

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from desktop.export.presets import RATES, SIZES, Format, differs, frame_size, with_encode
from desktop.widgets.buttons import IconButton
from desktop.widgets.chips import Option, Segment
from desktop.widgets.fields import ComboBox, NumberField, Slider
from desktop.widgets.labels import box, column, label, row
from desktop.widgets.pane import FieldBox, section
from desktop.widgets.theme import theme
from desktop.widgets.words import size, tr
from engine.project.schema import Settings
from engine.protocol.jobs.encode import CODECS, EncodeSettings, VideoCodec, sound_codec_for

_SPEEDS = (("draft", "Draft"), ("fast", "Fast"), ("balanced", "Balanced"), ("best", "Slow"))
_LOUDNESS = (
    (None, "As it is mixed"),
    (-14.0, "Web, −14 LUFS"),
    (-16.0, "Speech, −16 LUFS"),
    (-23.0, "EBU R128, −23 LUFS"),
)


class ExportForm(QWidget):
    """The fields. A dot marks what differs from the preset."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._settings = Settings()
        self._folder = Path()
        self._base = Format(".mp4", EncodeSettings())
        self._format = self._base
        self.file = QLineEdit()
        self.file.setAccessibleName(tr("File"))
        self.browse = IconButton("folder-open", tr("Choose the file …"), framed=True)
        self.browse.clicked.connect(self._choose_file)
        self.side, self.rate = ComboBox(name=tr("Size")), ComboBox(name=tr("Frame rate"))
        self.effort, self.loudness = ComboBox(name=tr("Effort")), ComboBox(name=tr("Loudness"))
        self.quality = Slider(0, 51, name=tr("Quality"))
        self.quality_number = NumberField(0, 256, unit="")
        self.quality_number.setAccessibleName(tr("Quality"))
        self.quality_number.setFixedWidth(theme().px(84))
        for value, words in _SPEEDS:
            self.effort.addItem(tr(words), value)
        for level, words in _LOUDNESS:
            self.loudness.addItem(tr(words), level)
        self.subtitles = Segment(
            [Option("none", tr("None")), Option("burnt_in", tr("Burnt in")), Option("srt", tr("SRT beside"))],
            name=tr("Subtitles"),
            side=28,
            fill=True,
        )
        self._build()
        self.file.textEdited.connect(self._on_changed)
        for combo in (self.side, self.rate, self.effort, self.loudness):
            combo.activated.connect(self._on_changed)
        self.quality.valueChanged.connect(self._on_slider)
        self.quality_number.valueChanged.connect(self._on_number)
        self.subtitles.chosen.connect(self._on_changed)

    def _build(self) -> None:
        self._boxes = {
            "longest": FieldBox(tr("Size"), self.side, hint=tr("even numbers")),
            "fps": FieldBox(tr("Frame rate"), self.rate),
            "speed": FieldBox(tr("Effort"), self.effort),
            "loudness": FieldBox(tr("Loudness"), self.loudness),
        }
        for name, field in self._boxes.items():
            field.reset.connect(self._resetter(name))
        quality = box(row(self.quality, self.quality_number, space=8))
        self._boxes["quality"] = FieldBox(tr("Quality"), quality)
        self._boxes["quality"].reset.connect(self._resetter("quality"))
        self.sound_facts = label("", "tiny", "text2")
        sizes = row(self._boxes["longest"], self._boxes["fps"], space=8)
        sizes.setStretch(0, 2)
        sizes.setStretch(1, 1)
        first = box(sizes)
        file_row = row(self.file, self.browse, space=6)
        file_row.setStretch(0, 1)
        self.place = label("", "tiny", "text2", wrap=True)
        file_box = FieldBox(tr("File"), box(file_row))
        self.setLayout(
            column(
                section("", file_box, self.place),
                section(tr("Picture"), first, self._boxes["quality"], self._boxes["speed"]),
                section(tr("Sound"), self._boxes["loudness"], note=self.sound_facts),
                section(tr("Subtitles"), self.subtitles),
                space=0,
            )
        )

    # Values

    def show_settings(self, settings: Settings) -> None:
        """Take over the film's size and rate."""
        self._settings = settings
        self._fill_film()

    def use(self, format_: Format, base: Format | None = None) -> None:
        """Show a format; ``base`` is the preset that differences are told against."""
        self._base, self._format = base or format_, format_
        scale = CODECS[format_.encode.codec].quality
        quality = format_.encode.quality if format_.encode.quality is not None else scale.default
        with QSignalBlocker(self.quality), QSignalBlocker(self.quality_number):
            self.quality.setRange(scale.lowest, scale.highest)
            self.quality_number.setRange(scale.lowest, scale.highest)
            self.quality.setValue(quality)
            self.quality_number.setValue(quality)
        self._boxes["quality"].hint.set_text(_quality_words(format_.encode.codec))
        self._boxes["quality"].hint.setVisible(True)
        self._fill_film()
        self.effort.setCurrentIndex(max(0, self.effort.findData(format_.encode.speed)))
        self.loudness.setCurrentIndex(
            next((i for i, (level, _) in enumerate(_LOUDNESS) if level == format_.loudness), 0)
        )
        self.subtitles.set_value(format_.subtitles)
        self._show_file_suffix()
        self._show_state()

    def format(self) -> Format:
        """Return the format as it stands."""
        return self._format

    def path(self) -> Path:
        """Return where the file goes; a name alone lies in the folder that was chosen."""
        return self._folder / self.file.text().strip()

    def set_path(self, path: Path) -> None:
        self._folder = path.parent
        self.file.setText(path.name)
        self._show_state()

    def _fill_film(self) -> None:
        settings = self._settings
        longest = max(settings.width, settings.height)
        self.side.clear()
        for side in SIZES:
            if side and side >= longest:
                continue
            width, height = frame_size(settings.width, settings.height, side)
            film = tr("{w} × {h} · as the film", w=settings.width, h=settings.height)
            self.side.addItem(film if not side else f"{width} × {height}", side)
        if self._format.longest and self.side.findData(self._format.longest) < 0 and self._format.longest < longest:
            width, height = frame_size(settings.width, settings.height, self._format.longest)
            self.side.addItem(f"{width} × {height}", self._format.longest)
        self.side.setCurrentIndex(max(0, self.side.findData(self._format.longest)))
        self.rate.clear()
        for index, fps in enumerate(RATES):
            words = tr("{n} fps", n=_rate(fps if fps is not None else settings.fps))
            if fps is None or fps != settings.fps:
                self.rate.addItem(words, index)
        wanted = next((i for i, fps in enumerate(RATES) if fps == self._format.fps), 0)
        self.rate.setCurrentIndex(max(0, self.rate.findData(wanted)))

    def _on_changed(self, _value: object = None) -> None:
        speed, quality = str(self.effort.currentData()), round(self.quality_number.value())
        scale = CODECS[self._format.encode.codec].quality
        own = self._base.encode.quality
        wanted = own if own is None and quality == scale.default else quality
        encode = with_encode(self._format, speed=speed, quality=wanted).encode
        self._format = Format(
            self._format.suffix,
            encode,
            int(self.side.currentData() or 0),
            RATES[int(self.rate.currentData() or 0)],
            _LOUDNESS[max(0, self.loudness.currentIndex())][0],
            self.subtitles.value(),  # type: ignore[arg-type]
        )
        self._show_state()
        self.changed.emit()

    def _on_slider(self, value: int) -> None:
        with QSignalBlocker(self.quality_number):
            self.quality_number.setValue(value)
        self._on_changed()

    def _on_number(self, value: float) -> None:
        with QSignalBlocker(self.quality):
            self.quality.setValue(round(value))
        self._on_changed()

    def _show_state(self) -> None:
        changed = differs(self._format, self._base)
        for name, field in self._boxes.items():
            field.set_changed(name in changed)
        codec = sound_codec_for(f"film{self._format.suffix}", self._format.encode)
        rate = self._format.encode.sound_bitrate
        if codec is None:
            words = tr("this file holds no sound")
        elif codec == "pcm":
            words = tr("PCM · 48 kHz · stereo")
        else:
            words = tr("{codec} {n} kbit/s · 48 kHz · stereo", codec=codec.upper(), n=rate)
        self.sound_facts.setText(words)
        self._boxes["loudness"].setEnabled(codec is not None)
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

    def _resetter(self, name: str) -> object:
        def reset() -> None:
            base, now = self._base, self._format
            values = {key: getattr(now, key) for key in ("longest", "fps", "loudness", "subtitles")}
            encode = now.encode
            if name in values:
                values[name] = getattr(base, name)
            else:
                encode = with_encode(now, **{name: getattr(base.encode, name)}).encode
            self.use(Format(now.suffix, encode, **values), base)
            self.changed.emit()

        return reset

    def _show_file_suffix(self) -> None:
        if self.file.text():
            path = Path(self.file.text())
            known = {suffix for facts in CODECS.values() for suffix in facts.suffixes}
            stem = path.with_suffix("") if path.suffix.lower() in known else path
            self.file.setText(str(stem) + self._format.suffix)

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Export film"), str(self.path()))
        if name:
            self._folder = Path(name).parent
            self.file.setText(Path(name).name)
            self._show_file_suffix()
            self._on_changed()


def _quality_words(codec: VideoCodec) -> str:
    """Return what the numbers of a codec's quality mean."""
    if codec == "prores":
        return tr("0 proxy to 3 HQ")
    if codec == "prores4444":
        return tr("4, or 5 for XQ")
    if codec == "gif":
        return tr("colours in each frame")
    if codec in ("apng", "png"):
        return tr("compression, lossless")
    return tr("higher is better") if codec == "webp" else tr("lower is better")


def _rate(fps: Fraction) -> str:
    return f"{float(fps):.3f}".rstrip("0").rstrip(".")
