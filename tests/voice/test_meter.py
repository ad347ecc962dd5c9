"""The loudness meter against the signals of EBU Tech 3341."""

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.media.sound import loudness
from engine.voice.meter import QUIETEST, STEP, measure


def sine(seconds: float, level_db: float, rate: int = 48_000, channels: int = 2) -> NDArray[np.float32]:
    time = np.arange(round(seconds * rate)) / rate
    wave = 10 ** (level_db / 20) * np.sin(2 * np.pi * 1000 * time)
    return np.repeat(wave.astype(np.float32)[:, np.newaxis], channels, axis=1)


@pytest.mark.parametrize(("level", "rate"), [(-23.0, 48_000), (-33.0, 48_000), (-23.0, 44_100), (-23.0, 8000)])
def test_a_steady_tone_has_its_loudness_on_every_scale(level: float, rate: int) -> None:
    """EBU Tech 3341, signals 1 and 2: a stereo sine of 1000 Hz at -23 (-33) dBFS reads -23 (-33) LUFS."""
    found = measure(sine(20.0, level, rate), rate)
    tolerance = 0.1 if rate >= 44_100 else 0.5
    assert found.momentary[-1] == pytest.approx(level, abs=tolerance)
    assert found.short[-1] == pytest.approx(level, abs=tolerance)
    assert found.integrated == pytest.approx(level, abs=tolerance)
    assert len(found.momentary) == len(found.short) == 200


def test_momentary_follows_within_400_ms_and_short_term_within_3_s() -> None:
    sound = np.concatenate((np.zeros((48_000, 2), np.float32), sine(4.0, -20.0), np.zeros((48_000 * 4, 2), np.float32)))
    found = measure(sound, 48_000)

    def at(values: NDArray[np.float32], seconds: float) -> float:
        return float(values[round(seconds / STEP) - 1])

    assert at(found.momentary, 1.0) == QUIETEST
    assert at(found.momentary, 1.2) == pytest.approx(-20.0 - 3.0, abs=0.2)
    assert at(found.momentary, 1.4) == pytest.approx(-20.0, abs=0.1)
    assert at(found.short, 2.5) == pytest.approx(-20.0 - 3.0, abs=0.2)
    assert at(found.short, 4.0) == pytest.approx(-20.0, abs=0.1)
    assert at(found.momentary, 5.6) < -60
    assert at(found.short, 8.2) < -60


def test_a_true_peak_lies_between_the_samples() -> None:
    """A sine at a quarter of the rate, sampled 45 degrees off its crests, is 3 dB higher than its samples."""
    time = np.arange(48_000)
    wave = (0.5 * np.sin(np.pi / 2 * time + np.pi / 4)).astype(np.float32)[:, np.newaxis]
    found = measure(wave, 48_000)
    assert found.true_peak == pytest.approx(20 * np.log10(0.5), abs=0.3)
    assert float(np.abs(wave).max()) == pytest.approx(0.5 * np.sqrt(0.5), abs=1e-3)


def test_silence_and_hardly_any_sound() -> None:
    silent = measure(np.zeros((4800, 1), np.float32), 48_000)
    assert (silent.integrated, silent.true_peak) == (None, None)
    assert set(silent.momentary) == {QUIETEST}
    short = measure(sine(0.25, -10.0), 48_000)
    assert short.integrated is None
    assert len(short.momentary) == 3
    assert short.true_peak == pytest.approx(-10.0, abs=0.1)
    broken = measure(np.full((4800, 1), np.nan, np.float32), 48_000)
    assert broken.true_peak is None


def test_the_integrated_value_is_that_of_the_rest_of_the_program() -> None:
    noise = np.random.default_rng(1).normal(0, 0.1, (96_000, 2)).astype(np.float32)
    assert measure(noise, 48_000).integrated == pytest.approx(loudness(noise, 48_000))
