"""The panel that speaks a text: with the small built-in voice for a draft, with the large one for the final."""

from PySide6.QtWidgets import QWidget

from desktop.create.editors import NumberEditor, SegmentEditor
from desktop.create.form import Form
from desktop.create.form_fields import SectionPlan
from desktop.create.panel import JobPanel
from desktop.create.prompt_field import PromptField, WordsEditor, WordsField
from desktop.create.slider_field import SliderField
from desktop.create.workshop import Workshop
from desktop.widgets.chips import Chip, Option, Segment
from desktop.widgets.flow import FlowLayout
from desktop.widgets.labels import ElidedLabel, box, column, label, line
from desktop.widgets.pane import section
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, tr
from engine.protocol.jobs import VoiceJob
from engine.protocol.jobs.base import Job
from engine.protocol.voices import BUILT_IN

_SMALL, _LARGE = "builtin", "maya1"
_NAME_WORDS = 5
_USUAL_LIVELINESS = 1.0
_FOLDS = (
    SectionPlan("Gaps and sentences", (("gap",), ("takes",)), folded=True),
    SectionPlan("Loudness", (("loudness",),), folded=True),
    SectionPlan("Subtitles", (("subtitles",),), folded=True),
    SectionPlan(
        "Large voice",
        (("carry_on",), ("repetition_penalty", "max_tokens"), ("weights",), ("server",)),
        folded=True,
    ),
    SectionPlan("Playing", (("play",), ("keep_partial",)), folded=True),
)


class VoicePanel(JobPanel):
    """Speaks a text into a sound."""

    prompt: PromptField

    def __init__(self, workshop: Workshop) -> None:
        form = Form(VoiceJob, kept=("seed", "text"), tools=workshop.tools)
        super().__init__(workshop, "voice", tr("Speak"), form)
        self.add(self.preset_row())
        self.add(self._engine_section())
        self.add(self._description_section())
        self.add(self._text_section())
        self.add(self._manner_section())
        gaps, loudness, subtitles, large, playing = _FOLDS
        pronunciation = form.wrap(("say",), tr("Pronunciation"), form.editor("say").widget)
        self.add(form.fold(gaps, after=(pronunciation,)))
        self.add(form.fold(loudness))
        level = form.editor("loudness")
        assert isinstance(level, NumberEditor)
        level.name_lowest(tr("as it is"))
        self.add(form.fold(subtitles))
        self._large_fold = form.fold(large)
        self.add(self._large_fold)
        self.add(form.fold(playing))
        form.changed.connect(self._follow)
        self.text.textChanged.connect(self._text_changed)
        self._follow()
        self.refresh()

    def _engine_section(self) -> QWidget:
        self.voices = Segment(
            [
                Option(_LARGE, tr("Maya1 · final"), help=tr("The large voice: described in words, with emotions.")),
                Option(_SMALL, tr("Built-in · draft"), help=tr("The small voice that is always there.")),
            ],
            name=tr("Speaks with"),
            fill=True,
        )
        self._engine = self.form.give("engine", SegmentEditor(self.form.info("engine"), self.voices))
        self.note = ElidedLabel(tr("Always here · English · 24 kHz"), "tiny", "text2")
        title = label(tr("Speaks with"), "section")
        inner = column(title, self.voices, self.note, self.models, space=8, margins=(12, 4, 12, 12))
        return box(column(inner, line(), space=0))

    def _description_section(self) -> QWidget:
        words = WordsField(least=3, most=6)
        words.setAccessibleName(tr("Voice description"))
        self.form.give("description", WordsEditor(self.form.info("description"), words))
        chips = FlowLayout()
        names = _voice_names()
        for preset in BUILT_IN:
            chip = Chip(names.get(preset.name, preset.name), checkable=False)
            chip.clicked.connect(lambda _on=False, text=preset.description: self._describe(text))
            chips.addWidget(chip)
        field = self.form.wrap(("description",), tr("Who speaks"), words)
        self.description = section(tr("Voice"), field, box(chips))
        return self.description

    def _text_section(self) -> QWidget:
        self.words = ElidedLabel("", "tiny", "text2")
        self.prompt = PromptField(
            tr("What is said"),
            self.workshop.history,
            "voice",
            hint=tr("Write what is said. A blank line makes a longer pause."),
            least=5,
        )
        self.text = self.prompt.words
        self.text.setFont(theme().font("script"))
        self.form.give("text", WordsEditor(self.form.info("text"), self.text))
        return section(tr("Text"), self.prompt, note=self.words)

    def _manner_section(self) -> QWidget:
        form = self.form
        self.pace = SliderField(form.editor("speed"), tr("Speed"))
        self.liveliness = SliderField(form.editor("temperature"), tr("Liveliness"), high=_USUAL_LIVELINESS)
        self.variety = SliderField(form.editor("top_p"), tr("Variety"))
        self._small = form.wrap(("speed",), tr("Speed"), self.pace)
        self._large_fields = (
            form.wrap(("temperature",), tr("Liveliness"), self.liveliness, hint=tr("temperature")),
            form.wrap(("top_p",), tr("Variety"), self.variety, hint=tr("top-p")),
        )
        return section(tr("Manner"), self._small, *self._large_fields, self.seed_row())

    def _describe(self, text: str) -> None:
        self.form.set_values({"description": text})

    def use_job(self, job: Job) -> None:
        super().use_job(job)
        self._follow()

    def make_job(self, output: str) -> Job:
        return self.form.job(output=output)

    def missing(self) -> str:
        return "" if self.text.toPlainText().strip() else tr("Write the text to speak")

    def needed_models(self) -> tuple[str, ...]:
        if self._engine.value() != _LARGE:
            return ()
        # A server has the weights; the words are still prepared here, and its codes become sound here.
        return ("maya1-tokenizer" if self.form.editor("server").value() else "maya1", "snac-24khz")

    def job_title(self) -> str:
        return tr("“{name}”", name=self._first_words())

    def result_name(self) -> tuple[str, str]:
        return self._first_words(), ".wav"

    def _first_words(self) -> str:
        words = self.text.toPlainText().split()
        return " ".join(words[:_NAME_WORDS]) + (" …" if len(words) > _NAME_WORDS else "")

    def _text_changed(self) -> None:
        count = len(self.text.toPlainText().split())
        self.words.set_text(counted(count, "{n} word", "{n} words") if count else "")

    def _follow(self) -> None:
        large = self._engine.value() == _LARGE
        self.note.setVisible(not large)
        self.description.setVisible(large)
        self._large_fold.setVisible(large)
        self._small.setVisible(not large)
        for part in self._large_fields:
            part.setVisible(large)
        for slider in (self.pace, self.liveliness, self.variety):
            slider.follow()


def _voice_names() -> dict[str, str]:
    """Return what the built-in voices are called in the person's language."""
    return {
        "narrator": tr("narrator"),
        "storyteller": tr("storyteller"),
        "announcer": tr("announcer"),
        "presenter": tr("presenter"),
        "teacher": tr("teacher"),
        "newsreader": tr("newsreader"),
        "grandfather": tr("grandfather"),
        "friend": tr("friend"),
        "pirate": tr("pirate"),
        "robot": tr("robot"),
    }
