"""Makes the latents of a shot: one call of a pipeline, or one for each window of a long shot."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

from engine.protocol.jobs.video import VideoJob
from engine.protocol.shot_choices import guidance_of, prompt_of
from engine.protocol.shots import BLOCK, Window, latent_frames
from engine.video.pipelines import Given
from engine.video.studio import Studio
from engine.video.tuning import skipping
from engine.video.watch import StepWatch

_CHANNELS = 16
_SLOW_RATE = 16


class ShotMaker:
    """Makes a shot with an open model.

    Args:
        job: with every number filled in.
        windows: of the shot; one for models that make it in one go.
        words: each prompt of the job, encoded.
        given: what the shot begins with, and what it leads to.
        attention: as diffusers calls it.

    Attributes:
        finished: latents of the windows made so far, each without what it shares with the one before, in main memory.
            A maker can go on with another studio after the memory of the first ran out.
    """

    def __init__(
        self, job: VideoJob, windows: Sequence[Window], words: Mapping[str, Tensor], given: Given, attention: str
    ) -> None:
        self._job = job
        self._windows = windows
        self._words = words
        self._given = given
        self._attention = attention
        self.finished: list[Tensor] = []

    @property
    def latents(self) -> Tensor:
        """Everything made so far, (1, 16, n, h, w); what a movie gave at the start is part of it."""
        return torch.cat(self.finished, dim=2)

    def make(self, studio: Studio, watch: StepWatch) -> None:
        """Make the windows that are missing.

        Raises:
            Cancelled: at the end of a step; finished windows stay.
        """
        assert self._job.flow_shift is not None
        pipeline = studio.pipeline(self._job.flow_shift)
        begun = len(self.finished)
        for index, noise in enumerate(self._noises()):
            if index < begun:
                continue
            watch.begin(index)
            made = self._call(pipeline, studio, index, noise, watch)
            self.finished.append(made.float().cpu())

    def _call(self, pipeline: Any, studio: Studio, index: int, noise: Tensor, watch: StepWatch) -> Tensor:
        from diffusers.models.attention_dispatch import attention_backend

        job, given = self._job, self._for_window(index)
        width, height = job.frame
        options: dict[str, Any] = {
            "prompt": None,
            "prompt_embeds": self._words[prompt_of(job, index)],
            "width": width,
            "height": height,
            "num_frames": self._windows[index].frames,
            "num_inference_steps": job.steps,
            "guidance_scale": job.guidance_scale,
            "output_type": "latent",
            "callback_on_step_end": watch,
        }
        if guidance_of(job) > 1:
            options["negative_prompt_embeds"] = self._words[job.negative_prompt]
        options |= self._forcing(index) if studio.files.forcing else {}
        options |= {"image": torch.zeros(1, 3, height, width)} if given.condition is not None else {}
        options = {name: _at(value, studio) for name, value in options.items()}
        pipeline.set_up(noise, given, studio.device.id)
        with (
            # The noise that is added to overlaps comes from torch's own generator.
            torch.random.fork_rng([] if studio.device.kind != "cuda" else None),
            studio.placement.ready(studio.transformer),
            skipping(studio.transformer, job.step_cache),
            attention_backend(self._attention),
        ):
            torch.manual_seed(job.seed + index)
            latents: Tensor = pipeline(**options).frames
        known = 0 if index == 0 or given.before is None else given.before.shape[2]
        return latents[:, :, known : latents.shape[2] - (1 if given.after is not None else 0)]

    def _forcing(self, index: int) -> dict[str, Any]:
        """What the pipelines for long shots take beside the others."""
        job = self._job
        overlaps = index > 0 or job.task == "extend"
        return {
            "base_num_frames": self._windows[index].frames,
            # The models know two frame rates.
            "fps": _SLOW_RATE if job.fps <= (_SLOW_RATE + 24) / 2 else 24,
            "ar_step": BLOCK if job.asynchronous else 0,
            # Always told: the transformer remembers what the last job had.
            "causal_block_size": BLOCK if job.asynchronous else 1,
            "addnoise_condition": job.overlap_noise if overlaps else 0,
        }

    def _for_window(self, index: int) -> Given:
        given = self._given
        before, after = given.before, given.after
        if index > 0:
            before = self.latents[:, :, -latent_frames(self._windows[index].overlap) :]
        if index < len(self._windows) - 1:
            after = None
        return Given(before=before, after=after, condition=given.condition, tokens=given.tokens)

    def _noises(self) -> Iterator[Tensor]:
        """The noise of each window in order, drawn on the processor, so that it is the same on every device."""
        job = self._job
        generator = torch.Generator("cpu").manual_seed(job.seed)
        for window in self._windows:
            shape = (1, _CHANNELS, latent_frames(window.frames), job.height // 8, job.width // 8)
            noise = torch.randn(shape, generator=generator, dtype=torch.float32)
            width, height = job.frame
            yield halved(noise, height // 8, width // 8) if job.draft else noise


def halved(noise: Tensor, height: int, width: int) -> Tensor:
    """Return noise of half the size that has the large structure of the noise of the full size.

    Four neighbours are added and divided by two: the sum of four independent normal numbers has twice their deviation.
    So a draft moves as the full shot of the same seed will, as far as that depends on the noise.
    """
    blocks = noise[..., : 2 * height, : 2 * width].unflatten(-2, (height, 2)).unflatten(-1, (width, 2))
    summed: Tensor = blocks.sum(dim=(-3, -1))
    return summed / 2


def _at(value: Any, studio: Studio) -> Any:
    return value.to(studio.device.id) if isinstance(value, Tensor) else value
