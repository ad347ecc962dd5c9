"""What a job costs beside the bare call of diffusers, and what previews cost, on a mid-size random UNet.

Run with ``pytest -m benchmark -s tests/benchmarks/test_image_job.py``.
"""

import functools
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
import torch
from diffusers import AutoencoderKL, StableDiffusionXLPipeline, UNet2DConditionModel

from engine.image import studio
from engine.image.job import run
from engine.image.session import Session
from engine.media.pictures import read_picture
from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.jobs.image import ImageJob
from tests.helpers.tiny_sdxl import build_sdxl

SIDE, STEPS, PICTURES, ROUNDS = 256, 4, 3, 4


class Previewing(SilentContext):
    """Wants a preview at every step."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = 0

    def preview_due(self) -> bool:
        return True

    def preview(self, rgb: bytes, width: int, height: int, places: tuple[int, ...] = ()) -> None:
        assert len(rgb) == 3 * width * height
        self.shown += 1


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    """Threads that wait for each other on a busy machine would spend more processor time than the work."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


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


class Taken(NamedTuple):
    """Seconds of a work: on the clock, and of processor time of all threads beside what the networks compute.

    The networks compute the same for both sides; on a busy machine their time varies more than all the rest takes.
    """

    clock: float
    beside: float


class Networks:
    """Counts the processor time inside the networks, which work on the calling thread."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seconds = 0.0
        for kind, name in ((UNet2DConditionModel, "forward"), (AutoencoderKL, "decode")):
            monkeypatch.setattr(kind, name, self._timed(getattr(kind, name)))

    def _timed(self, work: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(work)
        def timed(*arguments: Any, **options: Any) -> Any:
            begun = time.thread_time()
            try:
                return work(*arguments, **options)
            finally:
                self.seconds += time.thread_time() - begun

        return timed


@pytest.fixture
def networks(monkeypatch: pytest.MonkeyPatch) -> Networks:
    return Networks(monkeypatch)


def best_of_each(networks: Networks, *works: Callable[[], object]) -> list[Taken]:
    """The best times of each work; they take turns, so that other load on the machine meets all alike."""
    best = [Taken(float("inf"), float("inf"))] * len(works)
    for _ in range(ROUNDS):
        for index, work in enumerate(works):
            begun, used = time.perf_counter(), time.process_time() - networks.seconds
            work()
            taken = time.perf_counter() - begun, time.process_time() - networks.seconds - used
            best[index] = Taken(*map(min, best[index], taken))
    return best


@pytest.mark.benchmark
def test_a_job_against_the_bare_call(models: Path, networks: Networks, tmp_path: Path) -> None:
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
        networks, call, lambda: run(job, SilentContext(), store=store), lambda: run(job, context, store=store)
    )

    def more(taken: Taken, bare: Taken) -> str:
        added = taken.beside - bare.beside
        on_clock, beside = taken.clock / bare.clock - 1, added / bare.clock
        return f"{taken.clock:.2f} s ({on_clock:+.1%}; beside the networks {1000 * added:+.0f} ms, {beside:+.1%})"

    print(
        f"\nUNet of {parameters:.0f} M parameters, {PICTURES} pictures of {SIDE} x {SIDE} in {STEPS} steps: "
        f"diffusers {alone.clock:.2f} s, job with files {more(whole, alone)}, "
        f"with previews {more(previewed, alone)}; {context.shown / ROUNDS:.1f} shown"
    )


@pytest.mark.benchmark
def test_a_preview_against_a_step(models: Path, networks: Networks, tmp_path: Path) -> None:
    store = Store(tmp_path / "store", added=[models], offline=True)
    job = ImageJob(prompt="a man", output=str(tmp_path), steps=STEPS, width=SIDE, height=SIDE)
    session = Session(job, SilentContext(), store=store)
    made = list(session.make([session.wanted(0, 1)]))
    latents = torch.randn(1, 4, SIDE // 8, SIDE // 8)
    painter = studio.loaded()[0].painter
    (preview,) = best_of_each(networks, lambda: painter(latents))
    print(f"\none preview {1000 * preview.clock:.2f} ms, one step {1000 * made[0].seconds / STEPS:.0f} ms")
