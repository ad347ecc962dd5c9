"""Makes the frames of a shot: each part of the model is in memory only while it works, and running out is survived."""

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray

from engine.devices.estimate import needs
from engine.devices.precision import precision_for, torch_dtype
from engine.diffusion.allowance import Allowance
from engine.diffusion.attention import attention_for
from engine.diffusion.memory import is_out_of_memory
from engine.diffusion.placement import Placement
from engine.diffusion.reasons import first_line
from engine.models.loaded import free_memory, kept_models
from engine.protocol.context import JobContext
from engine.protocol.devices import OffloadPlan
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.shot_choices import guidance_of, prompt_of
from engine.video.loading import load_picture_encoder
from engine.video.making import ShotMaker
from engine.video.needs import offload_of, workload_of
from engine.video.offers import in_words
from engine.video.pipelines import Given
from engine.video.pixels import to_frames, to_latents, to_signed
from engine.video.preview import SHARE
from engine.video.request import Request
from engine.video.studio import Studio, open_studio, room_on
from engine.video.tuning import compiles, is_failed_compile
from engine.video.watch import StepWatch
from engine.video.words import encoded

Rgb = NDArray[np.uint8]


class Session:
    """One shot.

    Args:
        request: checked and read.
        context: hears of progress, notes and previews.

    Attributes:
        stopped: True when the person cancelled and keeps what was done; the frames are those of the finished windows.
    """

    def __init__(self, request: Request, context: JobContext) -> None:
        self._request = request
        self._context = context
        self._room = room_on(request.room.device)
        self._maker: ShotMaker | None = None
        self.stopped = False

    def make(self) -> list[Rgb]:
        """Return the new frames, uint8 (n, height, width, 3) each, in order.

        When the memory runs out the next more sparing plan is taken, and a long shot goes on at the window it was at.

        Raises:
            PortraitsError: OUT_OF_MEMORY with what would fit, and what loading raises.
            Cancelled: at the end of a step, or between two parts of decoding.
        """
        plans = self._plans()
        if not plans[0].fits:
            self._context.note(f"{plans[0].note} {in_words(self._request.job)}".strip())
        for number, plan in enumerate(plans):
            try:
                return self._made(plan)
            except Exception as error:
                if not is_out_of_memory(error):
                    raise
            # Out of the except block the traceback is gone, and with it what filled the memory.
            kept_models.drop_all()
            free_memory()
            if number + 1 < len(plans):
                self._context.note(f"The memory ran out; it goes on with another memory plan. {plans[number + 1].note}")
        raise self._explained(plans[-1])

    def _plans(self) -> list[OffloadPlan]:
        """The plan for this job, and with "auto" the ones after it that need less memory, in order."""
        request = self._request
        job = request.job
        name = request.files.title
        workload = workload_of(
            job,
            request.files.shape.workload_shape(name),
            model=request.files.published,
            forcing=request.files.forcing,
            text=request.files.text_parameters,
        )
        asked = offload_of(job)
        found = needs(
            workload, self._room.device, main_free=self._room.main_free, offload=asked, precision=job.precision
        )
        plans = [found.plan]
        if asked == "auto":
            after = found.alternatives[found.alternatives.index(found.plan) + 1 :]
            for plan in after:
                if plan.kind != plans[-1].kind and plan.device_memory < plans[-1].device_memory:
                    plans.append(plan)
        return plans

    def _made(self, plan: OffloadPlan) -> list[Rgb]:
        request, context = self._request, self._context
        job, device = request.job, self._room.device
        texts = [prompt_of(job, index) for index in range(len(request.windows))]
        if guidance_of(job) > 1:
            texts.append(job.negative_prompt)
        words = encoded(request.files, texts, device, job.precision, context)
        with open_studio(
            request.files, device, plan, precision=job.precision, store=request.store, context=context
        ) as studio:
            studio.styles.use(request.loras)
            if self._maker is None:
                given = self._given(studio, plan)
                attention = attention_for(
                    job.attention, device, studio.number_format, masked=job.asynchronous, note=context.note
                )
                self._maker = ShotMaker(job, request.windows, words, given, attention)
            self._denoise(studio, plan, self._maker)
            return list(self._decoded(studio, plan, self._maker.latents))

    def _denoise(self, studio: Studio, plan: OffloadPlan, maker: ShotMaker) -> None:
        job, windows = self._request.job, self._request.windows
        assert job.steps is not None
        passes = len(windows) * job.steps * (2 if guidance_of(job) > 1 else 1)
        studio.use_compiled(compiles(job, self._room.device, plan, passes, self._context.note))
        watch = StepWatch(self._context, studio.painter, Allowance(SHARE), windows=len(windows), steps=job.steps)
        try:
            self._make_windows(studio, watch, maker)
        except (Cancelled, KeyboardInterrupt):
            if not (job.keep_partial or self._context.keep_done) or not maker.finished:
                raise
            self.stopped = True
            frames = windows[len(maker.finished) - 1].end
            self._context.note(
                f"Stopped after window {len(maker.finished)} of {len(windows)}: "
                f"{frames} of {windows[-1].end} frames are kept."
            )

    def _make_windows(self, studio: Studio, watch: StepWatch, maker: ShotMaker) -> None:
        """Make them all; where the transformer cannot be compiled, go on with it as it is."""
        try:
            maker.make(studio, watch)
            return
        except Exception as error:
            if not studio.compiled or is_out_of_memory(error) or not is_failed_compile(error):
                raise
            reason = first_line(error)
        studio.compile_failed = True
        studio.use_compiled(False)
        self._context.note(f"The model could not be compiled here, so the steps are slower: {reason}.")
        maker.make(studio, watch)

    def _given(self, studio: Studio, plan: OffloadPlan) -> Given:
        """Encode the pictures or the end of the movie."""
        inputs, job = self._request.inputs, self._request.job
        if inputs.first is None and inputs.history is None:
            return Given()
        self._context.progress("Reading the pictures", 0)
        self._context.check_cancelled()
        tiled = plan.vae_tiling
        if self._request.files.forcing:
            with studio.placement.ready(studio.vae):
                start = inputs.history if inputs.history is not None else inputs.first
                before = None if start is None else to_latents(studio.vae, start, tiled=tiled)
                after = None if inputs.last is None else to_latents(studio.vae, inputs.last, tiled=tiled)
            return Given(before=before, after=after)
        assert inputs.first is not None
        assert job.flow_shift is not None
        pictures = [inputs.first] if inputs.last is None else [inputs.first, inputs.last]
        last = None if inputs.last is None else to_signed(inputs.last)
        with studio.placement.ready(studio.vae):
            studio.vae.use_tiling = tiled
            condition = studio.pipeline(job.flow_shift).condition(to_signed(inputs.first), last, job.frames)
        return Given(condition=condition, tokens=self._tokens(np.concatenate(pictures)))

    def _tokens(self, pictures: Rgb) -> torch.Tensor:
        """Show the pictures to CLIP, which is there for this only."""
        device = self._room.device
        number_format = precision_for("video_text", device, self._request.job.precision).format
        model, encode = load_picture_encoder(self._request.files, torch_dtype(number_format))
        placement = Placement(device.id, "model")
        with placement.ready(model):
            tokens: torch.Tensor = encode(pictures)
        return tokens

    def _decoded(self, studio: Studio, plan: OffloadPlan, latents: torch.Tensor) -> Iterator[Rgb]:
        """Decode in tiles where the plan says so or the memory ran out, at last on the processor."""
        shared = self._request.job.overlap if self._request.job.task == "extend" else 0
        attempts = [("device", plan.vae_tiling), ("device", True), ("cpu", False)]
        for place, tiled in dict.fromkeys(attempts):
            home = studio.vae.device
            try:
                with studio.placement.ready(studio.vae):
                    if place == "cpu":
                        studio.vae.to("cpu")
                    parts = list(to_frames(studio.vae, latents, tiled=tiled, on_part=self._on_part))
                return self._without(parts, shared)
            except Exception as error:
                if not is_out_of_memory(error) or place == "cpu":
                    raise
            finally:
                studio.vae.to(home)
            free_memory()
        raise AssertionError("the last attempt returns or raises")

    @staticmethod
    def _without(frames: list[Rgb], count: int) -> Iterator[Rgb]:
        """Leave out the first frames, which the movie before has."""
        for part in frames:
            if count < len(part):
                yield part[count:]
            count = max(0, count - len(part))

    def _on_part(self, done: int, total: int) -> None:
        if not (self.stopped or self._context.keep_done):
            self._context.check_cancelled()
        self._context.progress("Decoding", done, total, "parts")

    def _explained(self, plan: OffloadPlan) -> PortraitsError:
        job, device = self._request.job, self._room.device
        width, height = job.frame
        where = "The memory" if device.kind == "cpu" else f"The memory of {device.name}"
        finished = len(self._maker.finished) if self._maker else 0
        at = f" after window {finished} of {len(self._request.windows)}" if finished else ""
        return PortraitsError(
            ErrorCode.OUT_OF_MEMORY,
            f"{where} ran out{at} at {width} x {height} pixels and {job.frames} frames, also with the memory plan "
            f"{plan.kind}.",
            in_words(job) or "Close other programs, or take a smaller size.",
            safe="It was freed again.",
        )
