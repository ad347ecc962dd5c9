"""One job's work with a model: everything is checked first, then the model is opened, then pictures are made."""

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from engine.diffusion.memory import chosen_device, is_out_of_memory, plan_for
from engine.diffusion.styles import ChosenLora, choose_lora
from engine.image import studio as studios
from engine.image.faces import FaceFinder, Rgba
from engine.image.family import Family, ModelFiles
from engine.image.memory import batch_for, explained
from engine.image.model_files import find_model
from engine.image.opening import open_studio
from engine.image.passes import Passes
from engine.image.plan import settled
from engine.image.preview import finished_sheet
from engine.image.prompts import Words, expand, with_templates
from engine.image.watch import Count
from engine.image.words import WordBook
from engine.media.files import sha256_of
from engine.media.picture_writer import on_plain
from engine.media.pictures import fit_picture, read_picture
from engine.models.loaded import free_memory, kept_models
from engine.models.store import Store
from engine.models.weight_names import find_lora
from engine.protocol.bounds import checked
from engine.protocol.context import JobContext
from engine.protocol.devices import OffloadPlan
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.image import PictureJob

J = TypeVar("J", bound=PictureJob)


@dataclass(frozen=True)
class Wanted:
    """A picture to make.

    ``factor`` multiplies the strengths of all styles; 0 is without them. ``place`` is its number in the job, for
    previews.
    """

    seed: int
    words: Words
    factor: float = 1.0
    place: int = 0


@dataclass(frozen=True)
class Made:
    """A finished picture: uint8 (height, width, 4), and how long it took in seconds."""

    wanted: Wanted
    picture: Rgba
    seconds: float


class Session(Generic[J]):
    """What a job needs, all of it checked before anything large is loaded.

    Args:
        job: as the person sent it.
        context: hears of notes and progress.
        finder: finds faces, for face repair; None when there is no detector.
        store: where models lie, the person's own by default.

    Raises:
        PortraitsError: what is wrong with the job or one of its files.

    Attributes:
        job: with every number filled in.
        context: as given.
        finder: as given.
        files: of the model.
        source: the start picture, fitted to the size of the job.
        loras: the styles, checked.
        inputs: name -> SHA-256 of the files that were read, for the recipe.
    """

    def __init__(
        self, job: J, context: JobContext, *, finder: FaceFinder | None = None, store: Store | None = None
    ) -> None:
        job = checked(job)
        self.context = context
        self.finder = finder
        self._store = store or Store.default()
        self.inputs: dict[str, str] = {}
        found: tuple[ModelFiles, Family] = find_model(job.model, self._store)
        self.files, self._family = found
        source = None if job.source is None else self._read_source(job.source.path)
        size = None if source is None else (source.shape[1], source.shape[0])
        self.job: J = settled(job, self.files.preset, context.note, size)
        self.source = None if source is None else fit_picture(source, self.job.width, self.job.height)
        self.loras = tuple(self._check_lora(lora.source.path, lora.strength, lora.name) for lora in job.loras)
        if len({(lora.adapter, lora.file.sha256) for lora in self.loras}) > len({lora.adapter for lora in self.loras}):
            raise PortraitsError(ErrorCode.USAGE, "Two styles have the same name.", "Give each a name of its own.")
        self._room = studios.room_on(chosen_device())
        self._began = False

    @property
    def guided(self) -> bool:
        """True when a guidance scale above 1 lets the model compute each step twice."""
        return bool(self.job.guidance_scale)

    def wanted(self, index: int, seed: int, prompt: str | None = None, factor: float = 1.0) -> Wanted:
        """Return picture ``index`` of the job: its prompt expanded, templates put around it.

        Raises:
            PortraitsError: from :func:`engine.image.prompts.expand` and ``with_templates``.
        """
        job = self.job
        folder = Path(job.wildcards).expanduser() if job.wildcards else None
        words = with_templates(Words(job.prompt if prompt is None else prompt, job.negative_prompt), job.templates)
        expanded = Words(
            expand(words.prompt, index, seed, folder).strip(),
            expand(words.negative_prompt, index, seed, folder).strip(),
        )
        return Wanted(seed, expanded, factor, index)

    def make(self, wanted: Sequence[Wanted]) -> Iterator[Made]:
        """Open the model and make pictures, as many at once as the memory holds.

        Raises:
            PortraitsError: OUT_OF_MEMORY with the next smaller setting, and what opening the model raises.
            Cancelled: at the end of a step.
        """
        job = self.job
        plan = plan_for(self._workload(1), self._room, job.precision, job.offload)
        most = batch_for(self._workload, self._room, job.precision, job.offload, job.batch_size, len(wanted))
        self._began = False
        try:
            yield from self._made(plan, most, wanted)
        except Exception as error:
            if not is_out_of_memory(error):
                raise
        else:
            return
        # Out of the except block the traceback is gone, and with it what filled the memory.
        kept_models.drop_all()
        free_memory()
        tried = ("one picture at a time", "decoding in tiles") if self._began else ()
        raise explained(self._room.device, *self._largest(), tried)

    @contextmanager
    def opened(self, plan: OffloadPlan | None = None) -> Iterator[studios.Studio]:
        """Hold the model for a block, so that several calls of :meth:`make` in it load it once."""
        if plan is None:
            plan = plan_for(self._workload(1), self._room, self.job.precision, self.job.offload)
        with open_studio(
            self.files,
            self._family,
            self._room.device,
            plan,
            precision=self.job.precision,
            workload=self._workload(1),
            store=self._store,
            context=self.context,
        ) as studio:
            yield studio

    def _made(self, plan: OffloadPlan, most: int, wanted: Sequence[Wanted]) -> Iterator[Made]:
        with self.opened(plan) as studio:
            self._began = True
            yield from _Work(self, studio, plan, most, len(wanted)).run(wanted)

    def _largest(self) -> tuple[int, int]:
        return round(self.job.width * self.job.second_pass), round(self.job.height * self.job.second_pass)

    def _workload(self, pictures: int) -> Any:
        width, height = self._largest()
        assert self.job.steps is not None
        return self._family.workload(width, height, steps=self.job.steps, pictures=pictures, guided=self.guided)

    def _read_source(self, path: str) -> Rgba:
        picture = read_picture(Path(path))
        self.inputs[path] = sha256_of(Path(path))
        # Models know no transparency; what lies hidden under it must not come to light.
        picture[..., :3] = on_plain(picture, (255, 255, 255))
        return picture

    def _check_lora(self, path: str, strength: float, name: str) -> ChosenLora:
        chosen = choose_lora(find_lora(path, self._store), strength, self._family.name, name)
        self.inputs[str(chosen.file.path)] = chosen.file.sha256
        return chosen


