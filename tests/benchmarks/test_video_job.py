"""What a shot costs beside the bare call of diffusers, and what each way to be faster or leaner costs or gains.

Run with ``pytest -m benchmark -n 0 -s tests/benchmarks/test_video_job.py``. The weights are random: times are those of
a real model of this size, differences of pictures are not.

Everything is measured in turns: each round runs every work once and compares it with the first work of the same round.
What is printed is the median of these ratios with the quartiles behind it, of the wall clock and of the process' own
processor time, which other programs on the machine hardly touch.
"""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any, NamedTuple

import numpy as np
import pytest
import torch

from engine.devices.architectures import SKYREELS
from engine.devices.detect import cpu
from engine.media.movie_reader import MovieReader
from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.devices import OffloadKind, OffloadPlan
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.jobs.video import VideoJob
from engine.protocol.shots import latent_frames
from engine.video.job import run
from engine.video.pipelines import make_scheduler
from engine.video.preview import SHARE, decoder_painter, factor_painter
from engine.video.session import Session
from engine.video.tiny_decoder import TinyDecoder
from engine.video.tuning import can_compile
from tests.helpers.tiny_skyreels import build_skyreels, pipeline

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(1800)]

SHAPE: dict[str, Any] = {"heads": 4, "head": 64, "layers": 6}
WIDTH, HEIGHT, FRAMES, STEPS, ROUNDS = 256, 160, 17, 8, 5
REAL_WIDTH, REAL_HEIGHT, REAL_FRAMES = 960, 544, 97
FASTEST_STEP = 5.5 * 60 / 50
"""Seconds of a step of the 1.3B model at 960 x 544 and 97 frames: 5.5 minutes with flash attention in 50 steps, the
fastest that the documentation of diffusers tells for it (the card is not named)."""


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


class Taken(NamedTuple):
    """Seconds of the wall clock, and of the processor for this process."""

    wall: float
    processor: float


class Stopwatch:
    """Measures a stretch of work."""

    def __init__(self) -> None:
        self._wall, self._processor = time.perf_counter(), time.process_time()

    def read(self) -> Taken:
        return Taken(time.perf_counter() - self._wall, time.process_time() - self._processor)


class StepTimes(SilentContext):
    """Measures the steps alone: a tiny VAE takes longer for its share than a real one does."""

    def __init__(self) -> None:
        super().__init__()
        self._watch: Stopwatch | None = None
        self.taken = Taken(0.0, 0.0)

    def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
        if phase == "Denoising":
            self._watch = self._watch or Stopwatch()
            self.taken = self._watch.read()


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


def whole(work: Callable[[], object]) -> Callable[[], Taken]:
    """Measure a work from its beginning to its end."""

    def measured() -> Taken:
        watch = Stopwatch()
        work()
        return watch.read()

    return measured


def steps_of(shot: VideoJob, store: Store) -> Callable[[], Taken]:
    """Measure the steps of a shot."""

    def measured() -> Taken:
        context = StepTimes()
        run(shot, context, store=store)
        return context.taken

    return measured


def in_turns(works: dict[str, Callable[[], Taken]]) -> dict[str, str]:
    """Run each work once to warm up and then once a round; return each one's times and ratios in words."""
    taken: dict[str, list[Taken]] = {name: [] for name in works}
    for work in works.values():
        work()
    for turn in range(ROUNDS):
        names = list(works)
        # Another one begins each time, so that no place in the round is better.
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            taken[name].append(works[name]())
    plain = next(iter(taken.values()))
    return {name: _said(plain, found) for name, found in taken.items()}


def _said(plain: list[Taken], found: list[Taken]) -> str:
    wall, processor = (median(each[index] for each in found) for index in (0, 1))
    if found is plain:
        return f"{wall:.2f} s, processor {processor:.2f} s"
    ratios = [[each[index] / beside[index] for each, beside in zip(found, plain, strict=True)] for index in (0, 1)]
    (low, middle, high), (_, own, _) = (quantiles(each, n=4) for each in ratios)
    return f"{wall:.2f} s, {middle:.3f} x ({low:.3f} to {high:.3f}), processor {processor:.2f} s, {own:.3f} x"


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

    run(shot, SilentContext(), store=store)
    assert psnr(frames(tmp_path / "a.apng"), np.round(call() * 255)) > 45
    said = in_turns({"diffusers": whole(call), "job with file": whole(lambda: run(shot, SilentContext(), store=store))})
    print(f"\n{WIDTH} x {HEIGHT}, {FRAMES} frames, {STEPS} steps")
    for name, words in said.items():
        print(f"{name}: {words}")


