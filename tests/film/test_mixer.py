from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.film.mixer import is_heard, mix, sample_count
from engine.project.clips import MovieClip
from tests.film.studio import RED, Studio, pictures, sound_clip, sounds, still

RATE = 48_000


def noise(count: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).uniform(-0.5, 0.5, (count, 2)).astype(np.float32)


def mixed(studio: Studio, samples: int, start: Fraction = Fraction(0)) -> np.ndarray:
    return mix(studio.project, studio.path, start, samples, step=lambda *_: None)


@pytest.mark.parametrize(
    ("frames", "fps", "samples"),
    [(24, "24", 48_000), (1, "24000/1001", 2002), (100, "30000/1001", 160_160), (7, "11", 30_545)],
)
def test_sound_is_as_long_as_the_picture(frames: int, fps: str, samples: int) -> None:
    assert sample_count(frames, Fraction(fps), RATE) == samples


def test_a_clip_starts_on_its_sample(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    source = noise(1000)
    studio.lay(sounds(sound_clip("a", studio.sound("a", source), Fraction(123, RATE), Fraction(500, RATE))))
    expected = np.zeros((2000, 2), np.float32)
    expected[123:623] = source[:500]
    assert np.array_equal(mixed(studio, 2000), expected)


def test_in_point_gain_and_a_source_that_ends_early(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    source = noise(1000)
    clip = sound_clip(
        "a", studio.sound("a", source), 0, Fraction(900, RATE), in_point=Fraction(300, RATE), gain_db=-6.0
    )
    studio.lay(sounds(clip))
    expected = np.zeros((1500, 2), np.float32)
    expected[:700] = source[300:] * np.float32(10 ** (-6 / 20))
    assert np.array_equal(mixed(studio, 1500), expected)


def test_fades_are_straight_to_the_sample(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    ones = np.ones((1000, 2), np.float32) / 2
    clip = sound_clip(
        "a", studio.sound("a", ones), 0, Fraction(1000, RATE), fade_in=Fraction(100, RATE), fade_out=Fraction(200, RATE)
    )
    studio.lay(sounds(clip))
    result = mixed(studio, 1100)
    assert np.allclose(result[:100, 0], np.arange(100) / 200)
    assert np.array_equal(result[100:800], ones[100:800])
    assert np.allclose(result[800:1000, 1], np.arange(200, 0, -1) / 400)
    assert not result[1000:].any()


def test_tracks_are_summed_and_muted_ones_are_not(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    one, other = noise(100, 1), noise(100, 2)
    first = sound_clip("a", studio.sound("a", one), 0, Fraction(100, RATE))
    second = sound_clip("b", studio.sound("b", other), 0, Fraction(100, RATE))
    studio.lay(sounds(first), sounds(second))
    assert np.array_equal(mixed(studio, 100), one + other)
    studio.lay(sounds(first, muted=True), sounds(second))
    assert np.array_equal(mixed(studio, 100), other)
    studio.lay(sounds(first, solo=True), sounds(second))
    assert np.array_equal(mixed(studio, 100), one)
    studio.lay(sounds(first, solo=True, muted=True), sounds(second))
    assert not mixed(studio, 100).any()
    assert not is_heard(studio.project)


def test_a_part_of_the_film_is_the_same_part_of_the_whole(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    source = noise(5000)
    media = studio.sound("a", source)
    studio.lay(
        sounds(
            sound_clip("a", media, 0, Fraction(3000, RATE), fade_in=Fraction(500, RATE)),
            sound_clip("b", media, Fraction(2500, RATE), Fraction(3000, RATE)),
        )
    )
    whole = mixed(studio, 6000)
    part = mixed(studio, 2000, start=Fraction(1700, RATE))
    assert np.array_equal(part, whole[1700:3700])


def test_an_overlap_crosses_with_equal_power(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    left = np.zeros((2000, 2), np.float32)
    right = left.copy()
    left[:, 0], right[:, 1] = 0.5, 0.5
    studio.lay(
        sounds(
            sound_clip("a", studio.sound("a", left), 0, Fraction(1000, RATE)),
            sound_clip("b", studio.sound("b", right), Fraction(600, RATE), Fraction(1000, RATE)),
        )
    )
    result = mixed(studio, 1600)
    assert np.allclose(np.hypot(result[600:1000, 0], result[600:1000, 1]), 0.5, atol=1e-6)
    assert result[800, 0] == pytest.approx(0.5 * np.sqrt(0.5))
    assert np.array_equal(result[:600], left[:600])
    assert np.array_equal(result[1000:1600], right[:600])


@pytest.mark.parametrize("speed", [Fraction(2), Fraction(1, 2), Fraction(5, 4)])
def test_speed_changes_length_and_pitch(tmp_path: Path, speed: Fraction) -> None:
    studio = Studio(tmp_path)
    time = np.arange(RATE) / RATE
    tone = np.repeat(np.sin(2 * np.pi * 440 * time)[:, None], 2, axis=1).astype(np.float32) / 2
    studio.lay(sounds(sound_clip("a", studio.sound("a", tone), 0, Fraction(24_000, RATE), speed=speed)))
    result = mixed(studio, 24_000)
    expected = np.sin(2 * np.pi * 440 * float(speed) * np.arange(24_000) / RATE) / 2
    # The filter rings where the tone is cut on.
    inner = slice(1000, int(24_000 * min(1, 1 / float(speed) * 2)) - 1000)
    assert np.abs(result[inner, 0] - expected[inner]).max() < 1e-3


def test_files_of_other_rates_and_mono_files_fit_in(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    mono = np.full((24_000, 1), 0.25, np.float32)
    studio.lay(sounds(sound_clip("a", studio.sound("a", mono, 24_000), 0, 1)))
    result = mixed(studio, RATE)
    assert result.shape == (RATE, 2)
    assert np.abs(result[500:-500] - 0.25).max() < 1e-3


def test_a_movie_brings_its_sound_unless_it_is_switched_off(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    sound = noise(RATE // 2)
    media = studio.movie("m", [np.full((24, 32, 4), RED, np.uint8)] * 12, sound=sound)
    clip = MovieClip(id="a", start=Fraction(1, 4), duration=Fraction(1, 4), media=media, in_point=Fraction(1, 4))
    studio.lay(pictures(clip))
    assert is_heard(studio.project)
    result = mixed(studio, RATE)
    assert np.abs(result[12_000:24_000] - sound[12_000:]).max() < 1e-4
    assert not result[24_000:].any()
    silent = MovieClip(id="a", start=Fraction(0), duration=Fraction(1, 4), media=media, with_sound=False)
    studio.lay(pictures(silent))
    assert not is_heard(studio.project)


def test_a_silent_movie_and_a_film_of_stills(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    media = studio.movie("m", [np.full((24, 32, 4), RED, np.uint8)] * 3)
    studio.lay(pictures(MovieClip(id="a", start=Fraction(0), duration=Fraction(1), media=media)))
    assert not mixed(studio, 100).any()
    studio.lay(pictures(still("a", studio.picture("a", RED), 0, 1)))
    assert not is_heard(studio.project)
