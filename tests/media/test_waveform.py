"""The lowest and highest samples of a sound."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.media.waveform import waveform


@given(st.integers(1, 3000), st.integers(1, 300), st.integers(1, 2))
def test_every_stretch_shows_its_extremes_and_no_sample_is_passed_over(count: int, buckets: int, channels: int) -> None:
    samples = np.random.default_rng(count).uniform(-1, 1, (count, channels)).astype(np.float32)
    found = waveform(samples, buckets)
    assert found.shape == (buckets, 2)
    assert found.dtype == np.float32
    for index, (low, high) in enumerate(found):
        start = index * count // buckets
        stretch = samples[start : max(start + 1, (index + 1) * count // buckets)]
        assert (low, high) == (stretch.min(), stretch.max())
    if buckets <= count:
        assert (found[:, 0].min(), found[:, 1].max()) == (samples.min(), samples.max())
