"""Shots are those of diffusers' own pipelines, although ours never have all parts in memory at once."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import (
    SkyReelsV2DiffusionForcingImageToVideoPipeline,
    SkyReelsV2DiffusionForcingPipeline,
    SkyReelsV2DiffusionForcingVideoToVideoPipeline,
)
from PIL import Image

from engine.media.movie_reader import MovieReader
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.jobs.video import VideoJob
from engine.video.job import run
from engine.video.pipelines import make_scheduler
from tests.helpers.tiny_skyreels import Kind
from tests.video.conftest import HEIGHT, IDS, WIDTH, noisy, shot, source


def made(job: VideoJob, store: Store) -> Any:
    """The frames of a job's movie, (n, height, width, 3)."""
    artifact = run(job, SilentContext(), store=store)[0]
    with MovieReader(Path(artifact.path)) as reader:
        return np.stack([frame[..., :3] for _, frame in reader.frames()])


def expected(pipeline: Any, job: VideoJob, *, shift: float, **options: Any) -> Any:
    """The frames of the library's own call, with the same numbers."""
    pipeline.scheduler = make_scheduler(pipeline.scheduler.config, shift)
    torch.manual_seed(job.seed)
    settings: dict[str, Any] = {
        "prompt": job.prompt,
        "negative_prompt": job.negative_prompt,
        "width": WIDTH,
        "height": HEIGHT,
        "num_frames": job.num_frames,
        "num_inference_steps": job.steps,
        "generator": torch.Generator().manual_seed(job.seed),
        "output_type": "np",
    }
    frames = pipeline(**settings | options).frames[0]
    return np.round(frames * 255).astype(np.uint8)


def assert_same(found: Any, wanted: Any) -> None:
    assert found.shape == wanted.shape
    assert np.abs(found.astype(int) - wanted).max() <= 1
    assert wanted.std() > 2  # a flat picture would prove nothing


def start(picture: Path) -> Image.Image:
    return Image.open(picture).convert("RGB")


def forcing(kind: Any, bare: dict[Kind, Any]) -> Any:
    made = kind(**bare["df"].components)
    made.set_progress_bar_config(disable=True)
    return made


def test_words(store: Store, bare: dict[Kind, Any], tmp_path: Path) -> None:
    job = shot(tmp_path / "a.apng")
    assert_same(made(job, store), expected(bare["t2v"], job, shift=8.0, guidance_scale=6.0))


def test_words_without_guidance_at_another_shift(store: Store, bare: dict[Kind, Any], tmp_path: Path) -> None:
    job = shot(tmp_path / "a.apng", guidance_scale=1.0, flow_shift=3.0)
    assert_same(made(job, store), expected(bare["t2v"], job, shift=3.0, guidance_scale=1.0))


def test_a_picture(store: Store, bare: dict[Kind, Any], picture: Path, tmp_path: Path) -> None:
    job = shot(tmp_path / "a.apng", model=IDS["i2v"], image=source(picture))
    assert_same(made(job, store), expected(bare["i2v"], job, shift=5.0, guidance_scale=5.0, image=start(picture)))


def test_a_first_and_a_last_picture(store: Store, bare: dict[Kind, Any], picture: Path, tmp_path: Path) -> None:
    job = shot(tmp_path / "a.apng", model=IDS["flf2v"], image=source(picture), last_image=source(picture))
    pictures = {"image": start(picture), "last_image": start(picture)}
    assert_same(made(job, store), expected(bare["flf2v"], job, shift=5.0, guidance_scale=5.0, **pictures))


def test_one_window_of_a_forcing_model(store: Store, bare: dict[Kind, Any], tmp_path: Path) -> None:
    job = shot(tmp_path / "a.apng", model=IDS["df"])
    pipeline = forcing(SkyReelsV2DiffusionForcingPipeline, bare)
    assert_same(made(job, store), expected(pipeline, job, shift=8.0, guidance_scale=6.0))


