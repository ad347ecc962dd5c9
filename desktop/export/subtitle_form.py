"""The subtitle settings of an export: where the words go, in which language, how large."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.export.presets import Format
from desktop.widgets.chips import Option, Segment
from desktop.widgets.fields import ComboBox
from desktop.widgets.labels import box, column, label, row
from desktop.widgets.words import counted, tr
from engine.project.clips import SoundClip
from engine.project.schema import Project
from engine.protocol.jobs.encode import SUBTITLES_IN

_LANGUAGES = (
    ("", "Language not said"),
    ("eng", "English"),
    ("deu", "German"),
    ("fra", "French"),
    ("spa", "Spanish"),
    ("ita", "Italian"),
    ("por", "Portuguese"),
    ("nld", "Dutch"),
    ("pol", "Polish"),
    ("jpn", "Japanese"),
    ("zho", "Chinese"),
)
_SIZES = ((0.035, "Small, outlined"), (0.045, "Medium, outlined"), (0.06, "Large, outlined"))


class SubtitleForm(QWidget):
    """Fields for one format."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.facts = label("", "tiny", "text2")
        options = (
            Option("none", tr("None")),
            Option("track", tr("As a track")),
            Option("burnt_in", tr("Burnt in")),
            Option("srt", tr("SRT beside")),
        )
        self.way = Segment(options, name=tr("Subtitles"), side=28, fill=True)
        self.language, self.look = ComboBox(name=tr("Language")), ComboBox(name=tr("Look of the subtitles"))
        for code, words in _LANGUAGES:
            self.language.addItem(tr(words), code)
        for size, words in _SIZES:
            self.look.addItem(tr(words), size)
        self.setLayout(column(self.way, box(row(self.language, self.look, None, space=8)), space=8))
        self.way.chosen.connect(self._on_changed)
        self.language.activated.connect(self._on_changed)
        self.look.activated.connect(self._on_changed)

    def show_film(self, project: Project) -> None:
        """Say how many lines the film has."""
        count = caption_count(project)
        words = counted(count, "{n} line from the script", "{n} lines from the script")
        self.facts.setText(words if count else tr("no voice has its words with it"))

    def use(self, format_: Format) -> None:
        """Show a format."""
        self.way.set_choice_enabled("track", format_.suffix in SUBTITLES_IN)
        self.way.set_choice_enabled("burnt_in", not format_.sound_only)
        self.way.set_value(format_.subtitles)
        self.language.setCurrentIndex(max(0, self.language.findData(format_.language)))
        nearest = min(range(len(_SIZES)), key=lambda index: abs(_SIZES[index][0] - format_.caption_size))
        self.look.setCurrentIndex(nearest)
        self._show_fields()

    def apply(self, format_: Format) -> Format:
        """Return a format with the values of the fields."""
        return replace(
            format_,
            subtitles=self.way.value(),  # type: ignore[arg-type]
            language=str(self.language.currentData()),
            caption_size=float(self.look.currentData()),
        )

    def _show_fields(self) -> None:
        self.language.setVisible(self.way.value() == "track")
        self.look.setVisible(self.way.value() == "burnt_in")

    def _on_changed(self, _value: object) -> None:
        self._show_fields()
        self.changed.emit()


def caption_count(project: Project) -> int:
    """Return how many sentences the sounds of a film have with them."""
    items = project.media_by_id()
    clips = [clip for track in project.timeline.tracks if not track.muted for clip in track.clips]
    return sum(len(items[clip.media].captions) for clip in clips if isinstance(clip, SoundClip) and clip.media in items)
