"""The panel that makes portraits from words: single pictures, a series that becomes a morph, or a grid to compare."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.create.editors import NumberEditor
from desktop.create.file_field import FileEditor
from desktop.create.form import Form
from desktop.create.form_fields import SectionPlan
from desktop.create.image_models import PictureModels
from desktop.create.image_modes import MODES, grid_section, modes, series_section
from desktop.create.panel import JobPanel
from desktop.create.pictures_field import dropped_files, is_picture
from desktop.create.prompt_field import PromptField, WordsEditor, WordsField
from desktop.create.size_field import SizeField, shapes_of
from desktop.create.slider_field import SliderField
from desktop.create.style_rows import StylesEditor
from desktop.create.workshop import Workshop
from desktop.link import Answered
from desktop.widgets.buttons import IconButton
from desktop.widgets.chips import Segment
from desktop.widgets.engine_words import engine_texts, what_text
from desktop.widgets.labels import box, column, label, line, row
from desktop.widgets.numbers import short_number
from desktop.widgets.pane import section
from desktop.widgets.words import counted, short_name, tr
from engine.protocol.jobs import GridJob, ImageJob, SeriesJob
from engine.protocol.jobs.base import Job
from engine.protocol.picture_models import preset_for
from engine.protocol.queries import ReadSettings, SettingsRead

_MULTIPLE = 8
_TOKENS = 77
_NAME_WORDS = 5
_STYLE = ".safetensors"
PROJECT = ".portraits"

_FACE = SectionPlan("Face repair", (("face_repair",), ("face_margin",)), folded=True)
_START = SectionPlan("Start from a picture", (("source",),), folded=True)
_FOLDS = (
    SectionPlan("Second pass", (("second_pass",), ("second_strength",)), folded=True),
    SectionPlan("Words and guidance", (("guidance_scale", "clip_skip"), ("templates",)), folded=True),
    SectionPlan(
        "Model and memory",
        (("scheduler",), ("offload", "precision"), ("batch_size",), ("wildcards",), ("embed",)),
        folded=True,
    ),
)


class ImagePanel(JobPanel):
    """Makes pictures from words, or variations of a picture.

    A picture that is dropped on it restores the settings it was made with, whichever program wrote them; one that does
    not tell becomes the start picture. A dropped style is added.
    """

    prompt: PromptField

    def __init__(self, workshop: Workshop) -> None:
        form = Form(
            ImageJob,
            also=(SeriesJob, GridJob),
            kept=("prompt", "seed", "variations", "prompts"),
            tools=workshop.tools,
        )
        super().__init__(workshop, "image", tr("Make pictures"), form)
        self.setAcceptDrops(True)
        self.add(self._mode_row())
        self.add(self.preset_row())
        self.add(self._words_section())
        self.series = series_section(form)
        self.add(self.series)
        self.grid = grid_section(form)
        self.add(self.grid)
        self.add(self._model_section())
        self.add(self._styles_section())
        self.add(self._numbers_section())
        self.add(self._face_section())
        self.add(self._start_section())
        negative = WordsField(least=2, most=6)
        form.give("negative_prompt", WordsEditor(form.info("negative_prompt"), negative))
        unused = tr("not read without guidance")
        self.negative = form.wrap(("negative_prompt",), tr("Negative prompt"), negative, hint=unused)
        second, words, memory = _FOLDS
        self.add(form.fold(second))
        self.add(form.fold(words, before=(self.negative,)))
        self.add(form.fold(memory))
        self._number("batch_size").name_lowest(tr("automatic"))
        self.grid_button = IconButton(
            "grid-3x3", tr("Compare seeds and strengths in a grid"), checkable=True, side=32, framed=True
        )
        self.grid_button.clicked.connect(self._grid_pressed)
        self.put_before(self.grid_button)
        form.changed.connect(self._follow)
        self.choose_mode("pictures")

    # Parts

    def _mode_row(self) -> QWidget:
        self.mode = Segment(modes(), name=tr("What is made"), fill=True)
        self.mode.chosen.connect(self.choose_mode)
        return box(row(self.mode, margins=(12, 10, 12, 0)))

    def _words_section(self) -> QWidget:
        self.prompt = PromptField(
            tr("Describe the portrait"),
            self.workshop.history,
            "image",
            hint=tr("studio portrait of {a woman of 28 | a man of 40}, soft key light"),
            tokens=_TOKENS,
        )
        self.form.give("prompt", WordsEditor(self.form.info("prompt"), self.prompt.words))
        return box(column(column(self.prompt, margins=(12, 0, 12, 10)), line(), space=0))

    def _model_section(self) -> QWidget:
        self.choice = PictureModels(self.workshop.models)
        self.form.give("model", self.choice.editor(self.form.info("model")))
        return section(tr("Model"), self.choice, self.models)

    def _styles_section(self) -> QWidget:
        editor = self.form.editor("loras")
        assert isinstance(editor, StylesEditor)
        self.styles = editor.field
        head = row(
            label(tr("Styles"), "section"),
            label(tr("LoRA"), "small", "text2"),
            None,
            self.styles.take_add_button(),
            space=6,
        )
        return box(column(column(head, self.styles, space=6, margins=(12, 8, 12, 10)), line(), space=0))

    def _numbers_section(self) -> QWidget:
        width, height = self.form.editor("width"), self.form.editor("height")
        self.frame_size = SizeField(width, height, (), multiple=_MULTIPLE)
        size = self.form.wrap(("width", "height"), tr("Size"), self.frame_size)
        size.reset.connect(self.frame_size.reset)
        steps, pictures = self.form.field("steps"), self.form.field("num_images", title=tr("Pictures"))
        self.pictures = pictures
        self._number("num_images").hide_unit()
        numbers = row(size, steps, pictures, space=8)
        for index, (part, share) in enumerate(((size, 5), (steps, 3), (pictures, 3))):
            numbers.setStretch(index, share)
            numbers.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        return section("", box(numbers), self.seed_row())

    def _face_section(self) -> QWidget:
        strength = SliderField(self.form.editor("face_strength"), tr("Change in the face"))
        change = self.form.wrap(("face_strength",), tr("Change in the face"), strength)
        return self.form.fold(_FACE, after=(change,))

    def _start_section(self) -> QWidget:
        editor = self.form.editor("source")
        assert isinstance(editor, FileEditor)
        self.start_picture = editor.field
        self._strength = SliderField(self.form.editor("strength"), tr("Change"))
        change = self.form.wrap(("strength",), tr("Change"), self._strength)
        self.start_fold = self.form.fold(_START, after=(change,))
        return self.start_fold

    def _number(self, path: str) -> NumberEditor:
        editor = self.form.editor(path)
        assert isinstance(editor, NumberEditor)
        return editor

    # Modes

    def choose_mode(self, mode: object) -> None:
        """Make pictures, a series, or a grid."""
        self.mode.set_value(str(mode))
        self.series.setVisible(mode == "series")
        self.grid.setVisible(mode == "grid")
        self.pictures.setVisible(mode == "pictures")
        self.grid_button.setChecked(mode == "grid")
        self.form.use_kind(MODES[str(mode)])

    def _grid_pressed(self) -> None:
        self.choose_mode("grid" if self.grid_button.isChecked() else "pictures")

    # The job

    def use_job(self, job: Job) -> None:
        mode = next(mode for mode, kind in MODES.items() if isinstance(job, kind))
        super().use_job(job)
        self.frame_size.follow()
        self._strength.follow()
        self.choose_mode(mode)
        if self.start_picture.path():
            self.start_fold.set_open(True)

    def make_job(self, output: str) -> Job:
        return self.form.job(output=output)

    def missing(self) -> str:
        if self.form.kind is SeriesJob and len(self.form.editor("variations").value()) < 2:
            return tr("Write two variations or more")
        words = str(self.form.editor("prompt").value()).strip()
        if not words and self.form.kind is not SeriesJob and not self.start_picture.path():
            return tr("Describe the portrait first")
        return ""

    def needed_models(self) -> tuple[str, ...]:
        return self.choice.needs()

    def result_name(self) -> tuple[str, str]:
        return self._first_words() or "portraits", PROJECT if self.form.kind is SeriesJob else ""

    def new_output(self) -> str:
        if self.form.kind is SeriesJob:
            return super().new_output()
        return str(self.workshop.results.folder())

    def job_title(self) -> str:
        return tr("“{name}”", name=self._first_words() or tr("portraits"))

    def job_thumbnail(self) -> str:
        return self.start_picture.path()

    def seed_stride(self) -> int:
        return int(self.form.editor("num_images").value()) if self.form.kind is ImageJob else 1

    def _first_words(self) -> str:
        words = str(self.form.editor("prompt").value()).split()
        return " ".join(words[:_NAME_WORDS]) + (" …" if len(words) > _NAME_WORDS else "")

    def _follow(self) -> None:
        """Say what the model makes by itself, and what the button makes."""
        preset = preset_for(str(self.form.editor("model").value()))
        self._number("steps").name_lowest(str(preset.steps))
        self._number("guidance_scale").name_lowest(
            short_number(preset.guidance_scale) if preset.guidance_scale else tr("off")
        )
        guidance = self._number("guidance_scale").value()
        self.negative.hint.setVisible((preset.guidance_scale if guidance is None else guidance) <= 1)
        if self.choice.side != preset.side:
            self.choice.side = preset.side
            shapes = shapes_of(preset.side, _MULTIPLE)[1:]
            self.frame_size.set_shapes(shapes, f"{preset.side} × {preset.side}")
        self.frame_size.follow()
        self.start_button.setText(self._verb())
        self.start_button.update()

    def _verb(self) -> str:
        if self.form.kind is SeriesJob:
            count = len(self.form.editor("variations").value())
            return counted(count, "Make {n} portrait", "Make {n} portraits") if count else tr("Make series")
        if self.form.kind is GridJob:
            return tr("Make grid")
        return counted(int(self.form.editor("num_images").value()), "Make {n} picture", "Make {n} pictures")

    # What is dropped

    def read_settings(self, path: str) -> None:
        """Restore the settings that a picture was made with; the engine reads them."""
        self.workshop.engine.ask(ReadSettings(path=path), self._on_settings, f"settings.{self.key}")

    def _on_settings(self, answer: Answered) -> None:
        assert isinstance(answer.query, ReadSettings)
        name = short_name(Path(answer.query.path).name)
        if not isinstance(answer.reply, SettingsRead):
            self.refused.emit(what_text(answer.failure) if answer.failure is not None else "")
            return
        job = answer.reply.job
        if isinstance(job, ImageJob | SeriesJob | GridJob):
            self.use_job(job)
            notes = engine_texts(answer.reply.notes)
            text = tr("The settings of “{name}” are in the panel.", name=name)
            self.refused.emit(f"{text} {notes}".strip())
        else:
            self.start_picture.put(answer.query.path)
            self.start_fold.set_open(True)
            self.refused.emit(tr("“{name}” tells no settings. It is the start picture now.", name=name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(is_picture(path) or path.suffix == _STYLE for path in dropped_files(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        for path in files:
            if path.suffix == _STYLE:
                self.styles.add(str(path))
        for path in [path for path in files if is_picture(path)][:1]:
            self.read_settings(str(path))
        event.acceptProposedAction()