@pytest.mark.parametrize(("frames", "window", "overlap"), [(29, 13, 5), (33, 17, 9), (21, 13, 5)])
def test_a_long_shot(
    frames: int, window: int, overlap: int, store: Store, bare: dict[Kind, Any], tmp_path: Path
) -> None:
    job = shot(tmp_path / "a.apng", model=IDS["df"], num_frames=frames, window=window, overlap=overlap, overlap_noise=0)
    pipeline = forcing(SkyReelsV2DiffusionForcingPipeline, bare)
    wanted = expected(pipeline, job, shift=8.0, guidance_scale=6.0, base_num_frames=window, overlap_history=overlap)
    assert_same(made(job, store), wanted)


def test_a_long_shot_from_a_picture(store: Store, bare: dict[Kind, Any], picture: Path, tmp_path: Path) -> None:
    fields: dict[str, Any] = {"num_frames": 21, "window": 13, "overlap": 5, "overlap_noise": 0}
    job = shot(tmp_path / "a.apng", model=IDS["df"], image=source(picture), **fields)
    pipeline = forcing(SkyReelsV2DiffusionForcingImageToVideoPipeline, bare)
    options = {"base_num_frames": 13, "overlap_history": 5, "image": start(picture)}
    assert_same(made(job, store), expected(pipeline, job, shift=5.0, guidance_scale=5.0, **options))


def test_a_forcing_model_between_two_pictures(
    store: Store, bare: dict[Kind, Any], picture: Path, tmp_path: Path
) -> None:
    job = shot(tmp_path / "a.apng", model=IDS["df"], image=source(picture), last_image=source(picture), overlap_noise=0)
    pipeline = forcing(SkyReelsV2DiffusionForcingImageToVideoPipeline, bare)
    pictures = {"image": start(picture), "last_image": start(picture)}
    assert_same(made(job, store), expected(pipeline, job, shift=5.0, guidance_scale=5.0, **pictures))


def test_asynchronous_denoising(store: Store, bare: dict[Kind, Any], tmp_path: Path) -> None:
    job = shot(tmp_path / "a.apng", model=IDS["df"], num_frames=37, window=37, asynchronous=True)
    pipeline = forcing(SkyReelsV2DiffusionForcingPipeline, bare)
    options = {"base_num_frames": 37, "ar_step": 5, "causal_block_size": 5}
    wanted = expected(pipeline, job, shift=8.0, guidance_scale=6.0, **options)
    bare["df"].transformer._set_ar_attention(1)
    assert_same(made(job, store), wanted)
    # The next shot of the same loaded model is synchronous again.
    plain = shot(tmp_path / "b.apng", model=IDS["df"])
    assert_same(made(plain, store), expected(pipeline, plain, shift=8.0, guidance_scale=6.0))


def test_going_on_from_a_movie(store: Store, bare: dict[Kind, Any], movie: Path, tmp_path: Path) -> None:
    """The library's own call repeats the overlap: it puts the whole movie before frames that begin with its end."""
    fields: dict[str, Any] = {"movie": source(movie), "num_frames": 9, "overlap": 5, "overlap_noise": 0}
    job = shot(tmp_path / "a.apng", model=IDS["df"], **fields)
    pipeline = forcing(SkyReelsV2DiffusionForcingVideoToVideoPipeline, bare)
    frames = [Image.fromarray(frame[..., :3]) for frame in noisy(21, WIDTH, HEIGHT)]
    wanted = expected(
        pipeline,
        job,
        shift=8.0,
        guidance_scale=6.0,
        video=frames,
        num_frames=13,
        base_num_frames=97,
        overlap_history=5,
    )
    assert len(wanted) == 21 + 13
    found = made(job, store)
    assert len(found) == 21 + 8
    assert_same(found, np.concatenate([wanted[:21], wanted[21 + 5 :]]))
