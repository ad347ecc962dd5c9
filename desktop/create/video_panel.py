"""The panel that makes shots: from words, from a picture, between two pictures, or going on from a movie."""

from msgspec import ValidationError
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from desktop.create.editors import NumberEditor
from desktop.create.file_field import FileEditor, FileField
from desktop.create.form import Form, SectionPlan
from desktop.create.length_field import LengthField
from desktop.create.model_cards import ModelCards, ModelCardsEditor
from desktop.create.panel import JobPanel
from desktop.create.prompt_field import PromptField, WordsEditor, WordsField
from desktop.create.size_field import SizeField
from desktop.create.style_rows import StylesEditor
from desktop.create.video_models import model_of, offered_models, shot_sizes
from desktop.create.windows_field import WindowsEditor, WindowsField, span_of, windows_note
from desktop.create.workshop import Workshop
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.chips import Option, Segment
from desktop.widgets.labels import ElidedLabel, box, column, label, line, row
from desktop.widgets.pane import section
from desktop.widgets.words import tr
from engine.protocol.jobs import VideoJob
from engine.protocol.jobs.base import Job
from engine.protocol.jobs.video import chosen_model, guidance_of, steps_of, windows_for
from engine.protocol.shots import MULTIPLE, legal_frames

_TASKS = ("words", "picture", "first_last", "extend")
_FIELDS = {"words": (), "picture": ("image",), "first_last": ("image", "last_image"), "extend": ("movie",)}
_FILES = ("image", "last_image", "movie")
_NAME_WORDS = 5
_FOLDS = (
    SectionPlan("Words and guidance", (("flow_shift",),), folded=True),
    SectionPlan("Windows", (("window", "overlap"), ("overlap_noise",), ("asynchronous",)), folded=True),
    SectionPlan(
        "Memory and speed",
        (("offload", "precision"), ("attention", "compile"), ("step_cache",), ("enable_offload",)),
        folded=True,
    ),
    SectionPlan("Movie file", (("encode.codec", "encode.quality"), ("encode.speed",), ("last_frame",)), folded=True),
)
_FAMILY = "Wan"
"""What styles for SkyReels-V2 are made for."""


