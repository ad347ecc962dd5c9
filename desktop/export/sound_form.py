"""The sound settings of an export: loudness now and target, bit rate, and what the file holds."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.export.loudness_scale import LoudnessScale
from desktop.export.presets import Format, with_encode
from desktop.widgets.fields import ComboBox
from desktop.widgets.labels import box, column, label, row
from desktop.widgets.pane import FieldBox
from desktop.widgets.words import tr
from engine.protocol.jobs.encode import SOUND_FILES, sound_codec_for

_LOUDNESS = (
    (None, "As it is mixed"),
    (-14.0, "Web, −14 LUFS"),
    (-16.0, "Speech, −16 LUFS"),
    (-23.0, "EBU R128, −23 LUFS"),
)
_BITRATES = (64, 96, 128, 160, 192, 256, 320)
_CEILING = "−1"


class SoundForm(QWidget):
    """Fields for one format."""

    changed = Signal()

    reset = Signal(object)
    """arg: str, the name of the value that is to be as in the preset again."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = label("", "tiny", "text2")
        self.loudness, self.bitrate = ComboBox(name=tr("Loudness")), ComboBox(name=tr("Bit rate"))
        for level, words in _LOUDNESS:
            self.loudness.addItem(tr(words), level)
        for rate in _BITRATES:
            self.bitrate.addItem(tr("{n} kbit/s", n=rate), rate)
        self.scale = LoudnessScale()
        peak = tr("peak {n} dBTP at most", n=_CEILING)
        self.boxes = {
            "loudness": FieldBox(tr("Loudness"), self.loudness, hint=peak),
            "sound_bitrate": FieldBox(tr("Bit rate"), self.bitrate),
        }
        for name, field in self.boxes.items():
            field.reset.connect(lambda name=name: self.reset.emit(name))
        pair = row(self.boxes["loudness"], self.boxes["sound_bitrate"], space=8)
        pair.setStretch(0, 2)
        pair.setStretch(1, 1)
        self.setLayout(column(box(pair), self.scale, space=8))
        self.loudness.activated.connect(self._on_changed)
        self.bitrate.activated.connect(self._on_changed)
        self._now: float | None = None

    def use(self, format_: Format) -> None:
        """Show a format."""
        index = next((i for i, (level, _) in enumerate(_LOUDNESS) if level == format_.loudness), 0)
        self.loudness.setCurrentIndex(index)
        rate = format_.encode.sound_bitrate
        if self.bitrate.findData(rate) < 0:
            self.bitrate.addItem(tr("{n} kbit/s", n=rate), rate)
        self.bitrate.setCurrentIndex(self.bitrate.findData(rate))

    def apply(self, format_: Format) -> Format:
        """Return a format with the values of the fields."""
        made = with_encode(format_, sound_bitrate=int(self.bitrate.currentData()))
        return replace(made, loudness=_LOUDNESS[max(0, self.loudness.currentIndex())][0])

    def show_state(self, format_: Format, changed: frozenset[str]) -> None:
        """Mark what differs from the preset, and say what the file holds."""
        for name, field in self.boxes.items():
            field.set_changed(name in changed)
        codec = codec_of(format_)
        words, rate = tr("this file holds no sound"), format_.encode.sound_bitrate
        if codec in ("pcm", "flac"):
            words = tr("{codec} 24 bit · 48 kHz · stereo", codec="PCM" if codec == "pcm" else "FLAC")
        elif codec is not None:
            words = tr("{codec} {n} kbit/s · 48 kHz · stereo", codec=codec.upper(), n=rate)
        self.facts.setText(words)
        self.setEnabled(codec is not None)
        self.bitrate.setEnabled(codec in ("aac", "opus"))
        self.scale.show_values(self._now, format_.loudness)

    def show_now(self, lufs: float | None) -> None:
        """Show how loud the range is as it is mixed."""
        self._now = lufs
        self.scale.show_values(lufs, _LOUDNESS[max(0, self.loudness.currentIndex())][0])

    def _on_changed(self, _index: int) -> None:
        self.changed.emit()


def codec_of(format_: Format) -> str | None:
    """Return the sound codec of a format's file; None when it holds no sound."""
    return SOUND_FILES.get(format_.suffix) or sound_codec_for(f"film{format_.suffix}", format_.encode)
