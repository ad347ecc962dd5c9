"""What a job costs beside the bare call of diffusers, and what previews cost, on a mid-size random UNet.

Run with ``pytest -m benchmark -s tests/benchmarks/test_image_job.py``.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.image import studio
from engine.image.job import run
from engine.image.session import Session
from engine.media.pictures import read_picture
from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.jobs.image import ImageJob
from tests.helpers.tiny_sdxl import build_sdxl

SIDE, STEPS, PICTURES, ROUNDS = 256, 4, 3, 3


class Previewing(SilentContext):
    """Wants a preview at every step."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = 0

    def preview_due(self) -> bool:
        return True

    def preview(self, rgb: bytes, width: int, height: int) -> None:
        assert len(rgb) == 3 * width * height
        self.shown += 1


@pytest.fixture(autouse=True)
def _models_stay_loaded() -> Iterator[None]:
    kept_models.set_budget(2**40)
    yield
    kept_models.set_budget(0)


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SDXL-shaped model of about 100 million parameters."""
    folder = tmp_path_factory.mktemp("models")
    build_sdxl(folder / "sdxl-turbo", channels=(192, 384), depth=(1, 4))
    return folder


def best_of_each(*works: Callable[[], object]) -> list[float]:
    """The best time of each work; they take turns, so that other load on the machine meets all alike."""
    best = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for index, work in enumerate(works):
            begun = time.perf_counter()
            work()
            best[index] = min(best[index], time.perf_counter() - begun)
    return best


@pytest.mark.benchmark
def test_a_job_against_the_bare_call(models: Path, tmp_path: Path) -> None:
    from diffusers import StableDiffusionXLPipeline

    bare: Any = StableDiffusionXLPipeline.from_pretrained(models / "sdxl-turbo", local_files_only=True, variant="fp16")
    bare.set_progress_bar_config(disable=True)
    parameters = sum(each.numel() for each in bare.unet.parameters()) / 1e6
    store = Store(tmp_path / "store", added=[models], offline=True)
    job = ImageJob(
        prompt="a man", output=str(tmp_path), num_images=PICTURES, steps=STEPS, width=SIDE, height=SIDE, seed=1
    )

    def call() -> list[Any]:
        made = []
        for index in range(PICTURES):
            generator = torch.Generator("cpu").manual_seed(1 + index)
            options: dict[str, Any] = {"num_inference_steps": STEPS, "guidance_scale": 0.0, "generator": generator}
            made += bare("a man", width=SIDE, height=SIDE, **options).images
        return made

    context = Previewing()
    artifacts = run(job, SilentContext(), store=store)
    for artifact, image in zip(artifacts, call(), strict=True):
        difference = read_picture(Path(artifact.path))[..., :3].astype(int) - np.asarray(image)
        assert np.abs(difference).max() <= 1
    alone, whole, previewed = best_of_each(
        call, lambda: run(job, SilentContext(), store=store), lambda: run(job, context, store=store)
    )
    print(
        f"\nUNet of {parameters:.0f} M parameters, {PICTURES} pictures of {SIDE} x {SIDE} in {STEPS} steps: "
        f"diffusers {alone:.2f} s, job with files {whole:.2f} s ({whole / alone - 1:+.1%}), "
        f"with previews {previewed:.2f} s ({previewed / alone - 1:+.1%}; {context.shown / ROUNDS:.1f} shown)"
    )


@pytest.mark.benchmark
def test_a_preview_against_a_step(models: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "store", added=[models], offline=True)
    job = ImageJob(prompt="a man", output=str(tmp_path), steps=STEPS, width=SIDE, height=SIDE)
    session = Session(job, SilentContext(), store=store)
    made = list(session.make([session.wanted(0, 1)]))
    latents = torch.randn(1, 4, SIDE // 8, SIDE // 8)
    painter = studio.loaded()[0].painter
    (preview,) = best_of_each(lambda: painter(latents))
    print(f"\none preview {1000 * preview:.2f} ms, one step {1000 * made[0].seconds / STEPS:.0f} ms")
