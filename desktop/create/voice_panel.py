"""The panel that speaks a text with the built-in voice."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop.create.editors import Editor
from desktop.create.form import Form, SectionPlan
from desktop.create.panel import JobPanel, Workshop
from desktop.create.seed_field import SeedField
from desktop.widgets.chips import Option, Segment
from desktop.widgets.fields import Slider
from desktop.widgets.labels import ElidedLabel, box, column, label, line, row
from desktop.widgets.pane import FieldBox, section
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, tr
from engine.protocol.jobs import VoiceJob
from engine.protocol.jobs.base import Job

_PLAN = (
    SectionPlan("Loudness", (("loudness",),), folded=True),
    SectionPlan("Subtitles", (("subtitles",),), folded=True),
)
_NAME_WORDS = 5


class ScriptField(QPlainTextEdit):
    """Long text to write, in the script style. Tab leaves it, so that nothing traps the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(theme().font("script"))
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setPlaceholderText(tr("Write what is said. A blank line makes a longer pause."))
        self.setAccessibleName(tr("Text to speak"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme().px(168))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Ctrl+Enter is the pane's main action and no line break.
        if event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class SliderField(QWidget):
    """A slider with the exact number beside it."""

    def __init__(self, editor: Editor, name: str) -> None:
        super().__init__()
        low, high = editor.info.lowest or 0.0, editor.info.highest or 1.0
        self._editor = editor
        self._low = low
        self._step = (high - low) / 150
        self.slider = Slider(0, 150, name=name)
        editor.widget.setMaximumWidth(theme().px(76))
        layout = row(self.slider, editor.widget, space=12)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.slider.valueChanged.connect(self._slid)
        editor.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show the editor's value."""
        self.slider.blockSignals(True)
        self.slider.setValue(round((self._editor.value() - self._low) / self._step))
        self.slider.blockSignals(False)

    def _slid(self, place: int) -> None:
        self._editor.set_value(round(self._low + place * self._step, 2))
        self._editor.changed.emit()


class VoicePanel(JobPanel):
    """Speaks a text into a sound."""

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop, "voice", tr("Speak"), Form(VoiceJob))
        self.text = ScriptField()
        self.words = ElidedLabel("", "tiny", "text2")
        self.text.textChanged.connect(self._text_changed)
        self.add(self._voice_section())
        self.add(section(tr("Text"), self.text, note=self.words))
        self.add(self._manner_section())
        for plan in _PLAN:
            self.add(self.form.section(plan))
        self.form.changed.connect(self._follow)
        self._text_changed()

    def _voice_section(self) -> QWidget:
        voices = Segment(
            [Option("builtin", tr("Built-in voice"), help=tr("The small voice that is always there."))],
            name=tr("Speaks with"),
            fill=True,
        )
        note = label(tr("Always here · English · 24 kHz"), "tiny", "text2")
        inner = column(label(tr("Speaks with"), "section"), voices, note, space=8, margins=(12, 11, 12, 12))
        return box(column(inner, line(), space=0))

    def _manner_section(self) -> QWidget:
        self.pace = SliderField(self.form.editor("speed"), tr("Speed"))
        self.gap = SliderField(self.form.editor("gap"), tr("Pause between sentences"))
        boxes: list[QWidget] = []
        self._resets: list[tuple[FieldBox, Editor]] = []
        for path, field in (("speed", self.pace), ("gap", self.gap)):
            editor = self.form.editor(path)
            made = FieldBox(tr(editor.info.title), field, help_text=tr(editor.info.description))
            made.label.setBuddy(editor.widget)
            made.reset.connect(editor.reset)
            self._resets.append((made, editor))
            boxes.append(made)
        self.seed = SeedField(self.form.editor("seed"))
        return section(tr("Manner"), *boxes, FieldBox(tr("Seed"), self.seed))

    def use_job(self, job: Job) -> None:
        assert isinstance(job, VoiceJob)
        super().use_job(job)
        self.text.setPlainText(job.text)
        self._follow()

    def make_job(self, output: str) -> Job:
        return self.form.job(text=self.text.toPlainText(), output=output, engine="builtin")

    def missing(self) -> str:
        return "" if self.text.toPlainText().strip() else tr("Write the text to speak")

    def job_title(self) -> str:
        return f"“{self._first_words()}”"

    def result_name(self) -> tuple[str, str]:
        return self._first_words(), ".wav"

    def start(self) -> None:
        super().start()
        self.seed.next_seed()

    def _first_words(self) -> str:
        words = self.text.toPlainText().split()
        return " ".join(words[:_NAME_WORDS]) + (" …" if len(words) > _NAME_WORDS else "")

    def _text_changed(self) -> None:
        count = len(self.text.toPlainText().split())
        self.words.set_text(counted(count, "{n} word", "{n} words") if count else "")
        self.refresh()

    def _follow(self) -> None:
        self.pace.follow()
        self.gap.follow()
        for made, editor in self._resets:
            made.set_changed(not editor.is_default())
