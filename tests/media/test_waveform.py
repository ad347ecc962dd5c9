import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.media.waveform import waveform_peaks


@given(st.integers(1, 3000), st.integers(1, 300), st.integers(1, 2))
def test_every_level_covers_all_samples(count: int, finest: int, channels: int) -> None:
    samples = np.random.default_rng(count).uniform(-1, 1, (count, channels)).astype(np.float32)
    levels = waveform_peaks(samples, finest)
    assert len(levels[-1].low) == 1
    for level in levels:
        assert level.low.shape == level.high.shape == (-(-count // level.samples), channels)
        for index in range(len(level.low)):
            covered = samples[index * level.samples : (index + 1) * level.samples]
            assert np.array_equal(level.low[index], covered.min(axis=0))
            assert np.array_equal(level.high[index], covered.max(axis=0))
    assert [level.samples for level in levels] == [finest * 4**index for index in range(len(levels))]


def test_no_samples_no_levels() -> None:
    assert waveform_peaks(np.zeros((0, 2), dtype=np.float32)) == []