def test_previews_against_the_steps(folder: Path, store: Store, tmp_path: Path) -> None:
    """First at the size of a real shot, then as a ratio on the small model, where a step is as short as never else."""
    latents = torch.randn(1, 16, latent_frames(REAL_FRAMES), REAL_HEIGHT // 8, REAL_WIDTH // 8)
    speed = operations_per_second()
    tokens = latents.shape[2] * latents.shape[3] * latents.shape[4] / 4
    own_step = 2 * SKYREELS["1.3B"].pass_operations(tokens) / speed
    print(f"\na step of 1.3B at {REAL_WIDTH} x {REAL_HEIGHT}, {REAL_FRAMES} frames: published {FASTEST_STEP:.1f} s,")
    print(f"on this processor at {speed / 1e9:.0f} GFLOPS about {own_step:.0f} s")
    rough = median(whole(partial(factor_painter(), latents))().wall for _ in range(ROUNDS))
    print(f"linear map: {rough:.3f} s, {rough / own_step:.1e} of that, {rough / FASTEST_STEP:.2%} of the published one")
    # It is made for cards; a processor takes a minute or more.
    fine = whole(partial(decoder_painter(TinyDecoder().eval()), latents))().wall
    print(f"tiny decoder: {fine:.1f} s, {fine / own_step:.1e} of that")
    shot, context = job(folder, tmp_path / "a.apng"), Previewing()
    said = in_turns(
        {
            "silent": whole(lambda: run(shot, SilentContext(), store=store)),
            f"previews, at most {SHARE:.0%} of the steps": whole(lambda: run(shot, context, store=store)),
        }
    )
    for name, words in said.items():
        print(f"{name}: {words}")
    print(f"{context.shown / (ROUNDS + 1):.1f} previews a shot of {STEPS} steps")


def operations_per_second() -> float:
    """Return the floating-point operations that one thread does here in a large product of matrices."""
    side = 1024
    matrix = torch.randn(side, side)
    fastest = min(whole(lambda: matrix @ matrix)().wall for _ in range(ROUNDS))
    return 2 * side**3 / fastest


def test_faster_ways_against_the_plain_one(folder: Path, store: Store, tmp_path: Path) -> None:
    ways: dict[str, dict[str, Any]] = {
        "plain": {},
        "step cache careful": {"step_cache": "careful"},
        "step cache fast": {"step_cache": "fast"},
        "without guidance": {"guidance_scale": 1.0},
        "bfloat16": {"precision": "bfloat16"},
        "draft": {"draft": True},
    }
    if can_compile(cpu()):
        ways["compiled"] = {"compile": "on"}
    jobs = {name: job(folder, tmp_path / f"{name}.apng", **fields) for name, fields in ways.items()}
    report(in_turns({name: steps_of(shot, store) for name, shot in jobs.items()}), tmp_path)


def test_memory_plans_against_the_plain_one(
    folder: Path, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds: tuple[OffloadKind, ...] = ("none", "model", "group", "sequential", "fp8")

    def work_of(kind: OffloadKind) -> Callable[[], Taken]:
        plan = OffloadPlan(kind=kind, device_memory=1, main_memory=1, fits=True, note="")
        steps = steps_of(job(folder, tmp_path / f"{kind}.apng"), store)

        def work() -> Taken:
            monkeypatch.setattr(Session, "_plans", lambda _: [plan])
            return steps()

        return work

    report(in_turns({kind: work_of(kind) for kind in kinds}), tmp_path)


def report(said: dict[str, str], folder: Path) -> None:
    """Print each time against the first one, and how far the frames are from those of the first."""
    first = next(iter(said))
    expected = frames(folder / f"{first}.apng")
    print(f"\nthe {STEPS} steps of {WIDTH} x {HEIGHT}, {FRAMES} frames")
    for name, words in said.items():
        found = frames(folder / f"{name}.apng")
        same_size = found.shape == expected.shape
        print(f"{name}: {words}" + (f", PSNR {psnr(found, expected):.1f} dB" if same_size and name != first else ""))
        assert not same_size or psnr(found, expected) > 15
