"""The panel that makes shots: from words, from a picture, between two pictures, or going on from a movie."""

from msgspec import ValidationError
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from desktop.create.editors import NumberEditor
from desktop.create.form import Form
from desktop.create.form_fields import SectionPlan
from desktop.create.length_field import LengthField
from desktop.create.memory_plan import MemoryPlan
from desktop.create.model_cards import ModelCards, ModelCardsEditor
from desktop.create.offer_row import OfferRow
from desktop.create.panel import JobPanel
from desktop.create.prompt_field import PromptField, WordsEditor, WordsField
from desktop.create.shot_start import ShotStart
from desktop.create.shot_words import ShotWords
from desktop.create.size_field import SizeField
from desktop.create.style_rows import StylesEditor
from desktop.create.video_models import model_of, offered_models, shot_sizes
from desktop.create.windows_field import WindowsEditor, states_of
from desktop.create.workshop import Workshop
from desktop.queue.shot_progress import WindowState, shot_progress
from desktop.widgets.buttons import Button
from desktop.widgets.labels import box, column, label, line, row
from desktop.widgets.numbers import short_number
from desktop.widgets.pane import section
from desktop.widgets.words import tr
from engine.protocol.jobs import VideoJob
from engine.protocol.jobs.base import Job
from engine.protocol.queries import Estimate
from engine.protocol.shot_choices import chosen_model, guidance_of, steps_of, windows_for
from engine.protocol.shots import MULTIPLE, legal_frames

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
        self.plan = MemoryPlan(tr("one window"))
        self.offers = OfferRow()
        self.offers.taken.connect(self.use_job)
        self.footer.insertWidget(1, self.offers)
        self.begins = ShotStart(form)
        self.add(self.begins.row)
        self.add(self.preset_row())
        self.add(self.begins.part)
        self.add(self._words_section())
        self.add(self._model_section())
        self.add(self._styles_section())
        self.add(self._numbers_section())
        self.add(self.plan)
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
        for signal in (workshop.queue.changed, workshop.queue.progressed, workshop.queue.ended):
            signal.connect(self._show_states)
        self.begins.changed.connect(form.changed)
        self.begins.choose("words")

    # Parts

    def _words_section(self) -> QWidget:
        self.words = ShotWords(self.workshop.history)
        self.prompt = self.words.prompt
        self.form.give("prompt", WordsEditor(self.form.info("prompt"), self.prompt.words))
        editor = WindowsEditor(self.form.info("window_prompts"), self.words.windows, self.prompt.words)
        self.form.give("window_prompts", editor)
        self.words.longer.connect(self.add_window)
        return self.words

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

    def set_start(self, path: str) -> None:
        """Begin with a picture."""
        self.begins.files["image"].put(path)
        self.begins.choose("picture")

    def extend(self, path: str) -> None:
        """Let a movie go on."""
        self.begins.files["movie"].put(path)
        self.begins.choose("extend")

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
        self.begins.choose(job.task)

    def make_job(self, output: str) -> Job:
        return self.form.job(output=output, **self.begins.left_out())

    def missing(self) -> str:
        described = self.prompt.words.toPlainText().strip()
        return self.begins.missing() or ("" if described else tr("Describe the shot first"))

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
        return self.begins.first_file()

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
        self.start_draft(draft=True)

    # What it needs

    def refresh(self) -> None:
        super().refresh()
        if self._not_yet():
            self.plan.show_estimate(None)
            self.offers.show_offers(None, ())

    def show_estimate(self, estimate: Estimate) -> None:
        super().show_estimate(estimate)
        self.plan.show_estimate(estimate)
        self.offers.show_offers(self._job(), estimate.offers)

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
        self.words.show_windows(windows_for(job), float(self.length.rate()))
        self._show_states()
        model = model_of(job, self.workshop.models, self.workshop.devices.chosen)
        self._number("steps").name_lowest(str(steps_of(replace(job, steps=None), model)))
        self._number("guidance_scale").name_lowest(short_number(guidance_of(replace(job, guidance_scale=None))))
        self.length.follow()

    def _show_states(self, *_: object) -> None:
        """Show how far the windows are while the shot that the panel describes is being made."""
        entry = self.workshop.queue.running()
        states: tuple[WindowState, ...] = ()
        if entry is not None and isinstance(entry.job, VideoJob) and _is_same_shot(entry.job, self._job()):
            live = self.workshop.queue.live(entry.job_id)
            states = states_of(shot_progress(entry.job, live.progress if live is not None else None))
        self.words.show_states(states if len(states) > 1 else ())

    def _offer(self, job: VideoJob) -> None:
        """Offer the models that can make this shot; the chosen one stays in the list."""
        self.cards.set_choices(offered_models(job, self.workshop.models, self.workshop.devices.chosen))


def _is_same_shot(running: VideoJob, own: VideoJob | None) -> bool:
    """Whether a job that runs makes these windows from these words; other takes and drafts do."""
    if own is None or (running.prompt, running.window_prompts) != (own.prompt, own.window_prompts):
        return False
    return windows_for(running) == windows_for(own)
