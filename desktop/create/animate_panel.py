"""The panel that lets the person of a picture move like a motion."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.create.editors import NumberEditor
from desktop.create.file_field import FileEditor
from desktop.create.form import Form
from desktop.create.form_fields import SectionPlan
from desktop.create.length_field import LengthField
from desktop.create.model_cards import ModelCards, ModelCardsEditor
from desktop.create.panel import JobPanel
from desktop.create.prompt_field import PromptField, WordsEditor, WordsField
from desktop.create.style_card import about_style
from desktop.create.workshop import Workshop
from desktop.link import Answered
from desktop.widgets.buttons import Button
from desktop.widgets.labels import ElidedLabel, box, column, line, row
from desktop.widgets.numbers import short_number
from desktop.widgets.pane import section
from desktop.widgets.words import short_name, tr
from engine.protocol.jobs import AnimateJob
from engine.protocol.jobs.base import Job
from engine.protocol.queries import ReadStyle, StyleRead

_MODELS = (("7b", "MTVCrafter 7B", "mvdit-7b"), ("17b", "MTVCrafter 17B", "mvdit-17b"))
_PARTS = {"7b": "cogvideox-5b-parts", "17b": "wan2.1-parts"}
_TOKENIZER = "mtvcrafter-4dmot"
_STEPS = {"7b": 50, "17b": 50}
_GUIDANCE = {"7b": 3.0, "17b": 6.0}
_DRAFT_STEPS = 12
_FAMILY = "Wan"
"""What styles for the 17B model are made for."""
_FOLDS = (
    SectionPlan(
        "Motion",
        (
            ("start", "person"),
            ("motion_strength",),
            ("motion_start", "motion_end"),
            ("clean",),
            ("source_fps", "index"),
        ),
        folded=True,
    ),
    SectionPlan("Style (LoRA)", (("lora",), ("lora_strength",), ("clip_image",)), folded=True),
    SectionPlan("Panels", (("panels",), ("driving",)), folded=True),
    SectionPlan("Memory", (("offload", "precision"), ("both_halves",), ("device",)), folded=True),
    SectionPlan("Movie file", (("encode.codec", "encode.quality"), ("encode.speed",), ("sampler",)), folded=True),
)

_SHORT_NAME = 8
"""Letters of a name that stand on the button beside the verb."""


class AnimatePanel(JobPanel):
    """Makes a movie of a person from one picture and a motion."""

    prompt: PromptField

    def __init__(self, workshop: Workshop) -> None:
        form = Form(AnimateJob, kept=("seed", "prompt"), tools=workshop.tools)
        super().__init__(workshop, "animate", tr("Animate"), form)
        self.add(self.preset_row())
        self.add(self._files_section())
        self.add(self._model_section())
        self.add(self._words_section())
        self.add(self._numbers_section())
        motion, style, *rest = _FOLDS
        self.add(form.fold(motion))
        self.style_words = ElidedLabel("", "tiny", "text2")
        self.style_words.hide()
        self.style_fold = form.fold(style, after=(self.style_words,))
        self._style = ""
        self.add(self.style_fold)
        for plan in rest:
            self.add(form.fold(plan))
        self.draft = Button(tr("Draft first"), height=32)
        self.draft.setToolTip(tr("The same seed with few steps: shows early how it will move."))
        self.draft.clicked.connect(self._start_draft)
        self.put_before(self.draft)
        form.changed.connect(self._follow)
        self._follow()
        self.refresh()

    def _files_section(self) -> QWidget:
        reference, motion = self.form.editor("reference"), self.form.editor("motion")
        assert isinstance(reference, FileEditor)
        assert isinstance(motion, FileEditor)
        self.reference, self.motion = reference.field, motion.field
        parts = (
            self.form.wrap(("reference",), tr("Reference"), reference.field),
            self.form.field("fit"),
            self.form.wrap(("motion",), tr("Motion"), motion.field),
        )
        return box(column(column(*parts, space=10, margins=(12, 2, 12, 12)), line(), space=0))

    def _model_section(self) -> QWidget:
        self.cards = ModelCards(self.workshop.models, self.workshop.devices, tr("Model"))
        self.cards.set_choices(_MODELS)
        self.form.give("model", ModelCardsEditor(self.form.info("model"), self.cards))
        return section(tr("Model"), self.cards, self.models)

    def _words_section(self) -> QWidget:
        self.prompt = PromptField(
            tr("What happens"), self.workshop.history, "animate", hint=tr("The character is dancing."), least=2
        )
        self.form.give("prompt", WordsEditor(self.form.info("prompt"), self.prompt.words))
        negative = WordsField(least=2, most=4)
        self.form.give("negative_prompt", WordsEditor(self.form.info("negative_prompt"), negative))
        unwanted = self.form.wrap(("negative_prompt",), tr("Negative prompt"), negative)
        self.words = section(tr("Words"), self.prompt, unwanted)
        return self.words

    def _numbers_section(self) -> QWidget:
        form = self.form
        frames = form.editor("frames")
        assert isinstance(frames, NumberEditor)
        frames.name_lowest(tr("all"))
        self.length = LengthField(
            frames,
            form.editor("fps"),
            title=tr("Length"),
            help_text=tr("How much of the motion is used."),
            zero_text=tr("whole motion"),
        )
        numbers = row(form.field("steps"), form.field("guidance"), space=8)
        sizes = row(form.field("side"), form.field("fps"), space=8)
        for layout in (numbers, sizes):
            for index in (0, 1):
                layout.setStretch(index, 1)
        return section("", self.length, box(sizes), box(numbers), self.seed_row())

    def set_reference(self, path: str) -> None:
        """Take a picture of the person."""
        self.reference.put(path)

    def set_motion(self, path: str) -> None:
        """Take a motion."""
        self.motion.put(path)

    def use_job(self, job: Job) -> None:
        super().use_job(job)
        self.length.follow()

    def make_job(self, output: str) -> Job:
        return self.form.job(output=output)

    def missing(self) -> str:
        if not self.reference.path():
            return tr("Choose a picture of the person")
        return "" if self.motion.path() else tr("Choose a motion")

    def needed_models(self) -> tuple[str, ...]:
        variant = self.cards.value()
        main = next(each for value, _, each in _MODELS if value == variant)
        return (main, _TOKENIZER, _PARTS[variant])

    def result_name(self) -> tuple[str, str]:
        return f"{self._name(self.reference.path())} - {self._name(self.motion.path())}", ".mp4"

    def job_title(self) -> str:
        return f"{self._name(self.reference.path())} · {self._name(self.motion.path())}"

    def job_thumbnail(self) -> str:
        return self.reference.path()

    def _name(self, path: str) -> str:
        return short_name(Path(path).name).removesuffix(".motion")

    def _start_draft(self) -> None:
        """Queue the same job with few steps; the seed stays, so that the whole job moves in the same way."""
        self.start_draft(steps=_DRAFT_STEPS)

    def _look_at_style(self) -> None:
        """Let the engine say whether the chosen style is made for this model."""
        chosen = self.form.editor("lora").value()
        path = str(chosen[0]["path"]) if chosen else ""
        if path != self._style:
            self._style = path
            self.style_words.hide()
            if path:
                self.workshop.engine.ask(ReadStyle(path=path), self._on_style, "style.animate")

    def _on_style(self, answer: Answered) -> None:
        assert isinstance(answer.query, ReadStyle)
        if isinstance(answer.reply, StyleRead) and answer.query.path == self._style:
            text, fits = about_style(answer.reply.style, _FAMILY)
            self.style_words.set_text(text, "text2" if fits else "warn")
            self.style_words.setVisible(bool(text))

    def _follow(self) -> None:
        self._look_at_style()
        variant = self.cards.value()
        steps, guidance = self.form.editor("steps"), self.form.editor("guidance")
        assert isinstance(steps, NumberEditor)
        assert isinstance(guidance, NumberEditor)
        styled = bool(self.form.editor("lora").value()) and variant == "17b"
        steps.name_lowest("10" if styled else str(_STEPS[variant]))
        guidance.name_lowest("1" if styled else short_number(_GUIDANCE[variant]))
        self.words.setVisible(variant == "17b")
        self.style_fold.setVisible(variant == "17b")
        self.length.follow()
        name = self._name(self.reference.path())
        short = 0 < len(name) <= _SHORT_NAME
        self.start_button.setText(tr("Animate {name}", name=name) if short else tr("Animate"))
        self.start_button.update()
