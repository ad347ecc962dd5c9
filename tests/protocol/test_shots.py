"""Legal lengths and sizes of shots, and their windows."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.protocol.jobs.base import Source
from engine.protocol.jobs.video import VideoJob
from engine.protocol.shot_choices import (
    chosen_model,
    flow_shift_of,
    guidance_of,
    is_long,
    prompt_of,
    steps_of,
    windows_for,
)
from engine.protocol.shots import (
    MOST_FRAMES,
    Window,
    latent_frames,
    legal_frames,
    legal_half,
    legal_side,
    seconds_of,
    windows_of,
)
from engine.protocol.video_models import MODELS, model_named, models_for

SOURCE = Source(path="a")


@given(st.integers(-10, 10_000), st.booleans())
def test_frames_are_made_legal_by_the_smallest_change(frames: int, asynchronous: bool) -> None:
    step = 20 if asynchronous else 4
    legal = legal_frames(frames, asynchronous=asynchronous)
    assert (legal - (-3 if asynchronous else 1)) % step == 0
    assert 5 <= legal <= MOST_FRAMES
    if 17 <= frames <= 1400:
        assert abs(legal - frames) <= step / 2
    assert legal_frames(legal, asynchronous=asynchronous) == legal


@given(st.integers(0, 5000))
def test_sides_are_made_legal_by_the_smallest_change(side: int) -> None:
    legal = legal_side(side)
    assert legal % 16 == 0
    assert 32 <= legal <= 2048
    if 32 <= side <= 2048:
        assert abs(legal - side) <= 8
    assert legal_half(legal) % 16 == 0
    assert legal_half(legal) <= max(legal / 2, 32)


@pytest.mark.parametrize(("frames", "expected"), [(2, 5), (4, 5), (7, 9), (8, 9), (10, 9), (97, 97), (121, 121)])
def test_known_lengths(frames: int, expected: int) -> None:
    assert legal_frames(frames) == expected


def test_seconds_and_frames() -> None:
    assert float(seconds_of(97, Fraction(24))) == pytest.approx(4.04, abs=0.01)
    assert latent_frames(97) == 25


def test_the_windows_of_the_design() -> None:
    assert windows_of(257, 97, 17) == (Window(0, 97, 0), Window(80, 97, 17), Window(160, 97, 17))
    assert windows_of(97, 97, 17) == (Window(0, 97, 0),)
    assert windows_of(49, 97, 17) == (Window(0, 49, 0),)


@given(st.integers(1, 360), st.integers(2, 60), st.integers(1, 30))
def test_windows_cover_the_shot(frames: int, window: int, overlap: int) -> None:
    length, size, shared = 4 * frames + 1, 4 * max(window, overlap + 1) + 1, 4 * overlap + 1
    found = windows_of(length, size, shared)
    assert found[0].start == 0
    assert found[-1].end == length
    for before, after in pairwise(found):
        assert after.start == before.end - after.overlap
        assert after.overlap == shared
        assert after.frames % 4 == 1
        assert shared < after.frames <= size


def test_a_job_tells_what_it_begins_with() -> None:
    job = VideoJob(output="a.mp4")
    assert job.task == "words"
    assert VideoJob(output="a.mp4", image=SOURCE).task == "picture"
    assert VideoJob(output="a.mp4", image=SOURCE, last_image=SOURCE).task == "first_last"
    assert VideoJob(output="a.mp4", movie=SOURCE).task == "extend"


def test_numbers_follow_from_what_a_job_begins_with() -> None:
    words, picture = VideoJob(output="a.mp4"), VideoJob(output="a.mp4", image=SOURCE)
    assert (guidance_of(words), flow_shift_of(words)) == (6.0, 8.0)
    assert (guidance_of(picture), flow_shift_of(picture)) == (5.0, 5.0)
    assert (steps_of(words, chosen_model(words)), steps_of(words, model_named("skyreels-v2-df-1.3b-540p"))) == (50, 30)
    assert steps_of(VideoJob(output="a.mp4", draft=True), None) == 12
    assert steps_of(VideoJob(output="a.mp4", draft=True, steps=20), None) == 20
    assert VideoJob(output="a.mp4", draft=True).frame == (480, 272)


def test_windows_prompts_and_new_frames_of_a_job() -> None:
    job = VideoJob(output="a.mp4", prompt="a", window_prompts=("b",), num_frames=257)
    assert is_long(job)
    assert [prompt_of(job, index) for index in range(len(windows_for(job)))] == ["a", "b", "b"]
    short = VideoJob(output="a.mp4", num_frames=200, model="skyreels-v2-t2v-14b-540p")
    assert windows_for(short) == (Window(0, 201, 0),)
    longer = VideoJob(output="a.mp4", movie=SOURCE)
    assert longer.frames == 96
    assert windows_for(longer)[-1].end == 96 + 17
    blocks = VideoJob(output="a.mp4", movie=SOURCE, asynchronous=True)
    assert blocks.frames % 20 == 0
    assert all(latent_frames(window.frames) % 5 == 0 for window in windows_for(blocks))


def test_models_are_told_by_name() -> None:
    for model in MODELS:
        repository = f"Skywork/{model.id.replace('skyreels', 'SkyReels').upper()}-DIFFUSERS"
        assert model_named(model.id) is model
        assert model_named(repository) is model
        assert model_named(f"C:\\models\\{model.id}") is model
    assert model_named("my-own-model") is None


def test_what_counts_as_long_depends_on_the_size() -> None:
    assert is_long(VideoJob(output="a.mp4", num_frames=121))
    assert not is_long(VideoJob(output="a.mp4", num_frames=121, width=1280, height=720))
    assert is_long(VideoJob(output="a.mp4", num_frames=125, width=1280, height=720))


def test_models_are_offered_best_first() -> None:
    assert [model.size for model in models_for("words")] == ["14B"] * 4 + ["1.3B"]
    assert models_for("words", width=1280, height=720)[0].id == "skyreels-v2-t2v-14b-720p"
    assert all(model.forcing for model in models_for("words", long=True))
    assert {model.size for model in models_for("first_last")} == {"14B", "1.3B"}