class VideoPanel(JobPanel):
    """Makes a shot."""

    prompt: PromptField

    def __init__(self, workshop: Workshop) -> None:
        form = Form(VideoJob, kept=("seed", "prompt", "window_prompts"), tools=workshop.tools)
        super().__init__(workshop, "video", tr("Make shot"), form)
        self.add(self._task_row())
        self.add(self.preset_row())
        self.add(self._files_section())
        self.add(self._words_section())
        self.add(self._model_section())
        self.add(self._styles_section())
        self.add(self._numbers_section())
        words, *rest = _FOLDS
        negative = WordsField(least=2, most=5)
        form.give("negative_prompt", WordsEditor(form.info("negative_prompt"), negative))
        self.add(form.fold(words, before=(form.wrap(("negative_prompt",), tr("Negative prompt"), negative),)))
        for plan in rest:
            self.add(form.fold(plan))
        self._number("window").name_lowest(tr("automatic"))
        self._number("movie_end").name_lowest(tr("its end"))
        self.draft = Button(tr("Draft first"), height=32)
        self.draft.setToolTip(tr("Half the size, few steps: shows early how the shot of this seed will move."))
        self.draft.clicked.connect(self._start_draft)
        self.put_before(self.draft)
        form.changed.connect(self._follow)
        workshop.models.changed.connect(self._follow)
        self.choose_task("words")

    # Parts

    def _task_row(self) -> QWidget:
        self.task = Segment(
            [
                Option("words", tr("Words")),
                Option("picture", tr("Picture"), help=tr("The shot begins with a picture.")),
                Option("first_last", tr("First, last"), help=tr("The shot goes from one picture to another.")),
                Option("extend", tr("Extend"), help=tr("A movie goes on.")),
            ],
            name=tr("What the shot begins with"),
            fill=True,
        )
        self.task.chosen.connect(self.choose_task)
        return box(row(self.task, margins=(12, 10, 12, 0)))

    def _files_section(self) -> QWidget:
        self.files: dict[str, FileField] = {}
        self._file_boxes: dict[str, QWidget] = {}
        for path in _FILES:
            editor = self.form.editor(path)
            assert isinstance(editor, FileEditor)
            self.files[path] = editor.field
            self._file_boxes[path] = self.form.wrap((path,), tr(editor.info.title), editor.field)
        self._movie_more = box(column(self.form.field("movie_end"), self.form.field("keep_movie"), space=8))
        self._fit = self.form.field("fit")
        inner = column(*self._file_boxes.values(), self._movie_more, self._fit, space=10, margins=(12, 0, 12, 12))
        self._files_part = box(column(inner, line(), space=0))
        return self._files_part

    def _words_section(self) -> QWidget:
        self.prompt = PromptField(
            tr("Describe the shot"),
            self.workshop.history,
            "video",
            hint=tr("an old fisherman at dusk, cold blue light, slow push in"),
        )
        self.form.give("prompt", WordsEditor(self.form.info("prompt"), self.prompt.words))
        self.windows = WindowsField()
        editor = WindowsEditor(self.form.info("window_prompts"), self.windows, self.prompt.words)
        self.form.give("window_prompts", editor)
        self.windows_line = ElidedLabel("", "tiny", "text2")
        self.more = IconButton("plus", tr("Make it longer by one window"), side=24, icon_side=15)
        self.more.clicked.connect(self.add_window)
        self.windows_title = label("", "section")
        head = row(self.windows_title, self.windows_line, self.more, space=8)
        head.setStretch(1, 1)
        inner = column(head, self.prompt, self.windows, space=6, margins=(12, 8, 12, 12))
        return box(column(inner, line(), space=0))

    def _model_section(self) -> QWidget:
        self.cards = ModelCards(self.workshop.models, self.workshop.devices, tr("Model"))
        self.form.give("model", ModelCardsEditor(self.form.info("model"), self.cards))
        return section(tr("Model"), self.cards, self.models, note=label("SkyReels-V2", "tiny", "text2"))

    def _styles_section(self) -> QWidget:
        editor = self.form.editor("loras")
        assert isinstance(editor, StylesEditor)
        styles = editor.field
        styles.family = _FAMILY
        head = row(
            label(tr("Styles"), "section"), label(tr("LoRA"), "small", "text2"), None, styles.take_add_button(), space=6
        )
        return box(column(column(head, styles, space=6, margins=(12, 8, 12, 10)), line(), space=0))

    def _numbers_section(self) -> QWidget:
        form = self.form
        self.length = LengthField(
            form.editor("num_frames"),
            form.editor("fps"),
            title=tr("Length"),
            help_text=tr("How long the shot is; the last frame is shown as long as the others."),
            legal=self._legal_frames,
            rule="4k + 1",
        )
        self.frame_size = SizeField(form.editor("width"), form.editor("height"), shot_sizes(), multiple=MULTIPLE)
        size = form.wrap(("width", "height"), tr("Size"), self.frame_size, hint=tr("multiples of {n}", n=MULTIPLE))
        size.reset.connect(self.frame_size.reset)
        numbers = row(form.field("steps"), form.field("guidance_scale"), form.field("fps"), space=8)
        for index in (0, 1, 2):
            numbers.setStretch(index, 1)
        return section("", self.length, size, box(numbers), self.seed_row())

    def _number(self, path: str) -> NumberEditor:
        editor = self.form.editor(path)
        assert isinstance(editor, NumberEditor)
        return editor

    # What it begins with

    def choose_task(self, task: object) -> None:
        """Begin with words, a picture, two pictures, or a movie."""
        shown = _FIELDS[str(task)]
        self.task.set_value(str(task))
        for path, part in self._file_boxes.items():
            part.setVisible(path in shown)
        self._movie_more.setVisible(task == "extend")
        self._fit.setVisible(task in ("picture", "first_last"))
        self._files_part.setVisible(bool(shown))
        self.form.changed.emit()

    def set_start(self, path: str) -> None:
        """Begin with a picture."""
        self.files["image"].put(path)
        self.choose_task("picture")

    def extend(self, path: str) -> None:
        """Let a movie go on."""
        self.files["movie"].put(path)
        self.choose_task("extend")

    def add_window(self) -> None:
        """Make the shot longer by what one window adds."""
        job = self._job()
        if job is not None:
            model = chosen_model(job)
            window = job.window or (model.window if model is not None else 97)
            frames = self._legal_frames(job.num_frames + window - job.overlap)
            self.form.set_values({"num_frames": frames})

    # The job

    def use_job(self, job: Job) -> None:
        assert isinstance(job, VideoJob)
        self._offer(job)
        super().use_job(job)
        self.frame_size.follow()
        self.length.follow()
        self.choose_task(job.task)

    def make_job(self, output: str) -> Job:
        left_out = {path: None for path in _FILES if path not in _FIELDS[self.task.value()]}
        return self.form.job(output=output, **left_out)

    def missing(self) -> str:
        words = {
            "image": tr("Choose the start picture"),
            "last_image": tr("Choose the last picture"),
            "movie": tr("Choose the movie that goes on"),
        }
        for path in _FIELDS[self.task.value()]:
            if not self.files[path].path():
                return words[path]
        return "" if self.prompt.words.toPlainText().strip() else tr("Describe the shot first")

    def needed_models(self) -> tuple[str, ...]:
        job = self._job()
        if job is None:
            return ()
        model = model_of(job, self.workshop.models, self.workshop.devices.chosen)
        return (model.id,) if model is not None else ()

    def result_name(self) -> tuple[str, str]:
        return self._first_words() or "shot", ".mp4"

    def job_title(self) -> str:
        return tr("“{name}”", name=self._first_words())

    def job_thumbnail(self) -> str:
        return next((self.files[path].path() for path in _FIELDS[self.task.value()]), "")

    def _first_words(self) -> str:
        words = self.prompt.words.toPlainText().split()
        return " ".join(words[:_NAME_WORDS]) + (" …" if len(words) > _NAME_WORDS else "")

    def _job(self) -> VideoJob | None:
        """Return the job as the panel stands, or None while a value is not allowed."""
        try:
            job = self.make_job("shot.mp4")
        except ValidationError:
            return None
        return job if isinstance(job, VideoJob) else None

    def _start_draft(self) -> None:
        """Queue the same job at half the size; the seed stays, so that the whole shot moves in the same way."""
        problem = self._not_yet()
        if problem:
            self.refused.emit(problem)
            return
        job = self.make_job(str(self.workshop.results.new_path(f"{self.result_name()[0]} draft", ".mp4")))
        assert isinstance(job, VideoJob)
        self.put_into_queue(replace(job, draft=True), tr("Draft: {title}", title=self.job_title()))

    # What follows

    def _legal_frames(self, frames: float) -> int:
        return legal_frames(frames, asynchronous=bool(self.form.editor("asynchronous").value()))

    def _follow(self) -> None:
        """Show what follows from the values: windows, models that can do it, what they take by themselves."""
        rule = "20k - 3" if self.form.editor("asynchronous").value() else "4k + 1"
        if rule != self.length.frames_box.hint.text():
            self.length.set_rule(rule)
        job = self._job()
        if job is None:
            return
        self._offer(job)
        windows = windows_for(job)
        rate = float(self.length.rate())
        self.windows.show_windows(windows, rate)
        self.windows_line.set_text(windows_note(windows))
        several = len(windows) > 1
        self.windows_title.setText(tr("Windows") if several else tr("Words"))
        self.prompt.set_title(span_of(1, windows[0], rate) if several else tr("Describe the shot"))
        model = model_of(job, self.workshop.models, self.workshop.devices.chosen)
        self._number("steps").name_lowest(str(steps_of(replace(job, steps=None), model)))
        self._number("guidance_scale").name_lowest(f"{guidance_of(replace(job, guidance_scale=None)):g}")
        self.length.follow()

    def _offer(self, job: VideoJob) -> None:
        """Offer the models that can make this shot; the chosen one stays in the list."""
        self.cards.set_choices(offered_models(job, self.workshop.models, self.workshop.devices.chosen))