class _Work:
    """Makes the pictures of a session with an open model, and gives way when the memory runs out."""

    def __init__(
        self, session: Session[Any], studio: studios.Studio, plan: OffloadPlan, most: int, pictures: int
    ) -> None:
        self._session = session
        self._studio = studio
        self._most = most
        self._tiled = plan.vae_tiling
        self._puts_encoders_away = plan.free_text_encoder
        job = session.job
        self._book = WordBook(studio, guided=session.guided, clip_skip=job.clip_skip, note=session.context.note)
        self._count = Count(pictures, 1 + (job.second_pass > 1) + job.face_repair)
        self._passes = Passes(studio, job, session.source, session.context, self._count, session.finder)

    def run(self, wanted: Sequence[Wanted]) -> Iterator[Made]:
        self._studio.bring_encoders()
        if self._puts_encoders_away and len({each.factor for each in wanted}) == 1:
            self._use_styles(wanted[0].factor)
            self._book.keep([each.words for each in wanted])
            self._studio.put_encoders_away()
        waiting = deque(wanted)
        while waiting:
            batch = _next_batch(waiting, self._most)
            begun = time.perf_counter()
            done = self._count.done
            pictures = self._try(batch)
            if pictures is None:
                self._count.done = done
                continue
            for _ in batch:
                waiting.popleft()
            seconds = (time.perf_counter() - begun) / len(batch)
            self._show(batch, pictures)
            for each, picture in zip(batch, pictures, strict=True):
                yield Made(each, picture, seconds)
        self._session.context.progress("Making pictures", len(wanted), len(wanted), "pictures")

    def _try(self, batch: Sequence[Wanted]) -> list[Rgba] | None:
        """Return the pictures, or None when it shall be tried again with less memory."""
        try:
            self._use_styles(batch[0].factor)
            words = self._book.encoded([each.words for each in batch])
            return self._passes.pictures(
                words, [each.seed for each in batch], [each.place for each in batch], tiled=self._tiled
            )
        except Exception as error:
            if not is_out_of_memory(error) or (len(batch) == 1 and self._tiled):
                raise
        free_memory()
        note = self._session.context.note
        if len(batch) > 1:
            self._most = len(batch) // 2
            note(f"The memory ran out with {len(batch)} pictures at once; {self._most} are made at once now.")
        else:
            self._tiled = True
            note("The memory ran out; the picture is decoded in tiles now.")
        return None

    def _show(self, batch: Sequence[Wanted], pictures: Sequence[Rgba]) -> None:
        """Let the person see finished pictures before the whole job is done."""
        context = self._session.context
        if context.preview_due():
            sheet = finished_sheet(pictures)
            places = tuple(each.place for each in batch)
            context.preview(sheet.tobytes(), sheet.shape[1], sheet.shape[0], places)

    def _use_styles(self, factor: float) -> None:
        scaled = [ChosenLora(lora.file, lora.strength * factor, lora.name) for lora in self._session.loras]
        self._studio.styles.use(scaled)


def _next_batch(waiting: Iterable[Wanted], most: int) -> list[Wanted]:
    """Return the first pictures that can be made together: those with the same strengths."""
    batch: list[Wanted] = []
    for each in waiting:
        if len(batch) == most or (batch and each.factor != batch[0].factor):
            break
        batch.append(each)
    return batch
