import numpy as np
import pytest

from engine.film.level import CEILING_DB, levelled, true_peak
from engine.media.sound import loudness

RATE = 48_000


def tone(frequency: float, level: float, seconds: float = 2.0, phase: float = 0.0) -> np.ndarray:
    time = np.arange(round(seconds * RATE)) / RATE
    wave = level * np.sin(2 * np.pi * frequency * time + phase)
    return np.repeat(wave[:, None], 2, axis=1).astype(np.float32)


def test_the_peak_between_samples_is_found() -> None:
    # At a quarter of the rate and an eighth of a turn every sample lies 3 dB below the wave's peak.
    sound = tone(RATE / 4, 1.0, phase=np.pi / 4)
    assert np.abs(sound).max() == pytest.approx(np.sqrt(0.5), abs=1e-4)
    assert true_peak(sound) == pytest.approx(1.0, abs=0.02)


def test_a_peak_at_a_block_border_counts_once_and_fully() -> None:
    sound = np.zeros((100_000, 2), np.float32)
    sound[47_990:48_010] = tone(RATE / 4, 0.9, phase=np.pi / 4)[:20]
    assert true_peak(sound) == pytest.approx(true_peak(sound[40_000:60_000]), abs=1e-6)
    assert true_peak(np.zeros((0, 2), np.float32)) == 0.0


def test_a_mix_below_the_ceiling_is_left_bit_by_bit() -> None:
    sound = tone(440, 0.5)
    result, notes = levelled(sound, RATE, None)
    assert result is sound
    assert notes == []


def test_overs_are_turned_down_and_said() -> None:
    sound = tone(440, 1.5)
    result, notes = levelled(sound, RATE, None)
    assert 20 * np.log10(true_peak(result)) == pytest.approx(CEILING_DB, abs=0.01)
    assert np.allclose(result / result.max(), sound / sound.max(), atol=1e-6)
    assert notes == ["The whole sound was turned down by 4.5 dB, so that its peaks stay at -1 dB."]


def test_a_loudness_is_reached() -> None:
    result, notes = levelled(tone(1000, 0.02), RATE, -16.0)
    assert loudness(result, RATE) == pytest.approx(-16.0, abs=0.05)
    assert notes == []


def test_a_loudness_that_would_clip_is_not_reached_and_said() -> None:
    sound = tone(1000, 0.02)
    sound[1000:1010] = 0.9
    result, notes = levelled(sound, RATE, -10.0)
    assert 20 * np.log10(true_peak(result)) <= CEILING_DB + 0.01
    assert "instead of -10 LUFS" in notes[0]
    assert f"{loudness(result, RATE):.1f}" in notes[0]


def test_silence_has_no_loudness() -> None:
    silence = np.zeros((RATE, 2), np.float32)
    result, notes = levelled(silence, RATE, -16.0)
    assert not result.any()
    assert "too quiet" in notes[0]
