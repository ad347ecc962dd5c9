"""Finds, loads and places the models of an animation: from the model store, or from folders that the job names."""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from engine.animation import loading
from engine.animation.pipeline7b import Pipeline7B
from engine.animation.pipeline17b import ImageEncoder, Pipeline17B
from engine.animation.settings import guidance_of, memory_plan
from engine.animation.tokenizer import MotionTokenizer, load_tokenizer
from engine.devices.detect import choose, detect
from engine.devices.precision import Component, precision_for, torch_dtype
from engine.devices.processor import memory
from engine.diffusion.attention import attention_for
from engine.diffusion.placement import Placement
from engine.models.store import Store
from engine.protocol.context import JobContext
from engine.protocol.jobs.animate import AnimateJob

TOKENIZER_ID = "mtvcrafter-4dmot"
TOKENIZER_FOLDER = "4DMoT"
_TRANSFORMERS = {"7b": ("mvdit-7b", "MV-DiT/CogVideoX"), "17b": ("mvdit-17b", "MV-DiT/Wan-2-1")}
_PARTS = {"7b": "cogvideox-5b-parts", "17b": "wan2.1-parts"}


def device_of(setting: str) -> str:
    """Return the device that a setting means, such as "cuda:0"; raises USAGE when it is not here."""
    return detect(setting).chosen


def tokenizer_path(given: str) -> Path:
    """Return where 4DMoT lies: what is given, else the model store's.

    Raises:
        PortraitsError: MODEL_MISSING.
    """
    return Path(given) if given else Store.default().folder_of(TOKENIZER_ID) / TOKENIZER_FOLDER


class Models:
    """The models of one job. Each is loaded when it is asked for.

    Args:
        job: names device, memory plan, number format and folders.
        context: is told about the plan, and shows what is being loaded.
    """

    def __init__(self, job: AnimateJob, context: JobContext) -> None:
        self._job = job
        self._context = context
        report = detect(job.device)
        self._device = choose(report.devices, report.chosen)
        plan, self.both_halves = memory_plan(job, self._device, memory().free)
        self._tiling = plan.vae_tiling
        self.placement = Placement(self._device.id, plan.kind)
        context.note(plan.note)
        if job.both_halves and guidance_of(job) > 1 and not self.both_halves:
            context.note("Both halves of the guidance are computed one after the other, which needs less memory.")

    def attention(self) -> str:
        """Return the backend of diffusers that the transformer attends with: the fastest exact one that is there."""
        number_format = precision_for("video", self._device, self._job.precision).format
        return attention_for("auto", self._device, number_format, masked=False, note=self._context.note)

    def tokenizer(self) -> MotionTokenizer:
        """Load 4DMoT."""
        self._loading("motion tokenizer")
        return load_tokenizer(tokenizer_path(self._job.models.tokenizer), device=self._device.id)

    def pipeline_7b(self) -> Pipeline7B:
        """Load MV-DiT-7B and the VAE of CogVideoX."""
        self._loading("decoder")
        vae = loading.load_vae_7b(self._parts(), self._dtype("video_vae"))
        self.placement.install(vae)
        self._loading("MV-DiT-7B")
        transformer = loading.load_transformer_7b(self._transformer(), self._dtype("video"))
        self.placement.install(transformer, large=True)
        return Pipeline7B(transformer, vae, self.placement, self._job.sampler)

    def pipeline_17b(self) -> Pipeline17B:
        """Load MV-DiT-17B, with its LoRA, and the VAE of Wan 2.1."""
        self._loading("decoder")
        vae = loading.load_vae_17b(self._parts(), self._dtype("video_vae"), tiling=self._tiling)
        self.placement.install(vae.model)
        self._loading("MV-DiT-17B")
        lora = Path(self._job.lora[0].path) if self._job.lora else None
        transformer, report = loading.load_transformer_17b(
            self._transformer(), self._dtype("video"), lora=lora, strength=self._job.lora_strength
        )
        if report is not None and report.unmatched:
            self._context.note(f"{len(report.unmatched)} parts of the LoRA do not belong to this model.")
        self.placement.install(transformer, large=True)
        return Pipeline17B(transformer, vae, self.placement)

    def texts(self, prompts: Sequence[str]) -> list[Tensor]:
        """Return umT5 states of prompts; the encoder is dropped afterwards, it is the largest part beside the model."""
        self._loading("text encoder")
        encoder = loading.load_text_encoder(self._parts(), self._dtype("video_text"))
        if self.placement.kind not in ("group", "sequential"):
            self.placement.install(encoder.model)
            with self.placement.ready(encoder.model):
                return encoder.encode(prompts)
        self.placement.install(encoder.model, large=True)
        return encoder.encode(prompts)

    def image_encoder(self) -> ImageEncoder:
        """Load the CLIP picture encoder."""
        self._loading("picture encoder")
        encoder = loading.load_image_encoder(self._parts(), self._dtype("video_text"))
        self.placement.install(encoder.model)

        def encode(picture: Tensor) -> Tensor:
            with self.placement.ready(encoder.model):
                return encoder(picture)

        return encode

    def _transformer(self) -> Path:
        if self._job.models.transformer:
            return Path(self._job.models.transformer)
        identifier, folder = _TRANSFORMERS[self._job.model]
        return Store.default().folder_of(identifier) / folder

    def _parts(self) -> Path:
        if self._job.models.parts:
            return Path(self._job.models.parts)
        return Store.default().folder_of(_PARTS[self._job.model])

    def _dtype(self, component: Component) -> torch.dtype:
        asked = "auto" if component == "video_vae" else self._job.precision
        dtype: torch.dtype = torch_dtype(precision_for(component, self._device, asked).format)
        return dtype

    def _loading(self, part: str) -> None:
        self._context.check_cancelled()
        self._context.progress(f"Loading the {part}", 0)
