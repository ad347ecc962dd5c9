"""The picture settings of an export: size, frame rate, quality, encoder and effort."""

from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from desktop.export.presets import RATES, SIZES, Format, frame_size, with_encode
from desktop.widgets.fields import ComboBox, NumberField, Slider
from desktop.widgets.labels import box, column, row
from desktop.widgets.numbers import short_number
from desktop.widgets.pane import FieldBox
from desktop.widgets.switches import CheckBox
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.project.schema import Settings
from engine.protocol.jobs.encode import CODECS, EncoderKind, EncodeSettings, VideoCodec

_SPEEDS = (("draft", "Draft"), ("fast", "Fast"), ("balanced", "Balanced"), ("best", "Slow"))
_ENCODERS: dict[EncoderKind, str] = {
    "processor": "Processor",
    "nvenc": "NVIDIA card · tested",
    "qsv": "Intel graphics · tested",
    "amf": "AMD card · tested",
    "videotoolbox": "Apple graphics · tested",
}
_CRF_WORDS = ((13, "close to lossless, large"), (20, "very good"), (26, "good, smaller file"), (33, "fair, small"))
_CRF_TOP = 51


class PictureForm(QWidget):
    """Fields for one format. What differs from the preset can be reset at its label."""

    changed = Signal()

    reset = Signal(object)
    """arg: str, the name of the value that is to be as in the preset again."""

    def __init__(self) -> None:
        super().__init__()
        self._settings = Settings()
        self._format = self._base = Format(".mp4", EncodeSettings())
        self.side, self.rate = ComboBox(name=tr("Size")), ComboBox(name=tr("Frame rate"))
        self.effort, self.encoder = ComboBox(name=tr("Effort")), ComboBox(name=tr("Encoder"))
        self.alpha = CheckBox(tr("Keep transparency"))
        self.quality = Slider(0, 51, name=tr("Quality"))
        self.quality_number = NumberField(0, 256, unit="")
        self.quality_number.setAccessibleName(tr("Quality"))
        self.quality_number.setFixedWidth(theme().px(84))
        for value, words in _SPEEDS:
            self.effort.addItem(tr(words), value)
        self._build()
        for combo in (self.side, self.rate, self.effort, self.encoder):
            combo.activated.connect(self._on_changed)
        self.alpha.toggled.connect(self._on_changed)
        self.quality.valueChanged.connect(self._on_slider)
        self.quality_number.valueChanged.connect(self._on_number)

    def _build(self) -> None:
        self.boxes = {
            "longest": FieldBox(tr("Size"), self.side, hint=tr("even numbers")),
            "fps": FieldBox(tr("Frame rate"), self.rate),
            "quality": FieldBox(tr("Quality"), box(row(self.quality, self.quality_number, space=8))),
            "encoder": FieldBox(tr("Encoder"), self.encoder),
            "speed": FieldBox(tr("Effort"), self.effort),
        }
        for name, field in self.boxes.items():
            field.reset.connect(lambda name=name: self.reset.emit(name))
        pairs = []
        for left, right in (("longest", "fps"), ("encoder", "speed")):
            pair = row(self.boxes[left], self.boxes[right], space=8)
            pair.setStretch(0, 2)
            pair.setStretch(1, 1)
            pairs.append(box(pair))
        self.setLayout(column(pairs[0], self.boxes["quality"], pairs[1], self.alpha, space=8))

    def show_settings(self, settings: Settings) -> None:
        """Take over the film's size and rate."""
        self._settings = settings
        self._fill_sizes()
        self._fill_rates()

    def use(self, format_: Format, base: Format) -> None:
        """Show a format, beside the preset that differences are told against."""
        self._base, self._format = base, format_
        codec, scale = format_.encode.codec, CODECS[format_.encode.codec].quality
        quality = format_.encode.quality if format_.encode.quality is not None else scale.default
        with QSignalBlocker(self.quality), QSignalBlocker(self.quality_number), QSignalBlocker(self.alpha):
            self.quality.setRange(scale.lowest, scale.highest)
            self.quality_number.setRange(scale.lowest, scale.highest)
            self.quality.setValue(quality)
            self.quality_number.setValue(quality)
            self.alpha.setChecked(format_.encode.alpha)
        self.alpha.setVisible(CODECS[codec].alpha)
        self.quality_number.set_unit("CRF" if codec in ("h264", "hevc", "av1", "vp9") else "")
        self.effort.setCurrentIndex(max(0, self.effort.findData(format_.encode.speed)))
        self._fill_sizes()
        self._fill_rates()
        self.offer_encoders(())
        self._show_quality()

    def offer_encoders(self, kinds: tuple[EncoderKind, ...]) -> None:
        """Offer the encoders of graphics cards that were tested; the processor is always there."""
        chosen = self._format.encode.encoder
        self.encoder.clear()
        for kind in dict.fromkeys(("processor", *kinds, chosen)):
            self.encoder.addItem(tr(_ENCODERS[kind]), kind)
        self.encoder.setCurrentIndex(max(0, self.encoder.findData(chosen)))
        self.encoder.setEnabled(self.encoder.count() > 1)
        self.encoder.setToolTip("" if self.encoder.count() > 1 else tr("No graphics card here writes this codec."))

    def apply(self, format_: Format) -> Format:
        """Return a format with the values of the fields."""
        quality = round(self.quality_number.value())
        scale = CODECS[format_.encode.codec].quality
        own = self._base.encode.quality
        made = with_encode(
            format_,
            speed=str(self.effort.currentData()),
            quality=own if own is None and quality == scale.default else quality,
            encoder=str(self.encoder.currentData() or "processor"),
            alpha=self.alpha.isChecked() if CODECS[format_.encode.codec].alpha else format_.encode.alpha,
        )
        rate = RATES[int(self.rate.currentData() or 0)]
        return replace(made, longest=int(self.side.currentData() or 0), fps=rate)

    def show_state(self, format_: Format, changed: frozenset[str]) -> None:
        """Mark what differs from the preset."""
        self._format = format_
        for name, field in self.boxes.items():
            field.set_changed(name in changed)
        self._show_quality()

    def _fill_sizes(self) -> None:
        settings, longest = self._settings, max(self._settings.width, self._settings.height)
        sides = [side for side in SIZES if not side or side < longest]
        if self._format.longest and self._format.longest < longest and self._format.longest not in sides:
            sides.append(self._format.longest)
        self.side.clear()
        for side in sides:
            width, height = frame_size(settings.width, settings.height, side)
            film = tr("{w} × {h} · as the film", w=settings.width, h=settings.height)
            self.side.addItem(film if not side else f"{width} × {height}", side)
        self.side.setCurrentIndex(max(0, self.side.findData(self._format.longest)))

    def _fill_rates(self) -> None:
        self.rate.clear()
        for index, fps in enumerate(RATES):
            if fps is None or fps != self._settings.fps:
                words = tr("{n} fps", n=_rate(fps if fps is not None else self._settings.fps))
                self.rate.addItem(words, index)
        wanted = next((i for i, fps in enumerate(RATES) if fps == self._format.fps), 0)
        self.rate.setCurrentIndex(max(0, self.rate.findData(wanted)))

    def _show_quality(self) -> None:
        hint = self.boxes["quality"].hint
        hint.set_text(quality_words(self._format.encode.codec, round(self.quality_number.value())))
        hint.setVisible(True)

    def _on_changed(self, _value: object = None) -> None:
        self.changed.emit()

    def _on_slider(self, value: int) -> None:
        with QSignalBlocker(self.quality_number):
            self.quality_number.setValue(value)
        self.changed.emit()

    def _on_number(self, value: float) -> None:
        with QSignalBlocker(self.quality):
            self.quality.setValue(round(value))
        self.changed.emit()


def quality_words(codec: VideoCodec, quality: int) -> str:
    """Return what a number of a codec's quality means."""
    if codec == "prores":
        return (tr("proxy"), tr("LT"), tr("standard"), tr("HQ"))[min(quality, 3)]
    if codec == "prores4444":
        return tr("4, or 5 for XQ")
    if codec == "gif":
        return tr("colours in each frame")
    if codec in ("apng", "png"):
        return tr("compression, lossless")
    if codec == "webp":
        return tr("lossless") if quality == CODECS[codec].quality.highest else tr("higher is better")
    level = quality * _CRF_TOP / CODECS[codec].quality.highest
    return tr(next((words for limit, words in _CRF_WORDS if level < limit), "poor, very small"))


def _rate(fps: Fraction) -> str:
    return short_number(float(fps))
