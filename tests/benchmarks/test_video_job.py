"""What a shot costs beside the bare call of diffusers, and what each way to be faster or leaner costs or gains.

Run with ``pytest -m benchmark -s tests/benchmarks/test_video_job.py``. The weights are random: times are those of a
real model of this size, differences of pictures are not.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.media.movie_reader import MovieReader
from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.devices import OffloadKind, OffloadPlan
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.jobs.video import VideoJob
from engine.video.job import run
from engine.video.pipelines import make_scheduler
from engine.video.session import Session
from tests.helpers.tiny_skyreels import build_skyreels, pipeline

SHAPE: dict[str, Any] = {"heads": 4, "head": 32, "layers": 6}
WIDTH, HEIGHT, FRAMES, STEPS, ROUNDS = 192, 112, 9, 8, 2


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


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> Iterator[None]:
    """Several threads wait for each other when the machine has other work, and for the small parts always."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(autouse=True)
def _models_stay_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PORTRAITS_HOME", str(tmp_path / "home"))
    kept_models.set_budget(2**40)
    yield
    kept_models.set_budget(0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SkyReels-shaped model, small enough for a processor and large enough for its steps to take the time."""
    return build_skyreels(tmp_path_factory.mktemp("models") / "mid", "t2v", **SHAPE)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store", offline=True)


def job(folder: Path, output: Path, **fields: Any) -> VideoJob:
    settings: dict[str, Any] = {
        "prompt": "a man",
        "model": str(folder),
        "width": WIDTH,
        "height": HEIGHT,
        "num_frames": FRAMES,
        "steps": STEPS,
        "precision": "float32",
        "seed": 1,
        "offload": "none",
        "encode": EncodeSettings(codec="apng", quality=0),
        "last_frame": False,
        "overwrite": True,
        "output": str(output),
    }
    return VideoJob(**settings | fields)


def frames(path: Path) -> Any:
    with MovieReader(path) as reader:
        return np.stack([frame[..., :3] for _, frame in reader.frames()]).astype(float)


def psnr(found: Any, expected: Any) -> float:
    error = float(((found - expected) ** 2).mean())
    return 10 * np.log10(255**2 / error) if error else float("inf")


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
def test_a_shot_against_the_bare_call(folder: Path, store: Store, tmp_path: Path) -> None:
    bare = pipeline("t2v", **SHAPE)
    bare.scheduler = make_scheduler(bare.scheduler.config, 8.0)
    shot = job(folder, tmp_path / "a.apng")

    def call() -> Any:
        generator = torch.Generator().manual_seed(1)
        return bare(
            "a man",
            shot.negative_prompt,
            width=WIDTH,
            height=HEIGHT,
            num_frames=FRAMES,
            num_inference_steps=STEPS,
            generator=generator,
        ).frames[0]

    context = Previewing()
    run(shot, SilentContext(), store=store)
    assert psnr(frames(tmp_path / "a.apng"), np.round(call() * 255)) > 45
    alone, whole, previewed = best_of_each(
        call, lambda: run(shot, SilentContext(), store=store), lambda: run(shot, context, store=store)
    )
    print(
        f"\n{WIDTH} x {HEIGHT}, {FRAMES} frames, {STEPS} steps: diffusers {alone:.2f} s, job with file {whole:.2f} s "
        f"({whole / alone - 1:+.1%}), with previews {previewed:.2f} s ({previewed / whole - 1:+.1%}; "
        f"{context.shown / ROUNDS:.1f} shown)"
    )


class Clock(SilentContext):
    """Measures the steps alone: a tiny VAE takes longer for its share than a real one does."""

    def __init__(self) -> None:
        super().__init__()
        self.begun: float | None = None
        self.ended = 0.0

    def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
        if phase == "Denoising":
            self.ended = time.perf_counter()
            self.begun = self.begun or self.ended

    @property
    def seconds(self) -> float:
        assert self.begun is not None
        return self.ended - self.begun


def steps_of_each(works: dict[str, Callable[[Clock], object]]) -> dict[str, float]:
    """The least time that the steps of each work took; they take turns."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(ROUNDS + 1):
        for name, work in works.items():
            clock = Clock()
            work(clock)
            best[name] = min(best[name], clock.seconds)
    return best


def report(times: dict[str, float], folder: Path) -> None:
    """Print each time against the first one, and how far the frames are from those of the first."""
    (first, plain), *_ = times.items()
    expected = frames(folder / f"{first}.apng")
    print()
    for name, taken in times.items():
        found = frames(folder / f"{name}.apng")
        same_size = found.shape == expected.shape
        said = f", PSNR {psnr(found, expected):.1f} dB" if same_size else ""
        print(f"{name}: {taken:.2f} s for {STEPS} steps ({plain / taken:.2f} x as fast){said}")
        assert not same_size or psnr(found, expected) > 15


@pytest.mark.benchmark
def test_faster_ways_against_the_plain_one(folder: Path, store: Store, tmp_path: Path) -> None:
    ways: dict[str, dict[str, Any]] = {
        "plain": {},
        "step cache careful": {"step_cache": "careful"},
        "step cache fast": {"step_cache": "fast"},
        "without guidance": {"guidance_scale": 1.0},
        "bfloat16": {"precision": "bfloat16"},
        "draft": {"draft": True},
    }
    jobs = {name: job(folder, tmp_path / f"{name}.apng", **fields) for name, fields in ways.items()}

    def work_of(shot: VideoJob) -> Callable[[Clock], object]:
        return lambda clock: run(shot, clock, store=store)

    report(steps_of_each({name: work_of(shot) for name, shot in jobs.items()}), tmp_path)


@pytest.mark.benchmark
def test_memory_plans_against_the_plain_one(
    folder: Path, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds: tuple[OffloadKind, ...] = ("none", "model", "group", "sequential", "fp8")

    def work_of(kind: OffloadKind) -> Callable[[Clock], object]:
        plan = OffloadPlan(kind=kind, device_memory=1, main_memory=1, fits=True, note="")
        shot = job(folder, tmp_path / f"{kind}.apng")

        def work(clock: Clock) -> object:
            monkeypatch.setattr(Session, "_plans", lambda _: [plan])
            return run(shot, clock, store=store)

        return work

    report(steps_of_each({kind: work_of(kind) for kind in kinds}), tmp_path)
